"""Failed requests while an online layer is drawn; QGIS silently leaves such tiles out."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapRendererJob,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

TAGS = ("WMS", "WCS")  # of QGIS's log
FINE = (QNetworkReply.NetworkError.NoError, QNetworkReply.NetworkError.OperationCanceledError)


class Failures(QObject):
    """Follows QGIS's requests until ``stop``.

    All requests count, as tiles may come from other hosts than the one in the layer's address.
    QGIS's messages contain whole URLs with keys, so they are not passed on.
    """

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._first = ""
        self._finished = QgsNetworkAccessManager.instance().finished[QgsNetworkReplyContent]
        self._logged = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
        self._finished.connect(self._on_finished)
        self._logged.connect(self._on_logged)
        self._follows = True

    def stop(self) -> None:
        """Stop following."""
        if self._follows:
            self._follows = False
            self._finished.disconnect(self._on_finished)
            self._logged.disconnect(self._on_logged)

    def clear(self) -> None:
        """Forget what has failed so far."""
        self._first = ""

    def first(self, job: QgsMapRendererJob) -> str:
        """Why the first request since ``clear`` failed, in a few words; "" if none failed."""
        return self._first or (self.tr("the server reports an error") if job.errors() else "")

    def _on_finished(self, reply: QgsNetworkReplyContent) -> None:
        if reply.error() not in FINE:
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
            self._first = self._first or (f"HTTP {status}" if status else self.tr("no connection"))

    def _on_logged(self, _message: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag in TAGS and level == Qgis.MessageLevel.Warning:
            self._first = self._first or self.tr("the server sent no picture")
