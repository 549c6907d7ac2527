"""Figures of a prediction that is known beforehand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from core.hatch.errors import InputError
from core.hatch.jobs import Area, EvaluateJob, SceneInput
from core.hatch.reporter import Reporter
from core.tasks.evaluate import evaluate
from tests.conftest import UTM

WriteRaster = Callable[..., str]


def write_labels(path: Path, boxes: list[tuple[int, int, int, int]]) -> str:
    """GeoJSON of pixel boxes (row, col, height, width) on the tests' 1 m grid."""
    polygons = [
        shapely.box(600_000 + c, 5_750_000 - r - h, 600_000 + c + w, 5_750_000 - r)
        for r, c, h, w in boxes
    ]
    features = [
        {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(polygon))}
        for polygon in polygons
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


@pytest.fixture
def sar(write_raster: WriteRaster) -> str:
    """Two bright blocks of 20 x 20; the right 60 of 300 columns are nodata."""
    values = np.random.default_rng(0).normal(-15, 1, (200, 300)).astype(np.float32)
    values[20:40, 20:40] = values[100:120, 130:150] = 10
    values[:, 240:] = np.nan
    return write_raster("a.tif", values)


def test_labels_equal_to_the_prediction_score_one(sar: str, tmp_path: Path, engine: Any) -> None:
    labels = write_labels(tmp_path / "l.geojson", [(20, 20, 20, 20), (100, 130, 20, 20)])
    figures = evaluate(EvaluateJob(SceneInput((sar,)), labels), engine, Reporter())
    for name in ("iou", "f1", "precision", "recall", "boundary_iou"):
        assert getattr(figures, name) == pytest.approx(1, abs=0.01)
    assert figures.object_f1 == figures.object_precision == figures.object_recall == 1
    # The engine predicts 0.9 where it should be certain, and 0 elsewhere.
    assert figures.ece == pytest.approx(0.1 * 800 / (200 * 240), rel=0.05)
    assert figures.pixels == 200 * 240 and figures.threshold == 0.5


def test_half_a_label_missed_and_labels_in_nodata_do_not_count(
    sar: str, tmp_path: Path, engine: Any
) -> None:
    boxes = [(20, 20, 20, 20), (60, 130, 60, 20), (50, 260, 20, 20)]
    figures = evaluate(
        EvaluateJob(SceneInput((sar,)), write_labels(tmp_path / "l.geojson", boxes)),
        engine,
        Reporter(),
    )
    assert figures.precision == pytest.approx(1, abs=0.01)
    assert figures.recall == pytest.approx(800 / 1600, abs=0.01)
    assert figures.iou == pytest.approx(800 / 1600, abs=0.01)
    # One of three labels lies in nodata, and one has a third in common with its footprint.
    assert figures.object_precision == figures.object_recall == pytest.approx(1 / 2)
    assert figures.object_f1 == pytest.approx(1 / 2)
    # The band of 2 px along a block's wall, and that of the long label, which the block in it
    # shares but for the middle of its upper wall.
    block, long = 20 * 20 - 16 * 16, 60 * 20 - 56 * 16
    shared = block - 2 * 16
    assert figures.boundary_iou == pytest.approx(
        (block + shared) / (block + (block + long - shared)), abs=0.01
    )


def test_labels_elsewhere_are_refused(sar: str, tmp_path: Path, engine: Any) -> None:
    labels = write_labels(tmp_path / "l.geojson", [(20_000, 20, 20, 20)])
    with pytest.raises(InputError, match="no polygon on the SAR layer"):
        evaluate(EvaluateJob(SceneInput((sar,)), labels), engine, Reporter())
    with pytest.raises(InputError, match="does not exist"):
        evaluate(
            EvaluateJob(SceneInput((sar,)), str(tmp_path / "none.geojson")), engine, Reporter()
        )


@pytest.mark.parametrize(
    "area",
    [
        shapely.box(600_020.1, 5_749_970.1, 600_020.4, 5_749_970.4),  # between centres of pixels
        shapely.box(600_260, 5_749_900, 600_280, 5_749_950),  # where SAR has no data
        shapely.box(700_000, 5_749_900, 700_020, 5_749_950),
    ],
)
def test_area_without_a_pixel_is_refused(
    sar: str, tmp_path: Path, engine: Any, area: shapely.Polygon
) -> None:
    labels = write_labels(tmp_path / "l.geojson", [(20, 20, 20, 20), (50, 250, 20, 20)])
    scene = SceneInput((sar,), area=Area(area.wkt, UTM))
    with pytest.raises(InputError, match=f"^The area is outside {sar}; choose an area on the SAR"):
        evaluate(EvaluateJob(scene, labels), engine, Reporter())
