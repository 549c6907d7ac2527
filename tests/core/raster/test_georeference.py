"""Where pixels lie: ground control points, RPC, undefined and missing coordinate systems."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pyproj
import pytest
import rasterio
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.rpc import RPC
from rasterio.transform import Affine

from core.hatch.errors import SceneError
from core.raster.grid import Grid
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import WriteRaster, ramp

NORTH_UP = Affine(2, 0, 500_000, 0, -2, 5_700_000)
SIZE = 120


def chequered() -> np.ndarray:
    """Amplitudes with squares of 20 pixels that differ, [SIZE, SIZE]."""
    squares = np.random.default_rng(0).uniform(10, 200, (SIZE // 20, SIZE // 20))
    return np.kron(squares, np.ones((20, 20))).astype(np.float32)


def points(transform: Affine, crs: str = "EPSG:32631") -> tuple[list[GroundControlPoint], CRS]:
    corners = [(row, col) for row in range(0, 121, 40) for col in range(0, 121, 40)]
    at = [(row, col, *(transform * (col, row))) for row, col in corners]
    return [GroundControlPoint(r, c, x, y, 0) for r, c, x, y in at], CRS.from_string(crs)


def write(path: Path, values: np.ndarray) -> str:
    """A file of these values that does not say where it lies."""
    profile = {"count": 1, "height": SIZE, "width": SIZE, "dtype": values.dtype}
    with rasterio.open(path, "w", driver="GTiff", **profile) as file:
        file.write(values, 1)
    return str(path)


def rpc() -> RPC:
    """RPC that place a file of SIZE x SIZE pixels of 1/50,000 degree at 3 E 51 N, linearly."""
    half, side = SIZE / 2, SIZE / 2 / 50_000
    linear = [0.0] * 20
    constant, by_lon, by_lat = linear.copy(), linear.copy(), linear.copy()
    constant[0], by_lon[1], by_lat[2] = 1, 1, -1
    return RPC(
        height_off=120,
        height_scale=500,
        lat_off=51,
        lat_scale=side,
        line_den_coeff=constant,
        line_num_coeff=by_lat,
        line_off=half - 0.5,
        line_scale=half,
        long_off=3,
        long_scale=side,
        samp_den_coeff=constant,
        samp_num_coeff=by_lon,
        samp_off=half - 0.5,
        samp_scale=half,
    )


@pytest.mark.parametrize("angle", [0, 25])
def test_ground_control_points_place_as_a_geotransform(
    write_raster: WriteRaster, tmp_path: Path, angle: float
) -> None:
    transform = NORTH_UP * Affine.rotation(angle)
    path = write(tmp_path / "points.tif", chequered())
    with rasterio.open(path, "r+") as file:
        file.gcps = points(transform)
    grid = Grid(CRS.from_epsg(32631), NORTH_UP * Affine.translation(20, 30), 60, 50)
    plain = write_raster("a.tif", chequered(), transform=transform)
    with RasterReader(path) as placed, RasterReader(plain) as expected:
        assert placed.bounds == pytest.approx(expected.bounds, abs=8)
        np.testing.assert_allclose(placed.read(grid), expected.read(grid), atol=1)


def test_complex_values_placed_by_points_become_magnitudes_before_they_are_resampled(
    tmp_path: Path,
) -> None:
    phase = np.exp(2j * np.pi * np.random.default_rng(0).random((SIZE, SIZE)))
    transform = NORTH_UP * Affine.rotation(25)
    grid = Grid(CRS.from_epsg(32631), NORTH_UP * Affine.translation(10, 30), 60, 50)
    read = []
    for name, values in (("real", chequered()), ("complex", chequered() * phase)):
        path = write(tmp_path / f"{name}.tif", values.astype("f4" if name == "real" else "c8"))
        with rasterio.open(path, "r+") as file:
            file.gcps = points(transform)
        with RasterReader(path) as source:
            read.append(source.read(grid))
    np.testing.assert_allclose(read[0], read[1], rtol=1e-3)


@pytest.mark.parametrize("scale", [1, 3])
def test_rpc_place_an_image(write_raster: WriteRaster, tmp_path: Path, scale: int) -> None:
    pixel = 1 / 50_000
    transform = Affine(pixel, 0, 3 - 60 * pixel, 0, -pixel, 51 + 60 * pixel)
    plain = write_raster("a.tif", chequered(), transform=transform, crs="EPSG:4326")
    path = write(tmp_path / "rpc.tif", chequered())
    with rasterio.open(path, "r+") as file:
        file.rpcs = rpc()
    window = transform * Affine.translation(30, 30) * Affine.scale(scale)
    grid = Grid(CRS.from_epsg(4326), window, 60 // scale, 60 // scale)
    with RasterReader(path) as placed, RasterReader(plain) as expected:
        assert placed.bounds == pytest.approx(expected.bounds, abs=2 * pixel)
        assert "RPC" in placed.warnings[0] and "120 m" in placed.warnings[0]
        np.testing.assert_allclose(placed.read(grid), expected.read(grid), atol=2)


def test_point_that_is_wrong_is_warned_of(tmp_path: Path) -> None:
    right, crs = points(NORTH_UP)
    wrong = GroundControlPoint(30, 40, *(NORTH_UP * (60, 30)), 0)
    for given, is_warned in ((right, False), ([*right, wrong], True)):
        path = write(tmp_path / f"{len(given)}.tif", chequered())
        with rasterio.open(path, "r+") as file:
            file.gcps = (given, crs)
        with RasterReader(path) as source:
            assert [" pixels, so that" in text for text in source.warnings] == [True] * is_warned


def test_points_that_place_nothing_are_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "points.tif", chequered())
    with rasterio.open(path, "r+") as file:
        file.gcps = ([GroundControlPoint(0, 0, 5e5, 5e6, 0)] * 2, CRS.from_epsg(32631))
    with pytest.raises(SceneError, match="ground control points"):
        RasterReader(path)


# Across the antimeridian


@pytest.mark.parametrize("crs", ["EPSG:32660", "EPSG:32601", "EPSG:4326"])
@pytest.mark.parametrize("left", [179.999, -180.001, 539.999])
def test_image_across_the_antimeridian_is_read_in_any_convention(
    write_raster: WriteRaster, crs: str, left: float
) -> None:
    side = 0.002 / SIZE
    transform = Affine(side, 0, left, 0, -side, 10)
    path = write_raster("a.tif", chequered(), transform=transform, crs="EPSG:4326")
    if crs == "EPSG:4326":
        grid = Grid(CRS.from_epsg(4326), Affine(side, 0, -180.0005, 0, -side, 9.9995), 60, 60)
    else:
        change = pyproj.Transformer.from_crs(4326, crs, always_xy=True)
        x, y = change.transform(180, 9.999)
        grid = Grid(CRS.from_string(crs), Affine(1.8, 0, x - 50, 0, -1.8, y + 50), 56, 56)
    with RasterReader(path) as source:
        values = source.read(grid)
    assert np.isfinite(values).all() and values.std() > 20


def test_points_across_the_antimeridian_do_not_jump(tmp_path: Path) -> None:
    path = write(tmp_path / "points.tif", chequered())
    transform = Affine(1e-5, 0, 179.9994, 0, -1e-5, 10)
    jumping, crs = points(transform, "EPSG:4326")
    for point in jumping:
        point.x -= 360 if point.x > 180 else 0
    with rasterio.open(path, "r+") as file:
        file.gcps = (jumping, crs)
    with RasterReader(path) as source:
        left, _, right, _ = source.bounds
        assert right - left == pytest.approx(0.0012, rel=0.05)


# Coordinate systems that are missing, undefined or wrong

UNDEFINED = 'LOCAL_CS["Undefined Cartesian SRS",UNIT["metre",1]]'
UNDEFINED_DEGREES = (
    'GEOGCS["Undefined geographic SRS",DATUM["unknown",SPHEROID["unknown",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)
DEGREES = Affine(1e-5, 0, 3, 0, -7e-6, 51)


@pytest.mark.parametrize("crs", [UNDEFINED, UNDEFINED_DEGREES])
def test_undefined_crs_of_metres_is_none(write_raster: WriteRaster, crs: str) -> None:
    with RasterReader(write_raster("a.tif", chequered(), crs=crs, transform=NORTH_UP)) as source:
        assert source.crs is None and source.georeferenced


def test_undefined_crs_of_degrees_is_geographic(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", chequered(), crs=UNDEFINED_DEGREES, transform=DEGREES)
    with RasterReader(path) as source:
        assert source.crs is not None and source.crs.is_geographic


def test_image_without_a_geotransform_has_no_place(write_raster: WriteRaster) -> None:
    for crs, transform in (
        (None, Affine.identity()),
        (None, Affine.scale(1, -1)),
        ("EPSG:32631", Affine.identity()),
    ):
        with RasterReader(
            write_raster("a.tif", chequered(), crs=crs, transform=transform)
        ) as source:
            assert source.crs is None and not source.georeferenced


def test_points_without_a_crs_place_in_plain_coordinates(tmp_path: Path) -> None:
    path = write(tmp_path / "points.tif", chequered())
    with rasterio.open(path, "r+") as file:
        file.gcps = (points(NORTH_UP)[0], CRS())
    grid = Grid(None, NORTH_UP * Affine.translation(20, 30), 60, 50)
    with RasterReader(path) as source:
        assert source.crs is None and source.georeferenced
        np.testing.assert_allclose(source.read(grid)[0], chequered()[30:80, 20:80], atol=1)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32631"])
@pytest.mark.parametrize("x", [np.nan, np.inf])
def test_points_that_are_not_finite_are_an_error(tmp_path: Path, crs: str, x: float) -> None:
    path = write(tmp_path / "points.tif", chequered())
    with rasterio.open(path, "r+") as file:
        at = [
            (0, 0, 4.0, 52.0, 0),
            (0, 80, 4.1, 52.0, 0),
            (90, 0, x, 51.9, 0),
            (90, 80, 4.1, 51.9, 0),
        ]
        file.gcps = ([GroundControlPoint(*p) for p in at], CRS.from_string(crs))
    with pytest.raises(SceneError, match="points or RPC do not place the image"):
        RasterReader(path)


def test_arrays_of_coordinates_are_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "swath.tif", chequered())
    with rasterio.open(path, "r+") as file:
        file.update_tags(ns="GEOLOCATION", X_DATASET="lon.tif", Y_DATASET="lat.tif")
    with pytest.raises(SceneError, match="arrays of longitudes and latitudes; geocode it first"):
        RasterReader(path)


def test_degrees_without_a_crs_are_an_error(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", chequered(), crs=None, transform=DEGREES)
    with pytest.raises(SceneError, match="No coordinate system, but coordinates in degrees"):
        RasterReader(path)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4978"])
def test_metres_in_a_crs_of_degrees_or_of_space_are_an_error(
    write_raster: WriteRaster, crs: str
) -> None:
    path = write_raster("a.tif", chequered(), crs=crs, transform=NORTH_UP)
    with pytest.raises(SceneError, match="out of the range"):
        RasterReader(path)


@pytest.mark.parametrize("y", [1e8, 3e8, -1e9])
def test_place_beyond_the_latitudes_of_mercator_is_an_error(
    write_raster: WriteRaster, y: float
) -> None:
    transform = Affine(0.8, 0, 0, 0, -0.8, y)
    path = write_raster("a.tif", chequered(), crs="EPSG:3857", transform=transform)
    with pytest.raises(SceneError, match="out of the range"):
        RasterReader(path)


@pytest.mark.parametrize("crs", ["EPSG:32631", None])
def test_given_system_replaces_that_of_the_file(write_raster: WriteRaster, crs: str | None) -> None:
    path = write_raster("a.tif", ramp(), crs=crs)
    with RasterReader(path, "EPSG:32632") as source:
        assert source.crs == CRS.from_epsg(32632)
        assert source.transform == RasterReader(path).transform


def test_given_system_that_is_unknown_is_named(write_raster: WriteRaster) -> None:
    with pytest.raises(SceneError, match=r"not known.*EPSG:0"):
        RasterReader(write_raster("a.tif", ramp()), "EPSG:0")


def test_given_system_of_heights_alone_is_refused(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", ramp())
    with pytest.raises(SceneError, match="out of the range of the coordinate system"):
        RasterReader(path, "EPSG:5773")
    with RasterReader(path, pyproj.CRS("EPSG:32631+5773").to_wkt()) as source:
        assert source.crs is not None


def test_given_system_does_not_place_an_image_without_a_place(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", ramp(), crs=None, transform=Affine.scale(1, -1))
    with RasterReader(path, "EPSG:32632") as source:
        assert not source.georeferenced and source.crs is None


@pytest.mark.parametrize(
    "transform",
    [
        Affine(1, 1, 500_000, 1, 1, 5_700_000),
        Affine(np.nan, 0, 500_000, 0, -1, 5_700_000),
        Affine(1, 0, np.nan, 0, -1, 5_700_000),
        Affine(1, 0, 1e98, 0, -1, 5_700_000),
        Affine(1e-9, 0, 500_000, 0, -1e-9, 5_700_000),
    ],
)
def test_a_geotransform_that_places_nothing_is_refused(
    write_raster: WriteRaster, transform: Affine
) -> None:
    path = write_raster("odd.tif", chequered(), transform=transform)
    with pytest.raises(SceneError, match="geotransform does not place"):
        RasterReader(path)


@pytest.mark.parametrize(
    "crs", ["http://127.0.0.1:9/crs", "/etc/passwd", "a.prj", "+init=/etc/passwd:x", "urn:x:EPSG:1"]
)
def test_given_system_is_no_path_and_no_address(
    write_raster: WriteRaster, crs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_raster("a.tif", np.ones((8, 8), np.float32))
    lookup = SimpleNamespace(from_user_input=lambda _: pytest.fail("it is looked up"))
    monkeypatch.setattr("core.raster.georeference.CRS", lookup)
    with pytest.raises(SceneError, match="is not known; give WKT"):
        RasterReader(path, crs)


@pytest.mark.parametrize("crs", ['{"a":' * 20_000 + "}" * 20_000, "EPSG:4326\nx"])
def test_odd_system_is_one_sentence(write_raster: WriteRaster, crs: str) -> None:
    path = write_raster("a.tif", np.ones((8, 8), np.float32))
    with pytest.raises(SceneError, match=r"is not known; give WKT.*\.\Z"):
        RasterReader(path, crs)


@pytest.mark.parametrize("crs", ["EPSG:32631", " epsg:32631", "ESRI:102100", "IGNF:LAMB93", "json"])
def test_given_system_is_a_code_or_a_definition(write_raster: WriteRaster, crs: str) -> None:
    text = pyproj.CRS(32631).to_json() if crs == "json" else crs
    path = write_raster("a.tif", np.ones((8, 8), np.float32))
    with RasterReader(path, text) as source:
        assert source.crs == CRS.from_user_input(text)


@pytest.mark.parametrize("side", [-1, 1])
def test_web_mercator_beyond_the_antimeridian_is_read(write_raster: WriteRaster, side: int) -> None:
    half = np.pi * 6378137.0
    left, top = side * half - 60, 1_119_000
    columns = np.tile(np.arange(120, dtype=np.float32), (120, 1))
    place = {"crs": "EPSG:3857", "transform": Affine(1, 0, left, 0, -1, top)}
    path = write_raster("optical.tif", columns, **place)
    to_utm = pyproj.Transformer.from_crs(3857, 32660, always_xy=True)
    x, y = to_utm.transform(-half, top - 60)
    grid = Grid(CRS.from_epsg(32660), Affine(1, 0, round(x) - 40, 0, -1, round(y) + 20), 80, 40)
    with RasterReader(path) as source:
        (read,) = source.read(grid)
    xs, ys = grid.transform * np.meshgrid(np.arange(80) + 0.5, np.arange(40) + 0.5)
    mercator, _ = to_utm.transform(xs, ys, direction="INVERSE")
    expected = (mercator - side * half + half) % (2 * half) - half + 60 - 0.5
    np.testing.assert_allclose(read, expected, atol=0.1)
