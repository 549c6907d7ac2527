"""A QGIS project that version 0.1.0 of the plugin left behind still works, with the real worker.

The project is made without the plugin, from what 0.1.0 wrote into layers. It wrote no entries of
the project itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import Desk, content
from qgis.core import (
    QgsField,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsProject,
    QgsRendererRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

pytest_plugins = ["desk_fixtures"]

TITLE = "Footprints sar 00:09"
AREA = "Polygon ((500000 5700000, 500100 5700000, 500100 5699900, 500000 5700000))"
LABELS = ("low confidence (up to 50 %)", "medium (50 to 70 %)", "high (above 70 %)")
MAP_TIP = '<b>[% format_number("area_m2", 0) %] m²</b>'


def extraction(folder: Path) -> str:
    """The property ``cmhcl/extraction`` of 0.1.0: a flat job, without a protocol."""
    return json.dumps(
        {
            "job": {
                "sar": [str(folder / "sar.tif")],
                "optical": str(folder / "optical.tif"),
                "model": "",
                "area": {"wkt": AREA, "crs": "EPSG:32631"},
                "polarisations": ["HH", "HV", "VH", "VV"],
                "radiometry": "db",
                "threshold": 0.3,
                "min_area_m2": 12.0,
                "careful": True,
                "adapt": True,
                "device": "cpu",
            },
            "model": "Town",
            "threshold": 0.3,
            "engine": "PyTorch on cpu",
            "probability": str(folder / "f_probability.tif"),
            "date": "2026-11-26 00:09",
            "version": "0.1.0",
        }
    )


def digest(layer: QgsVectorLayer) -> str:
    """The property ``cmhcl/content`` as 0.1.0 computed it."""
    key = set(layer.primaryKeyAttributes())
    rows = []
    for feature in layer.getFeatures():
        texts = [(i, str(value)) for i, value in enumerate(feature.attributes()) if i not in key]
        row = ";".join(f"{i}={text}" for i, text in texts if text not in ("NULL", "None"))
        rows.append(bytes(feature.geometry().asWkb()) + row.encode())
    whole = hashlib.sha256()
    for row in sorted(rows):
        whole.update(hashlib.sha256(row).digest())
    return whole.hexdigest()


def add_result(path: Path, title: str) -> QgsVectorLayer:
    """Footprints in the style of 0.1.0, in a group of their own."""
    layer = QgsVectorLayer(f"{path}|layername=footprints", path.stem, "ogr")
    bounds = ((0.0, 0.5), (0.5, 0.7), (0.7, 1.0))
    ranges = [
        QgsRendererRange(lower, upper, QgsFillSymbol.createSimple({}), label)
        for (lower, upper), label in zip(bounds, LABELS)
    ]
    layer.setRenderer(QgsGraduatedSymbolRenderer("confidence", ranges))
    layer.setMapTipTemplate(MAP_TIP)
    metadata = layer.metadata()
    metadata.setTitle(title)
    metadata.setAbstract("Date: 2026-11-26 00:09\nPlugin: CMH-CL Footprints 0.1.0")
    layer.setMetadata(metadata)
    project = QgsProject.instance()
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertGroup(0, title).addLayer(layer)
    return layer


def add_clicks(path: Path) -> QgsVectorLayer:
    """The layer of footprints by click, one of them accepted in a review."""
    scenes.write_footprints(path)
    layer = add_result(path, "Footprints by click")
    provider = layer.dataProvider()
    provider.addAttributes([QgsField("review", QVariant.String, len=8)])
    layer.updateFields()
    review = layer.fields().indexFromName("review")
    first = min(layer.allFeatureIds())
    provider.changeAttributeValues({first: {review: "accepted"}})
    layer.setCustomProperty("cmhcl/by_click", True)
    return layer


@pytest.fixture(params=["project.qgz", "project.qgs"])
def opened(desk: Desk, request: Any) -> Iterator[dict[str, QgsVectorLayer]]:
    """The vector layers of a project of 0.1.0 after QGIS has opened it, by their titles."""
    scenes.add_raster(desk.folder / "sar.tif")
    result = add_result(desk.folder / "f.gpkg", TITLE)
    result.setCustomProperty("cmhcl/extraction", extraction(desk.folder))
    result.setCustomProperty("cmhcl/content", digest(result))
    add_clicks(desk.folder / "footprints_by_click_sar.gpkg")
    project = QgsProject.instance()
    path = str(desk.folder / request.param)
    assert project.write(path)
    project.clear()
    assert project.read(path)
    layers = project.mapLayers().values()
    yield {x.metadata().title(): x for x in layers if isinstance(x, QgsVectorLayer)}


def test_layers_are_recognised_with_their_style(
    opened: dict[str, QgsVectorLayer], desk: Desk
) -> None:
    from cmhcl_footprints.cmhcl_plugin.click import layer as click_layer
    from cmhcl_footprints.cmhcl_plugin.layers.content import Source, is_edited, stored_digest
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import (
        find_probability_file,
        read_provenance,
    )

    result = opened[TITLE]
    provenance = read_provenance(result)
    assert provenance is not None and provenance.version == "0.1.0"
    assert find_probability_file(result, provenance) == desk.folder / "f_probability.tif"
    assert not is_edited(result, Source.of(result).digest(stored_digest(result)))
    assert [entry.label() for entry in result.renderer().ranges()] == list(LABELS)
    assert result.mapTipTemplate() == MAP_TIP
    assert QgsProject.instance().layerTreeRoot().findGroup(TITLE).findLayer(result)
    clicks = opened["Footprints by click"]
    assert click_layer.find(QgsProject.instance()) == clicks
    assert read_provenance(clicks) is None


def test_run_again_restores_the_choices(opened: dict[str, QgsVectorLayer], desk: Desk) -> None:
    from cmhcl_footprints.core.hatch.jobs import Area

    desk.activate(opened[TITLE])
    assert desk.box.isVisible() and desk.box.name.text() == TITLE
    desk.box.again_button.click()
    job = desk.settings.job(desk.folder / "again.gpkg", desk.area())
    assert job.scene.sar == (str(desk.folder / "sar.tif"),)
    assert job.scene.optical == str(desk.folder / "optical.tif")
    assert job.scene.polarisations == ("HH", "HV", "VH", "VV") and job.scene.radiometry == "db"
    assert job.scene.area == Area(AREA, "EPSG:32631")
    assert job.threshold == 0.3 and job.min_area_m2 == 12.0 and job.device == "cpu"
    assert job.careful


def test_slider_changes_the_threshold(opened: dict[str, QgsVectorLayer], desk: Desk) -> None:
    layer = opened[TITLE]
    desk.activate(layer)
    assert desk.box.isVisible() and desk.form.threshold.number.value() == 0.3
    before = content(layer)
    desk.slide(60)  # asks nothing: the layer was not edited
    assert content(layer) != before and "Threshold: 0.6" in layer.metadata().abstract()
    assert min(feature["confidence"] for feature in layer.getFeatures()) >= 0.6


def test_review_continues_with_earlier_decisions(opened: dict[str, QgsVectorLayer]) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import UNDECIDED, ReviewWalk
    from cmhcl_footprints.core.hatch.names import ACCEPTED

    walk = ReviewWalk(opened["Footprints by click"])
    assert walk.count(ACCEPTED) == 1 and walk.count(UNDECIDED) == 1
    result = opened[TITLE]
    walk = ReviewWalk(result)
    least = min(feature["confidence"] for feature in result.getFeatures())
    feature = walk.feature()
    assert feature is not None and feature["confidence"] == least
    walk.accept()
    assert walk.count(ACCEPTED) == 1 and result.isEditable()
    result.rollBack()
