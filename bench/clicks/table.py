"""Tables that compare the head for clicks with growing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.scenes import has_optical, with_buildings
from core.inference.click_mask import GROWING, HEAD
from core.inference.engine import TorchEngine
from core.inference.predict import ClickEngine

from .measure import Case, figures, ious, real_case, simulated_case, without_head
from .scenes import read_scenes


def print_tables(work: Path, real: Path, model: Path, buildings: int) -> None:
    """A table of the simulated scenes and one of the real ones."""
    engine = TorchEngine(model)
    methods = (GROWING, HEAD) if engine.has_click_head else (GROWING,)
    for kind in ("simulated", "real"):
        print(f"\n| {kind} | method | buildings |", end="")
        rows: dict[tuple[str, str], list[list[float]]] = {}
        titled = False
        for inputs, case in _cases(engine, work, real, kind):
            for method in methods:
                seen = case if method == HEAD else without_head(case)
                curves = [ious(engine, seen, one) for one in seen.buildings(buildings)]
                if not curves:
                    continue
                if not titled:
                    names = figures(np.array(curves))
                    print(f" {' | '.join(names)} |\n|{'---|' * (3 + len(names))}")
                    titled = True
                print(_row(f"{case.name} {inputs}", method, curves), flush=True)
                rows.setdefault((inputs, method), []).extend(curves)
        for (inputs, method), curves in rows.items():
            print(_row(f"all {inputs}", method, curves))


def _cases(engine: ClickEngine, work: Path, real: Path, kind: str) -> Iterator[tuple[str, Case]]:
    for inputs, optical in (("SAR alone", False), ("with optical", True)):
        if kind == "simulated":
            for scene in read_scenes(work / "held"):
                yield inputs, simulated_case(engine, scene, optical)
        else:
            for folder in with_buildings(real):
                if not optical or has_optical(folder):
                    yield inputs, real_case(engine, folder, optical)


def _row(name: str, method: str, curves: list[list[float]]) -> str:
    cells = [f"{value:.2f}" for value in figures(np.array(curves)).values()]
    return f"| {name} | {method} | {len(curves)} | {' | '.join(cells)} |"
