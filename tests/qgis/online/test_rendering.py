"""An online layer drawn into a file, from a server on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes
import tile_server
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

TIMEOUT_MS = 60_000
PIXEL_M = 0.8


class Drawn:
    """The rendering of a layer for a SAR raster, until its end."""

    def __init__(self, layer: Any, sar: Any, path: Path, qtbot: Any, monkeypatch: Any) -> None:
        from cmhcl_footprints.cmhcl_plugin.online import rendering
        from cmhcl_footprints.cmhcl_plugin.online.grid import grid_over

        monkeypatch.setattr(rendering, "RETRY_MS", (10,))
        self.grid = grid_over([sar], None, PIXEL_M, QgsProject.instance())
        self.path = path
        self.rendering = rendering.Rendering(layer, self.grid, path)
        self.problems: list[str] = []
        self.ends: list[str] = []
        self.shares: list[float] = []
        self.rendering.failed.connect(self.problems.append)
        self.rendering.failed.connect(lambda _: self.ends.append("failed"))
        self.rendering.finished.connect(lambda: self.ends.append("finished"))
        self.rendering.progressed.connect(
            lambda event: self.shares.append(event.done / event.total)
        )
        self.qtbot = qtbot

    def run(self) -> str:
        """How it ended; the sentence of a failure."""
        self.rendering.start()
        self.qtbot.waitUntil(lambda: bool(self.ends), timeout=TIMEOUT_MS)
        assert len(self.ends) == 1
        return self.problems[0] if self.problems else ""


@pytest.fixture
def sar(tmp_path: Path) -> Any:
    """A SAR raster of more than one block."""
    return scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1, 1200)))


@pytest.fixture
def draw(sar: Any, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda layer: Drawn(layer, sar, tmp_path / "picture.tif", qtbot, monkeypatch)


def read(path: Path) -> tuple[Any, np.ndarray]:
    dataset = gdal.Open(str(path))
    return dataset, dataset.ReadAsArray()


def test_picture_has_the_grid_of_sar_and_the_tiles_in_their_places(draw: Any) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        drawn = draw(server.layer())
        assert drawn.run() == ""
    dataset, bands = read(drawn.path)
    colours = [
        gdal.GetColorInterpretationName(dataset.GetRasterBand(i).GetColorInterpretation())
        for i in (1, 2, 3, 4)
    ]
    assert colours == ["Red", "Green", "Blue", "Alpha"]
    assert dataset.GetRasterBand(1).GetBlockSize() == [256, 256]
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32631"
    assert bands.dtype == np.uint8 and bands.shape == (4, drawn.grid.height, drawn.grid.width)
    assert (bands[3] == 255).all()
    assert abs(dataset.GetGeoTransform()[0] - scenes.ORIGIN[0]) < 1e-6
    assert drawn.shares == [0, 0.25, 0.5, 0.75, 1]
    zoom = int(server.requests[0].split("/")[1])
    change = QgsCoordinateTransform(
        drawn.grid.crs, QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    )
    compared = 0
    for row in range(10, 1200, 97):
        for column in range(10, 1200, 97):
            left, across, _, top, _, down = dataset.GetGeoTransform()
            place = change.transform(left + (column + 0.5) * across, top + (row + 0.5) * down)
            x, y = tile_server.tile_at(place.x(), place.y(), zoom)
            if all(0.02 < part % 1 < 0.98 for part in (x, y)):  # not where two tiles meet
                assert tuple(bands[:, row, column]) == tile_server.colour_of(int(x), int(y))
                compared += 1
    assert compared > 50


FAILING = {
    "HTTP 403": lambda *_: tile_server.refused(403),
    "HTTP 500": lambda *_: tile_server.refused(500),
    "the server sent no picture": lambda *_: (200, "text/html", b"<html>sorry</html>"),
}


@pytest.mark.parametrize("reason", FAILING)
def test_server_that_gives_no_tiles(reason: str, draw: Any) -> None:
    with tile_server.serve(FAILING[reason]) as server:
        drawn = draw(server.layer())
        sentence = drawn.run()
    assert sentence == (
        f"The online layer “basemap (127.0.0.1)” cannot be fetched ({reason}); check the network "
        "and the layer, or choose another optical layer."
    )
    assert not drawn.path.exists()


def test_answer_that_is_no_picture_is_reported(draw: Any) -> None:
    with tile_server.serve(lambda *_: (200, "image/png", b"no PNG")) as server:
        drawn = draw(server.layer())
        assert "(the server sent no picture)" in drawn.run()
    assert not drawn.path.exists()


def test_server_that_is_down(draw: Any) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        layer = server.layer()
    drawn = draw(layer)
    assert "(no connection)" in drawn.run()
    assert not drawn.path.exists()


def test_wms_layer_is_rendered(draw: Any) -> None:
    def drawn_map(_: int, width: int, height: int) -> tile_server.Answer:
        return tile_server.coloured((9, 8, 7, 255), width, height)

    with tile_server.serve(drawn_map) as server:
        drawn = draw(server.wms_layer())
        assert drawn.run() == ""
    assert (read(drawn.path)[1] == np.array([9, 8, 7, 255])[:, None, None]).all()


@pytest.mark.parametrize(
    "answer",
    [
        tile_server.refused(500),
        (
            200,
            "text/xml",
            b"<ServiceExceptionReport><ServiceException>SECRET no</ServiceException>",
        ),
    ],
)
def test_wms_server_that_fails(answer: tile_server.Answer, draw: Any) -> None:
    with tile_server.serve(lambda *_: answer) as server:
        drawn = draw(server.wms_layer())
        sentence = drawn.run()
    assert sentence.startswith("The online layer “basemap (127.0.0.1)” cannot be fetched (")
    assert tile_server.KEY not in sentence and not drawn.path.exists()


def test_one_tile_that_fails_is_an_error(draw: Any) -> None:
    failing: set[tuple[int, int]] = set()

    def tile(zoom: int, column: int, row: int) -> tile_server.Answer:
        failing.add((column, row)) if not failing else None
        refused = (column, row) in failing
        return tile_server.refused(404) if refused else tile_server.distinct(zoom, column, row)

    with tile_server.serve(tile) as server:
        drawn = draw(server.layer())
        assert "(HTTP 404)" in drawn.run()
    assert not drawn.path.exists()


def test_tile_that_fails_once_is_fetched_again(draw: Any) -> None:
    failed: list[int] = []

    def tile(zoom: int, column: int, row: int) -> tile_server.Answer:
        if not failed:
            failed.append(column)
            return tile_server.refused(503)
        return tile_server.distinct(zoom, column, row)

    with tile_server.serve(tile) as server:
        drawn = draw(server.layer())
        assert drawn.run() == ""
    assert failed and (read(drawn.path)[1][3] == 255).all()


def test_layer_that_shows_nothing_there(draw: Any) -> None:
    with tile_server.serve(lambda *_: tile_server.coloured(tile_server.NOTHING)) as server:
        drawn = draw(server.layer())
        assert drawn.run().startswith("The online layer “basemap (127.0.0.1)” shows nothing at")
    assert not drawn.path.exists()


def test_transparent_tiles_are_nodata_of_the_picture(draw: Any) -> None:
    def tile(zoom: int, column: int, row: int) -> tile_server.Answer:
        even = tile_server.coloured(tile_server.NOTHING)
        return tile_server.distinct(zoom, column, row) if column % 2 else even

    with tile_server.serve(tile) as server:
        drawn = draw(server.layer())
        assert drawn.run() == ""
    alpha = read(drawn.path)[1][3]
    assert 0.2 < (alpha == 0).mean() < 0.8 and set(np.unique(alpha)) == {0, 255}


def test_layer_is_drawn_opaque_and_at_every_scale(draw: Any) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        layer = server.layer()
        layer.setOpacity(0.3)
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(20.0)
        layer.setMaximumScale(10.0)
        drawn = draw(layer)
        assert drawn.run() == ""
    assert (read(drawn.path)[1][3] == 255).all() and layer.opacity() == pytest.approx(0.3)


def test_cancelled_picture_leaves_nothing(draw: Any, qtbot: Any) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        drawn = draw(server.layer())
        drawn.rendering.start()
        qtbot.waitUntil(lambda: bool(server.requests), timeout=TIMEOUT_MS)
        assert drawn.path.exists()
        drawn.rendering.cancel()
        assert not drawn.path.exists()
        again = draw(server.layer())  # the next one is not disturbed
        assert again.run() == ""
    assert drawn.ends == []


def test_folder_that_cannot_be_written(
    sar: Any, tmp_path: Path, qtbot: Any, monkeypatch: Any
) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    with tile_server.serve(tile_server.distinct) as server:
        layer = server.layer()
        with pytest.raises(InputError, match=r"cannot be written; free up disk space"):
            Drawn(layer, sar, tmp_path / "none" / "picture.tif", qtbot, monkeypatch)
