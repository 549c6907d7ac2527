"""Base and fine-tuned model compared on the validation blocks, as an extraction would predict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..datasets.labelled_area import LabelledArea
from ..hatch.jobs import SceneInput
from ..hatch.reporter import Reporter
from ..hatch.results import HEADS, ModelFigures
from ..hatch.verdict import verdict_on
from ..inference.device import on_device
from ..inference.engine import TorchEngine
from ..inference.evaluation import compare_with
from ..models.store import load_model
from ..raster.scene import Scene, open_scene
from .finetuning import figures_on


def compare(
    base: TorchEngine,
    new: TorchEngine,
    source: SceneInput,
    area: LabelledArea,
    reporter: Reporter,
) -> list[ModelFigures]:
    """Figures of both models on the validation blocks of ``area``, by model and head.

    The base is measured twice: with its own threshold, and with the one that is best on these
    blocks, so that a gain from the threshold is not credited to training. Where optical made the
    labels, the new model has the threshold of its base, and predictions with optical are not
    compared with them.
    """
    by_optical = area.is_labelled_by_optical
    stages = {"base": (base, base.manifest.threshold)}
    if not by_optical:
        network = on_device(load_model(base.folder)[0], base.device)
        chosen = figures_on(area.validation_views, network)["threshold"]
        stages["base_own_threshold"] = (base, chosen)
    stages["new"] = (new, new.manifest.threshold)
    heads = HEADS if area.has_optical and not by_optical else HEADS[:1]
    figures = []
    for what, (engine, threshold) in stages.items():
        for head in heads:
            reporter.check()
            optical = source.optical if head == "optical" else ""
            blocks = replace(source, optical=optical, area=area.validation_area)
            with open_scene(blocks, engine.manifest.pixel_size_m) as scene:
                labelled = _Labelled(scene, area)
                found = compare_with(area.labels.polygons, labelled, engine, threshold)
            figures.append(
                ModelFigures(what, head, threshold, found.iou, found.f1, found.object_f1, found.ece)
            )
    return figures


class _Labelled:
    """A scene of which only labelled pixels count."""

    def __init__(self, scene: Scene, area: LabelledArea) -> None:
        self._scene, self._area = scene, area
        self.grid, self.read = scene.grid, scene.read

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        """As ``Scene.inside``."""
        window = self.grid.crop(row, col, height, width)
        area = self._scene.inside(row, col, height, width)
        counted: np.ndarray = area & self._area.labelled_on(window)
        return counted


def verdict_of(figures: Sequence[ModelFigures]) -> str:
    """The verdict by the mean IoU of all heads, see ``verdict_on``."""
    stages = dict.fromkeys(row.what for row in figures)
    return verdict_on(
        {what: float(np.mean([row.iou for row in figures if row.what == what])) for what in stages}
    )
