"""The bench of memory, on a raster of a few pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio

from bench.memory import make_raster, run, size_of


@pytest.mark.parametrize("text, size", [("8192", (8192, 8192)), ("65536x1024", (65536, 1024))])
def test_a_size_is_a_side_or_width_and_height(text: str, size: tuple[int, int]) -> None:
    assert size_of(text) == size


@pytest.mark.slow
def test_a_run_without_a_network_finds_the_bright_blocks(tmp_path: Path) -> None:
    sar = tmp_path / "sar.tif"
    make_raster(sar, 300, 200)
    with rasterio.open(sar) as file:
        assert (file.width, file.height, file.count) == (300, 200, 4)
    done = run(sar, True, [])
    assert 8 <= done.result["footprints"] <= 25  # one about every 60 x 60 pixels
    assert done.peak_mb > 50
    assert {"network", "straightening", "total"} <= set(done.parts)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_scene(tmp_path: Path) -> None:
    peaks_mb, sizes = [], []
    for height in (8192, 16384):  # both larger than GDAL's cache
        sar = tmp_path / "sar.tif"
        make_raster(sar, 1024, height)
        peaks_mb.append(run(sar, True, []).peak_mb)
        sizes.append(sar.stat().st_size)
    assert sizes[1] - sizes[0] > 130e6
    assert peaks_mb[1] - peaks_mb[0] < 60
