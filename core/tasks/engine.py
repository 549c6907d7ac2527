"""The engine of one extraction or evaluation: adapted, averaged over views, or as it is."""

from __future__ import annotations

from ..hatch.reporter import Reporter
from ..inference.engine import TorchEngine
from ..inference.predict import Engine
from ..inference.tta import TTAEngine
from ..raster.scene import Scene
from ..training.adapt import adapt_to_scene


def engine_for(
    scene: Scene, engine: Engine, *, adapt: bool, careful: bool, reporter: Reporter
) -> Engine:
    """The engine that predicts on ``scene``, as ``ExtractJob`` describes ``adapt`` and ``careful``.

    Raises
    ------
    InputError
        If the model cannot adapt to the scene.
    TypeError
        If an engine other than a TorchEngine is to adapt.
    """
    if adapt:
        if not isinstance(engine, TorchEngine):
            raise TypeError(f"{engine.name} cannot adapt")
        engine = adapt_to_scene(engine, scene, reporter)
    return TTAEngine(engine) if careful else engine
