"""Simulates a demo scene and puts it on the map."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsLayerTreeRegistryBridge, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import SimulateJob
from ...core.hatch.results import SimulateResult
from ..core_translations import error_text
from ..extract.settings import ExtractSettings
from ..layers.output_paths import new_folder
from ..layers.project_watch import ProjectWatch
from ..layers.view import zoom_to
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from ..worker.task import JobTask
from .layers import add_demo

SEED, SIZE, STYLE = 5, 512, "industrial"
FOLDER = "cmhcl_demo"


class DemoScene(QObject):
    """One simulation at a time.

    ``waits`` says what it waits for, ``progressed`` carries its Progress events. ``ended`` is
    emitted at its end, then ``finished`` or ``failed`` with a sentence for the user; neither
    follows if it was cancelled.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    ended = pyqtSignal()
    finished = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        settings: ExtractSettings,
        parent: Optional[QObject] = None,
    ) -> None:
        """``settings`` are those of the page whose scene it becomes."""
        super().__init__(parent)
        self._iface = iface
        self._worker = worker
        self._settings = settings
        self._project = QgsProject.instance()
        self._watch = ProjectWatch()
        self._handle: Optional[JobHandle] = None
        self._task: Optional[JobTask] = None  # kept from the garbage collector

    @property
    def is_running(self) -> bool:
        """Whether a scene is being simulated."""
        return self._handle is not None

    def start(self) -> None:
        """Simulate into a new folder of the project's home or of the user's documents."""
        try:
            folder = new_folder(FOLDER, self._project)
        except InputError as error:
            self.failed.emit(error_text(error))
            return
        self._watch.start()
        handle = self._worker.submit(
            SimulateJob(seed=SEED, size=SIZE, style=STYLE, out=str(folder))
        )
        self._handle = handle
        self._task = JobTask(self.tr("Demo scene"), handle)
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(self._on_finished)
        handle.failed.connect(self._on_failed)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Cancel the simulation; ``ended`` follows."""
        if self._handle:
            self._handle.cancel()

    def unload(self) -> None:
        """Stop following the project."""
        self._watch.unload()

    def _end(self) -> None:
        self._handle = self._task = None
        self.ended.emit()

    def _on_finished(self, result: SimulateResult) -> None:
        self._end()
        if not self._watch.is_same:
            text = self.tr(
                "The demo scene is ready, but not on the map, because another project was opened: "
                "{}"
            )
            self.finished.emit(text.format(result.folder))
            return
        sar, optical = add_demo(Path(result.folder), self._project)
        self._settings.scene.choose_sar([sar])
        self._settings.scene.choose_optical(optical)
        self._iface.setActiveLayer(sar)
        # Or QGIS would put the next layers into the group of the demo scene.
        top = QgsLayerTreeRegistryBridge.InsertionPoint(self._project.layerTreeRoot(), 0)
        self._project.layerTreeRegistryBridge().setLayerInsertionPoint(top)
        canvas = self._iface.mapCanvas()  # which replaces QGIS's welcome page, and gets its size
        QTimer.singleShot(0, lambda: zoom_to(sar, canvas))
        text = self.tr("The demo scene is on the map; press Extract. Its files are in: {}")
        self.finished.emit(text.format(result.folder))

    def _on_failed(self, error: Error) -> None:
        self._end()
        if error.kind != "cancelled":
            self.failed.emit(error.sentence)
