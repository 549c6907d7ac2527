"""The bench of the blocks to label next."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import core
from bench import label_next


@pytest.mark.slow
def test_all_blocks_hold_all_errors_and_some_hold_a_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    core.simulate(tmp_path / "town", seed=2, size=256, style="perimeter")
    shares = {}
    for share in ("1", "0.25"):
        monkeypatch.setattr(
            sys, "argv", ["label_next", str(tmp_path), "--block", "50", "--share", share]
        )
        label_next.main()
        rows = re.findall(r"\| town, (.+) \| (\d+) \| (.+) \| (.+) \|", capsys.readouterr().out)
        assert [row[0] for row in rows] == ["SAR", "with optical"]
        shares[share] = [(int(blocks), float(wrong)) for _, blocks, wrong, _ in rows]
    for (every, all_wrong), (few, wrong) in zip(shares["1"], shares["0.25"]):
        assert few == round(every / 4) and 1 >= all_wrong > wrong > 0
