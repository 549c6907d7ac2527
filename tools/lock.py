"""Write the lock files of the worker's environment: exact versions with the hashes of all wheels.

    .venv-audit/bin/python tools/lock.py

For each file the first line names the requirements that it was made for. A file holds for all
systems and versions of Python that the plugin's installer offers; this is checked for each of them.
uv resolves the versions on the index that it is configured for (UV_DEFAULT_INDEX).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.hatch.requirements import OPENVINO, REQUIREMENTS, requirements_digest  # noqa: E402

LOCKS = ROOT / "resources" / "locks"
OLDEST, NEWEST = (3, 10), (3, 14)  # Python; as in cmhcl_plugin/environment/interpreters.py
PLATFORMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
# PyTorch's wheel for macOS needs this version; those of some libraries need later ones.
OLDEST_MACOS = "14.0"
CONSTRAINTS = ("rasterio<1.5.2",)
# By name of the file, which packages are in it; "libraries" has the others.
PARTS = {
    "torch": r"torch",
    "openvino": r"openvino",  # without what it needs, see its requirements
    "cuda13": r"nvidia-.*|cuda-.*|triton",
    "pip": r"pip",
}
PLATFORMS_OF = {"cuda13": PLATFORMS[:2], "openvino": (PLATFORMS[0], *PLATFORMS[2:])}
HEAD = "# requirements: "


def main() -> None:
    """Write all files. Exits with the status of uv if it fails."""
    LOCKS.mkdir(parents=True, exist_ok=True)
    entries = packages(resolved(REQUIREMENTS.read_text(encoding="utf-8") + "pip\n"))
    entries += packages(resolved(OPENVINO.read_text(encoding="utf-8"), "--no-deps"))
    for part in (*PARTS, "libraries"):
        lines = [text for name, text in entries if part_of(name) == part]
        path = LOCKS / f"{part}.txt"
        path.write_text(f"{HEAD}{requirements_digest()}\n" + "".join(lines), encoding="utf-8")
        print(f"{path}: {len(lines)} packages", flush=True)
        check(path, PLATFORMS_OF.get(part, PLATFORMS))


def part_of(name: str) -> str:
    """The name of the lock file that a package belongs to."""
    return next(
        (part for part, pattern in PARTS.items() if re.fullmatch(pattern, name)), "libraries"
    )


def packages(text: str) -> list[tuple[str, str]]:
    """Name and lines of each package in what uv writes."""
    entries = re.findall(r"^[\w.-]+==.*(?:\n    --hash=.*)+\n", text, re.M)
    return [(entry.partition("==")[0], entry) for entry in entries]


def resolved(requirements: str, *options: str) -> str:
    """The requirements and all that they need, with hashes. The options are those of uv."""
    with tempfile.TemporaryDirectory() as folder:
        wanted, limits = Path(folder, "wanted.in"), Path(folder, "limits.txt")
        wanted.write_text(requirements, encoding="utf-8")
        limits.write_text("\n".join(CONSTRAINTS), encoding="utf-8")
        return uv(
            "compile", "--universal", "--python-version", version(OLDEST), "--generate-hashes",
            "--no-header", "--no-annotate", "--no-emit-index-url", "--only-binary", ":all:",
            "--quiet", "--constraints", str(limits), str(wanted), *options,
        )  # fmt: skip


def check(path: Path, platforms: tuple[str, ...]) -> None:
    """Exit unless there are wheels of all packages for each system and version of Python."""
    with tempfile.TemporaryDirectory() as folder:
        for platform in platforms:
            for minor in range(OLDEST[1], NEWEST[1] + 1):
                uv(
                    "install", "--dry-run", "--quiet", "--target", folder, "--no-deps",
                    "--require-hashes", "--only-binary", ":all:", "--python-platform", platform,
                    "--python-version", version((3, minor)), "-r", str(path),
                )  # fmt: skip


def version(python: tuple[int, int]) -> str:
    return ".".join(map(str, python))


def uv(*arguments: str) -> str:
    """Output of ``uv pip``; its errors are shown."""
    program = Path(sys.executable).with_name("uv")
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
    done = subprocess.run(
        [program, "pip", *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    main()
