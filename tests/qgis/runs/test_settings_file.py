"""Settings of an extraction in a file, and the page that writes and reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import Desk
from qgis.PyQt.QtWidgets import QFileDialog

pytest_plugins = ["desk_fixtures"]


def job(*sar: Path, optical: str = "") -> Any:
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    scene = SceneInput(tuple(map(str, sar)), optical)
    return ExtractJob(scene, "out.gpkg", str(DEFAULT_MODEL), threshold=0.4, min_area_m2=33)


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import read_settings, write_settings
    from cmhcl_footprints.core.hatch.manifest import read_manifest

    path = tmp_path / "a.cmhcl.json"
    written = job(tmp_path / "sär.tif", optical="/gone/rgb.tif")
    write_settings(written, path)
    found = read_settings(path)
    assert found.job == replace(written, out="") and found.threshold == 0.4
    write_settings(replace(written, threshold=None), path)
    assert read_settings(path).threshold == read_manifest(Path(written.model)).threshold


def test_rasters_are_found_beside_the_settings(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import read_settings, write_settings

    path = tmp_path / "a.json"
    write_settings(job(Path("/gone/hh.tif"), Path("/gone/hv.tif"), optical="/gone/rgb.tif"), path)
    for name in ("hh.tif", "rgb.tif"):
        (tmp_path / name).touch()
    scene = read_settings(path).job.scene
    assert scene.sar == (str(tmp_path / "hh.tif"), "/gone/hv.tif")
    assert scene.optical == str(tmp_path / "rgb.tif")


def test_default_model_is_that_of_this_installation(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import read_settings, write_settings
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    path = tmp_path / "a.json"
    write_settings(job(Path("sar.tif")), path)
    text = path.read_text(encoding="utf-8")
    assert str(DEFAULT_MODEL) in text
    path.write_text(text.replace(str(DEFAULT_MODEL), "/other/computer"), encoding="utf-8")
    assert read_settings(path).job.model == str(DEFAULT_MODEL)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[" * 100_000, None])
def test_other_files_are_refused(tmp_path: Path, content: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import read_settings
    from cmhcl_footprints.core.hatch.errors import InputError

    path = tmp_path / "a.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"has no settings of an extraction.*a\.json"):
        read_settings(path)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import read_settings, write_settings
    from cmhcl_footprints.core.hatch.errors import InputError

    path = tmp_path / "a.json"
    write_settings(job(Path("sar.tif"), optical="rgb.tif"), path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rgb.tif", "x" * 5000), encoding="utf-8")
    with pytest.raises(InputError, match="has no settings"):
        read_settings(path)


def test_settings_of_a_model_that_is_gone_are_not_saved(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.settings_file import write_settings
    from cmhcl_footprints.core.hatch.errors import InputError

    with pytest.raises(InputError):
        write_settings(replace(job(Path("sar.tif")), model="/gone"), tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


def test_page_saves_its_settings_and_fills_them_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(title: str) -> None:
        """Choose the entry of this title."""
        menu = desk.page.history_button.menu()
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == title).trigger()

    path = desk.folder / "my settings"
    seen: list[str] = []

    def save(dialog: QFileDialog) -> bool:
        seen.append(dialog.defaultSuffix())
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.selectFile(str(path))
        return True

    monkeypatch.setattr(QFileDialog, "exec", save)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{path}.cmhcl.json", ""))
    desk.form.sar.layers.choose(scenes.add_raster(desk.folder / "sar.tif"))
    desk.settings.update(threshold=0.45, min_area_m2=31.0, careful=True)
    choose("Save settings…")
    assert desk.says() == f"The settings were saved: {path}.cmhcl.json"
    assert seen == ["cmhcl.json"]  # or the dialog would not ask about an existing file
    desk.settings.update(threshold=None, min_area_m2=20.0, careful=False)
    choose("Open settings…")
    values = desk.settings.values
    assert (values.threshold, values.min_area_m2, values.careful) == (0.45, 31.0, True)
    assert "filled in" in desk.says()
    Path(f"{path}.cmhcl.json").write_text("{}")
    choose("Open settings…")
    assert "has no settings" in desk.says()
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)
    choose("Save settings…")
    assert "has no settings" in desk.says()  # nothing was said since
