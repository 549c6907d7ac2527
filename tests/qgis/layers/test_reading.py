"""Features of a layer are read even if QGIS's connection to its file no longer works."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer


@pytest.fixture
def layer(qgis_iface: Any, tmp_path: Path) -> Iterator[QgsVectorLayer]:  # noqa: ARG001
    """Two footprints in a GeoPackage whose journal changed after QGIS had opened it."""
    path = scenes.write_footprints(tmp_path / "f.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=footprints", "f", "ogr")
    assert len(list(layer.getFeatures())) == 2
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT count(*) FROM footprints").fetchall()
        yield layer


def test_broken_connection_is_renewed(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.reading import features_of

    assert [feature.id() for feature in features_of(layer)] == [1, 2]
    assert [feature.id() for feature in layer.getFeatures()] == [1, 2]


def test_unsaved_edits_survive(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.reading import features_of

    layer.startEditing()
    layer.deleteFeature(2)
    new = QgsFeature(layer.fields())
    new.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 9, 9)))
    layer.addFeature(new)
    assert sorted(feature.id() for feature in features_of(layer)) == [new.id(), 1]
    assert layer.isEditable() and layer.undoStack().count() == 2


def test_nothing_at_a_place_is_no_broken_connection(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.reading import features_of, renew_connection

    renew_connection(layer)
    nowhere = QgsFeatureRequest().setFilterRect(QgsRectangle(0, 0, 1, 1))
    assert features_of(layer, nowhere) == []
    assert not renew_connection(layer)


def test_walk_reads_through_a_new_connection(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    assert ReviewWalk(layer).total == 2


def test_polygons_are_written_through_a_new_connection(
    layer: QgsVectorLayer, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    LayerPolygons(layer).write(tmp_path / "written.gpkg")
    written = QgsVectorLayer(str(tmp_path / "written.gpkg"), "", "ogr")
    assert len(list(written.getFeatures())) == 2


def test_content_is_replaced_through_a_new_connection(
    layer: QgsVectorLayer, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import Source, replace_content

    found = scenes.write_footprints(tmp_path / "found.gpkg")
    source = Source.of(layer)
    replace_content(source, Source(str(found), "ogr", "found"), source.digest())
    again = QgsVectorLayer(layer.source(), "", "ogr")
    assert len(list(again.getFeatures())) == 2


@pytest.mark.parametrize("kind", ["gpkg", "shp", "geojson"])
def test_edits_of_a_layer_whose_file_is_away_for_a_moment_can_be_saved(
    tmp_path: Path, kind: str
) -> None:
    """As on a network drive; a layer that is reloaded meanwhile could not be saved any more."""
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.cmhcl_plugin.layers.reading import features_of
    from cmhcl_footprints.core.hatch.errors import InputError

    drive = tmp_path / "drive"
    drive.mkdir()
    gdal.VectorTranslate(
        str(drive / f"f.{kind}"), str(scenes.write_footprints(tmp_path / "a.gpkg"))
    )
    edited = min(QgsVectorLayer(str(drive / f"f.{kind}"), "", "ogr").allFeatureIds())
    layer = QgsVectorLayer(str(drive / f"f.{kind}"), "f", "ogr")  # without a connection to read
    layer.startEditing()
    layer.changeAttributeValue(edited, layer.fields().indexFromName("confidence"), 0.123)
    drive.rename(tmp_path / "away")
    features_of(layer)
    with pytest.raises(InputError, match=f"“f” cannot be read; .*: .*f.{kind}"):
        LayerPolygons(layer)
    (tmp_path / "away").rename(drive)
    assert layer.commitChanges(), layer.commitErrors()
    saved = QgsVectorLayer(str(drive / f"f.{kind}"), "f", "ogr")
    assert sorted(feature["confidence"] for feature in saved.getFeatures()) == [0.123, 0.9]
    assert len(features_of(layer)) == 2
