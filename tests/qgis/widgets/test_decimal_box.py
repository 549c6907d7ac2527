"""Numbers typed with a point or a comma, in languages that write the one or the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import QLocale, Qt


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def typed(qtbot: Any, text: str, decimals: int = 2, most: float = 1.0) -> float:
    """The value of a field after a text was typed over its old one."""
    from cmhcl_footprints.cmhcl_plugin.widgets.decimal_box import DecimalBox

    box = DecimalBox()
    qtbot.addWidget(box)
    box.setDecimals(decimals)
    box.setRange(0.0, most)
    box.setSuffix(" m")
    box.setValue(0.33)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), text)
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.text() == box.textFromValue(box.value()) + " m"  # as the language writes it
    return float(box.value())


@pytest.mark.parametrize("language", ["de_DE", "en_US", "fr_FR", "de_CH", "pt_BR", "es_ES"])
@pytest.mark.parametrize(
    ("text", "value"),
    [("0.45", 0.45), ("0,45", 0.45), (".5", 0.5), (",5", 0.5), ("0.450", 0.45), ("0,450", 0.45)],
)
def test_a_point_and_a_comma_are_understood(
    qtbot: Any, language: str, text: str, value: float
) -> None:
    QLocale.setDefault(QLocale(language))
    assert typed(qtbot, text) == value
    assert typed(qtbot, text, most=100.0) == value
    assert typed(qtbot, text, decimals=3, most=100_000.0) == value
    assert typed(qtbot, text, decimals=0, most=100_000.0) == 0


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de_DE", "1.500", 1500),
        ("de_DE", "1,500", 1.5),
        ("de_DE", "12.345,5", 12345.5),
        ("en_US", "1,500", 1500),
        ("en_US", "1.500", 1.5),
        ("en_US", "12,345.5", 12345.5),
        ("fr_FR", "1.500", 1.5),
        ("de_CH", "1,500", 1.5),
    ],
)
def test_thousands_are_separated_as_the_language_does(
    qtbot: Any, language: str, text: str, value: float
) -> None:
    QLocale.setDefault(QLocale(language))
    assert typed(qtbot, text, decimals=3, most=100_000.0) == value
    assert typed(qtbot, text, decimals=0, most=100_000.0) == int(value)


@pytest.mark.parametrize("language", ["de_DE", "en_US"])
def test_a_field_for_small_numbers_has_no_thousands(qtbot: Any, language: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert typed(qtbot, "1.500", decimals=3, most=100.0) == 1.5
    assert typed(qtbot, "1,500", decimals=3, most=100.0) == 1.5


def test_no_field_of_the_plugin_reads_numbers_otherwise(plugin_folder: Any) -> None:
    sources = [*(plugin_folder / "cmhcl_plugin").rglob("*.py")]
    having = {path.name for path in sources if "QDoubleSpinBox" in path.read_text()}
    assert having == {"decimal_box.py"}
