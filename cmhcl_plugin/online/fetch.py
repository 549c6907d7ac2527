"""Fetches the picture that a job needs, after the user was asked."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.hatch.errors import InputError
from ..core_translations import error_text
from ..layers.scene_selection import SCOPE
from ..numbers import fill_in
from ..widgets.plain_text import literal
from .grid import PictureGrid
from .pictures import MissingPictureError, Picture, Pictures
from .rendering import Rendering
from .source import described

KEY = "/online/accepted"  # of the project's entry with the ids of layers that may be fetched

translate = QCoreApplication.translate


class PictureFetch(QObject):
    """Fetches one picture at a time and adds it to ``pictures``.

    ``progressed`` carries Progress events. At the end comes one of ``finished`` and ``failed``
    with a sentence for the user; neither after ``cancel``. The fetch fails if another project is
    opened, or another optical layer is chosen meanwhile.
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

    @property
    def is_running(self) -> bool:
        """Whether a picture is being fetched."""
        return self._rendering is not None

    def attempt(self, action: Callable[[], None]) -> bool:
        """Do an action; if it lacks a picture, fetch that first, instead of one under way.

        False if the user does not allow that. Raises what the action raises now; what it raises
        after the fetch makes that fail.
        """
        try:
            action()
        except MissingPictureError as missing:
            return self._start(missing, action)
        return True

    def _start(self, missing: MissingPictureError, action: Callable[[], None]) -> bool:
        layer, grid = missing.layer, missing.grid
        if not self._may_fetch(layer, grid):
            return False
        self.cancel()
        picture = self._pictures.new(layer, grid)
        rendering = Rendering(layer, grid, picture.path, self)
        self._rendering = rendering
        QgsProject.instance().cleared.connect(self._on_cleared)
        rendering.progressed.connect(self.progressed)
        rendering.finished.connect(lambda: self._on_drawn(picture, action))
        rendering.failed.connect(self._on_failed)
        rendering.start()
        return True

    def cancel(self) -> None:
        """Stop; nothing is left of the picture."""
        if self._rendering:
            self._rendering.cancel()
        self._end()

    def _may_fetch(self, layer: QgsRasterLayer, grid: PictureGrid) -> bool:
        """Ask the user, once for each layer and project; a refusal is not remembered."""
        project = QgsProject.instance()
        accepted, _ = project.readListEntry(SCOPE, KEY)
        if layer.id() in accepted:
            return True
        text = translate(
            "Online",
            "Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?\n\n"
            "Check the provider’s terms first: many forbid fetching large areas, or deriving maps "
            "from their pictures. You are asked once for this layer.",
        )
        answer = QMessageBox.question(
            self._window,
            translate("Online", "Fetch the online layer?"),
            literal(fill_in(text, described(layer), grid.width, grid.height, grid.megabytes)),
        )
        if answer != QMessageBox.StandardButton.Yes:
            return False
        project.writeEntry(SCOPE, KEY, [*accepted, layer.id()])
        return True

    def _on_drawn(self, picture: Picture, action: Callable[[], None]) -> None:
        self._end()
        try:
            self._pictures.add(picture)
            if not self._pictures.is_of_choice(picture):
                text = self.tr("Another optical layer was chosen meanwhile; start again.")
                raise InputError(text)
            self.attempt(action)
        except (InputError, OSError) as error:
            self.failed.emit(error_text(error))
            return
        if not self.is_running:  # the choice may need another picture by now
            self.finished.emit()

    def _on_cleared(self) -> None:
        self.cancel()
        self.failed.emit(self.tr("The picture was not fetched: another project was opened."))

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        rendering, self._rendering = self._rendering, None
        if rendering:
            QgsProject.instance().cleared.disconnect(self._on_cleared)
            rendering.deleteLater()
