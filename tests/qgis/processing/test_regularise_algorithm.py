"""The algorithm cmhcl:regularise with the real worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


def wobbly(x: float, y: float, width: float = 20, depth: float = 12) -> str:
    """A house whose walls are a little off: its corners, and a point in the middle of each wall."""
    points = [(0, 0), (width / 2, 0.4), (width, 0), (width + 0.4, depth / 2), (width, depth)]
    points += [(width / 2, depth - 0.4), (0, depth), (-0.4, depth / 2), (0, 0)]
    return "(" + ", ".join(f"{x + dx} {y + dy}" for dx, dy in points) + ")"


def houses(*wkts: str, crs: str = "EPSG:32631") -> QgsVectorLayer:
    """A layer of the project with these geometries, numbered from 0."""
    fields = "field=number:int&field=name:string"
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&{fields}", "houses", "memory")
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, f"hóuse {number}"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def regularised(layer: Any, tmp_path: Path, **parameters: Any) -> dict[int, QgsFeature]:
    out = str(tmp_path / "straight.gpkg")
    outputs = run("regularise", INPUT=layer, OUTPUT=out, **parameters)
    found = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    features = {feature["number"]: feature for feature in found.getFeatures()}
    shapes = [f.geometry() for f in features.values() if not f.geometry().isEmpty()]
    assert outputs["POLYGONS"] == len(shapes) and all(g.isGeosValid() for g in shapes)
    assert all(f["name"] == f"hóuse {number}" for number, f in features.items())
    return features


def corners(geometry: QgsGeometry) -> int:
    """Of a polygon without holes."""
    return geometry.constGet().nCoordinates() - 1


def test_regularise_squares_what_the_user_sees(tmp_path: Path) -> None:
    """Filtered and unsaved features count; attributes stay; courtyards, parts and nothing too."""
    x, y = scenes.ORIGIN
    block = f"Polygon ({wobbly(x, y, 40, 40)}, {wobbly(x + 10, y + 10, 20, 20)})"
    pair = f"MultiPolygon (({wobbly(x, y)}), ({wobbly(x + 50, y)}))"
    bow = f"Polygon (({x} {y}, {x + 20} {y + 20}, {x + 20} {y}, {x} {y + 20}, {x} {y}))"
    layer = houses(f"Polygon ({wobbly(x, y)})", block, pair, bow, f"Polygon ({wobbly(x, y)})", "")
    layer.setSubsetString('"number" <> 4')
    layer.startEditing()
    unsaved = QgsFeature(layer.fields())
    unsaved.setAttributes([6, "hóuse 6"])
    triangle = f"{x} {y} 1, {x + 9} {y} 2, {x} {y + 9} 3, {x} {y} 1"
    unsaved.setGeometry(QgsGeometry.fromWkt(f"MultiPolygonZ ((({triangle})))"))
    assert layer.addFeature(unsaved)
    found = regularised(layer, tmp_path)
    layer.rollBack()
    assert set(found) == {0, 1, 2, 3, 5, 6}
    assert corners(found[0].geometry()) == 4
    assert found[0].geometry().area() == pytest.approx(240, rel=0.02)
    assert len(found[1].geometry().asMultiPolygon()[0]) == 2
    assert found[1].geometry().area() == pytest.approx(40 * 40 - 20 * 20, rel=0.02)
    assert len(found[2].geometry().asMultiPolygon()) == 2
    assert found[3].geometry().area() == pytest.approx(200, rel=0.1)
    assert found[5].geometry().isEmpty()
    assert found[6].geometry().area() == pytest.approx(40.5, rel=0.1)


def test_regularise_only_the_selected_ones(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    layer = houses(*(f"Polygon ({wobbly(x + 40 * i, y)})" for i in range(3)))
    layer.selectByExpression('"number" > 0')
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    assert set(regularised(chosen, tmp_path)) == {1, 2}


def test_regularise_in_degrees(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    metres, degrees = map(QgsCoordinateReferenceSystem, ("EPSG:32631", "EPSG:4326"))
    there = QgsGeometry.fromWkt(f"Polygon ({wobbly(x, y)})")
    there.transform(QgsCoordinateTransform(metres, degrees, QgsProject.instance()))
    found = regularised(houses(there.asWkt(17), crs="EPSG:4326"), tmp_path)[0].geometry()
    found.transform(QgsCoordinateTransform(degrees, metres, QgsProject.instance()))
    assert corners(found) == 4 and found.area() == pytest.approx(240, rel=0.02)
    box = found.orientedMinimumBoundingBox()[0]
    assert found.area() == pytest.approx(box.area(), rel=1e-3)


@pytest.mark.slow
def test_regularise_has_a_tolerance(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    points = [(0, 0), (20, 0), (20, 12), (11, 12), (11, 13), (8, 13), (8, 12), (0, 12), (0, 0)]
    ring = ", ".join(f"{x + dx} {y + dy}" for dx, dy in points)
    layer = houses(f"Polygon (({ring}))")
    for tolerance, expected in ((0.3, 8), (1.5, 4)):
        found = regularised(layer, tmp_path, TOLERANCE=tolerance)
        assert corners(found[0].geometry()) == expected


def test_regularise_without_polygons_is_told(tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="has no polygons"):
        regularised(houses(""), tmp_path)


def test_fields_with_the_names_of_geopackage_columns_are_kept(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    names = ("fid", "geom", "Name", "name")
    fields = "&".join(f"field={name}:string" for name in names)
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32631&{fields}", "odd", "memory")
    for _ in range(2):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list("abcd"))
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon ({wobbly(x, y)})"))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    outputs = run("regularise", INPUT=layer, OUTPUT=str(tmp_path / "straight.gpkg"))
    found = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    assert [field.name() for field in found.fields()][1:] == ["fid_2", "geom_2", "Name", "name_2"]
    assert [f.attributes()[1:] for f in found.getFeatures()] == [list("abcd")] * 2


def test_regularise_without_a_coordinate_system_is_in_metres(tmp_path: Path) -> None:
    layer = houses(f"Polygon ({wobbly(0, 0)})", "MultiPolygon EMPTY", crs="")
    layer.setCrs(QgsCoordinateReferenceSystem())
    found = regularised(layer, tmp_path)
    assert found[0].geometry().area() == pytest.approx(240, rel=0.02)
    assert found[1].geometry().isEmpty()


def test_the_layer_has_the_name_of_its_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    regularised(houses(f"Polygon ({wobbly(*scenes.ORIGIN)})"), tmp_path)
    layer = QgsVectorLayer(str(tmp_path / "straight.gpkg"), "", "ogr")
    assert layer.dataProvider().subLayers()[0].split("!!::!!")[1] == "straight"
    assert [path.name for path in tmp_path.iterdir()] == ["straight.gpkg"]


def test_a_failed_run_leaves_the_existing_file(tmp_path: Path, monkeypatch: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.processing import regularise

    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    regularised(layer, tmp_path)
    before = (tmp_path / "straight.gpkg").read_bytes()
    monkeypatch.setattr(regularise, "incomplete", lambda path, _: str(path.name))
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        regularised(layer, tmp_path)
    assert (tmp_path / "straight.gpkg").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["straight.gpkg"]


@pytest.mark.slow
def test_a_file_without_an_extension_gets_one(tmp_path: Path) -> None:
    """As by algorithms of QGIS, also in what is loaded, and on a second run."""
    output = QgsProcessingOutputLayerDefinition(str(tmp_path / "x.json"), QgsProject.instance())
    output.destinationName = "straight"
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    written = str(tmp_path / "x.json.geojson")
    for _ in range(2):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        assert run("regularise", context=context, INPUT=layer, OUTPUT=output)["OUTPUT"] == written
        assert QgsVectorLayer(written, "", "ogr").featureCount() == 1
        loaded = context.layersToLoadOnCompletion()
        assert {path: details.name for path, details in loaded.items()} == {written: "straight"}
    assert [str(path) for path in tmp_path.iterdir()] == [written]


@pytest.mark.parametrize("end", ["|layername=y", "|layerid=0"])
def test_a_layer_of_a_file_is_no_output(tmp_path: Path, end: str) -> None:
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    with pytest.raises(QgsProcessingException, match="The output is not a file"):
        run("regularise", INPUT=layer, OUTPUT=str(tmp_path / f"x.gpkg{end}"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_its_extension_is_still_the_input(tmp_path: Path) -> None:
    path = scenes.write_footprints(tmp_path / "straight.gpkg")
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="The output is also an input"):
        run("regularise", INPUT=str(path), OUTPUT=str(tmp_path / "straight"))
    assert path.read_bytes() == before


@pytest.mark.slow
def test_a_geopackage_with_other_layers_is_not_replaced(tmp_path: Path) -> None:
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    path = tmp_path / "straight.gpkg"
    for name in ("roads", "trees"):
        table = f"ogr:dbname='{path}' table=\"{name}\" (geom)"
        run("regularise", INPUT=layer, OUTPUT=table)
    before = path.read_bytes()
    for folder in (tmp_path, tmp_path / "nope" / ".."):  # ".." after a folder that is not there
        with pytest.raises(QgsProcessingException, match=r"several layers.*\(roads, trees\)"):
            regularised(layer, folder)
    assert path.read_bytes() == before


@pytest.mark.slow
def test_a_table_that_is_the_input_is_not_replaced(tmp_path: Path) -> None:
    regularised(houses(f"Polygon ({wobbly(*scenes.ORIGIN)})"), tmp_path)
    path = tmp_path / "straight.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=straight", "straight", "ogr")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match="The output is also an input"):
        run("regularise", INPUT=layer, OUTPUT=f"ogr:dbname='{path}' table=\"straight\" (geom)")
    run("regularise", INPUT=layer, OUTPUT=f"ogr:dbname='{path}' table=\"other\" (geom)")
    assert layer.featureCount() == 1
    assert len(QgsVectorLayer(str(path), "", "ogr").dataProvider().subLayers()) == 2


def test_a_file_that_another_program_uses_is_not_replaced(tmp_path: Path) -> None:
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    regularised(layer, tmp_path)
    (tmp_path / "straight.gpkg-journal").touch()
    with pytest.raises(QgsProcessingException, match="open in another program"):
        regularised(layer, tmp_path)


@pytest.mark.slow
def test_a_shapefile_is_written_whole_and_not_replaced(tmp_path: Path) -> None:
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    out = str(tmp_path / "straight.shp")
    outputs = run("regularise", INPUT=layer, OUTPUT=out)
    assert QgsVectorLayer(outputs["OUTPUT"], "", "ogr").featureCount() == 1
    assert {".shp", ".shx", ".dbf"} <= {path.suffix for path in tmp_path.iterdir()}
    with pytest.raises(QgsProcessingException, match="choose another name"):
        run("regularise", INPUT=layer, OUTPUT=out)


@pytest.mark.slow
@pytest.mark.parametrize("target", ["TEMPORARY_OUTPUT", "memory:"])
def test_a_temporary_layer_is_written(target: str) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    outputs = run("regularise", context=context, INPUT=layer, OUTPUT=target)
    found = QgsProcessingUtils.mapLayerFromString(outputs["OUTPUT"], context)
    assert found.featureCount() == 1


def test_the_file_is_loaded_from_its_place(tmp_path: Path) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    out = tmp_path / "straight.gpkg"
    output = QgsProcessingOutputLayerDefinition(str(out), QgsProject.instance())
    layer = houses(f"Polygon ({wobbly(*scenes.ORIGIN)})")
    run("regularise", context=context, INPUT=layer, OUTPUT=output)
    assert list(context.layersToLoadOnCompletion()) == [str(out)]


def test_rows_of_a_batch_whose_names_become_the_same_do_not_overwrite_each_other(
    tmp_path: Path,
) -> None:
    x, y = scenes.ORIGIN
    layer = houses(f"Polygon ({wobbly(x, y)})")
    log = QgsProcessingFeedback()
    batch = QgsProcessingMultiStepFeedback(2, log)
    run("regularise", batch, INPUT=layer, OUTPUT=str(tmp_path / "x"))
    with pytest.raises(QgsProcessingException, match="An earlier row of this batch"):
        run("regularise", batch, INPUT=layer, OUTPUT=str(tmp_path / "x.gpkg"))
    run("regularise", batch, INPUT=layer, OUTPUT=str(tmp_path / "x.json"))
    with pytest.raises(QgsProcessingException, match="An earlier row of this batch"):
        run("regularise", batch, INPUT=layer, OUTPUT=str(tmp_path / "x.json.geojson"))
