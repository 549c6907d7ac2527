"""The list of what ships and what is installed is complete."""

from __future__ import annotations

import hashlib
import re
import runpy
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
sbom = runpy.run_path(str(ROOT / "tools" / "make_sbom.py"))


@pytest.fixture
def document(tmp_path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(tmp_path / "plugin.zip", "w") as archive:
        archive.writestr("cmhcl_footprints/a.py", "content")
    return sbom["document"](tmp_path / "plugin.zip")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> set[str]:
    """The required libraries and all that they need on this machine."""
    found: set[str] = set()
    todo = list(sbom["requirements"]())
    while todo:
        name = normal(todo.pop())
        # The libraries of CUDA are named as a group, without their versions.
        if name in found or name.startswith(("nvidia-", "cuda-", "triton")):
            continue
        found.add(name)
        if name == "openvino":
            continue  # installed without what it needs
        needs = map(Requirement, distribution(name).requires or [])
        todo += [
            need.name for need in needs if not need.marker or need.marker.evaluate({"extra": ""})
        ]
    return found


def test_every_installed_library_is_listed_with_its_licence() -> None:
    listed = {name: licence for name, licence, _ in sbom["table"]()}
    assert installed() <= set(listed)
    assert all(listed.values()) and set(sbom["requirements"]()) <= set(listed)


def test_every_library_is_needed_by_a_listed_one() -> None:
    rows = sbom["table"]()
    names = {"CMH-CL", *(name for name, _, _ in rows)}
    assert all(set(dependents.split(", ")) <= names for _, _, dependents in rows)


def test_pinned_library_has_its_version_and_others_their_range(document: dict[str, Any]) -> None:
    libraries = {c["name"]: c for c in document["components"] if c["type"] == "library"}
    pinned = sbom["requirements"]()["torch"].removeprefix("==")
    assert libraries["torch"]["version"] == pinned
    assert libraries["torch"]["purl"] == f"pkg:pypi/torch@{pinned}"
    assert "version" not in libraries["numpy"]
    assert {"name": "cmhcl:versions", "value": ">=1.26,<3"} in libraries["numpy"]["properties"]


def test_every_file_of_the_zip_has_its_digest(document: dict[str, Any]) -> None:
    (file,) = [c for c in document["components"] if c["type"] == "file"]
    assert file["name"] == "cmhcl_footprints/a.py"
    assert file["hashes"][0]["content"] == hashlib.sha256(b"content").hexdigest()


def test_references_are_unique_and_known(document: dict[str, Any]) -> None:
    refs = [component["bom-ref"] for component in document["components"]]
    assert len(refs) == len(set(refs))
    known = {*refs, document["metadata"]["component"]["bom-ref"]}
    used = {
        ref for entry in document["dependencies"] for ref in [entry["ref"], *entry["dependsOn"]]
    }
    assert used <= known and document["bomFormat"] == "CycloneDX"
