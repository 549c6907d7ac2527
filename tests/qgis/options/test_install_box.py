"""The offer to install on top of the page Extract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

pytest_plugins = ["environment_fixtures"]


@pytest.fixture
def opened() -> list[str]:
    """What the button Options… has opened."""
    return []


@pytest.fixture
def box(
    profile: Path,  # noqa: ARG001
    qtbot: Any,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Any]:
    """The box in a window, on a computer without a Python for the worker."""
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer
    from cmhcl_footprints.cmhcl_plugin.options.install_box import InstallBox

    monkeypatch.delenv("CMHCL_PYTHON")
    window, installer = QWidget(), Installer()
    qtbot.addWidget(window)
    box = InstallBox(installer, lambda: opened.append("options"))
    QVBoxLayout(window).addWidget(box)
    box.show_state()
    window.show()
    yield box
    installer.stop()


def test_size_and_ways_are_offered(box: Any, opened: list[str]) -> None:
    assert box.isVisible()
    assert "0.4 GB to download" in box.view.status.text()
    assert box.view.install_button.isVisible() and not box.view.cancel_button.isVisible()
    box.options_button.click()
    assert opened == ["options"]


def test_it_goes_once_there_is_a_python(box: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMHCL_PYTHON", str(CORE_PYTHON))
    box.show_state()
    assert not box.isVisible()


@pytest.mark.slow
def test_install_uses_the_sources_of_the_options(box: Any, wheels: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.virtual_environment import is_usable
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    settings = Settings.load()
    settings.wheels = str(wheels)
    settings.save()
    box.view.install_button.click()
    assert box.view.cancel_button.isVisible() and not box.view.install_button.isVisible()
    qtbot.waitUntil(lambda: not box.isVisible(), timeout=120_000)
    assert is_usable()


@pytest.mark.slow
def test_installation_can_be_cancelled(box: Any, wheels: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    settings = Settings.load()
    settings.wheels = str(wheels)
    settings.save()
    with qtbot.waitSignal(box.installer.progressed, timeout=30_000):
        box.view.install_button.click()
    box.view.cancel_button.click()
    qtbot.waitUntil(lambda: box.view.install_button.isVisible(), timeout=30_000)
    assert "Cancelled" in box.view.status.text()
