"""``python -m core extract`` is killed in mid-run, and the same command continues."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio

from core.hatch.resume_folders import strips_folder
from core.simulator import simulate, write_scene

ROOT = Path(__file__).parents[3]
LIMIT_S = 300.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene four times below itself, so that it has several rows of tiles."""
    folder = tmp_path_factory.mktemp("killed") / "scene"
    write_scene(simulate(5, 512, pixel_size_m=0.8, style="suburb"), folder)
    for name in ("sar.tif", "optical.tif"):
        with rasterio.open(folder / name) as file:
            values, profile = np.tile(file.read(), (1, 4, 1)), file.profile
        profile["height"] = values.shape[1]
        with rasterio.open(folder / name, "w", **profile) as file:
            file.write(values)
    return folder


def command(scene: Path, out: Path, *options: str) -> list[str]:
    files = ["--sar", str(scene / "sar.tif"), "--optical", str(scene / "optical.tif")]
    outputs = ["--out", str(out), "--probability", str(out.with_suffix(".tif"))]
    return [sys.executable, "-m", "core", "extract", *files, *outputs, *options]


def environment() -> dict[str, str]:
    """That of this process, with a fixed time for GDAL to write into GeoPackages."""
    return {**os.environ, "OGR_CURRENT_DATE": "2024-01-01T00:00:00.000Z"}


def extract(scene: Path, out: Path, *options: str) -> str:
    """Run to the end; the log."""
    done = subprocess.run(
        command(scene, out, *options),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def kill(scene: Path, out: Path, strips: int, sent: signal.Signals) -> None:
    """Run until so many strips are kept, then end the process with a signal."""
    process = subprocess.Popen(
        command(scene, out), cwd=ROOT, env=environment(), stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + LIMIT_S
    while len(list(strips_folder(out).glob("*.npz"))) < strips:
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(sent)
    assert process.wait() == -sent
    assert not out.exists()


def test_killed_extraction_continues_and_gives_the_same_bytes(scene: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "town.gpkg"
    out.parent.mkdir()
    log = extract(scene, out)
    assert "Continues" not in log
    unbroken = [path.read_bytes() for path in (out, out.with_suffix(".tif"))]
    for path in (out, out.with_suffix(".tif")):
        path.unlink()
    kill(scene, out, 1, signal.SIGKILL)
    kill(scene, out, 3, signal.SIGTERM)
    log = extract(scene, out)
    match = re.search(r"Continues from row (\d+) of (\d+)", log)
    assert match and 0 < int(match[1]) < int(match[2])
    assert [path.read_bytes() for path in (out, out.with_suffix(".tif"))] == unbroken
    assert sorted(path.name for path in out.parent.iterdir()) == ["town.gpkg", "town.tif"]
