"""The dialog with a fake worker: states, sentences, and what reaches the map."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox


@pytest.fixture
def dialog(
    qgis_iface: Any, fake_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    Settings(output_folder=str(tmp_path)).save()
    module = "cmhcl_footprints.cmhcl_plugin.extract.extraction"
    monkeypatch.setattr(f"{module}.runs_folder", lambda: tmp_path / "runs")
    worker = WorkerProcess(root=fake_root)
    dialog = Pages(qgis_iface, worker, worker, ExtractSettings())
    dialog.show()
    yield dialog
    worker.stop()
    dialog.close()
    dialog.deleteLater()


def click(dialog: Any, qtbot: Any) -> None:
    qtbot.mouseClick(dialog.extract.button, Qt.MouseButton.LeftButton)


def wait_for_text(dialog: Any, qtbot: Any, text: str) -> None:
    qtbot.waitUntil(lambda: text in scenes.visible_text(dialog), timeout=15_000)


def scene(folder: Path, manner: str) -> QgsRasterLayer:
    """A SAR layer on which the fake worker behaves in this manner."""
    scenes.write_footprints(folder / f"{manner}.gpkg")
    return scenes.add_raster(scenes.write_raster(folder / f"{manner}.tif", scenes.speckle()))


def test_extract_asks_for_a_raster_in_an_empty_project(dialog: Any, qtbot: Any) -> None:
    click(dialog, qtbot)
    assert scenes.visible_text(dialog) == "Add a SAR raster to the project first."
    assert dialog.extract.button.text() == "&Extract"


def test_what_was_found_is_shown(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    page = dialog.extract
    expected = "VV, HH · amplitude (right-skewed values) · 0.8 m · 75% valid\nA warning."
    expected = expected.replace("0.8 m", "0.8\N{NO-BREAK SPACE}m")
    qtbot.waitUntil(lambda: page.form.sar.found.text() == expected, timeout=15_000)
    assert page.form.sar.polarisations.itemText(0) == "Detected (VV, HH)"
    assert page.form.sar.polarisations.findText("HH, HV") > 0
    assert page.form.device.text() == "CPU (a fake)"


@pytest.mark.parametrize("where", ["preset", "field"])
def test_device_that_was_chosen_is_shown(dialog: Any, where: str) -> None:
    from cmhcl_footprints.core.hatch.events import Ready

    page, gpu = dialog.extract, Ready("NVIDIA L4", "NVIDIA L4 found", {})
    settings = page.settings
    if where == "preset":  # as by CMHCL_DEVICE
        settings.update(device="cpu")
        page.form.device.on_ready(gpu)
    else:
        page.form.device.on_ready(gpu)
        assert page.form.device.text() == "NVIDIA L4 (NVIDIA L4 found)"
        page.form.compute.setCurrentIndex(page.form.compute.findData("cpu"))
    assert page.form.device.text() == "CPU (as chosen in the settings)"
    settings.update(device="auto")
    assert page.form.device.text() == "NVIDIA L4 (NVIDIA L4 found)"


def test_result_reaches_the_map(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    dialog.extract.form.output.setFilePath(str(tmp_path / "out.gpkg"))
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "2 footprints")
    layer = QgsProject.instance().layerTreeRoot().children()[0].layer()
    assert layer.name().startswith("Footprints plain · cmhcl-")
    assert layer.featureCount() == 2
    assert layer.renderer().type() == "categorizedSymbol"
    assert layer.renderer().categories()[0].value() == "low"
    assert str(tmp_path / "plain.tif") in layer.metadata().abstract()


def test_result_is_scrolled_into_view(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    dialog.resize(420, 420)
    scene(tmp_path, "plain")
    button = dialog.extract.result.compare_button
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "2 footprints")
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect(), timeout=5_000)


def test_empty_output_is_a_temporary_file(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    dialog.extract.form.output.setFilePath("")
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "2 footprints")
    assert dialog.extract.form.output.filePath() == ""


def test_next_run_gets_a_fresh_name(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    page = dialog.extract
    assert page.form.output.filePath() == str(tmp_path / "footprints_plain.gpkg")
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "2 footprints")
    assert page.form.output.filePath() == str(tmp_path / "footprints_plain_2.gpkg")


def test_second_click_cancels_and_starts_nothing(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "polite")
    page = dialog.extract
    click(dialog, qtbot)
    qtbot.waitUntil(
        lambda: "half asleep · about 2 min left" in page.progress.text.text(), timeout=15_000
    )
    assert page.button.text() == "Canc&el"
    assert page.progress.bar.value() == 250
    click(dialog, qtbot)
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "Cancelled; nothing was written.")
    assert page.button.text() == "&Extract" and page.button.isEnabled()
    assert page.progress.bar.value() == 0


def test_closing_does_not_stop_the_run(
    dialog: Any, qgis_iface: Any, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    from qgis.gui import QgsMessageBar

    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    scene(tmp_path, "plain")
    click(dialog, qtbot)
    dialog.close()
    qtbot.waitUntil(lambda: bar.currentItem() is not None, timeout=15_000)
    assert "2 footprints" in bar.currentItem().text()


def test_crash_offers_the_log(dialog: Any, qtbot: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from qgis.PyQt.QtGui import QDesktopServices

    scene(tmp_path, "crash")
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, "The worker ended unexpectedly")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (button,) = dialog.messages.buttons
    button.click()
    assert "the last words" in Path(opened[0]).read_text()


def web_layer(name: str) -> QgsRasterLayer:
    url = "type=xyz&url=http://127.0.0.1/{z}/{x}/{y}.png&zmin=0&zmax=3"
    layer = QgsRasterLayer(url, name, "wms")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_web_layer_as_sar(dialog: Any, qtbot: Any) -> None:
    layer = web_layer("basemap")
    dialog.extract.form.sar.layers.choose(layer)
    sentence = "“basemap” is an online layer, a picture without SAR values"
    qtbot.waitUntil(lambda: sentence in dialog.extract.form.sar.found.text(), timeout=15_000)
    click(dialog, qtbot)
    assert scenes.visible_text(dialog).startswith(sentence)
    assert dialog.extract.button.text() == "&Extract"


def test_layer_in_an_archive(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scenes.write_raster(tmp_path / "sar.tif", scenes.speckle())
    with zipfile.ZipFile(tmp_path / "sar.zip", "w") as archive:
        archive.write(tmp_path / "sar.tif", "sar.tif")
    scenes.add_raster(f"/vsizip/{tmp_path}/sar.zip/sar.tif")
    click(dialog, qtbot)
    assert scenes.visible_text(dialog).startswith("The layer “sar” is not a raster file")


def test_folder_that_cannot_be_written(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    dialog.extract.form.output.setFilePath("/proc/out.gpkg")
    click(dialog, qtbot)
    assert scenes.visible_text(dialog).startswith("The folder cannot be written")
    assert scenes.visible_text(dialog).endswith("choose another: /proc")


def test_message_about_the_form_goes_when_that_is_changed(
    dialog: Any, qtbot: Any, tmp_path: Path
) -> None:
    scene(tmp_path, "plain")
    form = dialog.extract.form
    form.output.setFilePath(str(tmp_path / "gone" / "out.gpkg"))
    click(dialog, qtbot)
    message = f"The folder does not exist; choose another: {tmp_path / 'gone'}"
    assert scenes.visible_text(dialog) == message
    form.output.setFilePath(str(tmp_path / "out.gpkg"))
    assert scenes.visible_text(dialog) == ""
    form.extent.setCurrentIndex(form.extent.findText("Selected polygons"))
    click(dialog, qtbot)
    assert scenes.visible_text(dialog).startswith("No polygon is selected")
    qtbot.keyClick(form.extent, Qt.Key.Key_Up)
    assert scenes.visible_text(dialog) == ""


def test_message_goes_with_the_choice_of_another_model(dialog: Any, qtbot: Any) -> None:
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    click(dialog, qtbot)
    assert scenes.visible_text(dialog)
    dialog.use_model(DEFAULT_MODEL)
    assert scenes.visible_text(dialog) == ""


def test_second_run_into_the_file_of_a_layer_asks_once(
    dialog: Any, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    asked: list[str] = []

    def agree(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", agree)
    scene(tmp_path, "plain")
    out = tmp_path / "again.gpkg"
    for _ in range(2):
        dialog.extract.form.output.setFilePath(str(out))
        click(dialog, qtbot)
        qtbot.waitUntil(lambda: not dialog.extract.extraction.is_running, timeout=15_000)
        assert "2 footprints" in scenes.visible_text(dialog)
    (question,) = asked
    assert question.startswith("Overwrite the earlier result, and replace the layer “Footprints")
    assert question.endswith(f"\n{out}")
    results = [x for x in QgsProject.instance().mapLayers().values() if "again" in x.source()]
    assert len(results) == 1


def test_layer_comes_back_if_its_file_was_not_replaced(
    dialog: Any, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    from qgis.core import QgsVectorLayer

    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)
    path = scenes.write_footprints(tmp_path / "open.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=footprints", "mine", "ogr")
    layer.setOpacity(0.4)
    QgsProject.instance().addMapLayer(layer)
    scene(tmp_path, "crash")
    dialog.extract.form.output.setFilePath(str(path))
    click(dialog, qtbot)
    assert layer.featureCount() == 0
    wait_for_text(dialog, qtbot, "The worker ended unexpectedly")
    assert QgsProject.instance().mapLayer(layer.id()) is layer
    assert layer.featureCount() == 2 and layer.opacity() == 0.4


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_overwriting_is_asked(
    dialog: Any, qtbot: Any, tmp_path: Path, monkeypatch: Any, answer: str
) -> None:
    scene(tmp_path, "plain")
    out = tmp_path / "there.gpkg"
    out.write_bytes(b"before")
    button = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: button)
    dialog.extract.form.output.setFilePath(str(out))
    click(dialog, qtbot)
    if answer == "No":
        assert dialog.extract.button.text() == "&Extract"
        assert out.read_bytes() == b"before"
    else:
        wait_for_text(dialog, qtbot, "2 footprints")
        assert out.read_bytes() != b"before"


def test_python_without_torch(qgis_iface: Any, fake_root: Path, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    Settings(python="/usr/bin/python3", output_folder=str(tmp_path)).save()
    scene(tmp_path, "plain")
    worker = WorkerProcess(root=fake_root)
    dialog = Pages(qgis_iface, worker, worker, ExtractSettings())
    dialog.show()
    sentence = "The Python /usr/bin/python3 has no torch"
    qtbot.waitUntil(lambda: sentence in dialog.extract.form.device.text(), timeout=15_000)
    click(dialog, qtbot)
    wait_for_text(dialog, qtbot, sentence)
    assert not worker.is_running
    dialog.close()


def test_fields_are_remembered(dialog: Any, qgis_iface: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages

    page = dialog.extract
    page.form.threshold.number.setValue(0.35)
    page.form.min_area.setValue(55)
    page.form.careful.setChecked(True)
    page.form.compute.setCurrentIndex(1)
    dialog.close()
    again = Pages(qgis_iface, page._worker, page._worker, ExtractSettings()).extract
    assert again.form.threshold.value == 0.35
    assert again.form.min_area.value() == 55
    assert again.form.careful.isChecked()
    assert again.form.compute.currentData() == "cpu"


def test_careful_reaches_the_job(dialog: Any, tmp_path: Path) -> None:
    scene(tmp_path, "vv")
    page = dialog.extract
    page.form.sar.layers.choose(QgsProject.instance().mapLayersByName("vv")[0])
    assert not page.settings.job(tmp_path / "out.gpkg", None).careful
    page.form.careful.setChecked(True)
    assert page.settings.job(tmp_path / "out.gpkg", None).careful


def test_polarisations_in_files_of_their_own(dialog: Any, tmp_path: Path) -> None:
    for name in ("vv", "vh"):
        scene(tmp_path, name)
    page = dialog.extract
    page.form.sar.layers.choose(QgsProject.instance().mapLayersByName("vv")[0])
    page.form.sar.layers.add()
    page.form.sar.layers.further[0].setLayer(QgsProject.instance().mapLayersByName("vh")[0])
    paths = tuple(str(tmp_path / f"{name}.tif") for name in ("vv", "vh"))
    assert page.settings.job(tmp_path / "out.gpkg", None).scene.sar == paths
    for _ in range(2):
        page.form.sar.layers.add()
    assert not page.form.sar.layers.add_button.isEnabled()


def test_result_is_not_added_to_another_project(dialog: Any, qtbot: Any, tmp_path: Path) -> None:
    scene(tmp_path, "plain")
    out = tmp_path / "out.gpkg"
    dialog.extract.form.output.setFilePath(str(out))
    click(dialog, qtbot)
    assert dialog.extract.extraction.is_running
    QgsProject.instance().clear()
    wait_for_text(dialog, qtbot, "another project was opened")
    assert out.exists() and not QgsProject.instance().mapLayers()
    again = scene(tmp_path, "again")  # as when the project is opened again
    assert "another project was opened" in scenes.visible_text(dialog)
    (add,) = dialog.messages.buttons
    add.click()
    (layer,) = set(QgsProject.instance().mapLayers().values()) - {again}
    assert layer.featureCount() == 2
    assert not dialog.extract.extraction.offer


def test_zoom_is_offered_for_a_result_outside_the_view(
    dialog: Any, qgis_iface: Any, qtbot: Any, tmp_path: Path
) -> None:
    from qgis.core import QgsRectangle

    layer = scene(tmp_path, "plain")
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    for extent, buttons in ((layer.extent(), []), (QgsRectangle(0, 0, 9, 9), ["Zoom to"])):
        canvas.setExtent(extent)
        dialog.extract.form.output.setFilePath("")
        click(dialog, qtbot)
        qtbot.waitUntil(lambda: not dialog.extract.extraction.is_running, timeout=15_000)
        assert [button.text() for button in dialog.messages.buttons] == buttons
    dialog.messages.buttons[0].click()
    assert canvas.extent().intersects(layer.extent())


def test_message_stays_on_its_page(dialog: Any, qtbot: Any) -> None:
    click(dialog, qtbot)
    area = dialog.extract.messages
    qtbot.waitUntil(lambda: area.height() > 20)
    (form,) = (x for x in dialog.extract.findChildren(QgsScrollArea) if x.isVisible())
    assert area.isVisible() and not area.geometry().intersects(form.geometry())
    dialog.show_page(dialog.models)
    assert not area.isVisible() and scenes.visible_text(dialog) == ""
