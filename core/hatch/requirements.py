"""The libraries of the worker, ``core/requirements*.txt``. Standard library only, Python 3.9+."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements.txt"
OPENVINO = REQUIREMENTS.with_name("requirements-openvino.txt")  # optional
_COMMAND_LINE_ONLY = ("tqdm",)  # the worker runs without


def torch_requirement() -> str:
    """``torch==VERSION``, as pinned."""
    return next(line for line in _lines(REQUIREMENTS) if line.startswith("torch=="))


def required_modules() -> list[str]:
    """Names of the modules that the worker imports; each is called like its distribution."""
    names = [re.split(r"[^\w-]", line, maxsplit=1)[0] for line in _lines(REQUIREMENTS)]
    return [name for name in names if name not in _COMMAND_LINE_ONLY]


def requirements_digest() -> str:
    """SHA-256 of all requirements; comments and white space do not count."""
    lines = [*_lines(REQUIREMENTS), *_lines(OPENVINO)]
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _lines(path: Path) -> list[str]:
    """The requirements of a file without comments."""
    text = path.read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]
