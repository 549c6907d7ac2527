"""The bench of SpaceNet 6: the organisers' metric, and one command from tarball to figures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely

from bench.spacenet6 import labels_in, measure
from core.datasets.scene_store import ColumnRange, SceneStore
from core.datasets.scenes import LabelledScene, all_labelled
from core.datasets.spacenet6 import write_summary
from core.metrics import ObjectCounts
from tests.builders.spacenet6 import NAME, PIXEL_M

ROOT = Path(__file__).parents[2]


def square(col: float, row: float, side: float = 20) -> shapely.Polygon:
    return shapely.box(col, row, col + side, row + side)


def test_the_organisers_metric_by_hand():
    """Two tiles. Squares of 20 pixels shifted by 5 share 300 of 500 (IoU 0.6), by 10 200 of 600.

    First tile: labels A, B, C; A found, B missed by too much, C's hit is one of two proposals.
    Second tile: a proposal where there is nothing, at the pixels of A; a label of 79
    pixels that is left out, and a proposal of 64 pixels.
    """
    counts = ObjectCounts()
    labels = [square(0, 0), square(100, 0), square(200, 0)]
    found = [square(5, 0), square(110, 0), square(200, 0), square(205, 5)]
    counts.add(np.array(found), np.array(labels), min_area=80)
    small = shapely.box(300, 0, 379, 1)
    counts.add(np.array([square(0, 0), square(50, 50, 8)]), np.array([small]), min_area=80)
    assert (counts.hits, counts.predicted, counts.truth) == (2, 5, 3)
    figures = counts.figures()
    assert figures["object_precision"] == pytest.approx(2 / 5)
    assert figures["object_recall"] == pytest.approx(2 / 3)
    assert figures["object_f1"] == pytest.approx(1 / 2)


def test_a_footprint_of_just_80_pixels_counts():
    counts = ObjectCounts()
    label = shapely.box(0, 0, 10, 8)
    counts.add(np.array([label]), np.array([label]), min_area=80)
    assert counts.hits == counts.truth == 1


def test_labels_are_cut_to_the_part_of_the_tile():
    labels = np.array([square(0, 0), square(90, 5), square(130, 0)])
    inside = labels_in(labels, ColumnRange("x", 100, 140))
    assert [polygon.bounds for polygon in inside] == [(0, 5, 10, 25), (30, 0, 40, 20)]


def test_figures_are_of_the_parts_that_are_listed(engine, tmp_path):
    """An engine that sees 3 of 4 labels and one building too many, in columns 50 to 250 of 300.

    One label is cut by the border; beyond it lie a label and a prediction that must not count, and
    inside it one of each that is too small.
    """

    def drawn(polygons):
        masks = [
            shapely.contains_xy(p, *np.meshgrid(np.arange(300) + 0.5, np.arange(160) + 0.5))
            for p in polygons
        ]
        return np.any(masks, axis=0).astype(np.uint8)

    seen = [square(40, 20, 40), square(100, 100, 30), square(150, 30, 30)]
    missed, wrong = square(200, 100, 30), square(100, 30, 30)
    beyond, too_small = square(10, 100, 30), square(200, 20, 8)
    building = drawn([*seen, wrong, beyond, too_small])
    labels = np.array([*seen, missed, square(260, 20, 30), square(220, 20, 8)])
    nothing = np.full((5, 160, 300), np.nan, np.float16)
    sar = np.broadcast_to(5 * building, (4, 160, 300))
    truth = drawn(labels)
    store = SceneStore.create(tmp_path, [NAME], (160, 300), PIXEL_M)
    store.put(LabelledScene(NAME, sar, nothing, truth, truth, truth, all_labelled(truth.shape)))
    write_summary(tmp_path / "footprints.csv", {NAME: labels})
    figures = measure(engine, tmp_path, [ColumnRange(NAME, 50, 250)])["sar"]
    assert figures["object_precision"] == figures["object_recall"] == 3 / 4
    hits, predicted = 30 * 40 + 2 * 900, 30 * 40 + 3 * 900 + 64
    assert figures["precision"] == pytest.approx(hits / predicted)


def last_line(command: list[str]) -> dict:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_one_command_prepares_trains_and_evaluates(tarball, tmp_path):
    arguments = "--preset light --steps 2 --batch 2 --crop 64 --device cpu --folds 3 --guard-m 10"
    command = [sys.executable, "-m", "bench.spacenet6", str(tarball), str(tmp_path / "work")]
    figures = last_line([*command, *arguments.split(), "--fold", "2"])
    assert figures == json.loads((tmp_path / "work" / "figures.json").read_text())
    assert figures["fold"] == 2 and figures["steps"] == 2
    for name in ("sar", "optical"):
        assert 0 <= figures[name]["object_f1"] <= 1 and 0 < figures[name]["recall"] <= 1
    manifest = json.loads((tmp_path / "work" / "model" / "manifest.json").read_text())
    assert manifest["pixel_size_m"] == PIXEL_M
