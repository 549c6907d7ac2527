"""The layout of SpaceNet 6 is read, and tiles flown the other way are turned."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets.spacenet6 import find_tiles, read_summary
from core.hatch.errors import InputError
from tests.builders.spacenet6 import ONE_WAY, name_of, simulated, whole


def test_every_tile_is_found(tarball):
    tiles = find_tiles(tarball / "AOI_11_Rotterdam")
    assert [tile.turned for tile in tiles] == [True] * 5 + [False] * 5
    assert all(tile.optical.is_file() and tile.geojson.is_file() for tile in tiles)


def test_a_tile_is_read_as_it_was_simulated(prepared):
    scene = whole(prepared, name_of(ONE_WAY, 0))
    truth = simulated(0)
    assert (scene.building == truth.buildings).mean() > 0.999
    assert scene.building.any() and scene.edge.any()
    # Every polarisation keeps its place and its order of bright and dark.
    for band in range(4):
        assert np.corrcoef(scene.sar[band].ravel(), truth.sar[band].ravel())[0, 1] > 0.95
    assert abs(np.median(scene.sar[2].astype(float))) < 0.01
    assert np.isfinite(scene.optical[:3]).all() and np.isnan(scene.optical[3:]).all()


def test_nodata_is_not_known(prepared):
    known = np.isfinite(whole(prepared, name_of(ONE_WAY, 3)).sar).any(axis=0)
    assert not known[:50, :50].any() and known[50:].all() and known[:, 50:].all()


def test_tile_without_buildings_is_stored(prepared):
    assert not whole(prepared, name_of(ONE_WAY, 4)).building.any()
    assert name_of(ONE_WAY, 4) not in read_summary(prepared / "footprints.csv")


def test_a_file_that_is_not_a_summary_is_refused(tmp_path):
    for number, text in enumerate(
        (
            "Image,WKT\nx,y\n",
            f"ImageId,PolygonWKT_Pix\n{name_of(ONE_WAY, 1)},POLYGON ((\n",
            "ImageId,PolygonWKT_Pix\nimg12,POLYGON EMPTY\n",
        )
    ):
        path = tmp_path / f"{number}.csv"
        path.write_text(text)
        with pytest.raises(InputError, match="is not a summary of SpaceNet 6"):
            read_summary(path)
