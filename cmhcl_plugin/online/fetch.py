"""Fetches the picture that a job needs, after the user was asked."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from .consent import may_fetch
from .pictures import MissingPictureError, Picture, Pictures
from .rendering import Rendering


class PictureFetch(QObject):
    """One picture at a time, added to ``pictures``.

    ``progressed`` carries Progress events. At the end comes one of ``finished`` and ``failed``
    with a sentence for the user; neither after ``cancel``. Opening another project ends it.
    """

    progressed = pyqtSignal(object)
    finished = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self, pictures: Pictures, window: QWidget, parent: Optional[QObject] = None
    ) -> None:
        """``window`` is where the user is asked."""
        super().__init__(parent)
        self._pictures = pictures
        self._window = window
        self._rendering: Optional[Rendering] = None
        QgsProject.instance().cleared.connect(self._on_cleared)

    @property
    def is_running(self) -> bool:
        """Whether a picture is being fetched."""
        return self._rendering is not None

    def start(self, missing: MissingPictureError) -> bool:
        """Fetch a picture, instead of one under way. False if the user does not allow it.

        Raises InputError if its file cannot be written.
        """
        layer = self._pictures.layer
        if layer is None or not may_fetch(layer, missing.grid, self._window):
            return False
        self.cancel()
        picture = self._pictures.new(layer, missing.grid)
        rendering = Rendering(layer, picture.grid, picture.path, self)
        self._rendering = rendering
        rendering.progressed.connect(self.progressed)
        rendering.finished.connect(lambda: self._on_finished(picture))
        rendering.failed.connect(self._on_failed)
        rendering.start()
        return True

    def cancel(self) -> None:
        """Stop; nothing is left of the picture."""
        rendering, self._rendering = self._rendering, None
        if rendering:
            rendering.cancel()
            rendering.deleteLater()

    def _on_finished(self, picture: Picture) -> None:
        self._end()
        self._pictures.add(picture)
        self.finished.emit()

    def _on_cleared(self) -> None:
        if self.is_running:
            self.cancel()
            self.failed.emit(self.tr("The picture was not fetched: another project was opened."))

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        rendering, self._rendering = self._rendering, None
        if rendering:
            rendering.deleteLater()
