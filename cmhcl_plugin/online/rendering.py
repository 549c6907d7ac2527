"""Draws an online layer into a file, block by block, while QGIS stays usable."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Any, Optional

from qgis.core import (
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QObject, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

from ...core.hatch.errors import InputError
from ...core.hatch.events import Progress
from ..core_translations import error_text
from .failures import Failures
from .grid import PictureGrid
from .picture_file import PictureFile
from .source import described

BLOCK_PX = 1024
DPI = 96  # at which map servers draw a pixel as one
RETRY_MS = (500, 2000)  # before a block is fetched again

_ending: set[QgsMapRendererParallelJob] = set()  # cancelled jobs, kept until their threads end


class Rendering(QObject):
    """One picture, from ``start`` to one of ``finished`` and ``failed``, none within ``start``.

    ``progressed`` carries a Progress, ``failed`` the sentence that says what is wrong. After
    ``cancel`` and after a failure the file does not exist, and no signal follows.
    """

    progressed = pyqtSignal(object)
    finished = pyqtSignal()
    failed = pyqtSignal(str)

    def __init__(
        self, layer: QgsRasterLayer, grid: PictureGrid, path: Path, parent: Optional[QObject] = None
    ) -> None:
        """``path`` is the GeoTIFF to write. Raises InputError if it cannot be written."""
        super().__init__(parent)
        self._name = described(layer)
        self._grid = grid
        self._layer = _as_drawn(layer)
        self._file = PictureFile(path, grid)
        self._failures = Failures(self)
        self._blocks = _blocks(grid)
        self._at = 0  # block
        self._retries = list(RETRY_MS)
        self._has_content = False
        self._job: Any = None  # the block that is being drawn
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._draw)

    def start(self) -> None:
        """Begin with the first block."""
        self._started = monotonic()
        self._again.start(0)

    def cancel(self) -> None:
        """Stop, and delete the file."""
        self._again.stop()
        self._failures.stop()
        job, self._job = self._job, None
        if job:
            _ending.add(job)
            job.cancelWithoutBlocking()
        self._file.discard()

    # One block after the other

    def _draw(self) -> None:
        self._report()
        left, top, width, height = self._blocks[self._at]
        settings = QgsMapSettings()
        settings.setDestinationCrs(self._grid.crs)
        settings.setTransformContext(QgsProject.instance().transformContext())
        settings.setExtent(_part(self._grid, left, top, width, height))
        settings.setOutputSize(QSize(width, height))
        settings.setOutputDpi(DPI)
        settings.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
        settings.setLayers([self._layer])
        self._failures.clear()
        job = QgsMapRendererParallelJob(settings)
        self._job = job
        job.finished.connect(lambda: self._on_drawn(job))
        job.start()

    def _on_drawn(self, job: QgsMapRendererParallelJob) -> None:
        job.deleteLater()  # neither now, within its signal, nor by Python in another thread
        _ending.discard(job)
        if job is not self._job:  # it was cancelled
            return
        self._job = None
        picture = job.renderedImage()
        alphas = set(_alphas(picture))
        problem = self._failures.first(job)
        if 0 in alphas and problem:
            if self._retries:
                self._again.start(self._retries.pop(0))
            else:
                self._fail(self._not_fetched(problem))
            return
        self._has_content = self._has_content or alphas != {0}
        left, top, _, _ = self._blocks[self._at]
        try:
            self._file.write(picture, left, top)
        except InputError as error:
            self._fail(error_text(error))
            return
        self._at += 1
        self._retries = list(RETRY_MS)
        if self._at < len(self._blocks):
            self._draw()
        else:
            self._finish()

    def _finish(self) -> None:
        if not self._has_content:
            text = self.tr(
                "The online layer “{}” shows nothing at this place; choose another optical layer, "
                "or none."
            )
            self._fail(text.format(self._name))
            return
        self._failures.stop()
        self._file.close()
        self._report()
        self.finished.emit()

    def _not_fetched(self, problem: str) -> str:
        text = self.tr(
            "The online layer “{}” cannot be fetched ({}); check the network and the layer, or "
            "choose another optical layer."
        )
        return text.format(self._name, problem)

    def _fail(self, sentence: str) -> None:
        self._failures.stop()
        self._file.discard()
        self.failed.emit(sentence)

    def _report(self) -> None:
        done, total = self._at, len(self._blocks)
        left_s = (monotonic() - self._started) / done * (total - done) if done else None
        text = self.tr("Fetching the picture of “{}”").format(self._name)
        self.progressed.emit(Progress(done, total, text, left_s))


def _as_drawn(layer: QgsRasterLayer) -> QgsRasterLayer:
    """A copy of a layer that is opaque and drawn at every scale."""
    copy = layer.clone()
    copy.setOpacity(1.0)
    copy.setScaleBasedVisibility(False)
    return copy


def _blocks(grid: PictureGrid) -> list[tuple[int, int, int, int]]:
    """First column, first row, width and height of each block."""
    return [
        (left, top, min(BLOCK_PX, grid.width - left), min(BLOCK_PX, grid.height - top))
        for top in range(0, grid.height, BLOCK_PX)
        for left in range(0, grid.width, BLOCK_PX)
    ]


def _part(grid: PictureGrid, left: int, top: int, width: int, height: int) -> QgsRectangle:
    """The extent of a block."""
    across = grid.extent.width() / grid.width
    down = grid.extent.height() / grid.height
    x, y = grid.extent.xMinimum() + left * across, grid.extent.yMaximum() - top * down
    return QgsRectangle(x, y - height * down, x + width * across, y)


def _alphas(picture: QImage) -> Any:
    """The alpha values of a picture, as bytes."""
    alpha = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    return alpha.constBits().asstring(alpha.sizeInBytes())[3::4]
