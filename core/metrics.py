"""Figures that compare a prediction with the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely


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


def object_f1(predicted: np.ndarray, truth: np.ndarray, least_iou: float = 0.5) -> float:
    """F1 over polygons [n] and [m]: a pair is a hit at an IoU of ``least_iou`` or more.

    Pairs are taken greedily, best IoU first, each polygon once, as in the SpaceNet challenges.
    No polygon is too small to count (SpaceNet leaves out those under 80 pixels).
    """
    if len(predicted) == 0 or len(truth) == 0:
        return 0.0
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
    return 2 * hits / (len(predicted) + len(truth))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
