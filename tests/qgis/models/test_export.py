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


def click(page: Any, qtbot: Any) -> None:
    qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_folder_of_items_of_the_default_model(
    page: Any, save_as: Any, qtbot: Any, tmp_path: Path
) -> None:
    save_as(tmp_path / "catalogue.zip", ITEMS)  # a folder does not end so
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


def test_folder_with_onnx_files_is_reported_in_the_bar_when_the_page_is_hidden(
    page: Any, save_as: Any, qtbot: Any, qgis_iface: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_area import elide_paths

    save_as(tmp_path / "for others", ONNX)
    click(page, qtbot)
    page.hide()
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert names(tmp_path / "for others") == FILES | {"sar.onnx", "sar-optical.onnx"}
    shown = [text for texts in qgis_iface.messageBar().messages.values() for text in texts]
    told = elide_paths(f"The model was saved: {tmp_path / 'for others'}")
    assert any(told in text for text in shown), shown


def test_cancel_writes_nothing(page: Any, save_as: Any, qtbot: Any, tmp_path: Path) -> None:
    save_as(tmp_path / "out", ONNX)
    click(page, qtbot)
    click(page, qtbot)
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert list(tmp_path.glob("*out*")) == [] and page.messages.text == ""
    assert page.export_button.text() == "E&xport…"


def test_a_folder_that_exists_is_left_alone(
    page: Any, save_as: Any, qtbot: Any, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    save_as(tmp_path / "mine", ITEMS)
    click(page, qtbot)
    assert not page.exporting.is_running and page.export_button.text() == "E&xport…"
    assert page.messages.text == f"The folder exists; choose another name: {tmp_path / 'mine'}"


def test_folder_that_the_worker_cannot_write_is_reported(
    page: Any, save_as: Any, qtbot: Any, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    save_as(tmp_path / "file" / "out", ITEMS)
    click(page, qtbot)
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert str(tmp_path / "file") in page.messages.text


def test_the_zip_is_named_as_the_model_and_the_folder_has_no_ending(
    page: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []

    def run(dialog: QFileDialog) -> bool:
        for kind in (ITEMS, ZIP):
            dialog.filterSelected.emit(dialog.nameFilters()[kind])
            names.append(Path(dialog.selectedFiles()[0]).name)
        return False

    monkeypatch.setattr(QFileDialog, "exec", run)
    click(page, qtbot)
    stem = page.selected.manifest.name.replace(".", "_")
    assert names == [stem, f"{stem}.zip"]
    assert not page.exporting.is_running and page.messages.text == ""


def test_a_broken_model_is_selected_meanwhile(
    page: Any, library: Any, folder: Path, save_as: Any, qtbot: Any, tmp_path: Path
) -> None:
    """It cannot be exported, but the running export can be cancelled."""
    save_as(tmp_path / "out", ITEMS)
    click(page, qtbot)
    (folder / "cut").mkdir()
    library.changed.emit()
    page.list.select(folder / "cut")
    assert page.export_button.isEnabled()
    qtbot.waitUntil(lambda: not page.exporting.is_running, timeout=WAIT_MS)
    assert not page.export_button.isEnabled()
