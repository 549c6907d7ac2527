"""Ten buildings in a row in a real QGIS window, with the real worker; undo, areas, labels."""

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
    plan["labels"] = str(scene / "buildings.geojson")
    seen = drive(folder, "drive_clicks.py", plan, timeout_s=240)
    assert "traceback" not in seen, seen
    assert seen["button_visible"]
    assert seen["told"] == "Footprints from “sar”"
    assert seen["found"] >= 9
    assert "Enter or next building: accept" in seen["hint"]
    assert 8 <= seen["ten"] <= seen["found"]  # one may replace another
    assert seen["invalid"] == 0 and seen["overlap_m2"] < 1e-6
    assert "Ctrl+Z undoes this" in seen["status"]
    assert 0 < seen["correction"] < 1 and seen["correction_undone"]
    assert seen["undone"] < seen["ten"] and seen["all_undone"] == 0
    assert seen["rectangle"] > 0
    assert seen["after_keys"] == seen["rectangle"]  # keys of the tool delete and undo nothing
    assert seen["escaped"] and seen["after_escape"] == seen["rectangle"]
    assert seen["labels"] and seen["labelled_area"] and seen["missing"] == ""
    assert seen["saved"] and seen["file"] == str(folder / "footprints_by_click_sar.gpkg")
    assert not seen["running_after_unload"]
