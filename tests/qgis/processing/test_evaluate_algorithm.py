"""The algorithm cmhcl:evaluate with the real worker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import scenes
from algorithms import run
from qgis.core import QgsProcessingException

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.slow
def test_evaluate_tells_figures_and_writes_them(simulated: Path, tmp_path: Path) -> None:
    outputs = run(
        "evaluate",
        SAR=[str(simulated / "sar.tif")],
        OPTICAL=str(simulated / "optical.tif"),
        LABELS=str(simulated / "buildings.geojson"),
        OUTPUT=str(tmp_path / "figures.json"),
    )
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert 0 < outputs["IOU"] < 1 and 0 <= outputs["OBJECT_F1"] <= 1
    assert figures["iou"] == outputs["IOU"] and figures["pixels"] > 0


def test_labels_of_elsewhere_are_named(simulated: Path) -> None:
    far = scenes.add_polygon("Polygon ((0 0, 9 0, 9 9, 0 9, 0 0))", name="far away")
    with pytest.raises(QgsProcessingException, match="far away"):
        run("evaluate", SAR=[str(simulated / "sar.tif")], LABELS=far)
