"""What a widget looks like, as a picture."""

from __future__ import annotations

from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication, QWidget


def grab(widget: QWidget) -> QImage:
    """The widget as it is drawn now."""
    QApplication.processEvents()
    return widget.grab().toImage()


def is_drawn(picture: QImage) -> bool:
    """Whether there is more than one colour in a picture."""
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    return len({picture.pixel(x, y) for x in across for y in down}) > 1
