"""The page Models and the choice of a model, over a library in a folder of its own."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMessageBox

WEIGHTS = b"weights" * 1000
AREA = {
    "wkt": "POLYGON((590000 5750000,590800 5750000,590800 5750600,590000 5750600,590000 5750000))",
    "crs": "EPSG:32631",
}
ROWS = [
    {"what": what, "head": head, "threshold": 0.3, "iou": iou, "f1": 0.5, "object_f1": 0.2}
    | {"ece": float("nan")}
    for head in ("sar", "optical")
    for what, iou in (("base", 0.311), ("base adapted", 0.342), ("new", 0.473))
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: Any) -> Path:
    """The library's folder, empty."""
    from cmhcl_footprints.cmhcl_plugin.models import library

    path = tmp_path / "profile" / "models"
    monkeypatch.setattr(library, "models_folder", lambda: path)
    return path


@pytest.fixture
def library(folder: Path) -> Any:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.models.library import Library

    return Library()


@pytest.fixture
def page(qgis_iface: Any, library: Any, qtbot: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.models.page import ModelsPage

    page = ModelsPage(qgis_iface, library, QgsMessageBar())
    qtbot.addWidget(page)
    page.show()
    return page


def make(folder: Path, name: str, **changes: Any) -> Path:
    """A fine-tuned model; ``changes`` to its training record."""
    path = folder / name
    path.mkdir(parents=True)
    training = {"date": "2026-11-21T10:12:00", "sar": ["umbra.tif"], "optical": "ortho.tif"}
    training |= {"labels": "drawn.gpkg", "area": AREA, "buildings": 143, "pixel_size_m": 0.8}
    training |= {"blocks": {"training": 11, "validation": 4}, "settings": {"steps": 150}}
    manifest = {"format": 1, "name": name, "notice": "Take care.", "preset": "light"}
    manifest |= {"pixel_size_m": 0.8, "threshold": 0.4, "parent": "the base"}
    manifest |= {"sha256": hashlib.sha256(WEIGHTS).hexdigest(), "training": training | changes}
    manifest |= {"figures": {"rows": ROWS, "verdict": "better"}}
    (path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (path / "weights.safetensors").write_bytes(WEIGHTS)
    return path


def rows(page: Any) -> list[list[str]]:
    items = [page.list.topLevelItem(row) for row in range(page.list.topLevelItemCount())]
    return [[item.text(column) for column in range(item.columnCount())] for item in items]


def enabled(page: Any) -> set[str]:
    """The texts of the buttons that can be clicked."""
    buttons = (page.use_button, page.report_button, page.map_button, page.rename_button)
    buttons += (page.delete_button, page.export_button, page.import_button)
    return {button.text() for button in buttons if button.isEnabled()}


def click(button: Any, qtbot: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def message(page: Any) -> str:
    item = page._messages.currentItem()
    return item.text() if item else ""


# The page


def test_the_default_model_alone(page: Any) -> None:
    ((name, sar, optical, measured, trained, base),) = rows(page)
    assert name.startswith("cmhcl") and float(sar) < float(optical)
    assert measured.endswith("scenes") and trained.endswith("scenes") and base == "–"
    assert enabled(page) == {"Use", "Export…", "Import…"}
    assert page.empty.isVisible()
    text = page.details.toPlainText()
    assert "simulated" in text and "oem_ex4" in text and "sha-256" in text


def test_a_model_with_figures_and_origin(page: Any, library: Any, folder: Path) -> None:
    model = make(folder, "Łódź")
    (model / "report.html").write_text("<p>")
    library.changed.emit()
    page.select(model)
    assert rows(page)[1][:4] == ["Łódź", "0.47", "0.47", "4 blocks"]
    assert "umbra" in rows(page)[1][4] and "26" in rows(page)[1][4]
    assert rows(page)[1][5] == "the base"
    assert len(enabled(page)) == 7 and not page.empty.isVisible()
    text = page.details.toPlainText()
    for part in ("Better than its base", "0.311", "0.342", "0.473", "143", "drawn.gpkg", "51.89"):
        assert part in text
    assert "nan" not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"sar": "umbra", "blocks": 3, "area": [], "date": 5, "settings": None},
        {"blocks": {"validation": 0}, "area": {"wkt": "POLYGON((", "crs": "?"}},
        {"sar": [["<b>&"]], "labels": {"<i>": ["<script>"]}, "buildings": {}},
    ],
)
def test_a_record_of_nonsense_does_no_harm(
    page: Any, library: Any, folder: Path, changes: dict[str, Any]
) -> None:
    model = make(folder, "odd", **changes)
    library.changed.emit()
    page.select(model)
    assert "odd" in page.details.toPlainText()
    assert "<script>" not in page.details.toHtml()


def test_a_broken_model_says_why_and_can_only_be_deleted(
    page: Any, library: Any, folder: Path
) -> None:
    (folder / "cut").mkdir()
    library.changed.emit()
    page.select(folder / "cut")
    assert "has no manifest.json" in page.details.toPlainText()
    assert enabled(page) == {"Delete…", "Import…"}


def test_models_put_there_by_others_appear(page: Any, folder: Path, qtbot: Any) -> None:
    make(folder, "new")
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=5_000)
    shutil.rmtree(folder / "new")
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=5_000)


def test_use_tells_the_folder(page: Any, library: Any, folder: Path, qtbot: Any) -> None:
    model = make(folder, "mine")
    library.changed.emit()
    page.select(model)
    with qtbot.waitSignal(page.use_model) as told:
        click(page.use_button, qtbot)
    assert told.args == [model]


def test_rename_keeps_the_selection(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any
) -> None:
    model = make(folder, "mine")
    library.changed.emit()
    page.select(model)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Another", True))
    click(page.rename_button, qtbot)
    assert rows(page)[1][0] == "Another" and page.selected.folder == model
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  ", True))
    click(page.rename_button, qtbot)
    assert "1 to 100 letters" in message(page) and rows(page)[1][0] == "Another"


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_delete_asks(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any, answer: str
) -> None:
    model = make(folder, "mine")
    library.changed.emit()
    page.select(model)
    button = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: button)
    click(page.delete_button, qtbot)
    assert model.exists() == (answer == "No")
    assert len(rows(page)) == 1 + (answer == "No")
    assert page.selected is not None


def test_export_and_import_again(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any, tmp_path: Path
) -> None:
    model = make(folder, "mine")
    library.changed.emit()
    page.select(model)
    chosen = str(tmp_path / "shared")  # without the extension
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    click(page.export_button, qtbot)
    assert message(page) == f"Saved as {tmp_path / 'shared.zip'}."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen + ".zip", ""))
    click(page.import_button, qtbot)
    assert message(page) == "Imported “mine”."
    assert page.selected.folder == folder / "mine 2"


def drop(page: Any, path: Path) -> bool:
    """Drag a file onto the page and let go; whether the page wanted it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    enter.ignore()
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, keys))
    return enter.isAccepted()


def test_a_zip_is_dropped(page: Any, tmp_path: Path, folder: Path) -> None:
    from cmhcl_footprints.core.hatch.library import export_zip

    zipped = tmp_path / "model.ZIP"
    export_zip(make(tmp_path / "elsewhere", "theirs"), zipped)
    assert drop(page, zipped)
    assert page.selected.folder == folder / "theirs"
    zipped.write_bytes(b"no zip")
    assert drop(page, zipped)
    assert "cannot be unpacked" in message(page) and str(zipped) in message(page)
    assert not drop(page, tmp_path / "image.tif")
    assert len(rows(page)) == 2


def test_report_opens_in_the_browser(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any
) -> None:
    model = make(folder, "mine")
    (model / "report.html").write_text("<p>")
    library.changed.emit()
    page.select(model)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    click(page.report_button, qtbot)
    assert opened == [str(model / "report.html")]


def test_training_area_on_the_map(
    page: Any, library: Any, folder: Path, qtbot: Any, qgis_canvas: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(page._iface, "mapCanvas", lambda: qgis_canvas)
    model = make(folder, "mine")
    library.changed.emit()
    page.select(model)
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    qgis_canvas.setDestinationCrs(web)
    for _ in range(2):
        click(page.map_button, qtbot)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "Trained on: mine" and layer.crs().authid() == "EPSG:32631"
    assert next(layer.getFeatures()).geometry().area() == pytest.approx(800 * 600)
    transform = QgsCoordinateTransform(layer.crs(), web, QgsProject.instance())
    extent = transform.transformBoundingBox(layer.extent())
    assert qgis_canvas.extent().contains(extent)
    assert qgis_canvas.extent().width() < 4 * extent.width()


# The choice on other pages


@pytest.fixture
def choice(library: Any, qtbot: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.models.model_combo import ModelChoice

    choice = ModelChoice(library)
    qtbot.addWidget(choice)
    return choice


def names(choice: Any) -> list[str]:
    return [choice.combo.itemText(index) for index in range(choice.combo.count())]


def test_the_choice_follows_the_library(choice: Any, library: Any, folder: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.paths import DEFAULT_MODEL

    assert len(names(choice)) == 2 and choice.folder == DEFAULT_MODEL
    model = make(folder, "mine")
    (folder / "broken").mkdir()
    library.changed.emit()
    assert names(choice)[1:] == ["mine", "Other folder…"] and choice.folder == DEFAULT_MODEL
    choice.choose(model)
    library.rename(model, "ours")
    assert choice.combo.currentText() == "ours" and choice.manifest.name == "ours"
    library.delete(model)
    assert choice.folder == DEFAULT_MODEL and choice.combo.currentIndex() == 0
    assert "simulated" in choice.notice.text()


def test_a_folder_elsewhere_stays_chosen(
    choice: Any, library: Any, folder: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    model = make(tmp_path / "elsewhere", "theirs")
    choose: Callable[..., str] = lambda *_: str(model)  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    choice.combo.activated.emit(choice.combo.count() - 1)
    assert choice.folder == model and choice.combo.currentText() == "theirs"
    make(folder, "mine")
    library.changed.emit()
    assert choice.folder == model and choice.combo.currentText() == "theirs"
    assert names(choice)[1:] == ["mine", "theirs", "Other folder…"]


def test_no_folder_chosen_keeps_the_choice(choice: Any, monkeypatch: Any) -> None:
    before = choice.folder
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choice.combo.activated.emit(choice.combo.count() - 1)
    assert choice.folder == before and choice.combo.currentIndex() == 0


def test_a_broken_folder_says_what_is_wrong(choice: Any, tmp_path: Path) -> None:
    choice.choose(tmp_path)
    assert choice.manifest is None and "has no manifest.json" in choice.notice.text()
