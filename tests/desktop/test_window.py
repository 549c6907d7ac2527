"""From the zip to footprints on the map, in a real QGIS window, by clicking."""

from __future__ import annotations

from pathlib import Path

from window import drive_window, simulate


def test_zip_to_footprints(tmp_path: Path) -> None:
    scene = tmp_path / "scene with späces"
    simulate(scene, size=384)
    folder = tmp_path / "seen"
    seen = drive_window(folder, scene / "sar.tif", scene / "optical.tif", timeout_s=240)
    assert "traceback" not in seen, seen
    assert seen["button_visible"]
    assert seen["empty"] == "Add a SAR raster to the project first."
    assert "HH, HV, VH, VV · dB" in seen["found"]
    assert seen["device"].startswith(("CPU", "NVIDIA"))
    assert "simulated" in seen["notice"]
    assert seen["button_while_running"] == "Canc&el"
    assert seen["layer"].startswith("Footprints sar · ") and seen["docked"] and seen["closed"]
    assert seen["count"] > 0 and seen["result"].startswith(f"{seen['count']:,} footprint")
    assert seen["legend"], "which says what the colours mean"
    assert seen["invalid"] == 0 and seen["inside"] and seen["crs"]
    assert not seen["running_after_unload"]
    assert (folder / "done.png").stat().st_size > 100_000
