"""What a fine-tuning has gained, by head."""

from __future__ import annotations

import pytest

from core.hatch.verdict import verdict_on, verdicts


@pytest.mark.parametrize(
    ("new", "expected"),
    [(0.71, "better"), (0.706, "no better"), (0.693, "no better"), (0.692, "worse")],
)
def test_worse_is_only_what_is_below_the_base_as_it_is(new: float, expected: str) -> None:
    assert verdict_on({"base": 0.693, "base_own_threshold": 0.706, "new": new}) == expected


def test_each_head_has_its_own_verdict() -> None:
    ious = {("base", "sar"): 0.5, ("new", "sar"): 0.4}
    assert verdicts(ious) == {"sar": "worse"}
    ious |= {("base", "optical"): 0.5, ("new", "optical"): 0.6}
    assert verdicts(ious) == {"sar": "worse", "optical": "better"}
    assert verdicts({("new", "sar"): 0.4}) == {}
