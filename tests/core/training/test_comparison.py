"""The verdict on a fine-tuned model."""

from __future__ import annotations

import pytest

from core.hatch.results import ModelFigures
from core.training.comparison import verdict_of


def row(what: str, iou: float) -> ModelFigures:
    return ModelFigures(what, "sar", 0.3, iou, f1=0.5, object_f1=0.5, ece=0.1)


@pytest.mark.parametrize(
    ("ious", "verdict"),
    [
        ({"base": 0.3, "base_own_threshold": 0.5, "new": 0.4}, "no better"),
        ({"base": 0.41, "base_own_threshold": 0.5, "new": 0.4}, "worse"),
        ({"base": 0.3, "base_own_threshold": 0.3, "new": 0.4}, "better"),
        ({"base": 0.3, "new": 0.4}, "better"),
        ({"base": 0.4, "new": 0.4}, "no better"),
        ({}, "unknown"),
    ],
)
def test_the_new_model_is_compared_with_the_base_at_a_threshold_as_well_chosen(ious, verdict):
    assert verdict_of([row(what, iou) for what, iou in ious.items()]) == verdict
