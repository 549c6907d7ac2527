"""The engine that a job predicts its scene with."""

from __future__ import annotations

from ..hatch.reporter import Reporter
from ..raster.scene import Scene
from .int8_engine import int8_on
from .openvino_engine import OpenVINOEngine
from .predict import Engine
from .tta import TTAEngine


def scene_engine(
    engine: Engine, scene: Scene, careful: bool, threshold: float | None, reporter: Reporter
) -> Engine:
    """The engine to predict a scene with.

    One that was loaded for 8-bit inference is quantised for the scene, unless too many pixels would
    change sides of ``threshold``; None is the model's own. With ``careful`` it averages over the
    views of ``TTAEngine``.
    """
    if isinstance(engine, OpenVINOEngine) and engine.int8:
        limit = engine.manifest.threshold if threshold is None else threshold
        engine = int8_on(scene, engine, limit, reporter)
    return TTAEngine(engine) if careful else engine
