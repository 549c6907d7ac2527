"""Figures that compare a prediction with the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import minimum_filter

from .raster.row_window import RowWindow, SlidingRows

BOUNDARY_PX = 2  # width of the band along the walls that boundary IoU compares


@dataclass
class PixelCounts:
    """Counts of the class building over valid pixels."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    true_negative: int = 0

    def add(self, predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """Count bool arrays of one shape; what is not valid is left out."""
        self.true_positive += int((predicted & truth & valid).sum())
        self.false_positive += int((predicted & ~truth & valid).sum())
        self.false_negative += int((~predicted & truth & valid).sum())
        self.true_negative += int((~predicted & ~truth & valid).sum())

    @property
    def pixels(self) -> int:
        """All that were counted."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    def figures(self) -> dict[str, float]:
        """iou, f1, precision, recall, each 0..1; 0 where there is nothing to divide by."""
        hits, wrong, missed = self.true_positive, self.false_positive, self.false_negative
        return {
            "iou": _ratio(hits, hits + wrong + missed),
            "f1": _ratio(2 * hits, 2 * hits + wrong + missed),
            "precision": _ratio(hits, hits + wrong),
            "recall": _ratio(hits, hits + missed),
        }


class BoundaryCounts:
    """Boundary IoU (Cheng et al., CVPR 2021) of a raster that arrives strip by strip, exactly.

    Compared are the pixels of each mask that lie at most ``distance`` pixels, diagonals counting
    as one, inside its boundary. The paper takes 2 % of the image's diagonal; a scene has
    no size that buildings would depend on, hence a number of pixels. Unlike there, the edge of the
    raster, or of its valid pixels, is not taken for a boundary: no wall was seen there.
    """

    def __init__(self, distance: int = BOUNDARY_PX) -> None:
        self._distance = distance
        self._rows = SlidingRows(distance)
        self._common = self._either = 0

    def add(self, predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """The next rows, bool [h, width] each; what is not valid is left out."""
        common, either = self._count(self._rows.add(predicted, truth, valid))
        self._common += common
        self._either += either

    def iou(self) -> float:
        """0..1 for the rows so far, at least one; 0 where nothing has a boundary."""
        common, either = self._count(self._rows.flush())
        return _ratio(self._common + common, self._either + either)

    def _count(self, window: RowWindow) -> tuple[int, int]:
        predicted, truth, valid = window.arrays
        first = self._band(predicted, valid)[window.rows]
        second = self._band(truth, valid)[window.rows]
        return int((first & second).sum()), int((first | second).sum())

    def _band(self, mask: np.ndarray, valid: np.ndarray) -> np.ndarray:
        size = 2 * self._distance + 1
        inner = minimum_filter((mask | ~valid).view(np.uint8), size, mode="constant", cval=1)
        return mask & valid & (inner == 0)


def boundary_iou(
    predicted: np.ndarray, truth: np.ndarray, valid: np.ndarray, distance: int = BOUNDARY_PX
) -> float:
    """Boundary IoU, 0..1, of whole masks, bool [H, W] each, as BoundaryCounts defines it."""
    counts = BoundaryCounts(distance)
    counts.add(predicted, truth, valid)
    return counts.iou()


class CalibrationBins:
    """How well the probability of building agrees with how often there is one.

    Expected calibration error as in Guo et al., ICML 2017, in 15 bins of equal width. There
    the bins are of the confidence in the likelier class, here of the probability of building, as
    that is what a footprint's confidence says and what the threshold is set on.
    """

    BINS = 15

    def __init__(self) -> None:
        # Each [bins]: valid pixels, sum of their probabilities, and those that are building.
        self._pixels = np.zeros(self.BINS)
        self._expected = np.zeros(self.BINS)
        self._buildings = np.zeros(self.BINS)

    def add(self, probability: np.ndarray, truth: np.ndarray, valid: np.ndarray) -> None:
        """Count arrays of one shape: float in 0..1, bool, bool; what is not valid is left out."""
        p = probability[valid]
        bins = np.minimum((p * self.BINS).astype(np.intp), self.BINS - 1)
        self._pixels += np.bincount(bins, minlength=self.BINS)
        self._expected += np.bincount(bins, p, minlength=self.BINS)
        self._buildings += np.bincount(bins[truth[valid]], minlength=self.BINS)

    def error(self) -> float:
        """Mean over pixels of |mean probability - share of building| of their bin, 0..1."""
        return _ratio(np.abs(self._expected - self._buildings).sum(), self._pixels.sum())


@dataclass
class ObjectCounts:
    """Buildings found, as the SpaceNet challenges count them: over all scenes together."""

    hits: int = 0
    predicted: int = 0
    truth: int = 0

    def add(
        self,
        predicted: np.ndarray,
        truth: np.ndarray,
        least_iou: float = 0.5,
        min_area: float = 0.0,
    ) -> None:
        """Match polygons [n] with labels [m] of one scene, each once, best IoU first.

        A pair is a hit at an IoU of ``least_iou`` or more. Polygons and labels smaller than
        ``min_area``, in square units of their coordinates, are left out (80 pixels in SpaceNet 6).

        The organisers' evaluator (solaris, ``Evaluator.eval_iou_spacenet_csv``) goes through the
        predictions in the order of their file, gives each the best of the labels still free, and
        wants an IoU above ``least_iou``. Where neither predictions nor labels overlap among
        themselves, none has two partners above .5 and the order decides nothing: then hits differ
        at exactly .5 alone. A prediction of exactly the smallest area is left out there.
        """
        predicted = predicted[shapely.area(predicted) >= min_area]
        truth = truth[shapely.area(truth) >= min_area]
        self.hits += _matches(predicted, truth, least_iou)
        self.predicted += len(predicted)
        self.truth += len(truth)

    def figures(self) -> dict[str, float]:
        """object_f1, object_precision, object_recall, 0..1; 0 with nothing to divide by."""
        return {
            "object_f1": _ratio(2 * self.hits, self.predicted + self.truth),
            "object_precision": _ratio(self.hits, self.predicted),
            "object_recall": _ratio(self.hits, self.truth),
        }


def object_f1(
    predicted: np.ndarray, truth: np.ndarray, least_iou: float = 0.5, min_area: float = 0.0
) -> float:
    """F1 over the polygons [n] and labels [m] of one scene, 0..1, as ObjectCounts counts them."""
    counts = ObjectCounts()
    counts.add(predicted, truth, least_iou, min_area)
    return counts.figures()["object_f1"]


def _matches(predicted: np.ndarray, truth: np.ndarray, least_iou: float) -> int:
    """The number of pairs taken greedily, best IoU first."""
    if len(predicted) == 0 or len(truth) == 0:
        return 0
    of_predicted, of_truth = shapely.STRtree(truth).query(predicted, predicate="intersects")
    first, second = predicted[of_predicted], truth[of_truth]
    common = shapely.area(shapely.intersection(first, second))
    iou = common / (shapely.area(first) + shapely.area(second) - common)
    hits = 0
    free_predicted, free_truth = np.ones(len(predicted), bool), np.ones(len(truth), bool)
    for pair in np.argsort(-iou, kind="stable"):
        if iou[pair] < least_iou:
            break
        one, other = of_predicted[pair], of_truth[pair]
        if free_predicted[one] and free_truth[other]:
            free_predicted[one] = free_truth[other] = False
            hits += 1
    return hits


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0
