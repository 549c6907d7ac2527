"""The cache of statistics."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio

from core.raster.cache import LRUCache, fingerprint, of_copies
from tests.builders.rasters import WriteRaster


def test_cache_has_the_latest_values_and_no_exception() -> None:
    cache = LRUCache(size=2)
    for question in ("a", "b", "a", "c"):
        cache.get_or_compute(question, lambda question=question: question.upper())
    with pytest.raises(ZeroDivisionError):
        cache.get_or_compute("d", lambda: 1 // 0)
    assert cache.get_or_compute("a", lambda: "new") == "A"
    assert cache.get_or_compute("b", lambda: "new") == "new"
    assert cache.get_or_compute("d", lambda: "new") == "new"


def test_fingerprint_changes_with_a_file_but_not_with_saved_statistics(
    write_raster: WriteRaster,
) -> None:
    values = np.random.default_rng(0).normal(size=(2, 40, 50)).astype(np.float32)
    path = write_raster("a.tif", values)
    first = fingerprint_of(path)
    with rasterio.open(path) as file:
        for band in (1, 2):
            file.statistics(band)
    aux = Path(f"{path}.aux.xml")
    assert "STATISTICS_MEAN" in aux.read_text() and fingerprint_of(path) == first
    histogram = "<Histograms><HistItem><HistCounts>1|2</HistCounts></HistItem></Histograms>"
    band = '<PAMRasterBand band="1">'
    text = aux.read_text().replace(band, band + histogram)
    aux.write_text(text)
    assert histogram in text
    assert fingerprint_of(path) == first
    aux.write_text(text.replace("<PAMDataset>", "<PAMDataset><SRS>EPSG:32632</SRS>"))
    assert fingerprint_of(path) != first
    aux.unlink()
    os.utime(path, (1, 1))
    assert fingerprint_of(path) != first


@pytest.mark.skipif(os.name == "nt", reason="Windows has no time of the change of a state")
def test_fingerprint_changes_with_a_file_of_the_same_size_and_time(
    write_raster: WriteRaster,
) -> None:
    path = write_raster("a.tif", np.ones((8, 8), np.float32))
    os.utime(path, (1, 1))
    first = fingerprint_of(path)
    write_raster("a.tif", np.full((8, 8), 2, np.float32))
    os.utime(path, (1, 1))
    assert fingerprint_of(path) != first


def test_copies_have_the_same_fingerprint_if_they_keep_names_and_seconds(
    write_raster: WriteRaster, tmp_path: Path
) -> None:
    path = Path(write_raster("a.tif", np.ones((8, 8), np.float32)))
    Path(f"{path}.aux.xml").write_text("<PAMDataset><SRS>EPSG:32632</SRS></PAMDataset>")
    first = of_copies(fingerprint_of(str(path)))
    (tmp_path / "b").mkdir()
    for file in tmp_path.glob("a.tif*"):
        shutil.copy2(file, tmp_path / "b")
    copy = tmp_path / "b" / "a.tif"
    os.utime(copy, (1, path.stat().st_mtime_ns // 10**9))
    assert of_copies(fingerprint_of(str(copy))) == first != fingerprint_of(str(path))
    os.utime(copy, (1, 2))
    assert of_copies(fingerprint_of(str(copy))) != first
    unique = fingerprint("x", ["/nowhere/x.tif"])
    assert of_copies(unique) is unique


def fingerprint_of(path: str) -> object:
    with rasterio.open(path) as file:
        return fingerprint(path, file.files)
