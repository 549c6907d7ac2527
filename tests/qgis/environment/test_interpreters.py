"""Python interpreters of the machine."""

from __future__ import annotations

from pathlib import Path


def test_interpreters_exist_and_qgis_comes_first() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.interpreters import find_interpreters

    found = find_interpreters()
    assert found[0] == Path("/usr/bin/python3")
    assert all(path.is_file() for path in found)
    assert len({path.resolve() for path in found}) == len(found)
