"""What the results of jobs have in common."""

from __future__ import annotations

import pytest

from core.hatch.results import STAGES, stage_before


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (STAGES, "base_own_threshold"),
        (("new", "base_own_threshold", "base"), "base_own_threshold"),
        (("base", "new"), "base"),
    ],
)
def test_new_model_is_compared_with_the_base_at_its_best_threshold(
    stages: tuple[str, ...], expected: str
) -> None:
    assert stage_before(stages) == expected
