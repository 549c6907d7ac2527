"""Asks the worker for the polarisations and radiometry of a scene's SAR layers."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import InspectJob
from ...core.hatch.results import InspectResult
from ..core_translations import error_text
from ..worker.handle import JobHandle, while_alive
from ..worker.process import WorkerProcess
from .scene_selection import SceneSelection


class SarInspector(QObject):
    """Puts the worker's answer into the selection. ``started`` is emitted when it is asked."""

    started = pyqtSignal()

    def __init__(
        self, worker: WorkerProcess, selection: SceneSelection, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._selection = selection
        self._handle: Optional[JobHandle] = None
        self._unavailable = ""
        worker.unavailable.connect(self._on_unavailable)

    @property
    def is_needed(self) -> bool:
        """Whether there is no answer yet and no inspection is running."""
        return self._handle is None and self._selection.inspection is None

    def forget(self) -> None:
        """Ignore the answer of a running inspection: the layers have changed."""
        self._handle = None

    def inspect(self) -> None:
        """Inspect the SAR layers that are chosen now."""
        try:
            scene = self._selection.sar_scene()
        except InputError as error:
            self._selection.set_inspection(None, error_text(error))
            return
        handle = self._worker.submit(InspectJob(scene))
        self._handle = handle
        handle.finished.connect(
            while_alive(self._selection, lambda result: self._on_finished(handle, result))
        )
        handle.failed.connect(
            while_alive(self._selection, lambda error: self._on_failed(handle, error))
        )
        self.started.emit()

    def _on_finished(self, handle: JobHandle, result: InspectResult) -> None:
        if handle is self._handle:
            self._handle = None
            self._selection.set_inspection(result)

    def _on_failed(self, handle: JobHandle, error: Error) -> None:
        if handle is self._handle:
            self._handle = None
            elsewhere = error.kind == "cancelled" or error.message == self._unavailable
            self._selection.set_inspection(None, "" if elsewhere else error.message)

    def _on_unavailable(self, sentence: str) -> None:
        self._unavailable = sentence  # the page shows it
