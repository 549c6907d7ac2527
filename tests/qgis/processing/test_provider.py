"""The provider of the Processing algorithms."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsApplication

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")

ALGORITHMS = {
    *("extract", "finetune", "evaluate", "compare"),
    *("label_next", "regularise", "osm", "simulate", "check_environment", "status"),
}


def test_every_algorithm_explains_itself(provider: Any) -> None:
    assert {found.name() for found in provider.algorithms()} == ALGORITHMS
    assert not provider.icon().isNull()
    for found in provider.algorithms():
        assert len(found.shortHelpString()) > 80 and found.group() and found.tags()
        assert all(parameter.help() for parameter in found.parameterDefinitions())
        assert not found.icon().isNull()


@pytest.mark.parametrize(("value", "default"), [("cpu", "cpu"), ("", "auto"), ("tpu", "auto")])
def test_the_preset_device_is_the_default(
    value: str, default: str, provider: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMHCL_DEVICE", value)
    algorithm = provider.algorithm("extract").create()
    assert algorithm.parameterDefinition("DEVICE").defaultValue() == default


def test_8_bits_are_offered_to_predict_with_only(
    provider: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMHCL_DEVICE", "cpu-int8")
    for name, default in (("extract", "cpu-int8"), ("evaluate", "cpu-int8"), ("finetune", "cpu")):
        algorithm = provider.algorithm(name).create()  # which owns its parameters
        device = algorithm.parameterDefinition("DEVICE")
        assert device.defaultValue() == default
        assert ("cpu-int8" in device.options()) == (name != "finetune")


def test_the_provider_comes_and_goes_with_the_plugin(qgis_iface: Any) -> None:
    import cmhcl_footprints

    registry = QgsApplication.processingRegistry()
    registry.removeProvider("cmhcl")  # the fixture's
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    assert registry.providerById("cmhcl")
    plugin.unload()
    assert registry.providerById("cmhcl") is None
