"""The worker as a process of Qt 6: jobs, their events, cancelling, crashes, and its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import collect
from pictures import grab
from qgis.core import QgsApplication, QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QFrame, QPushButton

TIMEOUT_MS = 20_000


@pytest.fixture
def scene(tmp_path: Path) -> Callable[[str], QgsRasterLayer]:
    """scene(manner) -> a SAR layer on which the fake worker behaves in this manner."""

    def add(manner: str) -> QgsRasterLayer:
        path = tmp_path / f"{manner}.tif"
        path.write_bytes(b"II*\0")
        layer = QgsRasterLayer(str(path), manner)
        QgsProject.instance().addMapLayer(layer)
        return layer

    return add


@pytest.fixture
def extract(plugin: Any, scene: Any, qtbot: Any) -> Callable[[str], Any]:
    """extract(manner) -> the page Extract, after a click on its button."""

    def click(manner: str) -> Any:
        plugin.action.trigger()
        page = plugin.pages.extract
        scene(manner)
        page.form.output.setFilePath("")
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
        assert page.extraction.is_running and page.button.text() == "Canc&el"
        return page

    return click


def test_what_was_found_in_the_layer_is_shown(plugin: Any, scene: Any, qtbot: Any) -> None:
    plugin.action.trigger()
    form = plugin.pages.extract.form
    scene("plain")
    expected = "VV, HH · amplitude (right-skewed values) · 0.8 m · 75% valid\nA warning."
    expected = expected.replace("0.8 m", "0.8\N{NO-BREAK SPACE}m")
    qtbot.waitUntil(lambda: form.sar.found.text() == expected, timeout=TIMEOUT_MS)
    assert form.sar.polarisations.itemText(0) == "Detected (VV, HH)"
    assert form.device.text() == "CPU (a fake)"
    form.sar.polarisations.setCurrentIndex(2)
    form.sar.polarisations.activated.emit(2)
    chosen = plugin.extract_settings.scene.choice.polarisations
    assert isinstance(chosen, tuple) and ", ".join(chosen) == form.sar.polarisations.itemText(2)
    assert form.sar.polarisations.currentIndex() == 2


def test_result_is_added_as_a_styled_layer(plugin: Any, extract: Any, qtbot: Any) -> None:
    page = extract("plain")
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    (layer,) = (x for x in QgsProject.instance().mapLayers().values() if x.providerType() == "ogr")
    assert layer.name().startswith("Footprints plain · cmhcl-")
    assert layer.style.elementsByTagName("category").count() == 6
    assert page.messages.text.startswith("2 footprints in 1.0 s")
    assert page.button.text() == "&Extract"
    assert page.result.isVisible() and page.result.name.text() == layer.name()
    assert plugin.again_action.isVisible()
    page.form.threshold.number.setValue(0.9)
    page.result.again_button.click()
    assert page.form.threshold.value == 0.5
    assert page.messages.text.startswith("The settings are filled in")


def test_command_is_copied(plugin: Any, scene: Any) -> None:
    plugin.action.trigger()
    scene("plain")
    page = plugin.pages.extract
    page.copy_button.menu().actions()[0].trigger()
    assert page.messages.text == "The command is in the clipboard."
    assert " extract --sar " in QApplication.clipboard().text()


def test_progress_and_cancel(extract: Any, qtbot: Any) -> None:
    page = extract("polite")
    qtbot.waitUntil(lambda: page.progress.bar.value() == 250, timeout=TIMEOUT_MS)
    assert page.progress.text.text().startswith("half asleep")
    assert not grab(page.progress).isNull()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    assert page.messages.text == "Cancelled; nothing was written."


def test_cancel_from_the_task_bar(extract: Any, qtbot: Any) -> None:
    page = extract("polite")
    qtbot.waitUntil(lambda: page.progress.bar.value() == 250, timeout=TIMEOUT_MS)
    task = QgsApplication.tasks.items[-1]
    assert task.canCancel()
    task.cancel()
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    assert task.run() is False


@pytest.mark.parametrize(
    ("manner", "said"), [("crash", "(crash, signal 6)"), ("exit", "(exit code 3)")]
)
def test_crash_is_reported_and_offers_to_resume(
    extract: Any, iface: Any, qtbot: Any, manner: str, said: str
) -> None:
    page = extract(manner)
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    assert said in page.messages.text
    assert [button.text() for button in page.messages.buttons] == ["Open log"]
    (offer,) = iface.messageBar().texts()
    assert "was interrupted" in offer
    rows = iface.mainWindow().findChild(QFrame, "cmhclResumeRows")
    assert rows.isVisible()
    _, discard = rows.findChildren(QPushButton)
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert not rows.isVisible()
    collect()
    assert iface.messageBar().texts() == []


def test_events_of_a_job(plugin: Any, scene: Any, qtbot: Any, tmp_path: Path) -> None:
    plugin.action.trigger()
    scene("talkative")
    settings = plugin.pages.extract.settings
    handle = plugin.worker.submit(settings.job(tmp_path / "out.gpkg", None))
    heard: list[str] = []
    for name in ("log", "metric", "preview", "finished"):
        getattr(handle, name).connect(lambda _, name=name: heard.append(name))
    qtbot.waitUntil(lambda: "finished" in heard, timeout=TIMEOUT_MS)
    assert heard == ["log", "metric", "preview", "finished"]


class Feedback:
    """What Processing shows of an algorithm."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.cancelled = False

    def isCanceled(self) -> bool:  # noqa: N802
        return self.cancelled

    def setProgress(self, percent: float) -> None:  # noqa: N802, ARG002
        self.cancelled = True  # as soon as there is any

    def _say(self, text: str) -> None:
        self.said.append(text)

    pushInfo = pushWarning = pushConsoleInfo = setProgressText = _say  # noqa: N815


@pytest.mark.parametrize("manner", ["plain", "polite"])
def test_algorithm_waits_for_its_job(
    plugin: Any, scene: Any, fake_root: Path, monkeypatch: pytest.MonkeyPatch, manner: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker import blocking
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    monkeypatch.setattr(blocking, "WorkerProcess", lambda: WorkerProcess(root=fake_root))
    scene(manner)
    job, feedback = plugin.extract_settings.job(fake_root / "out.gpkg", None), Feedback()
    if manner == "plain":
        assert blocking.run_job(job, feedback).footprints == 2
    else:
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            blocking.run_job(job, feedback)
    assert "Starting the worker" in feedback.said


def test_no_process_is_left(plugin: Any, qtbot: Any) -> None:
    plugin.action.trigger()
    qtbot.waitUntil(lambda: plugin.worker.is_running, timeout=TIMEOUT_MS)
    process = Path(f"/proc/{plugin.worker.process_id}")
    assert process.exists()
    plugin.worker.stop()
    assert not process.exists()


def test_function_in_the_background(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background
    from qgis.PyQt.QtCore import QObject

    owner, done = QObject(), []
    run_in_background(lambda: 6 * 7, lambda *answer: done.append(answer), owner)
    qtbot.waitUntil(lambda: done == [(42, None)], timeout=TIMEOUT_MS)
