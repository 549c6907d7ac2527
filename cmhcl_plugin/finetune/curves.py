"""Curves and pictures of a training, drawn as large as there is room for."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QByteArray, QLocale, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ...core.hatch.curves import CurveLabels, curves_svg, is_stacked

ROW_HEIGHT = 140  # least, of a row of plots


class Curves(QLabel):
    """The history of a training as curves; a label because themes give labels a readable colour."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[Mapping[str, float]] = []
        self._words = CurveLabels(
            loss=self.tr("Loss"),
            total=self.tr("total"),
            seg=self.tr("segmentation"),
            msa=self.tr("features"),
            mfa=self.tr("predictions"),
            iou=self.tr("Validation IoU"),
            sar=self.tr("SAR alone"),
            optical=self.tr("with optical"),
            step=self.tr("step"),
            step_of=self.tr("step {:.0f} of {:.0f}"),
            best=self.tr("best"),
            no_steps=self.tr("No steps yet"),
            no_validation=self.tr("No validation yet"),
            decimal_point=QLocale().decimalPoint(),
        )
        self.setMinimumSize(280, ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            self.tr(
                "Parts of the loss: segmentation, alignment of features (MSAL in the paper) and "
                "alignment of predictions (MFAL)"
            )
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(400, 200)

    def clear(self) -> None:
        """Start with an empty history."""
        self.history = []
        self.update()

    def add(self, values: Mapping[str, float]) -> None:
        """Add an entry; later ones are dropped, from before the training was resumed."""
        self.history = [past for past in self.history if past["step"] < values["step"]]
        self.history.append(values)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.setMinimumHeight(2 * ROW_HEIGHT if is_stacked(self.width()) else ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        size = self.width(), self.height()
        svg = curves_svg(self.history, *size, ink=ink, words=self._words)
        painter = QPainter(self)
        QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(painter, QRectF(self.rect()))
        painter.end()


class Picture(QWidget):
    """An image, scaled with square and sharp pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumSize(80, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show this image instead of the one before."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()  # more only where it needs no scrolling

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        smaller = size.width() * self.devicePixelRatioF() < self._image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smaller)
        # Aligned to the bottom, next to its caption.
        left, top = (self.width() - size.width()) / 2, self.height() - size.height()
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()
