"""A prediction compared with label polygons, strip by strip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import shapely
from rasterio.features import rasterize

from ..footprints.building_mask import building_mask
from ..footprints.read import read_labels
from ..footprints.vectorise import vectorise
from ..hatch.reporter import Reporter
from ..hatch.results import EvaluateResult
from ..metrics import BoundaryCounts, CalibrationBins, ObjectCounts, PixelCounts
from ..raster.blend import Strip
from ..raster.grid import Grid
from ..raster.placement import area_outside, labels_outside
from ..raster.scene import Scene
from ..timing import Timing
from .predict import Engine, Readable, probability_strips

MIN_AREA_M2 = 20.0  # smaller footprints are left out, as in an extraction


def evaluate_scene(
    scene: Scene,
    engine: Engine,
    labels: Path,
    threshold: float | None = None,
    reporter: Reporter | None = None,
) -> EvaluateResult:
    """Figures of a prediction on an open scene against label polygons.

    Pixels count where SAR is valid. A label counts if at least half of it is on such pixels.
    ``core.metrics`` defines the figures. ``scene`` has the pixel size of the engine's model.
    ``threshold``, 0 to 1, is that of the model if None.

    Raises InputError for bad input and Cancelled if the user cancelled the job.
    """
    reporter = reporter or Reporter()
    polygons = _labels_on(scene.grid, labels, reporter)
    figures = compare_with(polygons, scene, engine, threshold, reporter)
    if figures.pixels == 0:  # a small area between the centres of pixels, or one without data
        raise area_outside(scene.source.sar[0])
    return figures


def compare_with(
    labels: np.ndarray,
    scene: Readable,
    engine: Engine,
    threshold: float | None = None,
    reporter: Reporter | None = None,
) -> EvaluateResult:
    """As ``evaluate_scene``, against polygons [n] in the CRS of the scene's grid."""
    reporter, timing = reporter or Reporter(), Timing()
    threshold = engine.manifest.threshold if threshold is None else threshold
    objects = ObjectCounts()
    comparison = _Comparison(labels, scene.grid, threshold)
    with closing(probability_strips(scene, engine, reporter, timing)) as strips:
        batches = vectorise(
            comparison.compare_each(strips), scene.grid, threshold, MIN_AREA_M2, timing
        )
        predicted = np.concatenate([footprints.polygons for footprints in batches])
        objects.add(predicted, comparison.labels_on_valid_pixels())
    reporter.log(f"Time: {timing}")
    return EvaluateResult(
        **comparison.pixels.figures(),
        boundary_iou=comparison.boundary.iou(),
        ece=comparison.calibration.error(),
        **objects.figures(),
        pixels=comparison.pixels.pixels,
        threshold=threshold,
        engine=engine.name,
    )


class _Comparison:
    """Compares strips with labels (polygons in the CRS of the grid)."""

    def __init__(self, labels: np.ndarray, grid: Grid, threshold: float) -> None:
        self.pixels = PixelCounts()
        self.boundary = BoundaryCounts()
        self.calibration = CalibrationBins()
        self._labels, self._grid, self._threshold = labels, grid, threshold
        self._tree = shapely.STRtree(labels)
        self._valid_pixels = np.zeros(len(labels))

    def compare_each(self, strips: Iterator[Strip]) -> Iterator[Strip]:
        """Yield the strips unchanged and compare each with the labels."""
        for strip in strips:
            self._compare(strip)
            yield strip

    def labels_on_valid_pixels(self) -> np.ndarray:
        """The labels of which at least half is on valid pixels."""
        pixel = self._grid.transform.a * -self._grid.transform.e
        on_valid = self._valid_pixels * pixel >= shapely.area(self._labels) / 2
        labels: np.ndarray = self._labels[on_valid]
        return labels

    def _compare(self, strip: Strip) -> None:
        height, width = strip.valid.shape
        window = self._grid.crop(strip.row, 0, height, width)
        numbers = np.zeros((height, width), np.int32)
        here = np.sort(self._tree.query(shapely.box(*window.bounds)))
        if len(here):
            burnt = zip(self._labels[here], here + 1)
            rasterize(burnt, out=numbers, transform=window.transform)
        predicted = building_mask(strip, self._threshold)
        truth = numbers > 0
        self.pixels.add(predicted, truth, strip.valid)
        self.boundary.add(predicted, truth, strip.valid)
        self.calibration.add(strip.probability, truth, strip.valid)
        self._valid_pixels += np.bincount(numbers[strip.valid], minlength=len(self._labels) + 1)[1:]


def _labels_on(grid: Grid, path: Path, reporter: Reporter) -> np.ndarray:
    """The label polygons in the CRS of the grid. Raises InputError if none is on it."""
    labels = read_labels(path, grid)
    labels.report(reporter)
    if len(labels.geometries) == 0:
        raise labels_outside(path)
    return labels.geometries
