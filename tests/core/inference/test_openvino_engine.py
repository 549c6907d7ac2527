"""The engine of OpenVINO gives what that of PyTorch gives."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.hatch.cache_folder import VARIABLE
from core.inference import openvino_graphs
from core.inference.engine import TorchEngine
from core.inference.openvino_engine import OpenVINOEngine
from core.models.store import load_model
from core.networks import CMHCL

ROOT = Path(__file__).parents[3]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "openvino"


@pytest.fixture
def images() -> tuple[np.ndarray, np.ndarray]:
    """SAR of two polarisations, and optical, both with parts that are not valid."""
    rng = np.random.default_rng(0)
    sar, optical = (rng.normal(size=(n, 64, 96)).astype(np.float32) for n in (4, 5))
    sar[2:], sar[:, :9], optical[:, :, :20] = np.nan, np.nan, np.nan
    return sar, optical


@pytest.mark.slow
@pytest.mark.parametrize(("optical", "hallucinate"), [(False, True), (True, False), (True, True)])
def test_float32_is_equal_to_pytorch(
    base: Path, cache: Path, images: tuple[np.ndarray, np.ndarray], optical: bool, hallucinate: bool
) -> None:
    sar, other = images
    arguments = sar, other if optical else None, hallucinate
    expected = TorchEngine(base, "cpu", "fp32").encode(*arguments)
    for _ in range(2):  # converted, and read from the disk
        made = OpenVINOEngine(base, "fp32")
        found = (*made.predict(*arguments), *sum(made.encode(*arguments), ()))
        for one, other_one in zip(found, (*expected[0], *sum(expected, ())), strict=True):
            assert (one is None) == (other_one is None)
            if one is not None and other_one is not None:
                assert one.dtype == other_one.dtype
                np.testing.assert_allclose(one, other_one, atol=2e-3)
    assert len(list(cache.iterdir())) == 2  # with and without features


@pytest.mark.slow
def test_tiles_predicted_at_the_same_time_are_the_same(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch, "get_num_threads", lambda: 3)
    rng = np.random.default_rng(0)
    tiles = [rng.normal(size=(4, 64, 96)).astype(np.float32) for _ in range(12)]
    engine = OpenVINOEngine(base)
    assert engine.streams == 3

    def predict(sar: np.ndarray) -> np.ndarray:
        probability, _ = engine.predict(sar, None)
        assert probability is not None
        return probability

    with ThreadPoolExecutor(engine.streams) as pool:
        found = list(pool.map(predict, tiles))
    np.testing.assert_array_equal(found, [predict(tile) for tile in tiles])
    assert len(list(cache.iterdir())) == 1


@pytest.mark.slow
def test_first_inference_is_made_alone(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch, "get_num_threads", lambda: 2)
    real, second = openvino_graphs.Graphs._infer, threading.Event()
    calls: list[bool] = []

    def infer(*arguments: Any) -> list[np.ndarray]:
        calls.append(second.is_set())
        if len(calls) == 1:
            assert not second.wait(0.5)
        else:
            second.set()
        return real(*arguments)

    monkeypatch.setattr(openvino_graphs.Graphs, "_infer", infer)
    engine, sar = OpenVINOEngine(base), np.zeros((4, 64, 64), np.float32)
    with ThreadPoolExecutor(2) as pool:
        assert len(list(pool.map(lambda _: engine.predict(sar, None), range(2)))) == 2
    assert len(calls) == 2 and cache.is_dir()


def test_tiles_of_any_size_are_predicted(base: Path, cache: Path) -> None:
    engine = OpenVINOEngine(base)
    for height, width in ((32, 64), (96, 32), (32, 64)):
        probability, _ = engine.predict(np.zeros((4, height, width), np.float32), None)
        assert probability is not None and probability.shape == (2, height, width)
    assert cache.is_dir()


@pytest.mark.slow
def test_a_graph_is_converted_once_and_again_for_other_weights(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converted: list[CMHCL] = []

    def counted(network: CMHCL, *kind: bool) -> Any:
        converted.append(network)
        return real(network, *kind)

    real = openvino_graphs.converted
    monkeypatch.setattr(openvino_graphs, "converted", counted)
    sar = np.zeros((4, 32, 32), np.float32)
    for _ in range(2):
        OpenVINOEngine(base).predict(sar, None)
    assert len(converted) == 1
    assert openvino_graphs.graph_key("a") != openvino_graphs.graph_key("b")
    for path in cache.rglob("graph.xml"):
        path.write_text("damaged")
    OpenVINOEngine(base).predict(sar, None)
    assert len(converted) == 2


@pytest.mark.slow
def test_graphs_that_were_not_used_for_longest_are_removed(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openvino_graphs, "KEPT", 1)
    network, _ = load_model(base)
    sar = np.zeros((4, 32, 32), np.float32)
    for key in ("first", "second"):
        openvino_graphs.Graphs(lambda: network, key, "f32").predict(sar, None, True)
    assert [path.name for path in cache.iterdir()] == ["second-hal"]


def test_a_cache_that_cannot_be_written_does_no_harm(base: Path, cache: Path) -> None:
    cache.parent.write_text("a file")
    probability, _ = OpenVINOEngine(base).predict(np.zeros((4, 32, 32), np.float32), None)
    assert probability is not None


def test_openvino_is_imported_without_its_telemetry(tmp_path: Path) -> None:
    (tmp_path / "openvino_telemetry.py").write_text("raise SystemExit('reported')")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
        "from core.inference.openvino_graphs import openvino; print(openvino().__version__)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("20")


def test_output_that_was_not_allocated_is_a_lack_of_memory(
    base: Path, images: tuple[np.ndarray, np.ndarray]
) -> None:
    """OpenVINO then gives arrays without an image, and no error."""
    engine = OpenVINOEngine(base)

    class Request:
        def infer(self, *_: object, **__: object) -> dict[int, np.ndarray]:
            return {0: np.empty((0, 2, 64, 96))}

    class Compiled:
        create_infer_request = Request

    engine.graphs._compiled[True, False, False] = Compiled()
    with pytest.raises(MemoryError):
        engine.predict(images[0], None)
