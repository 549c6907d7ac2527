"""The panel is where it was when QGIS starts again, open or closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from window import drive, newest_zip


@pytest.mark.slow
def test_panel_is_restored_by_qgis(tmp_path: Path) -> None:
    folder = tmp_path / "seen"
    folder.mkdir()
    seen = {}
    for start in ("first", "second", "third"):
        plan = {"zip": str(newest_zip()), "start": start}
        seen[start] = drive(folder, "drive_panel.py", plan, timeout_s=240)
        assert "traceback" not in seen[start], seen[start]
    closed = {"visible": False, "built": False, "checked": False}
    opened = {"visible": True, "built": True, "checked": True}
    assert seen["first"]["before"] == {**closed, "left": False}
    assert seen["first"]["after"] == {**opened, "left": True}
    assert seen["second"]["before"] == {**opened, "left": True}
    assert not seen["second"]["after"]["visible"] and not seen["second"]["after"]["checked"]
    assert seen["third"]["before"] == {**closed, "left": True}
