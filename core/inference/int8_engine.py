"""8-bit inference: a loaded model, quantised for the scene that it predicts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import copy

import numpy as np

from ..hatch.errors import CmhclError, is_out_of_memory
from ..hatch.jobs import POLARISATIONS
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..raster.scene import Scene
from ..raster.validity import valid_pixels
from .engine_selection import cached_speedup, speedup
from .int8_graph import Int8Graphs
from .openvino_engine import OpenVINOEngine
from .openvino_graphs import openvino_version
from .predict import Engine, Images, predict_tile
from .sampled_tiles import sampled_tiles

MOST_CHANGED = 0.01  # share of the pixels; with more, the scene is predicted as without
LEAST_PIXELS = 16_000_000  # of a scene; with fewer, quantising takes longer than it saves
_SIDE = 256  # pixels of the image by which the speed is measured


def int8_engine(engine: OpenVINOEngine, images: Sequence[Images]) -> OpenVINOEngine:
    """The same model with 8-bit convolutions, calibrated on some images, the rest in float32."""
    int8 = copy(engine)
    int8.name = f"OpenVINO {openvino_version()} on cpu, int8"
    int8.graphs = Int8Graphs(engine.graphs, images)
    return int8


def int8_on(scene: Scene, engine: OpenVINOEngine, threshold: float, reporter: Reporter) -> Engine:
    """An engine quantised for a scene, or the engine itself where that is not worth it.

    It is not for small scenes, on machines where it is no faster, and if more than MOST_CHANGED of
    the pixels would change sides of ``threshold``. Every other of some sampled tiles is used for
    calibration, the rest for the comparison with the engine. The choice depends only on the scene.

    Raises Cancelled if the user cancelled the job.
    """
    try:
        int8, reason = _quantised(scene, engine, threshold, reporter)
    except CmhclError:
        raise
    except Exception as error:  # whatever OpenVINO raises
        if is_out_of_memory(error):
            raise
        logging.getLogger("cmhcl").warning("8-bit inference failed", exc_info=True)
        int8, reason = None, Message("8-bit inference does not work on this machine")
    reporter.log(reason)
    return int8 or engine


def _quantised(
    scene: Scene, engine: OpenVINOEngine, threshold: float, reporter: Reporter
) -> tuple[OpenVINOEngine | None, Message]:
    """The quantised engine, or None, and a sentence for the log."""
    if scene.grid.height * scene.grid.width < LEAST_PIXELS:
        return None, Message("8-bit inference is not used: the scene is too small to gain time")
    if not _is_faster(engine):
        return None, Message("8-bit inference is not used: it is no faster on this machine")
    tiles = sampled_tiles(scene)
    if not tiles:
        return None, Message("8-bit inference is not used: the sampled places have no data")
    int8 = int8_engine(engine, tiles[::2])
    share = _changed(engine, int8, tiles[1::2] or tiles, threshold, reporter)
    if share > MOST_CHANGED:
        return None, Message(
            "8-bit inference is not used: it would change {share:.2%} of the pixels", share=share
        )
    return int8, Message("8-bit inference changes {share:.2%} of the sampled pixels", share=share)


def _is_faster(engine: OpenVINOEngine) -> bool:
    """Whether 8 bits are faster on this machine, which is measured once for each network."""
    image = np.random.default_rng(0).normal(size=(len(POLARISATIONS), _SIDE, _SIDE))
    int8 = int8_engine(engine, [(image.astype(np.float32), None)])
    measured = f"{engine.manifest.preset}, {engine.streams} streams, int8"
    return cached_speedup(measured, lambda: speedup(int8, engine)) > 1


def _changed(
    engine: Engine, other: Engine, tiles: Sequence[Images], threshold: float, reporter: Reporter
) -> float:
    """Share of the valid pixels that are on another side of the threshold."""
    changed = total = 0
    for done, (sar, optical) in enumerate(tiles):
        reporter.progress(done, len(tiles), Message("Quantising"))
        valid = valid_pixels(sar)
        first, second = (
            predict_tile(one, sar, optical, valid)[0][0] >= threshold for one in (engine, other)
        )
        changed += int(((first != second) & valid).sum())
        total += int(valid.sum())
    return changed / total
