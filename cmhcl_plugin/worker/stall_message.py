"""The message about a worker that does not answer."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

from ..widgets.plain_text import literal
from .process import WorkerProcess


def show_stall(worker: WorkerProcess, sentence: str, bar: QgsMessageBar) -> None:
    """Show the sentence of ``WorkerProcess.stalled`` with a button that ends the worker."""
    item = bar.createMessage("CMH-CL", literal(sentence))
    button = QPushButton(QCoreApplication.translate("Stall", "End the worker"))
    button.clicked.connect(worker.abort)
    button.clicked.connect(lambda: bar.popWidget(item))
    item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Warning)
