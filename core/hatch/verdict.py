"""Whether a fine-tuned model is better than its base. Standard library only, Python 3.9+."""

from __future__ import annotations

from collections.abc import Mapping

from .results import HEADS, stage_before

BETTER, NO_BETTER, WORSE, UNKNOWN = "better", "no better", "worse", "unknown"


def verdict_on(ious: Mapping[str, float]) -> str:
    """The verdict on a new model by the IoU of each stage, of one head or their mean.

    ``BETTER``: than the base with the threshold chosen on the same blocks, or with its own if that
    was not measured. ``WORSE``: than the base with its own threshold. ``NO_BETTER``: neither.
    ``UNKNOWN``: the IoU of one of the models is missing.
    """
    if not {"base", "new"} <= ious.keys():
        return UNKNOWN
    if ious["new"] > ious[stage_before(ious)]:
        return BETTER
    return WORSE if ious["new"] < ious["base"] else NO_BETTER


def verdicts(ious: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """The verdict on each head that was measured, by IoU of stage and head."""
    by_head = {
        head: verdict_on({stage: iou for (stage, of), iou in ious.items() if of == head})
        for head in HEADS
    }
    return {head: verdict for head, verdict in by_head.items() if verdict != UNKNOWN}
