"""The lock files that ship: complete, with hashes, and for the requirements as they are."""

from __future__ import annotations

import re
import runpy
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from core.hatch.requirements import REQUIREMENTS, requirements_digest

ROOT = Path(__file__).parents[2]
lock = runpy.run_path(str(ROOT / "tools" / "lock.py"))
PARTS = (*lock["PARTS"], "libraries")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(part: str) -> list[tuple[Requirement, list[str]]]:
    """The pinned packages of a lock file, with their hashes."""
    text = (ROOT / "resources" / "locks" / f"{part}.txt").read_text(encoding="utf-8")
    found = []
    for _, entry in lock["packages"](text):
        line, *hashes = entry.replace("\\\n", "\n").split("\n")
        found.append((Requirement(line.strip()), [text.strip() for text in hashes if text.strip()]))
    return found


@pytest.mark.parametrize("part", PARTS)
def test_each_file_is_for_these_requirements_and_each_package_has_hashes(part: str) -> None:
    text = (ROOT / "resources" / "locks" / f"{part}.txt").read_text(encoding="utf-8")
    assert text.startswith(f"# requirements: {requirements_digest()}\n") and "://" not in text
    assert len(entries(part)) == len(re.findall(r"^[a-z]", text, re.M))
    for requirement, hashes in entries(part):
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert hashes and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", h) for h in hashes)
        assert lock["part_of"](normal(requirement.name)) == part


def test_each_requirement_is_locked_within_its_range() -> None:
    locked = [requirement for part in PARTS for requirement, _ in entries(part)]
    for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            wanted = Requirement(line)
            versions = [str(r.specifier)[2:] for r in locked if r.name == wanted.name]
            assert versions and all(version in wanted.specifier for version in versions), line


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_a_package_needs_is_locked_too(system: str) -> None:
    """By the metadata of the packages that are installed here in the version of the lock."""
    environment = {"sys_platform": system, "platform_system": system.title(), "extra": ""}
    if system == "win32":
        environment["platform_system"] = "Windows"
    locked = {
        normal(requirement.name): str(requirement.specifier)[2:]
        for part in PARTS
        for requirement, _ in entries(part)
        if not requirement.marker or requirement.marker.evaluate(environment)
    }
    checked = 0
    del locked["openvino"]  # installed without what it needs
    for name, version in locked.items():
        try:
            installed = distribution(name)
        except ImportError:  # what another system needs
            continue
        checked += installed.version == version
        for requirement in map(Requirement, installed.requires or []):
            applies = not requirement.marker or requirement.marker.evaluate(environment)
            if installed.version == version and applies:
                assert normal(requirement.name) in locked, f"{name} needs {requirement}"
    assert checked > 5


def test_a_package_goes_to_the_file_of_its_kind() -> None:
    names = {"torch": "torch", "nvidia-cublas": "cuda13", "triton": "cuda13", "numpy": "libraries"}
    assert {name: lock["part_of"](name) for name in names} == names


def test_pythons_are_those_of_the_installer() -> None:
    text = (ROOT / "cmhcl_plugin" / "environment" / "interpreters.py").read_text(encoding="utf-8")
    assert f"OLDEST, NEWEST = {lock['OLDEST']}, {lock['NEWEST']}" in text
