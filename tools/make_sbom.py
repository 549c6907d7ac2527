"""Write what ships and what the plugin installs as a CycloneDX 1.5 document. Standard library only.

python3 tools/make_sbom.py dist/cmhcl-VERSION.zip, after ``make_zip.py``

Libraries come from the table of ``docs/licences.md``, their versions from
``core/requirements*.txt``.
"""

from __future__ import annotations

import configparser
import hashlib
import json
import re
import sys
import uuid
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LICENCES = ROOT / "docs" / "licences.md"
REQUIREMENTS = ("core/requirements.txt", "core/requirements-openvino.txt")
SCHEMA = "http://cyclonedx.org/schema/bom-1.5.schema.json"
MODEL = "resources/models/default/manifest.json"


def main(zip_path: Path) -> None:
    """Write ``NAME.cdx.json`` next to ``NAME.zip``."""
    out = zip_path.with_suffix(".cdx.json")
    out.write_text(json.dumps(document(zip_path), indent=1) + "\n", encoding="utf-8")
    print(out)


def document(zip_path: Path) -> dict[str, Any]:
    """The CycloneDX document of a zip."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    digest = hashlib.sha256(zip_path.read_bytes()).hexdigest()
    plugin = {
        "type": "application",
        "bom-ref": "plugin",
        "name": general["name"],
        "version": general["version"],
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"expression": general["license"]}],
    }
    libraries = [library(*row) for row in table()]
    return {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, digest).urn,
        "version": 1,
        "metadata": {"component": plugin},
        "components": [*libraries, *model(), *files(zip_path)],
        "dependencies": dependencies(),
    }


def table() -> list[tuple[str, str, str]]:
    """Name, licence and dependents of every library."""
    rows = re.findall(
        r"^\| (\S+) \| (.+?) \| (.+?) \|$", LICENCES.read_text(encoding="utf-8"), re.M
    )
    return [row for row in rows if row[0] != "library"]


def requirements() -> dict[str, str]:
    """The version of each required library: ``==2.13.0``, ``>=1.26,<3``."""
    texts = ((ROOT / name).read_text(encoding="utf-8") for name in REQUIREMENTS)
    lines = "\n".join(texts).splitlines()
    found = (re.match(r"([\w-]+)([=<>!~].*)", line.partition("#")[0].strip()) for line in lines)
    return {match[1]: match[2].strip() for match in found if match}


def library(name: str, licence: str, dependents: str) -> dict[str, Any]:
    """A library that the plugin installs. ``version`` only if it is pinned."""
    version = requirements().get(name, "")
    pinned = version.removeprefix("==") if version.startswith("==") else ""
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "purl": f"pkg:pypi/{name}" + (f"@{pinned}" if pinned else ""),
        "scope": "required",
        "licenses": [{"expression": licence}],
        "properties": [
            {"name": "cmhcl:installed", "value": "from the package index, not in the zip"},
            {"name": "cmhcl:versions", "value": version or "any"},
            {"name": "cmhcl:needed-by", "value": dependents},
        ],
    }
    return {**component, "version": pinned} if pinned else component


def dependencies() -> list[dict[str, Any]]:
    """Which library needs which others."""
    needs: dict[str, list[str]] = {"plugin": []}
    for name, _, dependents in table():
        for dependent in dependents.split(", "):
            needs.setdefault("plugin" if dependent == "CMH-CL" else dependent, []).append(name)
    return [{"ref": name, "dependsOn": sorted(others)} for name, others in sorted(needs.items())]


def model() -> list[dict[str, Any]]:
    """The default model."""
    manifest = json.loads((ROOT / MODEL).read_text(encoding="utf-8"))
    digest = manifest["sha256"].removeprefix("sha256:")
    return [
        {
            "type": "machine-learning-model",
            "bom-ref": "model",
            "name": manifest["name"],
            "description": manifest["notice"],
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
    ]


def files(zip_path: Path) -> list[dict[str, Any]]:
    """Every file in the zip."""
    with zipfile.ZipFile(zip_path) as archive:
        return [
            {
                "type": "file",
                "bom-ref": f"file:{name}",
                "name": name,
                "hashes": [
                    {"alg": "SHA-256", "content": hashlib.sha256(archive.read(name)).hexdigest()}
                ],
            }
            for name in sorted(archive.namelist())
        ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
