"""What tests share: small rasters, a stand-in for the network, simulated scenes, real data."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, settings
from rasterio.transform import Affine

from core.hatch.manifest import Manifest

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
UTM = "EPSG:32631"

# Tiny networks are faster than their conversion. Processes that tests start inherit this.
os.environ.setdefault("CMHCL_ENGINE", "pytorch")
# On a busy machine examples take long.
settings.register_profile("cmhcl", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cmhcl")
NORTH_UP = Affine(1, 0, 600_000, 0, -1, 5_750_000)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data; tests that need it are skipped where it is not."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data is not here")
    return SHARED_DATA


@pytest.fixture
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that GDAL writes into GeoPackages, which alone would differ between two runs."""
    monkeypatch.setenv("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z")


@pytest.fixture
def write_raster(tmp_path: Path) -> Callable[..., str]:
    """write_raster(name, values [h, w] or [bands, h, w], **profile) -> path."""

    def write(name: str, values: np.ndarray, descriptions: Any = None, **profile: Any) -> str:
        bands = values[None] if values.ndim == 2 else values
        path = tmp_path / name
        options = {"crs": UTM, "transform": NORTH_UP, **profile}
        count, height, width = bands.shape
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            count=count,
            height=height,
            width=width,
            dtype=bands.dtype,
            **options,
        ) as file:
            file.write(bands)
            for number, text in enumerate(descriptions or (), start=1):
                file.set_band_description(number, text)
        return str(path)

    return write


@pytest.fixture
def speckle() -> Callable[..., np.ndarray]:
    """speckle(h, w, seed=0) -> single-look power [h, w] of background with bright buildings."""

    def make(height: int, width: int, seed: int = 0) -> np.ndarray:
        rng = np.random.default_rng(seed)
        power = rng.exponential(size=(height, width))
        power[::40, ::3] *= 300
        return power.astype(np.float32)

    return make


class BrightIsBuilding:
    """An engine without a network: bright pixels are buildings; it records its calls."""

    manifest = Manifest("bright", "A test's stand-in.", "none", 1.0, 0.5, "")
    name = "test"
    tile, streams = 128, 1
    has_click_head = False

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


@pytest.fixture(scope="session")
def tarball(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small SpaceNet 6, as its tarball is unpacked."""
    from tests.builders.spacenet6 import write_tarball

    folder = tmp_path_factory.mktemp("sn6") / "train"
    write_tarball(folder)
    return folder


@pytest.fixture(scope="session")
def prepared(tarball: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That SpaceNet 6, prepared in three folds."""
    from core.hatch.jobs import Spacenet6Job
    from core.hatch.reporter import Reporter
    from core.tasks.spacenet6 import spacenet6

    out = tmp_path_factory.mktemp("prepared") / "tiles"
    spacenet6(Spacenet6Job(str(tarball), str(out), folds=3, guard_m=10), Reporter())
    return out


@pytest.fixture
def tiny_preset(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preset "tiny", of a network that trains in no time."""
    from core.hatch import model_jobs
    from core.networks import PRESETS
    from tests.builders.networks import TINY

    monkeypatch.setitem(PRESETS, "tiny", TINY)
    monkeypatch.setattr(model_jobs, "PRESETS", tuple(PRESETS))


@pytest.fixture(scope="session")
def suburb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a simulated scene for fine-tuning."""
    from core.simulator import simulate, write_scene
    from tests.builders.finetuning import SIZE

    path = tmp_path_factory.mktemp("suburb") / "scene"
    scene = simulate(3, SIZE, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path


@pytest.fixture
def base(tmp_path: Path, tiny_preset: None) -> Path:  # noqa: ARG001
    """The folder of a tiny model to fine-tune."""
    import torch

    from core.models.store import save_model
    from core.networks import build

    torch.manual_seed(0)
    path = tmp_path / "base"
    save_model(build("tiny"), Manifest("Base", "A notice.", "tiny", 0.8, 0.4, ""), path)
    return path
