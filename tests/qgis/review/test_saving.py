"""Saving during a review, in files that number their footprints anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsFeature, QgsField, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from review_layers import footprints, press

pytest_plugins = ["review_fixtures"]
FORMATS = [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("GeoJSON", "geojson"), ("CSV", "csv")]
AS_CSV = ["GEOMETRY=AS_WKT", "CREATE_CSVT=YES"]  # else it has no outlines, and texts as numbers
CONFIDENCES = (0.9, 0.55, 0.3, 0.7, 0.6)


@pytest.fixture(params=FORMATS, ids=lambda form: form[1])
def layer(request: pytest.FixtureRequest, tmp_path: Path) -> QgsVectorLayer:
    """Footprints of CONFIDENCES in a file of this format."""
    footprints(tmp_path, CONFIDENCES)
    return copied(tmp_path, *request.param)


@pytest.fixture(params=FORMATS, ids=lambda form: form[1])
def unreviewed(request: pytest.FixtureRequest, tmp_path: Path) -> QgsVectorLayer:
    """The same, with a filter that hides what is reviewed, and the most certain one."""
    source = footprints(tmp_path, CONFIDENCES)
    assert source.startEditing() and source.addAttribute(review_field())
    assert source.commitChanges()
    layer = copied(tmp_path, *request.param)
    assert layer.setSubsetString("(review IS NULL OR review = '') AND confidence < 0.9")
    return layer


def review_field() -> QgsField:
    return QgsField("review", QVariant.String, len=8)


def copied(folder: Path, driver: str, extension: str) -> QgsVectorLayer:
    path = folder / f"copy.{extension}"
    options = AS_CSV if driver == "CSV" else []
    gdal.VectorTranslate(
        str(path), str(folder / "found.gpkg"), format=driver, layerCreationOptions=options
    )
    layer = QgsVectorLayer(str(path), "copy", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def draw(layer: QgsVectorLayer, confidence: float) -> None:
    """Add a footprint, as another tool does."""
    drawn = QgsFeature(layer.fields())
    drawn.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 9 9, 9 0, 0 0))"))
    drawn["confidence"] = confidence
    layer.addFeature(drawn)


def decisions(layer: QgsVectorLayer) -> dict[float, Any]:
    return {f["confidence"]: f["review"] or None for f in layer.getFeatures()}


def test_review_goes_on_after_a_deletion_was_saved(
    dock: Any, qtbot: Any, layer: QgsVectorLayer
) -> None:
    dock.review(layer)
    press(dock.skip_button, "N")
    press(dock.delete_button, "D")
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.facts.text() == "Confidence 60%"
    assert dock.figures.text() == "1 of 5 reviewed, 1 deleted"
    seen = []
    while dock.accept_button.isEnabled():
        seen.append(dock.facts.text())
        press(dock.accept_button, "A")
    assert seen == ["Confidence 60%", "Confidence 70%", "Confidence 90%"]
    press(dock.delete_button, "B")
    press(dock.delete_button, "D")
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.figures.text() == "4 of 5 reviewed, 2 deleted"
    assert dock.facts.text().startswith("1 skipped")
    assert decisions(layer) == {0.3: None, 0.6: "accepted", 0.7: "accepted"}
    dock.facts.linkActivated.emit("again")
    assert dock.facts.text() == "Confidence 30%"
    layer.rollBack()


def test_key_right_after_saving_is_for_the_footprint_that_was_shown(
    dock: Any, layer: QgsVectorLayer
) -> None:
    dock.review(layer)
    dock.delete_button.click()
    shown = dock.facts.text()
    assert layer.commitChanges(False)
    dock.accept_button.click()  # before QGIS does anything else
    dock.mark_button.click()
    assert shown == "Confidence 55%" and dock.facts.text() == "Confidence 70%"
    assert decisions(layer) == {0.55: "accepted", 0.6: "marked", 0.7: None, 0.9: None}
    layer.rollBack()


def test_undo_and_save_do_not_read_all_footprints_again(
    dock: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.review import walk

    layer = footprints(tmp_path)
    dock.review(layer)
    dock.accept_button.click()  # adds the field
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
    second = dock.facts.text()
    for button in (dock.mark_button, dock.delete_button):
        button.click()
    monkeypatch.setattr(walk, "columns_of", lambda *_: pytest.fail("all footprints were read"))
    for text in ("2 of 4 reviewed", "1 of 4 reviewed"):
        layer.undoStack().undo()
        qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
        assert dock.figures.text().startswith(text)
    assert dock.facts.text() == second
    dock.accept_button.click()
    third = dock.facts.text()
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
    assert dock.figures.text().startswith("2 of 4 reviewed")
    assert dock.facts.text() == third != second


def test_many_edits_of_others_are_read_at_once(
    dock: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.review import walk

    reads = []
    columns_of = walk.columns_of
    monkeypatch.setattr(walk, "FEW", 2)
    layer = footprints(tmp_path)
    dock.review(layer)
    monkeypatch.setattr(walk, "columns_of", lambda *given: reads.append(0) or columns_of(*given))
    layer.startEditing()
    for count, expected in ((2, 0), (3, 1)):
        for id in range(1, count + 1):
            layer.changeAttributeValue(id, layer.fields().indexOf("confidence"), count / 10)
        qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
        assert len(reads) == expected
    layer.rollBack()


def test_footprints_that_others_add_and_delete_are_saved_too(
    dock: Any, qtbot: Any, layer: QgsVectorLayer
) -> None:
    dock.review(layer)
    dock.skip_button.click()
    layer.startEditing()
    for confidence in (0.9, 0.55):
        (id,) = (f.id() for f in layer.getFeatures() if f["confidence"] == confidence)
        layer.deleteFeature(id)
    draw(layer, 0.65)
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
    assert dock.facts.text() == "Confidence 60%"
    assert dock.figures.text() == "2 of 6 reviewed, 2 deleted"
    dock.skip_button.click()
    assert dock.facts.text() == "Confidence 65%"
    dock.back_button.click()
    dock.back_button.click()
    assert dock.facts.text() == "Confidence 30%"


def test_review_goes_on_if_a_filter_hides_what_was_saved(
    dock: Any, qtbot: Any, unreviewed: QgsVectorLayer
) -> None:
    layer = unreviewed
    dock.review(layer)
    seen = [dock.facts.text()]
    for step in (dock.skip_button, dock.delete_button, dock.accept_button):
        step.click()
        seen.append(dock.facts.text())
    assert seen == [f"Confidence {value:.0%}" for value in (0.3, 0.55, 0.6, 0.7)]
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.facts.text() == "Confidence 70%"
    assert dock.figures.text() == "1 of 3 reviewed, 1 deleted"
    dock.back_button.click()
    assert dock.facts.text() == "Confidence 30%"  # that of 60% is hidden
    dock.skip_button.click()
    dock.mark_button.click()
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.facts.text().startswith("1 skipped")
    layer.rollBack()
    assert layer.setSubsetString("")
    assert decisions(layer) == {0.3: None, 0.6: "accepted", 0.7: "marked", 0.9: None}


def test_key_right_after_saving_is_for_the_footprint_shown_if_a_filter_hides_others(
    dock: Any, unreviewed: QgsVectorLayer
) -> None:
    layer = unreviewed
    dock.review(layer)
    dock.accept_button.click()
    dock.delete_button.click()
    shown = dock.facts.text()
    assert layer.commitChanges(False)
    dock.mark_button.click()  # before QGIS does anything else
    assert shown == "Confidence 60%" and dock.facts.text() == "Confidence 70%"
    assert layer.commitChanges()
    assert layer.setSubsetString("")
    assert decisions(layer) == {0.3: "accepted", 0.6: "marked", 0.7: None, 0.9: None}


def test_footprints_that_others_add_where_a_filter_hides_them_are_saved_too(
    dock: Any, qtbot: Any, unreviewed: QgsVectorLayer
) -> None:
    layer = unreviewed
    dock.review(layer)
    dock.accept_button.click()
    dock.delete_button.click()
    draw(layer, 0.95)
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())
    assert dock.facts.text() == "Confidence 60%"
    assert dock.figures.text() == "1 of 3 reviewed, 1 deleted"
