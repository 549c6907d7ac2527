"""What the tests of core share: small rasters, a network stand-in, the data kept beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from core.hatch.manifest import Manifest

SHARED_DATA = Path(__file__).parents[3] / "shared" / "data"
UTM = "EPSG:32631"
NORTH_UP = Affine(1, 0, 600_000, 0, -1, 5_750_000)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data; tests that need it are skipped where it is not."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data is not here")
    return SHARED_DATA


@pytest.fixture
def write_raster(tmp_path: Path) -> Callable[..., str]:
    """write_raster(name, values [h, w] or [bands, h, w], **profile) -> path."""

    def write(name: str, values: np.ndarray, descriptions: Any = None, **profile: Any) -> str:
        bands = values[None] if values.ndim == 2 else values
        path = tmp_path / name
        settings = {"crs": UTM, "transform": NORTH_UP, **profile}
        count, height, width = bands.shape
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            count=count,
            height=height,
            width=width,
            dtype=bands.dtype,
            **settings,
        ) as file:
            file.write(bands)
            for number, text in enumerate(descriptions or (), start=1):
                file.set_band_description(number, text)
        return str(path)

    return write


@pytest.fixture
def speckle() -> Callable[..., np.ndarray]:
    """speckle(h, w, seed=0) -> single-look power [h, w] of ground with bright buildings."""

    def make(height: int, width: int, seed: int = 0) -> np.ndarray:
        rng = np.random.default_rng(seed)
        power = rng.exponential(size=(height, width))
        power[::40, ::3] *= 300
        return power.astype(np.float32)

    return make


class BrightIsBuilding:
    """An engine without a network: bright pixels are buildings; it remembers what it was asked."""

    manifest = Manifest("bright", "A test's stand-in.", "none", 1.0, 0.5, "")
    name = "test"
    tile = 128

    def __init__(self, brightness: float = 4) -> None:
        self.brightness = brightness
        self.calls: list[tuple[bool, bool]] = []  # (optical given?, hallucinate?)

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        self.calls.append((optical is not None, hallucinate))
        assert sar.dtype == np.float32 and sar.shape[1] % 32 == sar.shape[2] % 32 == 0
        brightest = np.nan_to_num(sar, nan=-9).max(axis=0)
        bright = (brightest > self.brightness).astype(np.float32)
        contact = np.zeros_like(bright)
        return (
            np.stack([0.9 * bright, contact]) if hallucinate else None,
            np.stack([0.8 * bright, contact]) if optical is not None else None,
        )


@pytest.fixture
def engine() -> BrightIsBuilding:
    """An engine that needs no model."""
    return BrightIsBuilding()
