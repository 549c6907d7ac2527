"""What the plugin draws itself: curves, pictures, marks and texts, on a screen at 150 %.

Qt 6 draws at the exact scale of the screen, where Qt 5 rounded it.
"""

from __future__ import annotations

import base64
from typing import Any

import pytest
from pictures import grab, is_drawn
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QPushButton

RED = QColor(255, 0, 0)


def png() -> str:
    """A red picture of 64 x 48 pixels, as the worker sends it."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(RED)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return base64.b64encode(bytes(data)).decode("ascii")


def share_of(image: QImage, colour: QColor) -> float:
    pixels = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(*pixel) == colour for pixel in pixels) / len(pixels)


@pytest.fixture
def training(plugin: Any) -> Any:
    """The view of a training, of which five steps and a preview have come."""
    from cmhcl_footprints.core.hatch.events import Metric, Preview, Progress

    plugin.action.trigger()
    page = plugin.pages.finetune
    plugin.pages.show_page(page)
    page.stack.setCurrentWidget(page.training)
    view = page.training
    view.start("a model")
    for step in range(1, 6):
        values = {"step": step, "steps": 10, "loss": 2.0 / step, "seg": 1.5 / step}
        view.show_metric(Metric(values | {"msa": 0.0, "mfa": 0.0, "iou": 0.3 + 0.02 * step}))
        view.show_progress(Progress(step, 10, "", 10.0 - step))
    view.show_preview(Preview(dict.fromkeys(("sar", "labels", "prediction"), png()), "Block 1"))
    return view


def test_scale_of_the_screen(training: Any) -> None:
    assert training.devicePixelRatioF() == 1.5
    assert grab(training.curves).width() == round(1.5 * training.curves.width())


def test_curves_are_drawn_and_cleared(training: Any) -> None:
    picture = grab(training.curves)
    colours = {
        picture.pixel(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 3)
    }
    assert len(colours) > 10
    training.curves.clear()
    assert grab(training.curves) != picture


def test_example_pictures_are_drawn(training: Any) -> None:
    for picture in training.pictures.values():
        assert picture.isVisible() and share_of(grab(picture), RED) > 0.2


def test_models_threshold_is_marked_on_the_slider(plugin: Any) -> None:
    plugin.action.trigger()
    slider = plugin.pages.extract.form.threshold.slider
    marked = grab(slider)
    slider.mark = None
    slider.update()
    assert grab(slider) != marked


def test_message_with_a_button(plugin: Any) -> None:
    from qgis.core import Qgis

    plugin.action.trigger()
    clicked: list[int] = []
    messages = plugin.pages.extract.messages
    text = "A <b>sentence</b>: /a/very/long/path/to/a/folder/of/results/footprints.gpkg"
    messages.show_message(text, Qgis.MessageLevel.Critical, [("Do it", lambda: clicked.append(1))])
    assert messages._label.text().endswith("…/to/a/folder/of/results/footprints.gpkg")
    assert is_drawn(grab(messages))
    (button,) = messages.findChildren(QPushButton)
    button.click()
    assert clicked == [1]


def test_result_of_a_fine_tuning_is_drawn_with_its_table(plugin: Any) -> None:
    from cmhcl_footprints.core.hatch.results import FinetuneResult, ModelFigures, ValidationBlocks

    plugin.action.trigger()
    page = plugin.pages.finetune
    plugin.pages.show_page(page)
    page.stack.setCurrentWidget(page.result)
    figures = [ModelFigures("base", "sar", 0.5, 0.31, f1=0.6, object_f1=0.4, ece=float("nan"))]
    blocks = ValidationBlocks(1, buildings=11)
    result = FinetuneResult("", "", blocks, "worse", figures, 10, 4, 1.0, "steps")
    page.result.show_result("a model", result)
    assert page.result.keep_button.isVisible() and page.result.table.isVisible()
    assert page.result.table.textFormat() == Qt.TextFormat.RichText
    assert is_drawn(grab(page.result))
