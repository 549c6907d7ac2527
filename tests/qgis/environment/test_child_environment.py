"""The environment variables of child processes."""

from __future__ import annotations

import pytest


def test_variables_of_qgis_are_removed_and_those_of_the_worker_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.child_environment import child_environment

    foreign = ["PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH"]
    foreign += ["LD_LIBRARY_PATH", "LD_PRELOAD"]
    for key in foreign:
        monkeypatch.setenv(key, "/qgis")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    for key in ("OMP_WAIT_POLICY", "MALLOC_ARENA_MAX"):
        monkeypatch.delenv(key, raising=False)
    child = child_environment()
    assert not [key for key in foreign if child.contains(key)]
    assert child.value("HTTPS_PROXY") == "http://proxy" and child.contains("PATH")
    assert child.value("OMP_WAIT_POLICY") == "passive"
    assert child.value("MALLOC_ARENA_MAX") == "1"
    monkeypatch.setenv("OMP_WAIT_POLICY", "active")  # the user's own choice
    assert child_environment().value("OMP_WAIT_POLICY") == "active"


def test_gdal_reaches_no_network_unless_references_are_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.child_environment import child_environment
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    monkeypatch.delenv("CMHCL_ALLOW_REFERENCES", raising=False)
    child = child_environment()
    assert "WMS" in child.value("GDAL_SKIP") and "WFS" in child.value("OGR_SKIP")
    assert not child.contains("CMHCL_ALLOW_REFERENCES")
    Settings(allow_references=True).save()
    child = child_environment()
    assert child.value("CMHCL_ALLOW_REFERENCES") == "1" and not child.contains("GDAL_SKIP")
    monkeypatch.setenv("CMHCL_ALLOW_NETWORK", "0")
    assert child_environment().contains("GDAL_SKIP")
