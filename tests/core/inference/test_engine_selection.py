"""The choice between PyTorch and OpenVINO."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.hatch import cache_folder
from core.hatch.errors import ModelError
from core.inference import engine_selection
from core.inference.engine import TorchEngine
from core.inference.engine_selection import load_engine
from core.inference.openvino_engine import OpenVINOEngine


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache_folder.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.delenv(engine_selection.VARIABLE, raising=False)
    return tmp_path / "cache"


@pytest.mark.parametrize(
    ("speedup", "kind", "reason"),
    [
        (1.5, OpenVINOEngine, "faster than PyTorch on this machine"),
        (0.5, TorchEngine, "faster than OpenVINO on this machine"),
    ],
)
def test_the_faster_one_is_loaded_and_its_reason_reported(
    base: Path, monkeypatch: pytest.MonkeyPatch, speedup: float, kind: type, reason: str
) -> None:
    monkeypatch.setattr(engine_selection, "speedup", lambda *_: speedup)
    engine = load_engine(base, "cpu")
    assert type(engine) is kind
    assert engine.reason == reason


@pytest.mark.slow
def test_the_speed_is_measured_once(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_engine(base, "cpu")
    speedups = json.loads((cache / "speedups.json").read_text())
    assert len(speedups) == 1 and all(value > 0 for value in speedups.values())
    monkeypatch.setattr(engine_selection, "speedup", lambda *_: pytest.fail("measured again"))
    load_engine(base, "cpu")


@pytest.mark.parametrize("text", ["", "[]", "{broken", '{"a": "b"}'])
def test_damaged_speeds_are_measured_again(
    base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    cache.mkdir()
    (cache / "speedups.json").write_text(text)
    monkeypatch.setattr(engine_selection, "speedup", lambda *_: 1.5)
    assert type(load_engine(base, "cpu")) is OpenVINOEngine
    assert list(json.loads((cache / "speedups.json").read_text()).values()) == [1.5]


@pytest.mark.parametrize(
    ("wanted", "kind"), [("pytorch", TorchEngine), ("openvino", OpenVINOEngine)]
)
def test_the_environment_variable_decides(
    base: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, kind: type
) -> None:
    monkeypatch.setenv(engine_selection.VARIABLE, wanted)
    monkeypatch.setattr(engine_selection, "speedup", lambda *_: pytest.fail("measured"))
    assert type(load_engine(base, "cpu")) is kind


def test_without_openvino_pytorch_is_loaded(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_selection, "openvino_version", lambda: "")
    assert type(load_engine(base, "cpu")) is TorchEngine


def test_if_openvino_fails_pytorch_is_loaded(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_folder: Path) -> None:
        raise ImportError("DLL load failed")

    monkeypatch.setattr(engine_selection, "OpenVINOEngine", broken)
    engine = load_engine(base, "cpu")
    assert type(engine) is TorchEngine
    assert engine.reason == "OpenVINO does not work on this machine"


def test_lack_of_memory_is_logged_without_a_traceback(base, monkeypatch, caplog):
    def fail(*_: object) -> None:
        raise RuntimeError("Exception from plugin.cpp: std::bad_alloc")

    monkeypatch.setattr(engine_selection, "speedup", fail)
    assert type(load_engine(base, "cpu")) is TorchEngine
    assert "OpenVINO failed" in caplog.text and "Traceback" not in caplog.text


def test_damaged_model_is_reported_once(tmp_path, caplog):
    with pytest.raises(ModelError, match="not a model"):
        load_engine(tmp_path, "cpu")
    assert not caplog.records


def test_slow_runs_of_an_engine_do_not_count(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rates = {"OpenVINO": iter([9.0, 2.0, 1.0, 2.0, 2.0, 2.0]), "PyTorch": iter([9.0] + [1.5] * 5)}

    def seconds(engine: TorchEngine, _: object) -> float:
        return next(rates[engine.name.split()[0]])

    monkeypatch.setattr(engine_selection, "tile_seconds", seconds)
    assert type(load_engine(base, "cpu")) is OpenVINOEngine
