"""Which changes of footprints count as edits, and what replaces them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import scenes
from osgeo import ogr
from qgis.core import QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

TIMEOUT_S = 60


@pytest.fixture
def layer(qgis_iface: Any, tmp_path: Path) -> QgsVectorLayer:  # noqa: ARG001
    """Two footprints with a field of the user, as extracted."""
    layer = add_footprints(tmp_path / "f.gpkg")
    add_field(layer, "roof", QVariant.String)
    store(layer)
    return layer


def add_footprints(path: Path) -> QgsVectorLayer:
    uri = f"{scenes.write_footprints(path)}|layername=footprints"
    return QgsProject.instance().addMapLayer(QgsVectorLayer(uri, path.stem, "ogr"))


def add_field(layer: QgsVectorLayer, name: str, kind: Any) -> None:
    assert layer.dataProvider().addAttributes([QgsField(name, kind)])
    layer.updateFields()


def with_column(layer: QgsVectorLayer, column: str) -> QgsVectorLayer:
    """The layer with a column ``status`` that another program has added."""
    source = ogr.Open(layer.source().partition("|")[0], 1)
    source.ExecuteSQL(f"ALTER TABLE footprints ADD COLUMN status {column}")
    source = None
    again = QgsVectorLayer(layer.source(), "again", "ogr")
    return QgsProject.instance().addMapLayer(again)


def fill(layer: QgsVectorLayer, name: str, value: Any) -> None:
    index = layer.fields().indexFromName(name)
    changes = {id: {index: value} for id in layer.allFeatureIds()}
    assert layer.dataProvider().changeAttributeValues(changes)


def rename(layer: QgsVectorLayer, old: str, new: str) -> None:
    assert layer.startEditing()
    assert layer.renameAttribute(layer.fields().indexFromName(old), new)
    assert layer.commitChanges()


def store(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import Source, store_digest

    store_digest(layer, Source.of(layer).digest())


def is_edited(layer: QgsVectorLayer) -> bool:
    from cmhcl_footprints.cmhcl_plugin.layers import content

    digest = content.Source.of(layer).digest(content.stored_digest(layer))
    return content.is_edited(layer, digest)


def replace(layer: QgsVectorLayer, found: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import content

    source = content.Source.of(layer)
    digest = content.replace_content(source, content.Source.of(found), source.digest())
    content.show_replaced(layer, digest)


@pytest.fixture
def found(qgis_iface: Any, tmp_path: Path) -> QgsVectorLayer:  # noqa: ARG001
    return add_footprints(tmp_path / "found.gpkg")


@pytest.fixture
def thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """Events of the thread of ``mark_unedited``."""
    from cmhcl_footprints.cmhcl_plugin.layers.content import Source

    names = ("may_read", "has_read", "may_return")
    thread = SimpleNamespace(**{name: threading.Event() for name in names})
    digest = Source.digest

    def slow_digest(source: Any, *like: str) -> str:
        if threading.current_thread() is threading.main_thread():
            return digest(source, *like)
        assert thread.may_read.wait(TIMEOUT_S)
        found = digest(source, *like)
        thread.has_read.set()
        assert thread.may_return.wait(TIMEOUT_S)
        return found

    monkeypatch.setattr(Source, "digest", slow_digest)
    yield thread
    thread.may_read.set()
    thread.may_return.set()


def wait_for_end(thread: SimpleNamespace, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin import background

    thread.may_read.set()
    thread.may_return.set()
    qtbot.waitUntil(lambda: not background._calls, timeout=1000 * TIMEOUT_S)


def test_edits_that_are_saved_before_the_first_digest_are_edits(
    layer: QgsVectorLayer, thread: SimpleNamespace, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import PROPERTY, mark_unedited

    layer.removeCustomProperty(PROPERTY)
    mark_unedited(layer)
    rename(layer, "confidence", "certainty")
    wait_for_end(thread, qtbot)
    assert is_edited(layer)
    mark_unedited(layer)
    wait_for_end(thread, qtbot)
    assert not is_edited(layer)


def test_late_digest_does_not_take_the_place_of_a_newer_one(
    layer: QgsVectorLayer, found: QgsVectorLayer, thread: SimpleNamespace, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import PROPERTY, mark_unedited

    layer.removeCustomProperty(PROPERTY)
    fill(layer, "roof", "flat")
    mark_unedited(layer)
    thread.may_read.set()
    assert thread.has_read.wait(TIMEOUT_S)
    replace(layer, found)
    wait_for_end(thread, qtbot)
    assert not is_edited(layer)


def test_field_that_is_renamed_is_an_edit(layer: QgsVectorLayer) -> None:
    rename(layer, "confidence", "certainty")
    assert is_edited(layer)
    rename(layer, "certainty", "confidence")
    assert not is_edited(layer)


@pytest.mark.parametrize("text", ["NULL", "None", ""])
def test_texts_that_look_empty_are_edits(layer: QgsVectorLayer, text: str) -> None:
    fill(layer, "roof", text)
    assert is_edited(layer)
    fill(layer, "roof", None)
    assert not is_edited(layer)


def test_field_of_another_type_is_an_edit(layer: QgsVectorLayer) -> None:
    fill(layer, "roof", "1")
    store(layer)
    layer.dataProvider().deleteAttributes([layer.fields().indexFromName("roof")])
    add_field(layer, "roof", QVariant.Int)
    fill(layer, "roof", 1)
    assert is_edited(layer)


def test_new_field_without_values_is_no_edit(layer: QgsVectorLayer) -> None:
    add_field(layer, "storeys", QVariant.Int)
    assert not is_edited(layer)


@pytest.mark.parametrize("column", ["TEXT NOT NULL DEFAULT 'new'", "INTEGER NOT NULL DEFAULT 5"])
def test_field_that_must_not_be_empty_gets_its_default(
    layer: QgsVectorLayer, found: QgsVectorLayer, column: str
) -> None:
    layer = with_column(layer, column)
    before = {feature["status"] for feature in layer.getFeatures()}
    fill(layer, "status", 7)
    replace(layer, found)
    assert {feature["status"] for feature in layer.getFeatures()} == before


def test_problem_of_every_footprint_is_reported_once(
    layer: QgsVectorLayer, found: QgsVectorLayer
) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = with_column(layer, "TEXT DEFAULT 'new' CHECK (status IS NOT NULL)")
    with pytest.raises(InputError) as error:
        replace(layer, found)
    assert str(error.value).count("CHECK constraint failed") == 1


def test_field_whose_name_differs_in_case_keeps_its_values(
    layer: QgsVectorLayer, found: QgsVectorLayer
) -> None:
    for old, new in (("confidence", "c"), ("c", "Confidence")):  # QGIS refuses it in one step
        rename(layer, old, new)
    replace(layer, found)
    assert {feature["Confidence"] for feature in layer.getFeatures()} == {0.55, 0.9}
