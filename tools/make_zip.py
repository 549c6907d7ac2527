"""Pack the plugin under ``cmhcl_footprints/``: all that ships, without tests, tools and bench.

python3 tools/make_zip.py dist/cmhcl-VERSION.zip
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

from check_zip import problems, unset

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = (
    "__init__.py",
    "metadata.txt",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "cmhcl_plugin",
    "core",
    "resources",
)


def main(out: Path) -> None:
    """Write the zip and check it; exit with what the plugin repository would refuse."""
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files():
            name = Path("cmhcl_footprints") / path.relative_to(ROOT)
            if path.name == "metadata.txt":
                archive.writestr(name.as_posix(), complete(path.read_text(encoding="utf-8")))
            else:
                archive.write(path, name)
    found = problems(partial)
    if found:
        partial.unlink()
        sys.exit("\n".join([f"{out.name} would be refused by the plugin repository:", *found]))
    partial.replace(out)
    print(f"{out}: {out.stat().st_size:,} bytes")
    missing = unset(out)
    if missing:
        print(
            f"Warning: the plugin repository refuses it without {', '.join(missing)}; set email "
            "and repository in metadata.txt, see docs/development.md."
        )


def complete(metadata: str) -> str:
    """metadata.txt with ``tracker`` and ``homepage``, from ``repository`` unless they are there."""
    found = re.search(r"^repository=(\S+)$", metadata, re.M)
    if not found:
        return metadata
    address = found[1].rstrip("/")
    lines = [f"repository={address}"]
    for key, value in (("tracker", f"{address}/issues"), ("homepage", address)):
        if not re.search(rf"^{key}=", metadata, re.M):
            lines.append(f"{key}={value}")
    return metadata.replace(found[0], "\n".join(lines))


def files() -> list[Path]:
    """Every file that ships, sorted; no caches, nothing hidden."""
    found = []
    for name in SHIPPED:
        path = ROOT / name
        found += [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sorted(p for p in found if not _is_left_out(p.relative_to(ROOT)))


def _is_left_out(path: Path) -> bool:
    return "__pycache__" in path.parts or any(part.startswith(".") for part in path.parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
