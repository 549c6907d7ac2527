"""The comparison of engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.engines import ONNX, REFERENCE, changed, engines, main, speeds
from core.hatch.cache_folder import VARIABLE


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))


@pytest.mark.slow
def test_all_engines_compute_the_same_network(base: Path, suburb: Path) -> None:
    made = engines(base)
    assert {REFERENCE, ONNX, "OpenVINO fp32"} <= set(made)
    assert all(rate > 0 for rate in speeds(made, 64, True, 1).values())
    shares = changed(made, suburb, True, made[REFERENCE].manifest)
    assert shares[ONNX] < 1e-4 and shares["OpenVINO fp32"] < 1e-4


@pytest.mark.slow
def test_tables_are_printed(
    base: Path, suburb: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["", str(suburb), "--model", str(base), "--tiles", "64", "--rounds", "1"]
    monkeypatch.setattr("sys.argv", arguments)
    main()
    printed = capsys.readouterr().out
    assert "| tiles of 64 px | SAR, Mpx/s | ratio |" in printed
    assert "| OpenVINO fp32 | 0.000% (0.000%) |" in printed
