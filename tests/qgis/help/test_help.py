"""The help buttons: each opens a page that ships."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl


@pytest.fixture
def opened(monkeypatch: Any) -> list[QUrl]:
    """What would have been shown in the browser."""
    from cmhcl_footprints.cmhcl_plugin.help import guide

    class Desktop:
        openUrl = staticmethod(lambda address: urls.append(address))  # noqa: N815

    urls: list[QUrl] = []
    monkeypatch.setattr(guide, "QDesktopServices", Desktop)
    return urls


def ships(address: QUrl, plugin_folder: Path) -> bool:
    """Whether the page is in the plugin, and has the heading that is asked for."""
    path = Path(address.toLocalFile())
    if plugin_folder not in path.parents or not path.is_file():
        return False
    anchor = address.fragment()
    return not anchor or f'id="{anchor}"' in path.read_text(encoding="utf-8")


def test_a_page_that_does_not_ship_is_reported(plugin_folder: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.help import guide

    assert ships(guide.url("processing#cmhclextract"), plugin_folder)
    assert not ships(guide.url("processing#none"), plugin_folder)
    assert not ships(guide.url("none"), plugin_folder)


@pytest.mark.parametrize(
    ("locale", "page", "file"),
    [
        ("de", "extract", "de/extract.html"),
        ("de_AT", "index", "de/index.html"),
        ("fr_CA", "install", "fr/install.html"),
        ("es", "tutorial", "es/tutorial.html"),
        ("pt_BR", "index", "pt/index.html"),
        ("de", "review", "review.html"),
        ("de", "extract#the-result", "extract.html"),
        ("en_US", "extract", "extract.html"),
        ("C", "index", "index.html"),
        ("ja", "index", "index.html"),
    ],
)
def test_a_page_is_that_of_the_language_or_else_english(
    plugin_folder: Path, monkeypatch: Any, locale: str, page: str, file: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin.help import guide

    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: locale))
    address = guide.url(page)
    assert ships(address, plugin_folder)
    folder = plugin_folder / "resources" / "docs" / "guide"
    assert Path(address.toLocalFile()).relative_to(folder).as_posix() == file


def test_each_page_of_the_dialog(
    qgis_iface: Any, fake_root: Path, plugin_folder: Path, qtbot: Any, opened: list[QUrl]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    dialog = Pages(qgis_iface, worker, worker, ExtractSettings())
    for page in (dialog.extract, dialog.finetune, dialog.models):
        dialog.show_page(page)
        qtbot.mouseClick(dialog.help_button, Qt.MouseButton.LeftButton)
    worker.stop()
    dialog.unload()
    assert [address.fileName() for address in opened] == [
        "extract.html",
        "finetune.html",
        "models.html",
    ]
    assert all(ships(address, plugin_folder) for address in opened)


def test_options_and_review(
    qgis_iface: Any, plugin_folder: Path, qtbot: Any, opened: list[QUrl]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory
    from cmhcl_footprints.cmhcl_plugin.review.panel import ReviewDock

    page = OptionsFactory(applied=lambda: None).createWidget(None)
    qtbot.mouseClick(page.help_button, Qt.MouseButton.LeftButton)
    dock = ReviewDock(qgis_iface)
    qtbot.mouseClick(dock.help_button, Qt.MouseButton.LeftButton)
    dock.unload()
    assert [address.fileName() for address in opened] == ["install.html", "review.html"]
    assert all(ships(address, plugin_folder) for address in opened)


def test_each_algorithm_has_its_section(plugin_folder: Path) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(None)
    plugin.initProcessing()
    urls = {algorithm.name(): algorithm.helpUrl() for algorithm in plugin.provider.algorithms()}
    QgsApplication.processingRegistry().removeProvider("cmhcl")
    assert len(urls) > 5
    assert [name for name, url in urls.items() if not ships(QUrl(url), plugin_folder)] == []


def test_the_menu_leads_to_the_guide(
    qgis_iface: Any, plugin_folder: Path, opened: list[QUrl]
) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    plugin.help_action.trigger()
    plugin.unload()
    assert [address.fileName() for address in opened] == ["index.html"]
    assert ships(opened[0], plugin_folder)
