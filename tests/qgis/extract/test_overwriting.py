"""The page Extract overwrites earlier results when the user agrees, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["desk_fixtures"]


@pytest.fixture
def asked(monkeypatch: Any) -> list[str]:
    """The questions that were asked; all are answered with yes."""
    questions: list[str] = []

    def answer(_parent: Any, _title: str, text: str) -> Any:
        questions.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    return questions


def extract(desk: Desk, name: str) -> str:
    """Extract into a file of the folder; what the page says then."""
    desk.form.sar.layers.choose(scenes.add_raster(desk.folder / "sar.tif"))
    desk.form.output.setFilePath(str(desk.folder / name))
    desk.qtbot.mouseClick(desk.page.button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.button.text() == "&Extract", timeout=TIMEOUT_MS)
    return desk.says()


def footprints() -> QgsMapLayer:
    """The only layer of footprints of the project."""
    layers = QgsProject.instance().mapLayers().values()
    (found,) = [layer for layer in layers if layer.name().startswith("Footprints")]
    return found


@pytest.mark.slow
def test_new_file_is_written_without_a_question(desk: Desk, asked: list[str]) -> None:
    assert "in the layer" in extract(desk, "new.gpkg")
    assert asked == []


def test_name_that_is_too_long_is_refused(desk: Desk) -> None:
    assert "has a name that cannot be written (File name" in extract(desk, f"{'a' * 300}.gpkg")


def test_earlier_result_is_overwritten_once_the_user_agrees(desk: Desk, asked: list[str]) -> None:
    before = (desk.folder / "f.gpkg").stat().st_ino
    assert "in the layer" in extract(desk, "f.gpkg")
    (question,) = asked
    assert question.startswith("Overwrite the earlier result?")
    assert "f.gpkg\n" in question and question.endswith("f_probability.tif")
    assert (desk.folder / "f.gpkg").stat().st_ino != before


def test_file_of_probabilities_alone_is_asked_about_too(desk: Desk, asked: list[str]) -> None:
    (desk.folder / "f.gpkg").unlink()
    assert "in the layer" in extract(desk, "f.gpkg")
    (question,) = asked
    assert question.endswith("f_probability.tif") and ".gpkg" not in question


def test_result_that_is_on_the_map_is_replaced(desk: Desk, asked: list[str]) -> None:
    earlier = desk.add()
    earlier.setName("earlier")
    assert "in the layer" in extract(desk, "f.gpkg")
    (question,) = asked
    assert "replace the layer “earlier”" in question
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "earlier" not in names and sum(name.startswith("Footprints") for name in names) == 1


def test_cancelled_extraction_leaves_the_layer_as_it_was(desk: Desk, asked: list[str]) -> None:
    earlier = desk.add()
    count = earlier.featureCount()
    desk.form.sar.layers.choose(scenes.add_raster(desk.folder / "sar.tif"))
    desk.form.output.setFilePath(str(desk.folder / "f.gpkg"))
    desk.qtbot.mouseClick(desk.page.button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1 and earlier.featureCount() == 0
    desk.qtbot.mouseClick(desk.page.button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.button.text() == "&Extract", timeout=TIMEOUT_MS)
    assert desk.says() == "Cancelled; nothing was written."
    assert QgsProject.instance().mapLayer(earlier.id()) is earlier
    assert earlier.featureCount() == count > 0


def test_nothing_is_overwritten_if_the_user_declines(desk: Desk, monkeypatch: Any) -> None:
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_: no)
    before = (desk.folder / "f.gpkg").read_bytes()
    extract(desk, "f.gpkg")
    assert (desk.folder / "f.gpkg").read_bytes() == before


@pytest.mark.parametrize("name", ["notes.gpkg", "notes_probability.tif"])
def test_file_of_the_user_is_never_overwritten(desk: Desk, asked: list[str], name: str) -> None:
    (desk.folder / name).write_text("the user's")
    assert "was not written by this program" in extract(desk, "notes.gpkg")
    assert len(asked) == 1
    assert (desk.folder / name).read_text() == "the user's"


def test_suggested_name_avoids_files_of_probabilities(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import unused_path

    (desk.folder / "footprints_sar_probability.tif").touch()
    assert unused_path(desk.folder, "sar").name == "footprints_sar_2.gpkg"


@pytest.mark.parametrize("ending", [".fgb", ".geojson"])
def test_result_of_another_format_is_on_the_map(desk: Desk, asked: list[str], ending: str) -> None:
    assert "in the layer" in extract(desk, f"new{ending}")
    path, layer = desk.folder / f"new{ending}", footprints()
    assert layer.isValid() and layer.featureCount() > 0 and str(path) in layer.source()
    assert (desk.folder / "new_probability.tif").is_file() and asked == []
    assert "in the layer" in extract(desk, f"new{ending}")
    assert len(asked) == 1


def test_format_that_qgis_lacks_is_refused_before_anything_runs(
    desk: Desk, asked: list[str], monkeypatch: Any
) -> None:
    known = [".gpkg", ".fgb"]
    paths = "cmhcl_footprints.cmhcl_plugin.layers.output_paths"
    monkeypatch.setattr(f"{paths}.extensions", lambda: known)
    before = sorted(desk.folder.iterdir())
    assert "QGIS cannot open .parquet files here" in extract(desk, "new.parquet")
    assert sorted(desk.folder.iterdir()) == before and asked == []
