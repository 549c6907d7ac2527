"""The keyboard: a letter for every field and button, the order of Tab, and what Enter does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

pytest_plugins = ["plugin_fixtures"]


@pytest.fixture
def pages_in(
    qgis_iface: Any, fake_root: Path, monkeypatch: pytest.MonkeyPatch, folders: None
) -> Iterator[Any]:
    """The pages and the review panel of the plugin in QGIS of a language."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    assert folders is None
    monkeypatch.setattr(module, "WorkerProcess", lambda *name: WorkerProcess(*name, root=fake_root))
    plugins = []

    def load(locale: str) -> Any:
        plugins.append(cmhcl_footprints.classFactory(qgis_iface))
        QgsSettings().setValue("locale/overrideFlag", True)
        QgsSettings().setValue("locale/userLocale", locale)
        plugins[-1].initGui()
        return plugins[-1]

    yield load
    for plugin in plugins:
        plugin.unload()


def letter(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def letters(page: QWidget) -> Counter[str]:
    """The letters of labels and buttons of a page, hidden ones too."""
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy()]
    for kind in (QPushButton, QCheckBox):
        texts += [button.text() for button in page.findChildren(kind)]
    return Counter(letter(text) for text in texts if letter(text))


def unlettered(page: QWidget) -> list[str]:
    """Labels of fields and buttons with a text that no letter reaches."""
    found = [b.text() for b in page.findChildren(QPushButton) if b.text() and not letter(b.text())]
    for form in page.findChildren(QFormLayout):
        for row in range(form.rowCount()):
            item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            label = item.widget() if item else None
            if isinstance(label, QLabel) and label.text() and field and field.widget():
                is_field = not isinstance(field.widget(), QLabel)
                if is_field and not (letter(label.text()) and label.buddy()):
                    found.append(label.text())
    return found


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr", "pt_BR"])
def test_every_field_and_button_has_a_letter_of_its_own(pages_in: Any, locale: str) -> None:
    plugin = pages_in(locale)
    pages = plugin.panel.content()
    finetune = pages.finetune
    extract = pages.extract
    parts = {
        "extract": [extract.form, extract.result, extract.button, extract.review_button],
        "compare": [extract.compare],
        "prepare": [finetune.preparing],
        "training": [finetune.training],
        "result": [finetune.result],
        "models": [pages.models],
    }
    for name, widgets in parts.items():
        found: Counter[str] = Counter()
        for widget in widgets:
            is_button = isinstance(widget, QPushButton)
            found += Counter([letter(widget.text())]) if is_button else letters(widget)
            missing = [] if is_button else unlettered(widget)
            assert missing == [], (name, locale)
        assert [key for key, count in found.items() if count > 1] == [], (name, locale)


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr", "pt_BR"])
@pytest.mark.parametrize("present", ["ABSENT", "PARTIAL", "OUTDATED"])
def test_options_have_letters(
    pages_in: Any, locale: str, present: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.virtual_environment import State
    from cmhcl_footprints.cmhcl_plugin.options import install_view

    pages_in(locale)
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory

    monkeypatch.setattr(install_view, "state", lambda: State[present])
    factory = OptionsFactory(lambda: None)
    page = factory.createWidget(None)
    assert page.environment.view.install_button.text()
    assert unlettered(page) == [] and letter(page.allow_references.text())
    assert max(letters(page).values()) == 1
    page.deleteLater()


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr", "pt_BR"])
def test_cancel_of_an_export_has_a_letter_of_its_own(
    pages_in: Any, locale: str, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.export import Target

    page = pages_in(locale).panel.content().models
    page.exporting.start(page.selected.folder, "a model", Target(tmp_path / "out", is_zip=False))
    page.show_exporting()
    assert page.exporting.is_running
    assert unlettered(page) == [] and max(letters(page).values()) == 1


def test_letter_leads_to_the_field(pages_in: Any) -> None:
    extract = pages_in("en").panel.content().extract
    buddies = {
        letter(label.text()): label.buddy()
        for label in extract.form.findChildren(QLabel)
        if label.buddy()
    }
    assert buddies["s"].focusProxy() is not None  # of the combo box, through the fields of SAR
    assert buddies["t"] is extract.form.threshold and buddies["o"] is extract.form.optical


def test_tab_goes_from_top_to_bottom(pages_in: Any) -> None:
    panel = pages_in("en").panel
    pages = panel.content()
    pages.setParent(None)  # the panel is not shown here
    pages.resize(400, 900)
    pages.show()
    for page in (pages.extract, pages.finetune, pages.models):
        pages.tabs.setCurrentWidget(page)
        QApplication.processEvents()
        tops, first = [], page.nextInFocusChain()
        widget = first
        while True:
            stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if page.isAncestorOf(widget) and widget.isVisible() and stops:
                tops.append(widget.mapTo(page, QPoint(0, widget.height() // 2)).y())
            widget = widget.nextInFocusChain()
            if widget is first:
                break
        assert len(tops) > 4
        assert all(after >= before - 12 for before, after in zip(tops, tops[1:])), (page, tops)
    panel.setWidget(pages)  # which deletes them with itself


def test_enter_in_a_field_starts_nothing(
    pages_in: Any, qtbot: Any, tmp_path: Path, qgis_iface: Any
) -> None:
    plugin = pages_in("en")
    scenes.write_footprints(tmp_path / "plain.gpkg")
    scenes.add_raster(scenes.write_raster(tmp_path / "plain.tif", scenes.speckle()))
    labels = scenes.add_labels()
    qgis_iface.setActiveLayer(labels)
    pages = plugin.panel.content()
    extract, finetune = pages.extract, pages.finetune
    extract.compare.open_with(labels)
    extract.compare.reference.setLayer(scenes.add_labels(name="others"))
    pages.show()
    for widget in (*pages.findChildren(QWidget), *extract.compare.findChildren(QWidget)):
        if isinstance(widget, (QLineEdit, QComboBox, QAbstractSpinBox)):
            QTest.keyClick(widget, Qt.Key.Key_Return)
            QTest.keyClick(widget, Qt.Key.Key_Enter)
    assert not extract.extraction.is_running and not extract.compare.comparison.is_running
    assert not finetune.is_training
    extract.settings.update(output=str(tmp_path / "out.gpkg"))
    qtbot.mouseClick(extract.button, Qt.MouseButton.LeftButton)
    assert extract.extraction.is_running  # all else was ready for it
    qtbot.waitUntil(lambda: not extract.extraction.is_running, timeout=15_000)
    extract.compare.close()
    pages.hide()
