"""Texts of the plugin's widgets are readable in QGIS's dark theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout, QWidget

LEAST = 4.5  # contrast that WCAG 2.1 asks of texts


@pytest.fixture
def night(qgis_iface: Any) -> Iterator[None]:  # noqa: ARG001
    QgsApplication.setUITheme("Night Mapping")
    yield
    QgsApplication.setUITheme("default")


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(widget: QWidget) -> float:
    """The best contrast of any pixel with the most frequent one, frame left out."""
    image = widget.grab().toImage()
    inside = [(x, y) for x in range(4, image.width() - 4) for y in range(6, image.height() - 6)]
    colours = Counter(image.pixel(x, y) for x, y in inside)
    background = luminance(QColor(colours.most_common(1)[0][0]))
    others = [luminance(QColor(colour)) for colour in colours]
    return max((max(it, background) + 0.05) / (min(it, background) + 0.05) for it in others)


@pytest.mark.usefixtures("night")
def test_placeholder_of_the_output_file(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.output_file import OutputFile

    output, window = OutputFile(), QDialog()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(output)
    window.resize(300, 60)
    window.show()
    assert output.lineEdit().placeholderText() and contrast(output.lineEdit()) >= LEAST
    output.setFilePath("/data/footprints.gpkg")
    output.setFilePath("")
    assert contrast(output.lineEdit()) >= LEAST


@pytest.mark.usefixtures("night")
def test_message_and_links(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_area import MessageArea
    from cmhcl_footprints.cmhcl_plugin.widgets.plain_text import HtmlLabel
    from qgis.core import Qgis

    area, link = MessageArea(), HtmlLabel()
    for widget in (area, link):
        qtbot.addWidget(widget)
        widget.resize(300, 40)
    area.show_message("A message of some words.", Qgis.MessageLevel.Warning)
    link.setText('<a href="options">Options of the plugin</a>')
    assert contrast(area._label) >= LEAST and contrast(link) >= LEAST
