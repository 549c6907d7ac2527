"""OpenStreetMap data: nodes are shared, and what is read back are the same rings."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import shapely

from core.footprints.osm_file import GRID, write_osm
from core.footprints.snapped import snapped


def read(path: Path) -> tuple[list[shapely.Polygon], ElementTree.Element]:
    """The buildings of a file, ways first, and its root."""
    root = ElementTree.parse(path).getroot()
    nodes = {n.get("id"): (float(n.get("lon")), float(n.get("lat"))) for n in root.iter("node")}
    ways = {
        way.get("id"): [nodes[nd.get("ref")] for nd in way.iter("nd")] for way in root.iter("way")
    }
    buildings = []
    for element in [*root.iter("way"), *root.iter("relation")]:
        tags = {tag.get("k"): tag.get("v") for tag in element.iter("tag")}
        if tags.get("building") != "yes":
            continue
        members = [(one.get("role"), ways[one.get("ref")]) for one in element.iter("member")]
        outer = [ring for role, ring in members if role == "outer"] or [ways[element.get("id")]]
        buildings.append(
            shapely.Polygon(outer[0], [ring for role, ring in members if role == "inner"])
        )
    return buildings, root


def some_buildings() -> np.ndarray:
    """Two that touch, one with a courtyard, one alone in the south-west of the globe."""
    yard = shapely.Polygon(
        shapely.box(4.51, 51.9, 4.512, 51.902).exterior.coords,
        [shapely.box(4.5105, 51.9005, 4.511, 51.901).exterior.coords],
    )
    boxes = [
        shapely.box(4.5, 51.9, 4.5011, 51.901),
        shapely.box(4.5011, 51.9002, 4.502, 51.9007),
        shapely.box(-70.0000123, -33.0000456, -69.9999, -33.0),
    ]
    return snapped(np.array([*boxes, yard]), GRID)


def test_rings_are_read_back_within_a_step_and_neighbours_share_nodes(tmp_path: Path) -> None:
    polygons = some_buildings()
    nodes = write_osm(tmp_path / "a.osm", polygons, "Umbra")
    buildings, root = read(tmp_path / "a.osm")
    assert len(buildings) == len(polygons)
    for building, polygon in zip(buildings, polygons):
        assert building.is_valid and len(building.interiors) == len(polygon.interiors)
        assert shapely.hausdorff_distance(building, polygon) <= GRID / 2
    places = [(node.get("lat"), node.get("lon")) for node in root.iter("node")]
    assert len(places) == nodes == len(set(places))
    first, second = ([nd.get("ref") for nd in way.iter("nd")] for way in list(root.iter("way"))[:2])
    assert len(set(first) & set(second)) == 2
    assert shapely.coverage_is_valid(np.array(buildings))


def test_objects_are_new_tagged_and_not_uploaded_by_themselves(tmp_path: Path) -> None:
    write_osm(tmp_path / "a.osm", some_buildings(), 'Umbra <"2026"> & more')
    _, root = read(tmp_path / "a.osm")
    assert root.attrib == {"version": "0.6", "generator": "CMH-CL Footprints", "upload": "false"}
    for kind in ("node", "way", "relation"):
        ids = [int(element.get("id")) for element in root.iter(kind)]
        assert ids and max(ids) < 0 and len(ids) == len(set(ids))
    (relation,) = root.iter("relation")
    tags = {tag.get("k"): tag.get("v") for tag in relation.iter("tag")}
    assert tags == {"type": "multipolygon", "building": "yes", "source": 'Umbra <"2026"> & more'}
    assert [member.get("role") for member in relation.iter("member")] == ["outer", "inner"]
    tagged = [way for way in root.iter("way") if way.find("tag") is not None]
    assert len(tagged) == 3
    for way in root.iter("way"):
        refs = [nd.get("ref") for nd in way.iter("nd")]
        assert refs[0] == refs[-1] and len(refs) > 3
