"""The walk through a layer, and the edits that its decisions are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVectorLayerUtils,
)
from review_layers import BY_CONFIDENCE, footprints, states


def path_of(walk: Any) -> list[int]:
    """The ids that the walk visits when all is skipped."""
    visited = []
    while walk.current is not None:
        visited.append(walk.current)
        walk.skip()
    return visited


@pytest.fixture
def walk(tmp_path: Path) -> Any:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    return ReviewWalk(footprints(tmp_path))


def test_walk_starts_with_the_least_certain(walk: Any) -> None:
    assert path_of(walk) == BY_CONFIDENCE
    assert not walk.layer.isEditable()  # looking is no edit


def test_walk_without_confidence_starts_with_the_smallest(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path, (0.1, 0.9, 0.5), field="other")
    layer.startEditing()
    layer.changeGeometry(2, QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
    assert path_of(ReviewWalk(layer)) == [2, 1, 3]


def test_each_decision_is_one_edit_that_can_be_undone(walk: Any) -> None:
    layer = walk.layer
    walk.accept()
    walk.delete()
    walk.mark()
    assert states(layer) == {3: "accepted", 4: "marked", 1: None}
    assert (walk.current, walk.total, walk.deleted, walk.count("")) == (1, 4, 1, 1)
    assert layer.undoStack().count() == 3
    texts = [layer.undoStack().text(i) for i in range(3)]
    assert texts == ["Accept footprint", "Delete footprint", "Mark footprint for later"]
    for _ in range(3):
        layer.undoStack().undo()
    assert layer.fields().indexFromName("review") < 0 and layer.featureCount() == 4


def test_back_and_undo_return_to_decided_footprints(walk: Any) -> None:
    walk.accept()
    walk.delete()
    walk.back()
    assert (walk.current, walk.state) == (3, "accepted")  # the deleted one is passed over
    walk.mark()
    assert (walk.current, states(walk.layer)[3]) == (4, "marked")
    walk.layer.undoStack().undo()  # accepted again: still decided
    walk.refresh()
    assert walk.current == 4
    walk.layer.undoStack().undo()  # the deleted one is back
    walk.refresh()
    assert (walk.current, walk.deleted, walk.total) == (2, 0, 4)
    walk.layer.undoStack().redo()
    walk.refresh()
    assert (walk.current, walk.deleted) == (4, 1)
    assert path_of(walk) == [4, 1]


def test_decisions_of_a_saved_layer_are_not_asked_for_again(walk: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.names import MARKED

    source = walk.layer.source()
    walk.accept()
    walk.mark()
    assert walk.layer.commitChanges()
    again = ReviewWalk(QgsVectorLayer(source, "again", "ogr"))
    assert (again.current, again.total, again.count("accepted")) == (4, 4, 1)
    again.restart(MARKED)
    assert again.current == 2
    again.accept()
    assert again.current is None and states(again.layer)[2] == "accepted"


def test_restart_includes_skipped_footprints(walk: Any) -> None:
    assert path_of(walk) == BY_CONFIDENCE
    walk.back()
    assert walk.current == 1
    walk.restart("")
    assert walk.current == 3


def test_restart_does_not_read_the_layer_again(walk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    walk.mark()
    monkeypatch.setattr(walk, "_read", lambda: pytest.fail("read again"))
    walk.restart("marked")
    assert path_of(walk) == BY_CONFIDENCE[:1]
    walk.restart("")
    assert path_of(walk) == BY_CONFIDENCE[1:]


def test_field_that_is_added_has_a_name_like_the_others(walk: Any) -> None:
    walk.accept()
    layer = walk.layer
    for _ in range(2):
        assert layer.attributeAlias(layer.fields().indexFromName("review")) == "Review"
        assert layer.commitChanges(stopEditing=False)


def test_refresh_follows_edits_of_others(walk: Any) -> None:
    layer = walk.layer
    walk.accept()
    layer.deleteFeature(2)  # the current one
    walk.refresh()
    assert (walk.current, walk.deleted) == (4, 1)
    new = QgsFeature(layer.fields())
    new.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 9 0, 9 9, 0 0))"))
    new["confidence"] = 0.95
    layer.addFeature(new)
    walk.refresh()
    assert path_of(walk) == [4, 1, new.id()]
    layer.rollBack()
    walk.refresh()
    assert (walk.current, walk.total, walk.deleted) == (3, 4, 0)


def test_layer_that_cannot_store_decisions_is_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = footprints(tmp_path, (0.5,), field="review")
    walk = ReviewWalk(layer)
    with pytest.raises(InputError, match="The field “review” of the layer “found” cannot store"):
        walk.accept()
    layer = footprints(tmp_path, (0.5,), name="locked")
    layer.setReadOnly(True)
    walk = ReviewWalk(layer)
    for step in (walk.accept, walk.delete):
        with pytest.raises(InputError, match="“locked” is read-only; allow edits in Project"):
            step()
    assert walk.current == 1 and walk.count("") == 1


def test_decision_on_an_unsaved_footprint_is_saved_or_refused(walk: Any) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    def draw() -> int:
        new = QgsVectorLayerUtils.createFeature(walk.layer, QgsGeometry(), {1: -2.0})
        walk.layer.addFeature(new)
        walk.refresh()
        walk.restart("")
        return int(new.id())

    walk.layer.startEditing()
    drawn_before = draw()
    assert walk.current == drawn_before
    with pytest.raises(InputError, match="This footprint of the layer “found” is new; save the"):
        walk.accept()
    walk.delete()
    walk.accept()  # adds the field
    drawn_after = draw()
    assert walk.current == drawn_after
    walk.accept()
    assert walk.layer.commitChanges()
    assert sorted(states(walk.layer).values(), key=str) == [None] * 3 + ["accepted"] * 2


def test_new_ids_and_filters_do_not_count_as_deletions(walk: Any) -> None:
    layer = walk.layer
    layer.startEditing()
    new = QgsFeature(layer.fields())
    new["confidence"] = 0.1
    layer.addFeature(new)
    walk.refresh()
    walk.restart("")
    assert path_of(walk) == [3, new.id(), 2, 4, 1]
    layer.commitChanges()
    walk.refresh()
    assert (walk.total, walk.deleted) == (5, 0)
    layer.setSubsetString("confidence > 0.6")
    walk.refresh()
    assert (walk.total, walk.deleted) == (2, 0)


def test_decisions_of_plugin_0_1_0_are_read(tmp_path: Path) -> None:
    """Its field: text of 8 letters, "accepted", "marked", empty or no value."""
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path)
    source = ogr.Open(str(tmp_path / "found.gpkg"), 1)
    source.ExecuteSQL("ALTER TABLE footprints ADD COLUMN review TEXT(8)")
    for id, text in ((1, "'accepted'"), (2, "'marked'"), (3, "''"), (4, "NULL")):
        source.ExecuteSQL(f"UPDATE footprints SET review = {text} WHERE fid = {id}")
    source = None
    walk = ReviewWalk(QgsVectorLayer(layer.source(), "of 0.1.0", "ogr"))
    assert (walk.count("accepted"), walk.count("marked"), walk.count("")) == (1, 1, 2)
    assert path_of(walk) == [3, 4]
    walk.restart("marked")
    walk.accept()
    assert walk.layer.commitChanges()
    assert states(walk.layer) == {1: "accepted", 2: "accepted", 3: None, 4: None}


def test_decisions_that_were_typed_count_and_other_texts_are_no_decision(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    footprints(tmp_path)
    source = ogr.Open(str(tmp_path / "found.gpkg"), 1)
    source.ExecuteSQL("ALTER TABLE footprints ADD COLUMN review TEXT(20)")
    for id, text in enumerate(("ACCEPTED", "Marked ", "yes", " "), start=1):
        source.ExecuteSQL(f"UPDATE footprints SET review = '{text}' WHERE fid = {id}")
    source = None
    walk = ReviewWalk(QgsVectorLayer(f"{tmp_path}/found.gpkg|layername=footprints", "", "ogr"))
    assert (walk.count("accepted"), walk.count("marked"), walk.count("")) == (1, 1, 2)
    walk.accept()
    assert path_of(walk) == [4] and states(walk.layer)[3] == "accepted"
    walk.layer.rollBack()


EXTENSIONS = {"GPKG": "gpkg", "ESRI Shapefile": "shp", "GeoJSON": "geojson"}


def with_field(folder: Path, name: str, kind: str, driver: str = "GPKG") -> QgsVectorLayer:
    """Footprints with one more field, in a file of this format."""
    footprints(folder)
    source = ogr.Open(str(folder / "found.gpkg"), 1)
    source.ExecuteSQL(f"ALTER TABLE footprints ADD COLUMN {name} {kind}")
    source = None
    path = folder / f"copy.{EXTENSIONS[driver]}"
    gdal.VectorTranslate(str(path), str(folder / "found.gpkg"), format=driver)
    return QgsVectorLayer(str(path), "copy", "ogr")


@pytest.mark.parametrize("driver", EXTENSIONS)
def test_field_of_another_case_takes_the_decisions(tmp_path: Path, driver: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = with_field(tmp_path, "Review", "TEXT(20)", driver)
    walk = ReviewWalk(layer)
    walk.accept()
    walk.mark()
    assert layer.commitChanges()
    assert "review" not in layer.fields().names()
    assert sorted(f["Review"] or "" for f in layer.getFeatures()) == ["", "", "accepted", "marked"]
    again = ReviewWalk(layer)
    assert (again.count("accepted"), again.count("marked"), again.count("")) == (1, 1, 2)


@pytest.mark.parametrize("kind", ["REAL", "TEXT(5)"])
def test_field_of_another_case_that_cannot_store_decisions_is_refused(
    tmp_path: Path, kind: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = with_field(tmp_path, "REVIEW", kind)
    with pytest.raises(InputError, match="The field “review” of the layer “copy” cannot store"):
        ReviewWalk(layer).accept()
    assert not layer.isModified()


def test_flatgeobuf_is_not_edited(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "FlatGeobuf"
    path = tmp_path / "f.fgb"
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(footprints(tmp_path), str(path), context, options)
    walk = ReviewWalk(QgsVectorLayer(str(path), "f", "ogr"))
    assert walk.total == 4
    with pytest.raises(InputError, match="cannot be edited here; export it as a GeoPackage"):
        walk.delete()
    assert walk.total == 4 and not walk.layer.isEditable()


def test_layer_that_only_takes_new_footprints_is_not_left_in_edit_mode(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    footprints(tmp_path)
    path = tmp_path / "f.geojsonl"
    gdal.VectorTranslate(str(path), str(tmp_path / "found.gpkg"), format="GeoJSONSeq")
    layer = QgsVectorLayer(str(path), "f", "ogr")
    walk = ReviewWalk(layer)
    for step in (walk.accept, walk.delete):
        with pytest.raises(InputError, match="cannot be edited here; export it as a GeoPackage"):
            step()
        assert walk.current is not None and not layer.isEditable()
    assert layer.startEditing()  # by the user
    with pytest.raises(InputError, match="cannot be edited here"):
        walk.accept()
    assert layer.isEditable() and layer.rollBack()


def view(folder: Path, columns: str) -> QgsVectorLayer:
    """A view in the GeoPackage of the footprints, as a database makes one."""
    footprints(folder)
    path = folder / "found.gpkg"
    QgsProject.instance().removeAllMapLayers()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"CREATE VIEW seen AS SELECT {columns} FROM footprints")
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            names = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
            values = [
                "'seen'" if "table" in name or name == "identifier" else name for name in names
            ]
            file.execute(f"INSERT INTO {table} SELECT {', '.join(values)} FROM {table}")
    return QgsVectorLayer(f"{path}|layername=seen", "seen", "ogr")


@pytest.mark.parametrize("columns", ["fid AS OGC_FID, geom, confidence", "geom, confidence"])
def test_view_is_shown_and_what_it_reads_is_named(tmp_path: Path, columns: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.reading import require_readable
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = view(tmp_path, columns)
    require_readable(layer)
    walk = ReviewWalk(layer)
    assert walk.total == 4 and walk.current is not None
    for step in (walk.accept, walk.delete):
        with pytest.raises(InputError, match="is a view or a query and cannot be edited"):
            step()
    assert walk.total == 4 and not layer.isEditable()


@pytest.mark.parametrize("kind", ["virtual", "select"])
def test_query_is_named_as_one(tmp_path: Path, kind: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = footprints(tmp_path)
    if kind == "virtual":
        layer = QgsVectorLayer("?query=SELECT * FROM found&uid=fid", "query", "virtual")
    else:
        layer.setSubsetString("SELECT * FROM footprints WHERE confidence > 0.6")
    with pytest.raises(InputError, match="is a view or a query"):
        ReviewWalk(layer).accept()
    assert not layer.isEditable()


def test_filtered_and_joined_layers_are_reviewed(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path)
    table = QgsVectorLayer("None?field=key:int&field=owner:string", "table", "memory")
    QgsProject.instance().addMapLayer(table)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("key")
    join.setTargetFieldName("fid")
    layer.addJoin(join)
    layer.setSubsetString("confidence > 0.6")
    walk = ReviewWalk(layer)
    assert walk.total == 2
    walk.accept()
    walk.delete()
    assert layer.commitChanges()
    assert [feature["review"] for feature in layer.getFeatures()] == ["accepted"]
