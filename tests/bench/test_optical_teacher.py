"""The table of the bench of labels from optical."""

from __future__ import annotations

import pytest

from bench.optical_teacher import FIGURES, STAGES, TESTS, table


@pytest.mark.parametrize("test", TESTS)
def test_the_last_line_has_the_means(test):
    measured = {
        scene: {
            stage: {f"{test} {figure}": start + number for figure in FIGURES}
            for number, stage in enumerate(STAGES)
        }
        for scene, start in (("one", 0.0), ("two", 1.0))
    }
    lines = table(measured, test)
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["one", "two", "mean"]
    cells = lines[-1].strip("| ").split(" | ")[1:]
    assert cells == ["0.500", "1.500", "2.500", "3.500", "4.500"] * len(FIGURES)
