"""Ten clicks in a row in a real QGIS window, with the real worker: footprints, undo, Escape."""

from __future__ import annotations

from pathlib import Path

from window import drive, newest_zip, simulate


def test_ten_clicks_in_a_row(tmp_path: Path) -> None:
    scene = tmp_path / "scene with späces"
    simulate(scene, size=640)
    folder = tmp_path / "seen"
    folder.mkdir()
    plan = {"zip": str(newest_zip()), "sar": str(scene / "sar.tif")}
    plan["optical"] = str(scene / "optical.tif")
    seen = drive(folder, "drive_clicks.py", plan, timeout_s=240)
    assert "traceback" not in seen, seen
    assert seen["button_visible"]
    assert seen["told"] == "Footprints from “sar”: click, or drag a rectangle. Esc cancels."
    assert len(seen["seconds"]) == 10
    assert seen["ten"] > 50 and seen["invalid"] == seen["doubles"] == 0
    assert "Ctrl+Z undoes this" in seen["status"]
    assert seen["undone"] < seen["ten"] and seen["all_undone"] == 0
    assert seen["rectangle"] > 0
    assert seen["after_keys"] == seen["rectangle"]  # keys of the tool delete and undo nothing
    assert seen["escaped"] and seen["after_escape"] == seen["rectangle"]
    assert seen["saved"] and seen["file"] == str(folder / "footprints_by_click_sar.gpkg")
    assert not seen["running_after_unload"]
