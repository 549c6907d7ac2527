"""Select the fastest engine for this machine."""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import torch

from ..hatch.cache_folder import cache_folder
from ..hatch.errors import InputError, is_out_of_memory
from ..hatch.files import atomic_output
from ..hatch.jobs import AUTO, INT8, POLARISATIONS
from ..hatch.messages import Message
from .device import choose_device
from .engine import TorchEngine
from .openvino_engine import OpenVINOEngine
from .openvino_graphs import openvino_version
from .predict import Engine

VARIABLE = "CMHCL_ENGINE"
PYTORCH, OPENVINO = "pytorch", "openvino"
_RUNS = 5
_MARGIN = 1.05  # PyTorch is chosen only if it is faster by this factor


def load_engine(folder: Path, device: str = AUTO) -> TorchEngine:
    """Load a model in PyTorch or in OpenVINO.

    On a GPU that is PyTorch. On the CPU it is the faster one, which is measured once for each
    network and kept, unless $CMHCL_ENGINE names one of them. For 8-bit inference it is OpenVINO,
    which ``scene_engine`` quantises.

    Raises ModelError if the model is damaged, InputError if the device is missing.
    """
    wanted = os.environ.get(VARIABLE, AUTO)
    chosen, _ = choose_device(device)
    if device == INT8:
        if not openvino_version():
            raise InputError(
                "8-bit inference needs OpenVINO, which is not installed; choose another device, "
                "or install the Python environment again in the options."
            )
    elif chosen.type != "cpu" or wanted == PYTORCH or not openvino_version():
        return TorchEngine(folder, device)
    reason = Message("OpenVINO does not work on this machine")
    try:
        engine = OpenVINOEngine(folder)
        engine.int8 = device == INT8
        if wanted == OPENVINO or engine.int8:
            return engine
        measured = f"{engine.manifest.preset}, {engine.streams} streams"
        openvino_speedup = cached_speedup(
            measured, lambda: speedup(engine, TorchEngine(folder, device))
        )
        if openvino_speedup * _MARGIN >= 1:
            engine.reason = Message("faster than PyTorch on this machine")
            return engine
        reason = Message("faster than OpenVINO on this machine")
    except InputError:
        raise
    except Exception as error:  # whatever its libraries raise, PyTorch does the work
        log = logging.getLogger("cmhcl")
        log.warning("OpenVINO failed", exc_info=not is_out_of_memory(error))
    pytorch = TorchEngine(folder, device)
    pytorch.reason = reason
    return pytorch


def speedup(engine: TorchEngine, base: TorchEngine) -> float:
    """Speedup of one engine over another, from SAR alone."""
    tile = np.random.default_rng(0).normal(size=(len(POLARISATIONS), base.tile, base.tile))
    tile = tile.astype(np.float32)
    times: dict[TorchEngine, list[float]] = {engine: [], base: []}
    for _ in range(1 + _RUNS):  # in turns, so that other load affects both
        for one, seconds in times.items():
            seconds.append(tile_seconds(one, tile))
    # The fastest: up to one in seven runs of OpenVINO takes twice as long, as two tiles wait for
    # the same core.
    first, second = (min(seconds[1:]) for seconds in times.values())
    return second / first


def tile_seconds(engine: Engine, sar: np.ndarray, optical: np.ndarray | None = None) -> float:
    """Seconds per tile when as many are predicted as the engine takes at the same time.

    ``sar`` [4, h, w] is predicted by the HAL-SAR head, with ``optical`` [5, h, w] by OPT-SAR.
    """

    def predict(_: int) -> None:
        engine.predict(sar, optical, optical is None)

    start = time.perf_counter()
    if engine.streams == 1:  # in this thread: on a GPU, a new one first sets up its libraries
        predict(0)
    else:
        with ThreadPoolExecutor(engine.streams) as pool:
            list(pool.map(predict, range(engine.streams)))
    return (time.perf_counter() - start) / engine.streams


def cached_speedup(measured: str, measure: Callable[[], float]) -> float:
    """Cached speedup, measured on first use."""
    path = cache_folder() / "speedups.json"
    libraries = f"OpenVINO {openvino_version()}, PyTorch {torch.__version__}"
    processor = platform.processor() or platform.machine()
    key = f"{measured}, {libraries}, {processor}, {torch.get_num_threads()} threads"
    kept = _read(path)
    if key not in kept:
        kept[key] = round(measure(), 3)
        with suppress(OSError, InputError):  # it is measured again next time
            path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_output(path) as new:
                new.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return kept[key]


def _read(path: Path) -> dict[str, float]:
    """The cached speedups, empty if the file is missing or damaged."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): float(value) for key, value in kept.items() if float(value) > 0}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
