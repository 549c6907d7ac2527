"""The export of a model from the page Models, by the real worker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

pytest_plugins = ["library_fixtures"]

ZIP, ONNX, ITEMS = range(3)  # the formats, in the order of the dialog
FILES = {"manifest.json", "weights.safetensors", "sar.json", "sar-optical.json"}
WAIT_MS = 120_000


@pytest.fixture
def page(qgis_iface: Any, library: Any, worker: Any, qtbot: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.models.page import ModelsPage

    page = ModelsPage(qgis_iface, library, worker)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Answers the dialog with a name and one of its formats."""

    def answer(path: Path, kind: int) -> None:
        def ask(_parent: Any, _title: str, _start: str, filters: str) -> tuple[str, str]:
            return str(path), filters.split(";;")[kind]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    return answer


def click(page: Any, qtbot: Any) -> None:
    qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_folder_of_items_of_the_default_model(
    page: Any, choose: Any, qtbot: Any, tmp_path: Path
) -> None:
    choose(tmp_path / "catalogue.zip", ITEMS)  # the name that the dialog suggests ends so
    click(page, qtbot)
    assert page.exporting.is_running and page.export_button.text() == "Can&cel"
    assert page.progress.bar.isVisible() and page.progress.text.text()
    (task,) = QgsApplication.taskManager().activeTasks()
    assert task.job_name == "export"
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert names(tmp_path / "catalogue") == FILES
    assert page.messages.text == f"The model was saved: {tmp_path / 'catalogue'}"
    assert page.export_button.text() == "E&xport…" and not page.progress.bar.isVisible()
    item = json.loads((tmp_path / "catalogue" / "sar.json").read_text(encoding="utf-8"))
    assert item["properties"]["mlm:name"] == page.selected.manifest.name


def test_folder_with_onnx_files_is_told_of_when_the_page_is_hidden(
    page: Any, choose: Any, qtbot: Any, qgis_iface: Any, tmp_path: Path
) -> None:
    choose(tmp_path / "for others", ONNX)
    click(page, qtbot)
    page.hide()
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert names(tmp_path / "for others") == FILES | {"sar.onnx", "sar-optical.onnx"}
    shown = [text for texts in qgis_iface.messageBar().messages.values() for text in texts]
    assert any(str(tmp_path / "for others") in text for text in shown), shown


def test_cancel_writes_nothing(page: Any, choose: Any, qtbot: Any, tmp_path: Path) -> None:
    choose(tmp_path / "out", ONNX)
    click(page, qtbot)
    click(page, qtbot)
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert list(tmp_path.glob("*out*")) == [] and page.messages.text == ""
    assert page.export_button.text() == "E&xport…"


def test_what_cannot_be_written_is_said(page: Any, choose: Any, qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    choose(tmp_path / "mine", ITEMS)
    click(page, qtbot)
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert page.messages.text.startswith("The output exists") and "mine" in page.messages.text
    assert names(tmp_path / "mine") == {"letter.txt"}


def test_a_broken_model_is_selected_meanwhile(
    page: Any, library: Any, folder: Path, choose: Any, qtbot: Any, tmp_path: Path
) -> None:
    """It cannot be exported, but the running export can be cancelled."""
    choose(tmp_path / "out", ITEMS)
    click(page, qtbot)
    (folder / "cut").mkdir()
    library.changed.emit()
    page.list.select(folder / "cut")
    assert page.export_button.isEnabled()
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert not page.export_button.isEnabled()


def test_nothing_is_chosen(page: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    click(page, qtbot)
    assert not page.exporting.is_running and page.messages.text == ""
