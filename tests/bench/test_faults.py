"""The bench of faults: a short form of it, and that it sees what it looks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import shapely

from bench.faults.cases import CASES
from bench.faults.fault import Extent, Fault, all_faults, choose
from bench.faults.outputs import content_of
from bench.faults.rules import Rules
from core.footprints.read import Table
from core.footprints.write import write_table

ROOT = Path(__file__).parents[2]
CASE = CASES["regularise"]


@pytest.mark.slow
def test_short_faults_break_no_rule():
    command = ["-m", "bench.faults", "--count", "24", "--windows", "0", "--cases"]
    run = subprocess.run(
        [sys.executable, *command, "outline", "regularise", "simulate"],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^\| all \| 24 \| .* \| 0 \|$", run.stdout, re.MULTILINE)


def test_choice_is_even_and_repeatable():
    extent = Extent({"worker": 9, "cli": 8}, {"worker": 30, "cli": 30}, 100)
    faults = all_faults({"outline": extent, "regularise": extent}, with_disks=True)
    chosen = choose(faults, 200, seed=1)
    assert len({fault.name for fault in faults}) == len(faults) > 500
    assert len(set(chosen)) == 200 and chosen == choose(faults, 200, seed=1)
    assert chosen != choose(faults, 200, seed=2)
    counts = Counter((fault.case, fault.kind) for fault in chosen)
    rare = {key for key in counts if key[1] == "temporary folder full"}
    assert len(rare) == 2 and len({counts[key] for key in set(counts) - rare}) <= 2


class Place:
    """A folder as before a fault, and the rules for what comes."""

    def __init__(self, folder: Path, kind: str = "SIGKILL", over: bool = False) -> None:
        self.folder = folder
        for name in ("in", "out", "tmp"):
            (folder / name).mkdir()
        (folder / "in" / "buildings.geojson").write_text("the user's")
        self.out = folder / "out" / "r.fgb"
        write_squares(folder / "whole.fgb", 2)
        if over:
            write_squares(self.out, 1)
        expected = {"r.fgb": content_of(folder / "whole.fgb")}
        fault = Fault("regularise", "worker", kind, "event", 1, over=over)
        self.rules = Rules(fault, CASE, expected, folder)


def write_squares(path: Path, count: int) -> None:
    squares = np.array([shapely.box(i, 0, i + 0.5, 1) for i in range(count)], object)
    write_table(path, Table(squares, {}, "EPSG:32631"))


@pytest.mark.parametrize("over", [False, True])
def test_untouched_or_complete_output_is_right(tmp_path, over):
    place = Place(tmp_path, over=over)
    place.rules.check_files(finished=False)
    write_squares(place.out, 2)
    place.rules.check_files(finished=True)
    place.rules.check_again("result", "")
    assert place.rules.violations == []


def test_partial_output_is_found(tmp_path):
    place = Place(tmp_path)
    place.out.write_bytes((tmp_path / "whole.fgb").read_bytes()[:400])
    place.rules.check_files(finished=False)
    assert "lost or not complete" in place.rules.violations[0]


def test_lost_earlier_output_is_found(tmp_path):
    place = Place(tmp_path, over=True)
    place.out.unlink()
    place.rules.check_files(finished=False)
    assert "lost or not complete" in place.rules.violations[0]


def test_result_that_is_another_one_is_found(tmp_path):
    place = Place(tmp_path)
    write_squares(place.out, 1)
    place.rules.check_files(finished=True)
    assert "not what the job gives" in place.rules.violations[0]


def test_changed_input_is_found(tmp_path):
    place = Place(tmp_path)
    (tmp_path / "in" / "buildings.geojson").write_text("another's")
    place.rules.check_files(finished=False)
    assert place.rules.violations == ["inputs changed: buildings.geojson"]


def test_file_beside_the_output_is_found(tmp_path):
    place = Place(tmp_path)
    (tmp_path / "out" / "r.fgb.partial").touch()
    place.rules.check_files(finished=False)
    assert place.rules.violations == ["a file that nobody asked for: r.fgb.partial"]


@pytest.mark.parametrize("name", ["out/.r.fgb.unfinished", "tmp/cmhcl_1"])
def test_what_the_next_run_leaves_is_found(tmp_path, name):
    place = Place(tmp_path, kind="disk full")
    write_squares(place.out, 2)
    (tmp_path / name).mkdir()
    place.rules.check_again("result", "")
    assert place.rules.violations == [f"the next run left {Path(name).name}"]


def test_next_run_that_fails_is_found(tmp_path):
    place = Place(tmp_path)
    place.rules.check_again("input", "Another run is writing this output.")
    assert "the next run ended with input" in place.rules.violations[0]
