"""Every page, window and panel is built, shown and drawn by Qt 6."""

from __future__ import annotations

from typing import Any

import pytest
from pictures import grab, is_drawn
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel


@pytest.mark.parametrize("name", ["extract", "finetune", "models"])
def test_page_of_the_panel(plugin: Any, name: str) -> None:
    plugin.action.trigger()
    page = getattr(plugin.pages, name)
    plugin.pages.show_page(page)
    assert page.isVisible() and is_drawn(grab(page))
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(texts)


@pytest.mark.parametrize("name", ["preparing", "training", "result"])
def test_view_of_the_page_finetune(plugin: Any, name: str) -> None:
    plugin.action.trigger()
    page = plugin.pages.finetune
    plugin.pages.show_page(page)
    view = getattr(page, name)
    page.stack.setCurrentWidget(view)
    assert view.isVisible() and is_drawn(grab(view))


def test_review_is_drawn(plugin: Any, iface: Any) -> None:
    plugin.action.trigger()
    plugin.review_action.trigger()
    assert iface.mainWindow().tabifiedDockWidgets(plugin.panel) == [plugin.review]
    assert plugin.review.isVisible() and is_drawn(grab(plugin.review))


def test_options_are_drawn_and_applied(plugin: Any, iface: Any) -> None:
    page = plugin.options.createWidget(iface.mainWindow())
    page.resize(page.sizeHint())
    page.show()
    assert is_drawn(grab(page))
    page.apply()
    page.deleteLater()


def test_comparison_is_drawn_and_closed(plugin: Any) -> None:
    plugin.action.trigger()
    window = plugin.pages.extract.compare
    window.open_with(QgsVectorLayer("/data/a.gpkg", "a"))
    assert window.isVisible() and is_drawn(grab(window))
    window.close_button.click()
    assert not window.isVisible()


def test_floating_panel_is_a_window(plugin: Any) -> None:
    plugin.action.trigger()
    plugin.panel.setFloating(True)
    assert plugin.panel.isWindow() and is_drawn(grab(plugin.panel))


def test_layers_of_one_name_are_told_apart(plugin: Any) -> None:
    plugin.action.trigger()
    combo = plugin.pages.extract.form.optical
    for folder in ("one", "two"):
        QgsProject.instance().addMapLayer(QgsRasterLayer(f"/data/{folder}/scene.tif", "scene"))
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert texts == ["None", "scene (one/scene.tif)", "scene (two/scene.tif)"]
    QgsProject.instance().clear()
    assert [combo.itemText(row) for row in range(combo.count())] == ["None"]
