"""The verdict on a fine-tuned model in words."""

from __future__ import annotations

from typing import Any

import pytest


def rows(head: str, **ious: float) -> list[dict[str, Any]]:
    return [
        {"what": what, "head": head, "threshold": 0.35, "iou": iou} for what, iou in ious.items()
    ]


@pytest.mark.parametrize(
    ("ious", "sentence"),
    [
        ({"base": 0.6, "new": 0.7}, "“m” is better than its base model on the validation blocks"),
        ({"base": 0.7, "new": 0.7}, "“m” is no better than its base model on the validation"),
        ({"base": 0.8, "new": 0.7}, "“m” is worse than its base model on the validation blocks"),
        (
            {"base": 0.693, "base_own_threshold": 0.706, "new": 0.7},
            "“m” is no better than its base model with a threshold of 0.35, which is the best one",
        ),
    ],
)
def test_words_fit_the_figures(ious: dict[str, float], sentence: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.verdict import verdict_text

    assert sentence in verdict_text("m", "worse", rows("sar", **ious), is_copy=False)
    assert sentence in verdict_text(
        "m", "", rows("sar", **ious) + rows("optical", **ious), is_copy=False
    )


def test_heads_that_differ_are_named() -> None:
    from cmhcl_footprints.cmhcl_plugin.models.verdict import verdict_text

    figures = rows("sar", base=0.5, new=0.4) + rows("optical", base=0.5, new=0.9)
    text = verdict_text("m", "better", figures, is_copy=False)
    assert "“m” is worse from SAR alone and better with optical. Use it where" in text


def test_copy_of_the_base_is_reported_as_one() -> None:
    from cmhcl_footprints.cmhcl_plugin.models.verdict import verdict_text

    figures = rows("sar", base=0.5, new=0.5)
    text = verdict_text("m", "no better", figures, is_copy=True)
    assert text.startswith("“m” is a copy of its base model, because the trained weights were not")
    assert text.endswith("Keep the base model.")
    figures = rows("sar", base=0.5, base_own_threshold=0.6, new=0.5)
    text = verdict_text("m", "worse", figures, is_copy=True)
    assert "“m” is a copy" in text and text.endswith("The best threshold there is 0.35.")


@pytest.mark.parametrize("iou", [None, "0.4", [0.4]])
def test_without_figures_the_verdict_of_the_file_counts(iou: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.verdict import verdict_text

    figures = rows("sar", base=0.5, new=iou)
    assert "is worse than its base model" in verdict_text("m", "worse", figures, is_copy=False)
    assert "could not be validated" in verdict_text("m", "unknown", [], is_copy=False)
    assert verdict_text("m", "None", figures, is_copy=False) == ""


@pytest.mark.parametrize("odd", [10**400, float("nan"), float("inf"), "0.7", None])
def test_figure_that_is_no_number_does_not_count(odd: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.verdict import verdict_text

    text = verdict_text("m", "better", rows("sar", base=odd, new=odd), is_copy=False)
    assert text.startswith("“m” is better than its base model")
    chosen = [{**row, "threshold": odd} for row in rows("sar", base_own_threshold=0.7, new=0.7)]
    assert verdict_text("m", "no better", chosen, is_copy=False)
