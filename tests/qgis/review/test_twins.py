"""A review of a layer whose file others change too, and of a layer that changes its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer
from review_layers import footprints, states
from test_saving import CONFIDENCES, FORMATS, copied, decisions, draw

pytest_plugins = ["review_fixtures"]


def twin_of(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Another layer of the same file in the project."""
    twin = QgsVectorLayer(layer.source(), "twin", "ogr")
    QgsProject.instance().addMapLayer(twin)
    return twin


def delete(layer: QgsVectorLayer, confidence: float) -> None:
    """Delete a footprint and save."""
    (id,) = (f.id() for f in layer.getFeatures() if f["confidence"] == confidence)
    assert layer.startEditing() and layer.deleteFeature(id)
    assert layer.commitChanges()


def settle(dock: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not dock._session._refresh_soon.isActive())


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(("driver", "extension"), FORMATS)
def test_decision_is_on_the_footprint_shown_after_a_twin_was_saved(
    dock: Any, qtbot: Any, tmp_path: Path, driver: str, extension: str, at_once: bool
) -> None:
    footprints(tmp_path, CONFIDENCES)
    layer = copied(tmp_path, driver, extension)
    twin = twin_of(layer)
    dock.review(layer)
    dock.skip_button.click()
    delete(twin, 0.9)
    if not at_once:
        settle(dock, qtbot)
    shown = int(dock.facts.text().split()[-1].removesuffix("%")) / 100
    dock.accept_button.click()
    assert layer.commitChanges(), layer.commitErrors()
    on_disk = decisions(QgsVectorLayer(layer.source(), "", "ogr"))
    assert on_disk == {0.55: None, 0.3: None, 0.7: None, 0.6: None, shown: "accepted"}


def test_footprints_that_a_twin_adds_and_deletes_are_noticed(
    dock: Any, qtbot: Any, tmp_path: Path
) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    dock.accept_button.click()
    twin = twin_of(layer)
    delete(twin, 0.55)
    settle(dock, qtbot)
    assert dock.facts.text() == "Confidence 70%"
    twin.startEditing()
    draw(twin, 0.8)
    assert twin.commitChanges()
    settle(dock, qtbot)
    dock.accept_button.click()
    assert dock.facts.text() == "Confidence 80%"
    assert layer.commitChanges()
    assert sorted(states(layer).values(), key=str) == [None, None, "accepted", "accepted"]


def test_twin_of_a_layer_that_is_reviewed_no_longer_is_not_followed(
    dock: Any, tmp_path: Path
) -> None:
    first, second = footprints(tmp_path, name="a"), footprints(tmp_path, (0.2, 0.1), name="b")
    twin = twin_of(first)
    dock.review(first)
    dock.review(second)
    delete(twin, 0.55)
    assert not dock._session._refresh_soon.isActive()
    QgsProject.instance().removeMapLayer(second.id())
    delete(twin, 0.7)
    assert dock.layers.currentLayer() is None


def test_footprint_that_another_program_deleted_is_not_accepted(dock: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    source = ogr.Open(str(tmp_path / "found.gpkg"), 1)
    source.ExecuteSQL("DELETE FROM footprints WHERE fid = 3")
    source = None
    dock.accept_button.click()
    assert (
        "This footprint of the layer “found” no longer exists; decide on the next."
        in dock.messages.text
    )
    assert dock.facts.text() == "Confidence 55%" and not layer.isEditable()
    dock.accept_button.click()
    assert states(layer) == {1: None, 2: "accepted", 4: None}
    layer.rollBack()


def test_other_file_of_the_layer_is_reviewed_from_the_start(dock: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path, name="a")
    other = footprints(tmp_path, (0.95, 0.2, 0.97), name="b").source()
    dock.review(layer)
    dock.skip_button.click()
    layer.setDataSource(str(tmp_path / "nothing.gpkg"), "a", "ogr")
    assert not dock.accept_button.isEnabled()
    layer.setDataSource(other, "a", "ogr")
    assert dock.facts.text() == "Confidence 20%"
    assert dock.figures.text() == "0 of 3 reviewed, 0 deleted"
    dock.accept_button.click()
    assert layer.commitChanges() and states(layer) == {1: None, 2: "accepted", 3: None}
