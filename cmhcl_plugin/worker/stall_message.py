"""The message about a worker that does not answer."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication

from ..widgets.message_area import MessageArea
from ..widgets.message_bar import bar_item
from .process import WorkerProcess


def show_stall(
    worker: WorkerProcess, sentence: str, bar: QgsMessageBar, area: Optional[MessageArea] = None
) -> None:
    """Show the sentence of ``WorkerProcess.stalled`` with a button that ends the worker.

    It is shown in ``area``, or in the message bar without one, until the worker answers or ends.
    """
    text = QCoreApplication.translate("Stall", "End the worker")

    def end() -> None:
        worker.abort()
        if area:
            area.clear()

    if area:
        area.show_message(sentence, Qgis.MessageLevel.Warning, [(text, end)])
        worker.recovered.connect(lambda: area.withdraw(sentence))
    else:
        item = bar_item(bar, sentence, [(text, end)])
        bar.pushWidget(item, Qgis.MessageLevel.Warning)
        worker.recovered.connect(item.dismiss)
