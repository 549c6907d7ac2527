"""The algorithm cmhcl:label_next with the real worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from algorithms import run
from qgis.core import QgsProcessingException, QgsVectorLayer

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.slow
def test_blocks_of_an_extraction(simulated: Path, tmp_path: Path) -> None:
    probability = str(tmp_path / "p.tif")
    extraction = str(tmp_path / "f.gpkg")
    run("extract", SAR=[str(simulated / "sar.tif")], PROBABILITY=probability, OUTPUT=extraction)
    out = str(tmp_path / "next.gpkg")
    outputs = run("label_next", PROBABILITY=probability, COUNT=3, BLOCK=50, OUTPUT=out)
    blocks = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    assert outputs["BLOCKS"] == blocks.featureCount() == 3
    values = [feature["uncertainty"] for feature in blocks.getFeatures()]
    assert values == sorted(values, reverse=True)
    assert all(2300 < feature.geometry().area() < 2700 for feature in blocks.getFeatures())


def test_other_raster_is_refused(simulated: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="is not a probability file"):
        run("label_next", PROBABILITY=str(simulated / "sar.tif"), OUTPUT=str(tmp_path / "n.gpkg"))
    assert not (tmp_path / "n.gpkg").exists()
