"""The bench of reading."""

from __future__ import annotations

import pytest

from bench.reading import main


def test_rates_and_the_ratio_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["", "--size", "600"])
    main()
    printed = capsys.readouterr().out
    assert "from 0.8 m: " in printed and "from 0.5 m: " in printed
    assert "by GDAL" in printed
