"""Figures of a model on a scene whose buildings are known."""

from __future__ import annotations

from pathlib import Path

from ..hatch.jobs import EvaluateJob
from ..hatch.reporter import Reporter
from ..hatch.results import EvaluateResult
from ..inference.evaluation import evaluate_scene
from ..inference.predict import Engine
from ..inference.scene_engine import scene_engine
from ..raster.scene import open_scene


def evaluate(job: EvaluateJob, engine: Engine, reporter: Reporter) -> EvaluateResult:
    """Compare the prediction on a scene with label polygons.

    Raises InputError for bad input and Cancelled if the user cancelled the job.
    """
    with open_scene(job.scene, engine.manifest.pixel_size_m) as scene:
        scene.report(reporter)
        engine = scene_engine(engine, scene, job.careful, job.threshold, reporter)
        return evaluate_scene(scene, engine, Path(job.labels), job.threshold, reporter)
