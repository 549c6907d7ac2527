"""Combo boxes with less room than their text needs."""

from __future__ import annotations

from typing import Any

import pytest
import scenes
from qgis.PyQt.QtWidgets import QComboBox

TEXT = "A text of many letters, with its end"


def narrow() -> QComboBox:
    from cmhcl_footprints.cmhcl_plugin.widgets.narrow_combo import NarrowCombo

    combo = NarrowCombo()
    combo.addItem(TEXT)
    return combo


def of_layers() -> QComboBox:
    from cmhcl_footprints.cmhcl_plugin.widgets.layer_combo import POLYGONS, LayerCombo

    combo = LayerCombo(POLYGONS)
    combo.setLayer(scenes.add_polygon("POLYGON((0 0, 1 0, 1 1, 0 0))", name=TEXT))
    return combo


@pytest.mark.parametrize(
    ("make", "parts"), [(narrow, ("A text", "…")), (of_layers, ("A t", "…", "end"))]
)
def test_text_is_elided_only_where_there_is_no_room(
    make: Any, parts: tuple[str, ...], qtbot: Any, monkeypatch: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets import narrow_combo

    drawn: list[str] = []

    class Painter(narrow_combo.QStylePainter):
        def drawControl(self, element: Any, option: Any) -> None:  # noqa: N802
            drawn.append(option.currentText)
            super().drawControl(element, option)

    monkeypatch.setattr(narrow_combo, "QStylePainter", Painter)
    combo = make()
    qtbot.addWidget(combo)
    for width in (600, 150):
        combo.resize(width, combo.sizeHint().height())
        combo.grab()
    assert drawn[0] == TEXT
    at = [drawn[-1].index(part) for part in parts]
    assert at == sorted(at) and combo.fontMetrics().horizontalAdvance(drawn[-1]) < 150
