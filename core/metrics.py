"""Metrics of a prediction against labels: per pixel, per boundary, per object, calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import minimum_filter

from .matching import match, overlaps
from .raster.row_window import RowWindow, SlidingRows

BOUNDARY_PX = 2  # width of the band inside a boundary that boundary IoU compares


@dataclass
class PixelCounts:
    """Confusion matrix of the class building over valid pixels."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    true_negative: int = 0

    def add(self, predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """Add bool arrays of the same shape. Pixels that are not valid are ignored."""
        self.true_positive += int((predicted & truth & valid).sum())
        self.false_positive += int((predicted & ~truth & valid).sum())
        self.false_negative += int((~predicted & truth & valid).sum())
        self.true_negative += int((~predicted & ~truth & valid).sum())

    @property
    def pixels(self) -> int:
        """Number of valid pixels."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    def figures(self) -> dict[str, float]:
        """iou, f1, precision and recall, 0..1; 0 if the denominator is zero."""
        tp, fp, fn = self.true_positive, self.false_positive, self.false_negative
        return {
            "iou": ratio(tp, tp + fp + fn),
            "f1": ratio(2 * tp, 2 * tp + fp + fn),
            "precision": ratio(tp, tp + fp),
            "recall": ratio(tp, tp + fn),
        }


class BoundaryCounts:
    """Boundary IoU (Cheng et al., CVPR 2021) of a raster that is added in strips.

    The IoU of the inner boundary bands: pixels of a mask within ``distance`` pixels of its
    boundary, in the Chebyshev metric. The result does not depend on the strips.

    Two differences from the paper: the distance is in pixels instead of 2 % of the diagonal, since
    the size of a scene is unrelated to that of buildings; and the edge of the raster, or of its
    valid pixels, is not a boundary.
    """

    def __init__(self, distance: int = BOUNDARY_PX) -> None:
        self._distance = distance
        self._rows = SlidingRows(distance)
        self._intersection = self._union = 0

    def add(self, predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """Add the next rows, bool [h, W] each. Pixels that are not valid are ignored."""
        intersection, union = self._count(self._rows.add(predicted, truth, valid))
        self._intersection += intersection
        self._union += union

    def iou(self) -> float:
        """Boundary IoU of all rows, at least one, 0..1; 0 if neither mask has a boundary."""
        intersection, union = self._count(self._rows.flush())
        return ratio(self._intersection + intersection, self._union + union)

    def _count(self, window: RowWindow) -> tuple[int, int]:
        """Pixels in the intersection and in the union of the bands."""
        predicted, truth, valid = window.arrays
        first = self._band(predicted, valid)[window.rows]
        second = self._band(truth, valid)[window.rows]
        return int((first & second).sum()), int((first | second).sum())

    def _band(self, mask: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """The inner boundary band of a mask."""
        size = 2 * self._distance + 1
        inner = minimum_filter((mask | ~valid).view(np.uint8), size, mode="constant", cval=1)
        return np.asarray(mask & valid & (inner == 0))


def boundary_iou(
    predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray, distance: int = BOUNDARY_PX
) -> float:
    """Boundary IoU, 0..1, of masks [H, W]; see BoundaryCounts."""
    counts = BoundaryCounts(distance)
    counts.add(predicted, truth, valid)
    return counts.iou()


class CalibrationBins:
    """Expected calibration error (Guo et al., ICML 2017) in 15 bins of equal width.

    Unlike in the paper, bins are of the probability of building instead of the confidence in the
    more probable class, because footprints and the threshold use the former.
    """

    BINS = 15

    def __init__(self) -> None:
        # Per bin: number of valid pixels, sum of their probabilities, number of building pixels.
        self._pixels = np.zeros(self.BINS)
        self._expected = np.zeros(self.BINS)
        self._buildings = np.zeros(self.BINS)

    def add(self, probability: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """Add arrays of the same shape: float 0..1, bool, bool. Invalid pixels are ignored."""
        p = probability[valid]
        bins = np.minimum((p * self.BINS).astype(np.intp), self.BINS - 1)
        self._pixels += np.bincount(bins, minlength=self.BINS)
        self._expected += np.bincount(bins, p, minlength=self.BINS)
        self._buildings += np.bincount(bins[truth[valid]], minlength=self.BINS)

    def error(self) -> float:
        """Mean over pixels of |mean probability - building fraction| of their bin, 0..1."""
        return ratio(np.abs(self._expected - self._buildings).sum(), self._pixels.sum())


@dataclass
class ObjectCounts:
    """Matches of predicted polygons with labels, over all scenes, as in the SpaceNet challenges."""

    hits: int = 0
    predicted: int = 0
    truth: int = 0

    def add(
        self, predicted: np.ndarray, truth: np.ndarray, min_iou: float = 0.5, min_area: float = 0.0
    ) -> None:
        """Match predicted polygons [n] with labels [m] of a scene, one to one, best IoU first.

        A pair is a hit if its IoU is at least ``min_iou``. Polygons and labels smaller than
        ``min_area``, in square units of their coordinates, are ignored (80 pixels in SpaceNet 6).

        The evaluator of SpaceNet (solaris, ``Evaluator.eval_iou_spacenet_csv``) matches predictions
        in the order of their file, each with the best remaining label, requires an IoU greater than
        ``min_iou``, and ignores predictions of exactly the smallest area. If neither predictions
        nor labels overlap among themselves, no polygon has two partners above 0.5, and hits differ
        only at exactly 0.5.
        """
        predicted = predicted[shapely.area(predicted) >= min_area]
        truth = truth[shapely.area(truth) >= min_area]
        self.hits += len(match(overlaps(predicted, truth), min_iou))
        self.predicted += len(predicted)
        self.truth += len(truth)

    def figures(self) -> dict[str, float]:
        """object_f1, object_precision and object_recall, 0..1; 0 if the denominator is zero."""
        return {
            "object_f1": ratio(2 * self.hits, self.predicted + self.truth),
            "object_precision": ratio(self.hits, self.predicted),
            "object_recall": ratio(self.hits, self.truth),
        }


def ratio(part: float, whole: float) -> float:
    """A share, 0 if the whole is zero."""
    return float(part / whole) if whole else 0.0
