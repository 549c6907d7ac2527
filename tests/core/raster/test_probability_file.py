"""Probabilities in a GeoTIFF: the same values for every reader, whatever the strips."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from core.raster import probability_file
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import STEPS, ProbabilityReader, ProbabilityWriter
from tests.builders.probabilities import GRID, HEIGHT, town, write


@pytest.mark.parametrize("rows", [1, 255, 256, 257, HEIGHT])
@pytest.mark.parametrize("widest", [2**14, 100])
def test_the_file_does_not_depend_on_the_strips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, widest: int
) -> None:
    monkeypatch.setattr(probability_file, "_WIDE", widest)
    whole = town()
    kept = write(tmp_path / "kept.tif", whole, rows)
    with ProbabilityReader(kept) as file:
        strips = list(file.strips())
        assert file.grid == GRID and file.model == "a model" and file.threshold == 0.35
    for name, step in (("probability", 0.5), ("optical_share", 0.5)):
        values = np.concatenate([getattr(strip, name) for strip in strips])
        assert values.dtype == np.float32 and values.min() >= 0 and values.max() <= 1
        np.testing.assert_allclose(values, getattr(whole, name), atol=step / STEPS + 1e-5)
    valid = np.concatenate([strip.valid for strip in strips])
    np.testing.assert_array_equal(valid, whole.valid)


def test_length_of_a_unit_without_a_place_is_kept(tmp_path: Path) -> None:
    grid = Grid(None, Affine.scale(1, -1), 30, 20, unit_m=0.8)
    with ProbabilityWriter(tmp_path / "kept.tif", grid, "a model", 0.5) as file:
        zeros = np.zeros((20, 30), np.float32)
        list(file.write_through(iter([Strip(0, zeros, zeros, zeros == 0, zeros)])))
    with ProbabilityReader(tmp_path / "kept.tif") as kept:
        assert kept.grid == grid


def test_values_are_shares_for_everyone_who_reads_them(tmp_path: Path) -> None:
    whole = town()
    with rasterio.open(write(tmp_path / "kept.tif", whole)) as file:
        assert file.profile["tiled"] and file.profile["compress"] == "deflate"
        assert "probability of building" in file.descriptions
        codes = file.read(1, masked=True)
        values = codes * file.scales[0] + file.offsets[0]
    np.testing.assert_array_equal(~np.ma.getmaskarray(values), whole.valid)
    np.testing.assert_allclose(values[whole.valid], whole.probability[whole.valid], atol=0.0026)
