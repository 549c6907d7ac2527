"""Footprints are edited with QGIS's own tools, in a real QGIS window."""

from __future__ import annotations

from pathlib import Path

from window import drive, newest_zip


def test_square_split_and_join(tmp_path: Path) -> None:
    folder = tmp_path / "seen"
    folder.mkdir()
    seen = drive(folder, "drive_edit_tools.py", {"zip": str(newest_zip())}, timeout_s=240)
    assert "traceback" not in seen, seen["traceback"]
    (whole,) = seen["raw"]
    assert len(seen["split"]) == 2 and abs(sum(seen["split"]) - whole) <= 1
    assert min(seen["split"]) > 0.4 * whole
    assert seen["merge dialog"] and abs(seen["joined"][0] - whole) <= 1
    assert "Reshape" in seen["reshape tool"]
    assert "Traceback" not in (folder / "qgis.log").read_text(encoding="utf-8")
