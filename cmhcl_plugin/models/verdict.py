"""The verdict on a fine-tuned model in words, the same on the pages Fine-tune and Models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.verdict import BETTER, NO_BETTER, UNKNOWN, WORSE, verdicts
from ..numbers import fill_in
from .manifest_text import is_number

Row = Mapping[str, Any]

translate = QCoreApplication.translate


def verdict_text(name: str, verdict: str, rows: Sequence[Row], *, is_copy: bool) -> str:
    """One or two sentences on the model of this name.

    ``rows`` are records with the fields of results.ModelFigures, from any source; ``verdict`` is
    that of the fine-tuning, which counts where the rows lack figures. ``is_copy``: the model has
    the weights of its base.
    """
    if is_copy:
        text = translate(
            "Models",
            "“{}” is a copy of its base model, because the trained weights were not better on the "
            "validation blocks by more than chance. Keep the base model.",
        )
        return str(text.format(name)) + _best_threshold(rows)
    ious = {
        (str(row.get("what")), str(row.get("head"))): float(row["iou"])
        for row in rows
        if is_number(row.get("iou"))
    }
    by_head = verdicts(ious)
    different = set(by_head.values())
    if len(different) > 1:
        words = {
            BETTER: translate("Models", "better"),
            NO_BETTER: translate("Models", "no better"),
            WORSE: translate("Models", "worse"),
        }
        text = translate(
            "Models",
            "Compared with its base model on the validation blocks, which it was not trained on, "
            "“{}” is {} from SAR alone and {} with optical. Use it where it is better.",
        )
        return text.format(name, words[by_head["sar"]], words[by_head["optical"]])
    verdict = different.pop() if different else verdict
    chosen = _own_threshold(rows)
    if verdict == NO_BETTER and chosen is not None:
        text = translate(
            "Models",
            "On the validation blocks, “{}” is no better than its base model with a threshold of "
            "{:.2f}, which is the best one there. Keep the base model, and set that threshold.",
        )
        return fill_in(text, name, chosen)
    sentence: str = _sentences().get(verdict, "").format(name)
    return sentence


def _own_threshold(rows: Sequence[Row]) -> Optional[float]:
    """The threshold that is best for the base on the validation blocks, None if its own is."""
    chosen: list[Any] = [
        row.get("threshold") for row in rows if row.get("what") == "base_own_threshold"
    ]
    return float(chosen[0]) if chosen and is_number(chosen[0]) else None


def _best_threshold(rows: Sequence[Row]) -> str:
    chosen = _own_threshold(rows)
    text = translate("Models", "The best threshold there is {:.2f}.")
    return "" if chosen is None else f" {fill_in(text, chosen)}"


def is_gain(verdict: str) -> bool:
    """Whether to use the new model: it is better than its base, or not known to be worse."""
    return verdict in (BETTER, UNKNOWN)


def figures_help() -> str:
    """What the figures of a fine-tuning mean, one a line."""
    return "\n".join(
        (
            translate(
                "Models",
                "IoU: intersection over union of the pixels of buildings, 0 to 1; higher is better",
            ),
            translate(
                "Models", "F1: harmonic mean of precision and recall of these pixels, 0 to 1"
            ),
            translate("Models", "Object F1: the same of whole buildings that match a label"),
            translate(
                "Models",
                "Calibration error: mean difference between a probability and the share of "
                "buildings where it is predicted; lower is better",
            ),
        )
    )


def _sentences() -> dict[str, str]:
    return {
        BETTER: translate(
            "Models",
            "“{}” is better than its base model on the validation blocks, which it was not "
            "trained on.",
        ),
        NO_BETTER: translate(
            "Models",
            "“{}” is no better than its base model on the validation blocks, which it was not "
            "trained on. Keep the base model.",
        ),
        WORSE: translate(
            "Models",
            "“{}” is worse than its base model on the validation blocks, which it was not "
            "trained on. Keep the base model.",
        ),
        UNKNOWN: translate(
            "Models",
            "“{}” could not be validated: the labelled area is too small for validation blocks. "
            "Judge it on the map before you rely on it.",
        ),
    }
