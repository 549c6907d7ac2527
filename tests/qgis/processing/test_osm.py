"""cmhcl:osm: footprints for OpenStreetMap's editors, with the real worker."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from algorithm_fixtures import run
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsProject, QgsVectorLayer

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


def footprints(*decisions: str) -> QgsVectorLayer:
    """Squares of 20 m side by side in the project, with decisions of a review."""
    uri = "Polygon?crs=EPSG:32631&field=review:string(8)&field=regularised:bool"
    layer = QgsVectorLayer(uri, "houses", "memory")
    for number, decision in enumerate(decisions):
        left = 600_000 + 20 * number
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({left} 5749000, {left + 20} 5749000, {left + 20} 5749020, "
                f"{left} 5749020, {left} 5749000))"
            )
        )
        feature.setAttributes([decision or None, True])
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_neighbours_share_nodes_and_are_tagged(tmp_path: Path) -> None:
    out = tmp_path / "a.osm"
    outputs = run("osm", INPUT=footprints("accepted", "").id(), SOURCE="Umbra", OUTPUT=str(out))
    assert outputs == {"OUTPUT": str(out), "BUILDINGS": 2, "LEFT_OUT": 0}
    root = ElementTree.parse(out).getroot()
    assert len(list(root.iter("node"))) == 6
    tags = {(tag.get("k"), tag.get("v")) for tag in root.iter("tag")}
    assert tags == {("building", "yes"), ("source", "Umbra")}


def test_only_accepted_ones_are_written_if_asked(tmp_path: Path) -> None:
    layer, out = footprints("Accepted", "marked", "").id(), str(tmp_path / "a.geojson")
    outputs = run("osm", INPUT=layer, ACCEPTED=True, OUTPUT=out)
    assert (outputs["BUILDINGS"], outputs["LEFT_OUT"]) == (1, 2)
    assert QgsVectorLayer(out, "", "ogr").crs().authid() in ("EPSG:4326", "OGC:CRS84")


def test_file_of_the_user_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "a.osm"
    out.write_text("the user's")
    with pytest.raises(QgsProcessingException, match="was not written by this program"):
        run("osm", INPUT=footprints("").id(), OUTPUT=str(out))
    assert out.read_text() == "the user's"
