"""SpaceNet 6 prepared: tiles turned, split without leaks, nothing left behind on failure."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import shapely

from core.datasets.scene_store import ColumnRange, read_list
from core.datasets.spacenet6 import find_tiles, read_summary
from core.datasets.spatial_folds import SETS
from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import Spacenet6Job, TrainingSettings, TrainJob
from core.hatch.reporter import Reporter
from core.tasks.spacenet6 import spacenet6
from core.tasks.train import train
from tests.builders.spacenet6 import ONE_WAY, OTHER_WAY, PIXEL_M, SIZE, SN6, name_of, whole

ROOT = Path(__file__).parents[3]


def test_strips_flown_the_other_way_are_turned(tarball, prepared, tmp_path):
    """As if the orientations said nothing, then turned by 180 degrees: images, labels, polygons."""
    copy = tmp_path / "train"
    (copy / "SummaryData").mkdir(parents=True)
    source = tarball / "AOI_11_Rotterdam"
    for kind in ("SAR-Intensity", "PS-RGB", "geojson_buildings"):
        (copy / kind).symlink_to(source / kind)
    summary = f"{SN6}_Buildings.csv"
    (copy / "SummaryData" / summary).symlink_to(source / "SummaryData" / summary)
    (copy / "SummaryData" / "SAR_orientations.txt").write_text(f"{OTHER_WAY} 0\n{ONE_WAY} 0\n")
    result = spacenet6(
        Spacenet6Job(str(copy), str(tmp_path / "tiles"), folds=3, guard_m=10), Reporter()
    )
    assert result.turned == 0
    name = name_of(OTHER_WAY, 8)
    as_flown, turned = whole(tmp_path / "tiles", name), whole(prepared, name)
    for kind in ("sar", "optical", "building"):
        one, other = getattr(as_flown, kind), getattr(turned, kind)
        assert np.array_equal(one[..., ::-1, ::-1], other, equal_nan=True)
        assert not np.array_equal(one, other, equal_nan=True)
    before, after = (
        read_summary(folder / "footprints.csv")[name] for folder in (tmp_path / "tiles", prepared)
    )
    back = shapely.transform(after, lambda points: SIZE - points)
    assert shapely.equals_exact(shapely.normalize(before), shapely.normalize(back), 2e-3).all()


def test_geojson_serves_where_there_is_no_summary(tarball, prepared, tmp_path):
    copy = tmp_path / "AOI_11_Rotterdam"
    (copy / "SummaryData").mkdir(parents=True)
    source = tarball / "AOI_11_Rotterdam"
    for kind in ("SAR-Intensity", "geojson_buildings"):
        (copy / kind).symlink_to(source / kind)
    # The list of orientations as the winner's code has it: a table with more columns.
    (copy / "SummaryData" / "SAR_orientations.csv").write_text(
        f"strip,direction,sum_y\n{OTHER_WAY},1,5.0\n{ONE_WAY},0,6.0\n"
    )
    spacenet6(Spacenet6Job(str(copy), str(tmp_path / "tiles"), folds=3, guard_m=10), Reporter())
    for name in (name_of(ONE_WAY, 1), name_of(ONE_WAY, 4), name_of(OTHER_WAY, 8)):
        one, other = whole(tmp_path / "tiles", name), whole(prepared, name)
        assert (one.building != other.building).mean() < 1e-3
        assert np.array_equal(one.sar, other.sar, equal_nan=True)
        assert np.isnan(one.optical).all()  # PS-RGB is not there


def test_both_flight_directions_show_the_same_place_in_a_set(tarball, prepared):
    """Of both flight directions, the lists of a set show the same place, up to a pixel."""
    wests = {}
    for tile in find_tiles(tarball / "AOI_11_Rotterdam"):
        with rasterio.open(tile.sar) as file:
            wests[tile.name] = (file.transform.c, tile.turned)

    def extent(window: ColumnRange) -> tuple[float, float]:
        west, turned = wests[window.name]
        columns = (
            (SIZE - window.last, SIZE - window.first) if turned else (window.first, window.last)
        )
        return west + columns[0] * PIXEL_M, west + columns[1] * PIXEL_M

    for fold in range(3):
        ranges = {
            name: [extent(w) for w in read_list(prepared / f"fold{fold}" / f"{name}.windows")]
            for name in SETS
        }
        for one, other in (SETS[:2], SETS[1:], SETS[::2]):
            gaps = [max(a[0] - b[1], b[0] - a[1]) for a in ranges[one] for b in ranges[other]]
            assert gaps and min(gaps) >= 10 - 1e-6


def test_disk_that_is_too_small_is_an_error_before_writing(tarball, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**6))
    with pytest.raises(InputError, match="choose a folder on a larger disk"):
        spacenet6(Spacenet6Job(str(tarball), str(tmp_path / "t"), folds=3, guard_m=10), Reporter())
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_spacenet_6_is_refused_in_one_sentence(tarball, tmp_path):
    job = Spacenet6Job(str(tmp_path), str(tmp_path / "tiles"))
    with pytest.raises(InputError, match=r"no SAR_orientations\.txt"):
        spacenet6(job, Reporter())
    (tmp_path / "SummaryData").mkdir()
    (tmp_path / "SummaryData" / "SAR_orientations.txt").write_text(f"{ONE_WAY} 0\n")
    with pytest.raises(InputError, match="has no tile in SAR-Intensity"):
        spacenet6(job, Reporter())
    with pytest.raises(InputError, match="is not listed in"):
        (tmp_path / "SAR-Intensity").symlink_to(tarball / "AOI_11_Rotterdam" / "SAR-Intensity")
        spacenet6(job, Reporter())
    with pytest.raises(InputError, match="already exists"):
        spacenet6(replace(job, out=str(tarball)), Reporter())


def test_cancel_leaves_no_file(tarball, tmp_path):
    job = Spacenet6Job(str(tarball), str(tmp_path / "tiles"), folds=3, guard_m=10)
    calls = iter([False, False, True])
    with pytest.raises(Cancelled):
        spacenet6(job, Reporter(cancelled=lambda: next(calls)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_list_trains_like_the_same_scenes_in_memory(prepared, tmp_path):
    """Reading through memory maps changes nothing, and steps on them are repeatable."""
    lists = (str(prepared / "fold1" / "train.windows"),)
    job = TrainJob(
        lists,
        str(tmp_path / "a"),
        pixel_size_m=PIXEL_M,
        training=TrainingSettings(batch=2, crop=64, steps=2, fixed_look=True, device="cpu"),
    )
    first = train(job, Reporter())
    second = train(replace(job, out=str(tmp_path / "b")), Reporter())
    assert first == replace(second, model=job.out)
    assert first.steps == 2


def last_line(command: list[str]) -> dict:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_command_line_prepares(tarball, tmp_path):
    command = [sys.executable, "-m", "core", "spacenet6", str(tarball)]
    command += ["--out", str(tmp_path / "tiles"), "--folds", "3", "--guard-m", "10"]
    result = last_line(command)
    assert (result["tiles"], result["turned"]) == (10, 5)
    assert result["footprints"] > 20 and (tmp_path / "tiles" / "fold2" / "test.windows").is_file()
