"""Every page on small screens: what must be seen is seen, in every language and theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from window import drive, newest_zip, profile, simulate

PAGES = {
    *("install", "empty", "extract", "advanced", "result", "more", "offer", "compare"),
    *("finetune", "training", "trained", "models", "problem", "floating", "review", "advice"),
}

WIDTH = 380  # pixels, at which the texts in the fields are not elided in English


@pytest.mark.slow
@pytest.mark.parametrize(
    ("screen", "language", "theme"),
    [
        ("1366x728", "en", "default"),  # without a taskbar of 40
        ("1280x720", "de", "Night Mapping"),
        ("1280x720", "es", "default"),  # on 960 pixels QGIS's own window is wider than the screen
        ("960x540", "fr", "default"),
        ("960x540", "de", "default"),
        ("960x540", "pt_BR", "default"),
    ],
)
def test_buttons_are_seen_on_a_small_screen(
    tmp_path: Path, screen: str, language: str, theme: str
) -> None:
    scene, folder = tmp_path / "scene", tmp_path / "seen"
    simulate(scene, size=256, seed=5, style="industrial")
    plan = {
        "zip": str(newest_zip()),
        "sar": str(scene / "sar.tif"),
        "optical": str(scene / "optical.tif"),
        "labels": str(scene / "buildings.geojson"),
    }
    profile(folder, theme=theme, language=language)
    seen = drive(folder, "drive_sizes.py", plan, timeout_s=400, screen=f"{screen}x24")
    assert "traceback" not in seen, seen
    assert set(seen) == PAGES
    assert {name: facts["hidden"] for name, facts in seen.items() if facts["hidden"]} == {}
    assert {name: facts["cut"] for name, facts in seen.items() if facts["cut"]} == {}
    assert max(seen[name]["width"] for name in PAGES - {"compare"}) < 0.5
    if language == "en":
        assert seen["install"]["width"] * int(screen.partition("x")[0]) >= WIDTH
