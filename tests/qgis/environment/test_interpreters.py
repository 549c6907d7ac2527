"""Python interpreters of the machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def test_interpreters_exist_and_qgis_comes_first() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.interpreters import find_interpreters

    found = find_interpreters()
    assert found[0] == Path("/usr/bin/python3")
    assert all(path.is_file() for path in found)
    assert len({path.resolve() for path in found}) == len(found)


def test_folder_of_path_that_cannot_be_read_has_no_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.interpreters import find_interpreters
    from cmhcl_footprints.cmhcl_plugin.environment.programs import find_program

    monkeypatch.setenv("PATH", f"/{'x' * 300}{os.pathsep}{os.environ['PATH']}")
    assert find_program("sh") in (Path("/usr/bin/sh"), Path("/bin/sh"))
    assert find_interpreters()[0] == Path("/usr/bin/python3")
