"""What a model says about itself: ``manifest.json``. Standard library only, Python 3.9+."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from .errors import ModelError

FORMAT = 1
MANIFEST = "manifest.json"
WEIGHTS = "weights.safetensors"
_DIGEST = "sha256:"  # before the digits in the file: without it, they look like a secret
_KINDS: dict[str, Any] = {"str": str, "int": int, "float": (int, float), "bool": bool, "dict": dict}


@dataclass(frozen=True)
class Manifest:
    """A model in words and figures.

    ``notice`` is the sentence that every user of the model must see. ``threshold`` (0..1) turns
    probability into building. ``sha256`` is that of the weights file. ``fixed_look``: it was
    trained on scenes in which layover falls one way, and knows no other. ``training``, ``figures``
    and ``versions`` are free-form records for people.
    """

    name: str
    notice: str
    preset: str
    pixel_size_m: float
    threshold: float
    sha256: str
    format: int = FORMAT
    parent: str = ""
    fixed_look: bool = False
    training: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a model folder.

    Raises ModelError when it is missing, broken or of a newer format.
    """
    path = Path(folder) / MANIFEST
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(
            f"{folder} is not a model: it has no {MANIFEST}; choose a model folder."
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            f"The manifest of the model {folder} cannot be read ({error}); install the model again."
        ) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ModelError(
            f"The model {folder} is of a format that this version does not know; "
            "update the plugin or choose another model."
        )
    known = {f.name for f in fields(Manifest)}
    try:
        manifest = Manifest(**{key: value for key, value in values.items() if key in known})
    except TypeError as error:
        raise ModelError(
            f"The manifest of the model {folder} is incomplete ({error}); install the model again."
        ) from error
    for item in fields(Manifest):
        if not isinstance(getattr(manifest, item.name), _KINDS[str(item.type).partition("[")[0]]):
            raise ModelError(
                f"The manifest of the model {folder} has no valid {item.name!r}; "
                "install the model again."
            )
    return replace(manifest, sha256=manifest.sha256.removeprefix(_DIGEST))


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write ``manifest.json`` into an existing folder."""
    values = {**asdict(manifest), "sha256": _DIGEST + manifest.sha256}
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    (Path(folder) / MANIFEST).write_text(text, encoding="utf-8")
