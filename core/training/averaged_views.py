"""Predictions of a scene, averaged over augmented views, for label checks."""

from __future__ import annotations

from contextlib import closing

from ..hatch.reporter import Reporter
from ..inference.predict import Engine, probability_strips
from ..inference.tta import TTAEngine
from ..raster.blend import Strip
from ..raster.cache import LRUCache
from ..raster.scene import Scene
from ..timing import Timing

SCALES = (0.8, 1.0, 1.25)  # of the views whose predictions are averaged
ALL = 0.99  # of the prediction is OPT-SAR's, but for rounding
_STRIPS = LRUCache(size=1)  # a check and the training that follows use the same ones


def averaged_strips(scene: Scene, engine: Engine, reporter: Reporter) -> list[Strip]:
    """All strips of an open scene; those of the latest scene and model are kept.

    Raises SceneError if a file is damaged, Cancelled if the user cancelled the job.
    """

    def predicted() -> list[Strip]:
        averaging = TTAEngine(engine, SCALES)
        with closing(probability_strips(scene, averaging, reporter, Timing())) as strips:
            return list(strips)

    key = (scene.fingerprint or object(), engine.manifest.sha256, engine.name)
    return _STRIPS.get_or_compute(key, predicted)
