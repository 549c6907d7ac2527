"""The bench of what QGIS does not respond to, with a few footprints."""

from __future__ import annotations

from typing import Any


def test_bench_measures_every_step(capsys: Any) -> None:
    from bench import stalls

    stalls.main(600)
    steps = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert steps == [
        "adding 600 footprints",
        "marking them as unedited",
        "filtering by confidence",
        "showing all again",
        "replacing them",
        "starting a review",
        "the first decision",
        "saving it",
        "another decision",
        "undoing it",
        "saving",
        "writing them",
        "writing them while edited",
        "joining them to an area",
    ]
