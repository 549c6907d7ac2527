"""Properties of scenes, real and made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasterio.transform import Affine

from core.hatch.jobs import POLARISATIONS, InspectJob, SceneInput
from core.hatch.reporter import Reporter
from core.tasks.inspect import inspect
from tests.builders.rasters import WriteRaster


@pytest.mark.parametrize(
    "files, polarisations, radiometry, pixel, valid",
    [
        (["fixtures/sn6/sar_masked.tif"], POLARISATIONS, "db", 4.5, 0.61),
        (["fixtures/sn6/sar_hh.tif"], ("HH",), "amplitude", 2.5, 0.98),
        (["fixtures/rosenheim/Stest3_sen.tif"], ("VV",), "amplitude", 3.5, 1.0),
        (
            [f"fixtures/gf3/1_{name}.tiff" for name in ("VV", "HH", "HV", "VH")],
            ("VV", "HH", "HV", "VH"),
            "amplitude",
            1.0,
            0.73,
        ),
        (["real/sn6_tileA/sar.tif"], POLARISATIONS, "db", 1.15, 0.62),
        (["real/sn6_tileT0/sar.tif"], ("HH", "HV"), "db", 1.7, 0.6),
        (["real/oem_ex4/sar.tif"], ("VV",), "amplitude", 0.8, 1.0),
    ],
)
def test_real_sar(
    shared_data: Path,
    files: list[str],
    polarisations: tuple[str, ...],
    radiometry: str,
    pixel: float,
    valid: float,
) -> None:
    paths = [str(shared_data / file) for file in files]
    check_sar(paths, polarisations, radiometry, pixel, valid)


def check_sar(
    paths: list[str], polarisations: tuple[str, ...], radiometry: str, pixel: float, valid: float
) -> None:
    """What is found out about SAR files."""
    found = inspect(InspectJob(SceneInput(tuple(paths))), Reporter())
    assert tuple(found.polarisations) == polarisations
    assert found.radiometry == radiometry and found.radiometry_reason
    assert found.pixel_size_m == pytest.approx(pixel, rel=0.01)
    assert found.valid_share == pytest.approx(valid, abs=0.03)


@pytest.mark.parametrize(
    "names, polarisations, radiometry, pixel, valid",
    [
        (["sar.tif"], POLARISATIONS, "db", 4.5, 0.6),
        (["sar_hh.tif"], ("HH",), "amplitude", 2.5, 1.0),
        (["radar.tif"], ("VV",), "amplitude", 3.5, 1.0),
        (
            [f"1_{name}.tiff" for name in ("VV", "HH", "HV", "VH")],
            ("VV", "HH", "HV", "VH"),
            "amplitude",
            1.0,
            0.75,
        ),
        (["tile.tif"], ("HH", "HV"), "db", 1.7, 0.6),
    ],
)
def test_made_sar(
    write_raster: WriteRaster,
    speckle: Callable[..., np.ndarray],
    names: list[str],
    polarisations: tuple[str, ...],
    radiometry: str,
    pixel: float,
    valid: float,
) -> None:
    """What ``test_real_sar`` checks, of files that every clone can make."""
    transform = Affine(pixel, 0, 6e5, 0, -pixel, 5.75e6)
    per_file = len(polarisations) // len(names)
    paths = []
    for number, name in enumerate(names):
        power = np.stack([speckle(200, 300, seed=9 * number + i) for i in range(per_file)])
        power[:, :, round(300 * valid) :] = 0  # beyond the edge of the scene
        options: dict[str, Any] = {"transform": transform}
        if radiometry == "db":
            values = np.where(power > 0, 10 * np.log10(np.maximum(power, 1e-9)), -9999)
            options |= {"nodata": -9999.0, "descriptions": polarisations}
        else:
            values = np.where(power > 0, np.maximum(100 * np.sqrt(power), 1), 0)
        dtype = np.float32 if radiometry == "db" else np.uint16
        paths.append(write_raster(name, values.astype(dtype), **options))
    check_sar(paths, polarisations, radiometry, pixel, valid)
