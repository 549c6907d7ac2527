"""A loaded model with integers of 8 bits, calibrated on the scene that it predicts."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..raster.scene import Scene
from ..raster.validity import valid_pixels
from .int8_graph import Images, Int8Graphs
from .openvino_engine import OpenVINOEngine
from .predict import Engine, predict_tile
from .sampled_tiles import sampled_tiles

MOST_CHANGED = 0.01  # share of the pixels; with more, the scene is predicted as without


def int8_engine(engine: OpenVINOEngine, images: Sequence[Images]) -> OpenVINOEngine:
    """The same model with its convolutions in 8 bits, by some images, and the rest in float32."""
    int8 = copy(engine)
    int8.name = f"{engine.name.rpartition(',')[0]}, int8"
    int8.graphs = Int8Graphs(engine.graphs, images)
    return int8


def int8_on(scene: Scene, engine: OpenVINOEngine, reporter: Reporter) -> Engine:
    """An engine quantised for a scene; the engine itself where that changes too many pixels.

    Every second of some sampled tiles calibrates, the others are compared with the engine. Both are
    the same for the same scene.
    """
    tiles = sampled_tiles(scene)
    if not tiles:
        return engine
    int8 = int8_engine(engine, tiles[::2])
    share = _changed(engine, int8, tiles[1::2] or tiles)
    percent = 100 * share
    if share > MOST_CHANGED:
        text = Message(
            "Integers of 8 bits are not used, as they would change {percent:.2f} % of the pixels",
            percent=percent,
        )
        reporter.log(text, "warning")
        return engine
    reporter.log(
        Message("Integers of 8 bits change {percent:.2f} % of the sampled pixels", percent=percent)
    )
    return int8


def _changed(engine: OpenVINOEngine, other: OpenVINOEngine, tiles: Sequence[Images]) -> float:
    """Share of the valid pixels that are on another side of the model's threshold."""
    threshold = engine.manifest.threshold
    changed = total = 0
    for sar, optical in tiles:
        valid = valid_pixels(sar)
        first, second = (
            predict_tile(one, sar, optical, valid)[0][0] >= threshold for one in (engine, other)
        )
        changed += int(((first != second) & valid).sum())
        total += int(valid.sum())
    return changed / total
