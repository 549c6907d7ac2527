"""Names of layers in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsVectorLayer


@pytest.mark.usefixtures("plugin_folder")
def test_names_have_the_quotation_marks_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import layer_names

    class Translator:
        @staticmethod
        def translate(context: str, text: str) -> str:
            return {("Layers", "“{}”"): "«{}»"}[context, text]

    path = scenes.write_footprints(tmp_path / "a.gpkg")
    layers: list[Any] = [QgsVectorLayer(str(path), name, "ogr") for name in ("a {b}", "c")]
    assert layer_names.quoted_names(layers) == "“a {b}”, “c”"
    monkeypatch.setattr(layer_names, "QCoreApplication", Translator)
    assert layer_names.quoted_names(layers) == "«a {b}», «c»"
