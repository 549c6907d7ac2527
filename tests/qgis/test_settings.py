"""Settings between sessions."""

from __future__ import annotations


def test_settings_survive() -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    changed = Settings(python="/a/b c", threshold=0.4, min_area_m2=7.0, device="cpu")
    changed.save()
    assert Settings.load() == changed
