"""City models read from files: generated ones, and real ones if ../shared/data exists."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import shapely

from core.hatch.errors import InputError
from core.simulator import read_city, simulate
from core.simulator.city import City, LandCover, Roof

GEOMETRY = Path(__file__).parents[4] / "shared" / "data" / "geometry"


def cube(low: list[int], size: int, height: int) -> tuple[list[list[int]], list]:
    x, y, z = low
    vertices = [
        [x + size * (i & 1), y + size * (i >> 1 & 1), z + height * (i >> 2)] for i in range(8)
    ]
    faces = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [1, 3, 7, 5], [3, 2, 6, 7], [2, 0, 4, 6]]
    return vertices, [[face] for face in faces]


@pytest.mark.slow
# Three of the 999 footprints of Manhattan are rounded to a single point.
@pytest.mark.parametrize(
    ("name", "count", "median_height_m", "width_m"),
    [
        ("3-20-DELFSHAVEN.city.json", 853, (12, 16), (1000, 1100)),
        ("vienna.jsonl", 149, (17, 25), (520, 600)),
        ("delft.json", 160, (2.5, 8), (200, 350)),
        ("manhattan_buildings.json", 996, (100, 120), (3500, 4500)),
    ],
)
def test_real_city_models_are_read_and_simulated(
    name: str, count: int, median_height_m: tuple[float, float], width_m: tuple[float, float]
) -> None:
    path = GEOMETRY / name
    if not path.exists():
        pytest.skip(f"../shared/data/geometry/{name} is missing")
    check_city(read_city(path), count, median_height_m, width_m)


def check_city(
    city: City, count: int, median_height_m: tuple[float, float], width_m: tuple[float, float]
) -> None:
    """Check its size, that footprints are valid and within the margin, and that it simulates."""
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


BLOCKS, STEP_M, SIDE_M = 6, 30, 12  # the generated city has BLOCKS x BLOCKS buildings


def city_of_blocks(lod: str) -> str:
    """CityJSON of cubes; those with even numbers have two parts, the upper one an attic."""
    vertices: list[list[int]] = []
    objects: dict[str, dict] = {}

    def solid(x: int, y: int, z: int, size: int, height: int) -> dict:
        points, faces = cube([x, y, z], size, height)
        first = len(vertices)
        vertices.extend(points)
        boundaries = [[[first + index for index in ring] for ring in face] for face in faces]
        return {"type": "Solid", "lod": lod, "boundaries": [boundaries]}

    for number in range(BLOCKS**2):
        x, y = number % BLOCKS * STEP_M, number // BLOCKS * STEP_M
        house = solid(1000 * x, 1000 * y, 0, 1000 * SIDE_M, 9000)
        if number % 2:
            objects[f"{number}"] = {"type": "Building", "geometry": [house]}
        else:
            attic = solid(1000 * x, 1000 * y, 9000, 6000, 3000)
            objects[f"{number}"] = {"type": "Building", "children": [f"{number}a", f"{number}b"]}
            objects[f"{number}a"] = {"type": "BuildingPart", "geometry": [house]}
            objects[f"{number}b"] = {"type": "BuildingPart", "geometry": [attic]}
    transform = {"scale": [0.001] * 3, "translate": [90_000, 435_000, 5]}
    document = {"type": "CityJSON", "version": "1.1", "transform": transform}
    return json.dumps(document | {"CityObjects": objects, "vertices": vertices})


def sequence_of_blocks() -> str:
    """The same city as CityJSONSeq: a header, then one line per building."""
    city = json.loads(city_of_blocks("2"))
    header = {**city, "CityObjects": {}, "vertices": []}
    lines = [json.dumps(header)]
    for name, item in city["CityObjects"].items():
        if item["type"] == "Building":
            parts = {child: city["CityObjects"][child] for child in item.get("children", [])}
            feature = {"CityObjects": {name: item, **parts}, "vertices": city["vertices"]}
            lines.append(json.dumps({"type": "CityJSONFeature", **feature}))
    return "\n".join(lines)


def list_of_blocks() -> str:
    """Polygons in degrees with heights, and one that is degenerate to a point."""
    degree = 111_320.0
    entries = []
    for number in range(BLOCKS**2):
        x, y = number % BLOCKS * STEP_M, number // BLOCKS * STEP_M
        corners = ((0, 0), (SIDE_M, 0), (SIDE_M, SIDE_M), (0, SIDE_M))
        ring = [[(x + dx) / degree, (y + dy) / degree] for dx, dy in corners]
        entries.append({"height": 110, "polygon": ring})
    return json.dumps([*entries, {"height": 90, "polygon": [[0.0001, 0.0001]] * 4}])


@pytest.mark.parametrize(
    ("name", "text", "median_height_m"),
    [
        ("town.city.json", city_of_blocks("1.3"), (8, 10)),
        ("town.jsonl", sequence_of_blocks(), (8, 10)),
        ("town.json", list_of_blocks(), (109, 111)),
    ],
)
def test_generated_city_models_are_read_and_simulated(
    tmp_path: Path, name: str, text: str, median_height_m: tuple[float, float]
) -> None:
    """What the test of real city models checks, without ../shared/data."""
    (tmp_path / name).write_text(text)
    width_m = (BLOCKS - 1) * STEP_M + SIDE_M + 2 * 20
    city = read_city(tmp_path / name)
    check_city(city, BLOCKS**2, median_height_m, (width_m - 1, width_m + 1))


def test_cityjson_applies_transform_and_reads_parts_and_land_cover(tmp_path: Path) -> None:
    """A house of two parts in centimetres, at 300 m elevation, and a road in front of it."""
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
                # The last surface is a line, as in damaged files.
                "geometry": [
                    {"type": "MultiSurface", "lod": "1", "boundaries": [*moved, [[8, 9]]]}
                ],
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
    assert kind == LandCover.ROAD and street.area == pytest.approx(180, rel=1e-2)
    assert street.bounds[3] == pytest.approx(house.footprint.bounds[1] - 3, abs=0.01)


def test_geojson_in_degrees_is_projected_and_deterministic(tmp_path: Path) -> None:
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


def test_rotated_window_preserves_areas_and_mirror_flips_east_to_west(tmp_path: Path) -> None:
    entries = [
        {"height": 5, "polygon": [[x, y], [x + 20, y], [x + 20, y + 10], [x, y + 10]]}
        for x, y in ((1000, 1000), (1100, 1100))
    ]
    path = tmp_path / "town.json"
    path.write_text(json.dumps(entries))
    city = read_city(path)
    rotated = city.window(0, 0, 160, turn_deg=30)
    assert [b.footprint.area for b in rotated.buildings] == pytest.approx([200, 200])
    plain, mirrored = city.window(0, 0, 160), city.window(0, 0, 160, mirror=True)
    for one, other in zip(plain.buildings, mirrored.buildings, strict=True):
        x, y = one.footprint.centroid.coords[0]
        assert other.footprint.centroid.coords[0] == pytest.approx((160 - x, y))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Topology"}', '[{"height": 3}]', "[1]"])
def test_invalid_city_model_raises_and_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"odd\.json"):
        read_city(path)
    with pytest.raises(InputError, match="nowhere"):
        read_city(tmp_path / "nowhere.json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_features_that_are_no_buildings_are_skipped(tmp_path: Path, encoding: str) -> None:
    house = shapely.geometry.mapping(shapely.box(0, 0, 500, 400))
    broken = {"type": "Polygon", "coordinates": [[[0, 0], [math.nan, 0], [9, 9], [0, 0]]]}
    features = [
        {"properties": {"height": 9, "street": "Straße"}, "geometry": house},
        {"properties": {"height": 9}, "geometry": None},
        {"properties": {"height": 9}, "geometry": broken},
        {"properties": {"height": "high"}, "geometry": house},
        {"properties": None, "geometry": house},
    ]
    path = tmp_path / "city.geojson"
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    path.write_text(text, encoding=encoding)
    (building,) = read_city(path).buildings
    assert building.footprint.area == pytest.approx(500 * 400)


@pytest.mark.parametrize(
    ("polygon", "height", "sentence"),
    [
        ([[0, 0], [9e6, 0], [9e6, 10]], 9, "The city is 9,000 km wide"),
        ([[500, 0], [510, 0], [510, 10]], 12_000, "12,000 m high"),
        ([[500, 0], [510, 0], [510, 10]], 10**400, "neither CityJSON"),
        ([[10**400, 0], [510, 0], [510, 10]], 9, "neither CityJSON"),
    ],
)
def test_city_that_is_not_in_metres_is_refused(
    tmp_path: Path, polygon: list[list[float]], height: float, sentence: str
) -> None:
    path = tmp_path / "city.json"
    path.write_text(json.dumps([{"polygon": polygon, "height": height}]))
    with pytest.raises(InputError, match=sentence):
        read_city(path)


def test_what_a_file_says_it_is_is_quoted_in_short(tmp_path: Path) -> None:
    path = tmp_path / "city.json"
    path.write_text(json.dumps({"type": "x" * 5000}))
    with pytest.raises(InputError, match="neither CityJSON") as caught:
        read_city(path)
    assert len(str(caught.value)) < 400 + len(str(path))
