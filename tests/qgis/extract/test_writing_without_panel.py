"""A panel that is deleted while a moved threshold is being written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

MODULE = "cmhcl_footprints.cmhcl_plugin.extract.threshold_change"


class Outliner:
    """A worker that answers every job at once with these footprints."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def submit(self, job: Any) -> Any:
        from cmhcl_footprints.cmhcl_plugin.worker.handle import JobHandle
        from cmhcl_footprints.core.hatch.events import Result
        from cmhcl_footprints.core.hatch.results import OutlineResult
        from qgis.PyQt.QtCore import QTimer

        handle = JobHandle("1", job, self)
        result = OutlineResult(2, str(self._out), job.threshold, 0.1)
        QTimer.singleShot(0, lambda: handle.deliver(Result(result)))
        return handle


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The writing of footprints waits for this."""
    from cmhcl_footprints.cmhcl_plugin.extract import threshold_change

    event, write = threading.Event(), threshold_change.replace_content

    def wait_and_write(*arguments: Any) -> str:
        event.wait(60)
        return str(write(*arguments))

    monkeypatch.setattr(f"{MODULE}.replace_content", wait_and_write)
    yield event
    event.set()


@pytest.fixture
def layer(tmp_path: Path) -> QgsVectorLayer:
    """A result on the map."""
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance, write_provenance
    from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput
    from cmhcl_footprints.core.hatch.results import ExtractResult

    out = scenes.write_footprints(tmp_path / "f.gpkg")
    crs = QgsCoordinateReferenceSystem("EPSG:32631")
    layer = add_footprints(out, crs, "found", QgsProject.instance())
    job = ExtractJob(SceneInput(sar=(str(tmp_path / "sar.tif"),)), str(out))
    result = ExtractResult(
        footprints=2,
        out=str(out),
        probability="",
        threshold=0.3,
        model="a model",
        seconds=1.0,
        megapixels=0.1,
        engine="an engine",
    )
    write_provenance(layer, Provenance.from_result(job, result))
    return layer


@pytest.fixture
def writing(
    layer: QgsVectorLayer,
    held: threading.Event,  # noqa: ARG001
    qtbot: Any,
    tmp_path: Path,
) -> QObject:
    """A panel in which a change of the layer's threshold to 0.6 is being written."""
    from cmhcl_footprints.cmhcl_plugin.extract.threshold_change import ThresholdChange

    worker = Outliner(scenes.write_footprints(tmp_path / "outlined.gpkg"))
    panel = QObject()
    change = ThresholdChange(worker, lambda _: True, panel)
    change.start(layer, tmp_path / "p.tif", 0.6)
    qtbot.waitUntil(layer.readOnly, timeout=15_000)
    return panel


def test_layer_is_editable_again_once_its_file_is_written_though_the_panel_is_gone(
    layer: QgsVectorLayer, held: threading.Event, writing: QObject, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance

    sip.delete(writing)
    assert layer.readOnly()  # the thread still writes
    held.set()
    qtbot.waitUntil(lambda: not layer.readOnly(), timeout=15_000)
    assert read_provenance(layer).threshold == 0.6
    assert layer.startEditing() and layer.rollBack()


def test_project_saved_after_the_panel_is_gone_has_an_editable_layer(
    layer: QgsVectorLayer, held: threading.Event, writing: QObject, qtbot: Any, tmp_path: Path
) -> None:
    project, path, id = QgsProject.instance(), str(tmp_path / "p.qgs"), layer.id()
    sip.delete(writing)
    assert project.write(path)
    held.set()
    qtbot.waitUntil(lambda: not layer.readOnly(), timeout=15_000)
    project.clear()
    assert project.read(path)
    assert not project.mapLayer(id).readOnly()


def test_project_cleared_after_the_panel_is_gone_raises_nothing(
    held: threading.Event, writing: QObject, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin import background

    sip.delete(writing)
    QgsProject.instance().clear()
    with qtbot.captureExceptions() as exceptions:
        held.set()
        qtbot.waitUntil(lambda: not background._calls, timeout=15_000)
    assert exceptions == []
