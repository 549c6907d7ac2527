"""What failed while an online layer was drawn: QGIS leaves such tiles out without a word."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapRendererJob,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .source import host_of

TAGS = ("WMS", "WCS")  # of QGIS's log


class Failures(QObject):
    """Follows the requests to the host of a layer until ``stop``.

    The texts of QGIS contain whole addresses, with keys, so they are not passed on.
    """

    def __init__(self, layer: QgsRasterLayer, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._host = host_of(layer)
        self._first = ""
        self._finished = QgsNetworkAccessManager.instance().finished[QgsNetworkReplyContent]
        self._logged = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
        self._finished.connect(self._on_finished)
        self._logged.connect(self._on_logged)
        self._follows = True

    def stop(self) -> None:
        """Follow no longer."""
        if self._follows:
            self._follows = False
            self._finished.disconnect(self._on_finished)
            self._logged.disconnect(self._on_logged)

    def clear(self) -> None:
        """Forget what has failed so far."""
        self._first = ""

    def first(self, job: QgsMapRendererJob) -> str:
        """Why the first request failed since ``clear``, in a few words; empty: none failed."""
        return self._first or (self.tr("the server reports an error") if job.errors() else "")

    def _on_finished(self, reply: QgsNetworkReplyContent) -> None:
        error = reply.error()
        fine = (
            QNetworkReply.NetworkError.NoError,
            QNetworkReply.NetworkError.OperationCanceledError,
        )
        if error in fine or not reply.request().url().host().endswith(self._host):
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        self._first = self._first or (f"HTTP {status}" if status else self.tr("no connection"))

    def _on_logged(self, message: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag in TAGS and level == Qgis.MessageLevel.Warning and self._host in message:
            self._first = self._first or self.tr("the server sent no picture")
