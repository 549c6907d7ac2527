"""Towns read from files, real ones where they lie beside the repository."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from core.hatch.errors import InputError
from core.simulator import read_city, simulate
from core.simulator.city import Ground, Roof

GEOMETRY = Path(__file__).parents[3] / "shared" / "data" / "geometry"


# Of Manhattan's 999 footprints three are rounded to a single point.
@pytest.mark.parametrize(
    ("name", "count", "median_height_m", "width_m"),
    [
        ("3-20-DELFSHAVEN.city.json", 853, (12, 16), (1000, 1100)),
        ("vienna.jsonl", 149, (17, 25), (520, 600)),
        ("delft.json", 160, (2.5, 8), (200, 350)),
        ("manhattan_buildings.json", 996, (100, 120), (3500, 4500)),
    ],
)
def test_real_towns(
    name: str, count: int, median_height_m: tuple[float, float], width_m: tuple[float, float]
) -> None:
    path = GEOMETRY / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the repository")
    city = read_city(path)
    assert len(city.buildings) == count
    tops = [b.eaves_m + b.rise_m for b in city.buildings]
    assert median_height_m[0] < np.median(tops) < median_height_m[1]
    assert width_m[0] < city.width_m < width_m[1]
    outlines = [b.footprint for b in city.buildings]
    assert shapely.is_valid(outlines).all()
    assert shapely.total_bounds(outlines) == pytest.approx(
        [20, 20, city.width_m - 20, city.height_m - 20]
    )
    assert simulate(1, 96, city=city, pixel_size_m=1.0).buildings.any()


def cube(low: list[int], size: int, height: int) -> tuple[list[list[int]], list]:
    x, y, z = low
    vertices = [
        [x + size * (i & 1), y + size * (i >> 1 & 1), z + height * (i >> 2)] for i in range(8)
    ]
    faces = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [1, 3, 7, 5], [3, 2, 6, 7], [2, 0, 4, 6]]
    return vertices, [[face] for face in faces]


def test_cityjson_transform_parts_and_ground(tmp_path: Path) -> None:
    """A house of two parts in centimetres, on a hill; a road before it."""
    first, faces = cube([0, 0, 0], 1000, 900)
    second, _ = cube([1000, 0, 0], 1000, 600)
    moved = [[[index + 8 for index in face[0]]] for face in faces]
    road = [[-500, -900, 0], [2500, -900, 0], [2500, -300, 0], [-500, -300, 0]]
    document = {
        "type": "CityJSON",
        "version": "2.0",
        "transform": {"scale": [0.01, 0.01, 0.01], "translate": [500000, 4000000, 300]},
        "vertices": first + second + road,
        "CityObjects": {
            "house": {"type": "Building", "children": ["a", "b"]},
            "a": {
                "type": "BuildingPart",
                "geometry": [{"type": "Solid", "lod": "1", "boundaries": [faces]}],
            },
            "b": {
                "type": "BuildingPart",
                "geometry": [{"type": "MultiSurface", "lod": "1", "boundaries": moved}],
            },
            "road": {
                "type": "Road",
                "geometry": [
                    {"type": "MultiSurface", "lod": "1", "boundaries": [[[16, 17, 18, 19]]]}
                ],
            },
        },
    }
    path = tmp_path / "town.city.json"
    path.write_text(json.dumps(document))
    city = read_city(path)
    (house,) = city.buildings
    assert house.footprint.area == pytest.approx(200, rel=1e-3)
    assert house.roof == Roof.FLAT
    assert 6 <= house.eaves_m <= 9
    ((street, kind),) = city.patches
    assert kind == Ground.ROAD and street.area == pytest.approx(180, rel=1e-2)
    assert street.bounds[3] == pytest.approx(house.footprint.bounds[1] - 3, abs=0.01)


def test_geojson_in_degrees_and_the_same_town_each_time(tmp_path: Path) -> None:
    ring = [[5.0, 60.0], [5.0002, 60.0], [5.0002, 60.0001], [5.0, 60.0001], [5.0, 60.0]]
    feature = {
        "type": "Feature",
        "properties": {"height": 12},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path = tmp_path / "town.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    city = read_city(path)
    # At 60 degrees north a degree of longitude is half as long as one of latitude.
    assert city.buildings[0].footprint.area == pytest.approx(11.13 * 11.13, rel=0.01)
    assert city.buildings[0].eaves_m == 12
    np.testing.assert_array_equal(city.trees, read_city(path).trees)


def test_a_turned_window_keeps_areas_and_a_mirror_swaps_sides(tmp_path: Path) -> None:
    entries = [
        {"height": 5, "polygon": [[x, y], [x + 20, y], [x + 20, y + 10], [x, y + 10]]}
        for x, y in ((1000, 1000), (1100, 1100))
    ]
    path = tmp_path / "town.json"
    path.write_text(json.dumps(entries))
    city = read_city(path)
    seen = city.window(0, 0, 160, turn_deg=30)
    assert [b.footprint.area for b in seen.buildings] == pytest.approx([200, 200])
    plain, mirrored = city.window(0, 0, 160), city.window(0, 0, 160, mirror=True)
    for one, other in zip(plain.buildings, mirrored.buildings, strict=True):
        x, y = one.footprint.centroid.coords[0]
        assert other.footprint.centroid.coords[0] == pytest.approx((160 - x, y))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Topology"}', '[{"height": 3}]', "[1]"])
def test_what_is_no_town_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"odd\.json"):
        read_city(path)
    with pytest.raises(InputError, match="nowhere"):
        read_city(tmp_path / "nowhere.json")
