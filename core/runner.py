"""Which job is done by which function, for the worker and the command line alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .datasets.spacenet6 import prepare
from .hatch.jobs import (
    CheckJob,
    EvaluateJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    OutlineJob,
    RegulariseJob,
    SimulateJob,
    Spacenet6Job,
)
from .hatch.reporter import Reporter
from .inference.engine import TorchEngine
from .inference.predict import Engine
from .inference.tta import TTAEngine
from .models.store import DEFAULT_MODEL
from .raster.scene import inspect, scene_of
from .simulator import read_city, simulate, write_scene
from .tasks.check import check
from .tasks.evaluate import evaluate
from .tasks.extract import extract
from .tasks.finetune import finetune
from .tasks.outline import outline
from .tasks.regularise import regularise_file
from .tasks.train import train
from .training.adapt import adapted


class Runner:
    """Does jobs one after another and keeps the last model loaded."""

    def __init__(self) -> None:
        self._engine: tuple[tuple[Path, str, float], TorchEngine] | None = None

    def run(self, job: Job, reporter: Reporter) -> dict[str, Any]:
        """The values that the job's docstring promises. Raises InputError and Cancelled."""
        if isinstance(job, ExtractJob):
            return extract(job, self._engine_of(job, reporter), reporter)
        if isinstance(job, OutlineJob):
            return outline(job, reporter)
        if isinstance(job, RegulariseJob):
            return regularise_file(job, reporter)
        if isinstance(job, EvaluateJob):
            return evaluate(job, self._engine_of(job, reporter), reporter)
        if isinstance(job, InspectJob):
            return inspect(job)
        if isinstance(job, SimulateJob):
            return _simulate(job)
        if isinstance(job, Spacenet6Job):
            return prepare(job, reporter)
        if isinstance(job, FinetuneJob):
            return finetune(job, reporter)
        if isinstance(job, CheckJob):
            return check(job, reporter)
        return train(job, reporter)

    def _engine_of(self, job: ExtractJob | EvaluateJob, reporter: Reporter) -> Engine:
        engine = self._load(job.model, job.device, reporter)
        if job.adapt:
            with scene_of(job, engine.manifest.pixel_size_m) as scene:
                engine = adapted(engine, scene, reporter)
        return TTAEngine(engine) if job.careful else engine

    def _load(self, model: str, device: str, reporter: Reporter) -> TorchEngine:
        folder = Path(model) if model else DEFAULT_MODEL
        # A model that was trained again under the same name is another model.
        manifest = folder / "manifest.json"
        key = (folder, device, manifest.stat().st_mtime if manifest.exists() else 0.0)
        if self._engine is None or self._engine[0] != key:
            self._engine = key, TorchEngine(folder, device)
        engine = self._engine[1]
        reporter.log(f"{engine.name} ({engine.reason})")
        return engine


def _simulate(job: SimulateJob) -> dict[str, Any]:
    city = read_city(job.city) if job.city else None
    scene = simulate(job.seed, job.size, city=city, style=job.style or None)
    write_scene(scene, job.out, output=job.output, polarisations=job.polarisations)
    return {"folder": job.out, "buildings": len(scene.footprints)}
