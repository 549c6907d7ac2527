"""The page CMH-CL of the options."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any, Callable

import pytest
from conftest import CORE_PYTHON
from qgis.gui import QgsOptionsPageWidget

pytest_plugins = ["environment_fixtures"]


@pytest.fixture
def page(profile: Path, qtbot: Any) -> Callable[[], Any]:
    """Makes the options page."""
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory

    factory = OptionsFactory(applied=lambda: None, is_training=lambda: True)
    assert not profile.exists()

    def make() -> Any:
        made = factory.createWidget(None)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.mark.usefixtures("wheels")
def test_page_in_every_state(page: Any, profile: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.core.hatch import requirements

    def shown() -> list[str]:
        """The text, and the buttons."""
        options = page()
        box, view = options.environment, options.environment.view
        buttons = (view.install_button, view.cancel_button, box.remove_button)
        return [view.status.text(), *(b.text() for b in buttons if b.isVisible())]

    assert shown()[1:] == ["&Install"]
    environment.python_path().parent.mkdir(parents=True)
    assert shown()[1:] == ["Co&ntinue", "&Remove"]
    environment.python_path().touch()
    environment.mark_complete("PyTorch 1 on a toaster")
    text, *buttons = shown()
    assert buttons == ["&Remove"] and "on a toaster" in text
    options = page()
    options.environment.remove_button.click()
    assert (
        "A model is being fine-tuned" in options.environment.view.status.text()
        and environment.is_usable()
    )
    requirements.REQUIREMENTS.write_text("torch==2.0")
    assert shown()[1:] == ["&Update", "&Remove"]
    (profile / "cmhcl" / "env" / environment.MARKER).write_text("{half a fi")
    assert shown()[1:] == ["Co&ntinue", "&Remove"]


def test_page_says_how_much_will_be_installed(page: Any, profile: Path) -> None:
    options = page()
    text = options.environment.view.status.text()
    assert f"creates it in {profile}/cmhcl/env: about 0.4 GB to download" in unescape(text)
    assert "With an NVIDIA GPU it is 2.8 and 6.5 GB." in text


def test_fields_that_are_preset_cannot_be_edited(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = page()
    assert options.environment.index.isEnabled()
    monkeypatch.setenv("CMHCL_INDEX", "https://index.example/simple")
    options = page()
    box = options.environment
    assert box.index.text() == "https://index.example/simple" and not box.index.isEnabled()
    assert "CMHCL_INDEX" in box.index.toolTip() and box.wheels.isEnabled()


@pytest.mark.slow
def test_page_while_it_installs(wheels: Path, page: Any, qtbot: Any) -> None:
    first = page()
    box = first.environment
    box.wheels.setFilePath(str(wheels))
    (wheels / "tiny-1.0-py3-none-any.whl").unlink()
    view = box.view
    view.install_button.click()
    assert view.cancel_button.isVisible() and not view.install_button.isVisible()
    first.hide()
    second = page()  # the first one was closed, the installation went on
    qtbot.waitUntil(lambda: " min " in second.environment.view.status.text(), timeout=10_000)
    qtbot.waitUntil(lambda: second.environment.view.install_button.isVisible(), timeout=60_000)
    text = second.environment.view.status.text()
    assert "There is no package tiny==1.0" in text and "Open log" in text
    assert second.environment.wheels.filePath() == str(wheels)


@pytest.mark.slow
def test_check_and_its_report(page: Any, qtbot: Any) -> None:
    from qgis.PyQt.QtWidgets import QApplication

    options = page()
    options.python.setFilePath(str(CORE_PYTHON))
    options.check()
    qtbot.waitUntil(lambda: options.copy_button.isEnabled(), timeout=120_000)
    assert re.match("It works: (OpenVINO|PyTorch) 2", options.answer.text())  # the faster one
    options.copy_button.click()
    report = QApplication.clipboard().text()
    for expected in ("Plugin: 0.", "QGIS: 3.", "Engine: ", "rasterio 1.", "Problem: none"):
        assert expected in report


def test_chosen_python_is_tested_and_applied_once(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    applied: list[bool] = []
    factory = OptionsFactory(applied=lambda: applied.append(True))
    page = factory.createWidget(None)
    assert isinstance(page, QgsOptionsPageWidget)
    page.python.setFilePath("/usr/bin/python3")
    page.check_button.click()
    qtbot.waitUntil(lambda: "has no torch" in page.answer.text(), timeout=15_000)
    page.apply()
    page.apply()
    assert Settings.load().python == "/usr/bin/python3" and applied == [True]


@pytest.mark.usefixtures("profile")
def test_references_are_refused_until_they_are_allowed(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    applied: list[bool] = []
    options = OptionsFactory(applied=lambda: applied.append(True)).createWidget(None)
    qtbot.addWidget(options)
    assert not options.allow_references.isChecked()
    options.apply()
    assert not applied
    options.allow_references.setChecked(True)
    options.apply()
    assert applied == [True] and Settings.load().allow_references
