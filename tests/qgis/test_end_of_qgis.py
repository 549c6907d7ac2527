"""The pages after QGIS has deleted the project, as it does when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject
from qgis.PyQt import sip

LONGEST_DELAY_MS = 600  # of the timers that ask the project


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> QgsProject:
    """A project that can be deleted, in the place of QGIS's own."""
    project = QgsProject()
    monkeypatch.setattr(QgsProject, "instance", lambda: project)
    return project


@pytest.fixture
def pages(
    project: QgsProject,  # noqa: ARG001
    qgis_iface: Any,
    fake_root: Path,
    qtbot: Any,
) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    pages = Pages(qgis_iface, worker, worker, ExtractSettings())
    pages.show()
    qtbot.wait(LONGEST_DELAY_MS + 100)  # what opening them has started
    yield pages
    worker.stop()
    sip.delete(pages)


@pytest.mark.parametrize("name", ["extract", "finetune"])
def test_visible_page_does_not_ask_a_project_that_was_deleted(
    pages: Any, project: QgsProject, qtbot: Any, name: str
) -> None:
    page = getattr(pages, name)
    pages.show_page(page)
    scene = page.settings.scene
    for timer in (pages.extract.result._soon, pages.finetune.preparing._check_soon, scene._soon):
        timer.start()
    scene.sar_changed.emit()
    with qtbot.captureExceptions() as exceptions:
        sip.delete(project)
        qtbot.wait(LONGEST_DELAY_MS + 100)
    assert [str(exception[1]) for exception in exceptions] == []


def test_timer_of_a_widget_deleted_before_the_project_is_harmless(
    project: QgsProject, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.project_timer import ProjectTimer
    from qgis.PyQt.QtCore import QObject

    parent, called = QObject(), []
    ProjectTimer(lambda: called.append(1), parent).start()
    with qtbot.captureExceptions() as exceptions:
        sip.delete(parent)
        sip.delete(project)
        qtbot.wait(50)
    assert exceptions == [] and called == []


def test_timer_started_after_the_deletion_of_the_project_is_harmless(
    project: QgsProject, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.project_timer import ProjectTimer
    from qgis.PyQt.QtCore import QObject

    parent, called = QObject(), []
    timer = ProjectTimer(lambda: called.append(1), parent)
    timer.start()
    sip.delete(project)
    timer.start()
    qtbot.wait(50)
    assert called == []
