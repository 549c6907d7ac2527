"""The page Models, over a library in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from library_models import make_model
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMessageBox

pytest_plugins = ["library_fixtures"]


@pytest.fixture
def page(qgis_iface: Any, library: Any, worker: Any, qtbot: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.models.page import ModelsPage

    page = ModelsPage(qgis_iface, library, worker)
    qtbot.addWidget(page)
    page.show()
    return page


def rows(page: Any) -> list[list[str]]:
    items = [page.list.topLevelItem(row) for row in range(page.list.topLevelItemCount())]
    return [[item.text(column) for column in range(item.columnCount())] for item in items]


def enabled(page: Any) -> set[str]:
    """The texts of the buttons that can be clicked."""
    buttons = (page.use_button, page.report_button, page.map_button, page.rename_button)
    buttons += (page.delete_button, page.export_button, page.import_button)
    return {button.text().replace("&", "") for button in buttons if button.isEnabled()}


def click(button: Any, qtbot: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def message(page: Any) -> str:
    text: str = page.messages.text
    return text


def test_the_default_model_alone(page: Any) -> None:
    ((name, sar, optical, measured, trained, base),) = rows(page)
    assert name.startswith("cmhcl") and float(sar) < float(optical)
    assert measured.endswith("scenes") and trained.endswith("scenes") and base == "–"
    assert enabled(page) == {"Use", "Export…", "Import…"}
    assert page.empty.isVisible()
    text = page.details.toPlainText()
    assert "Simulated scenes" in text and "oem_ex4" in text and "sha-256" in text
    record = text.partition("Record of the training (English)")[2]
    assert "canonical no" in record and "click head: steps 2400, further steps 800" in record
    assert "IoU, SAR alone" in text and "iou sar" not in text


def test_one_scene_is_not_called_scenes(page: Any, library: Any, folder: Path) -> None:
    model = make_model(folder, "one", sar=[], blocks={}, scenes=1, validated_on=["a"])
    library.changed.emit()
    page.list.select(model)
    assert rows(page)[1][3] == "1 scene" and rows(page)[1][4].startswith("1 scene ·")


def test_a_model_with_figures_and_origin(page: Any, library: Any, folder: Path) -> None:
    model = make_model(folder, "Łódź")
    (model / "report.html").write_text("<p>")
    library.changed.emit()
    page.list.select(model)
    assert rows(page)[1][:4] == ["Łódź", "0.47", "0.47", "4 blocks"]
    assert "umbra" in rows(page)[1][4] and "26" in rows(page)[1][4]
    assert rows(page)[1][5] == "the base"
    assert len(enabled(page)) == 7 and not page.empty.isVisible()
    text = page.details.toPlainText()
    for part in (
        "is better than its base model",
        "0.311",
        "0.342",
        "0.473",
        "143",
        "drawn.gpkg",
        "51.89",
    ):
        assert part in text
    assert "nan" not in text


def test_a_model_that_was_taught_by_optical_says_so(page: Any, library: Any, folder: Path) -> None:
    model = make_model(folder, "taught", labels="from optical")
    library.changed.emit()
    page.list.select(model)
    assert "from the optical image" in page.details.toPlainText()


def test_a_copy_of_its_base_says_so(page: Any, library: Any, folder: Path) -> None:
    model = make_model(folder, "copy", mean_with_base="base")
    library.changed.emit()
    page.list.select(model)
    assert "“copy” is a copy of its base model" in page.details.toPlainText()


def test_a_model_of_corrected_labels_says_so(page: Any, library: Any, folder: Path) -> None:
    correction = {"moved_m": 3.1, "left_out": 0.06}
    model = make_model(folder, "old", labels_quality="partial", labels_correction=correction)
    library.changed.emit()
    page.list.select(model)
    text = page.details.toPlainText()
    assert (
        "drawn.gpkg, partly missing or old" in text and "moved by 3.1 m on average, 6% of" in text
    )


def test_figures_of_a_model_of_0_1_0_are_shown(page: Any, library: Any, folder: Path) -> None:
    """Its manifest names a stage "base adapted"."""
    model = make_model(folder, "old")
    path = model / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("base_own_threshold", "base adapted"), encoding="utf-8")
    library.changed.emit()
    page.list.select(model)
    assert "its threshold chosen here" in page.details.toPlainText()
    assert "0.342" in page.details.toPlainText()


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
    model = make_model(folder, "odd", **changes)
    library.changed.emit()
    page.list.select(model)
    assert "odd" in page.details.toPlainText()
    assert "<script>" not in page.details.toHtml()


def test_a_broken_model_says_why_and_can_only_be_deleted(
    page: Any, library: Any, folder: Path
) -> None:
    (folder / "cut").mkdir()
    library.changed.emit()
    page.list.select(folder / "cut")
    assert "has no manifest.json" in page.details.toPlainText()
    assert enabled(page) == {"Delete…", "Import…"}


def test_models_put_there_by_others_appear(page: Any, folder: Path, qtbot: Any) -> None:
    make_model(folder, "new")
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=5_000)
    shutil.rmtree(folder / "new")
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=5_000)


def test_use_tells_the_folder(page: Any, library: Any, folder: Path, qtbot: Any) -> None:
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
    with qtbot.waitSignal(page.use_model) as told:
        click(page.use_button, qtbot)
    assert told.args == [model]


def test_rename_keeps_the_selection(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any
) -> None:
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Another", True))
    click(page.rename_button, qtbot)
    assert rows(page)[1][0] == "Another" and page.selected.folder == model
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("  ", True))
    click(page.rename_button, qtbot)
    assert "1 to 100 characters" in message(page) and rows(page)[1][0] == "Another"


def test_rename_to_the_name_of_another_is_refused(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any
) -> None:
    make_model(folder, "taken")
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
    default = rows(page)[0][0]
    for name in ("Taken", default):
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, name=name, **__: (name, True))
        click(page.rename_button, qtbot)
        assert message(page) == f"Another model has this name; choose another: {name}"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Mine", True))
    click(page.rename_button, qtbot)  # its own, in other letters
    assert [row[0] for row in rows(page)] == [default, "Mine", "taken"]


def test_import_of_a_name_that_exists_is_numbered(
    page: Any, library: Any, folder: Path, tmp_path: Path
) -> None:
    from cmhcl_footprints.core.hatch.library import export_zip

    export_zip(make_model(folder, "mine"), tmp_path / "mine.zip")
    library.changed.emit()
    for _ in range(2):
        page.import_zip(tmp_path / "mine.zip")
    assert [row[0] for row in rows(page)[1:]] == ["mine", "mine (2)", "mine (3)"]
    assert message(page) == "Imported “mine (3)”."


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_delete_asks(
    page: Any, library: Any, folder: Path, qtbot: Any, monkeypatch: Any, answer: str
) -> None:
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
    button = getattr(QMessageBox.StandardButton, answer)
    asked: list[Any] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *values: asked.append(values) or button)
    click(page.delete_button, qtbot)
    assert asked[0][-1] == QMessageBox.StandardButton.No  # what Enter chooses
    assert model.exists() == (answer == "No")
    assert len(rows(page)) == 1 + (answer == "No")
    assert page.selected is not None


def test_export_and_import_again(
    page: Any,
    library: Any,
    folder: Path,
    qtbot: Any,
    monkeypatch: Any,
    tmp_path: Path,
    save_as: Any,
) -> None:
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
    save_as(tmp_path / "shared")  # without the extension
    click(page.export_button, qtbot)
    assert message(page) == f"The model was saved: {tmp_path / 'shared.zip'}"
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "shared.zip"), "")
    )
    click(page.import_button, qtbot)
    assert message(page) == "Imported “mine (2)”."
    assert page.selected.folder == folder / "mine (2)"


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
    export_zip(make_model(tmp_path / "elsewhere", "theirs"), zipped)
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
    model = make_model(folder, "mine")
    (model / "report.html").write_text("<p>")
    library.changed.emit()
    page.list.select(model)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    click(page.report_button, qtbot)
    assert opened == [str(model / "report.html")]


def test_training_area_on_the_map(
    page: Any, library: Any, folder: Path, qtbot: Any, qgis_canvas: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(page._iface, "mapCanvas", lambda: qgis_canvas)
    model = make_model(folder, "mine")
    library.changed.emit()
    page.list.select(model)
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
