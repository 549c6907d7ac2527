"""The plugin together with a second one, in a real QGIS window."""

from __future__ import annotations

from pathlib import Path

from window import DESKTOP, drive, newest_zip, simulate


def test_ten_times_together_with_another(tmp_path: Path) -> None:
    scene = tmp_path / "scene"
    simulate(scene, size=256)
    plan = {
        "zip": str(newest_zip()),
        "neighbour": str(DESKTOP / "neighbour"),
        "sar": str(scene / "sar.tif"),
        "footprints": str(scene / "buildings.geojson"),
    }
    folder = tmp_path / "seen"
    folder.mkdir()
    seen = drive(folder, "drive_together.py", plan, timeout_s=240)
    assert "traceback" not in seen, seen["traceback"]
    assert seen["neighbour"] and seen["first"] and seen["loaded"] == seen["unloaded"] == [True] * 10
    assert seen["whose"] == "the neighbour's" and seen["news"] >= 10
    assert seen["reloaded"] == [True] * 10
    menus = {"objects: QAction": 10, "objects: QMenu {}": 10, "windows: QMenu {}": 10}
    for who, key in (("CMHCL", "left"), ("Neighbour", "left by the neighbour")):
        left = {
            name: count
            for name, count in seen[key].items()
            # Messages and their log make and drop widgets of QGIS's own now and then.
            if not name.startswith("objects: ") or count >= 10
        }
        # QGIS keeps the submenus of the menu Raster, emptied.
        assert left == {name.format(who): count for name, count in menus.items()}
    assert "Traceback" not in (folder / "qgis.log").read_text(encoding="utf-8")
