"""Notices that another project was opened while a job was running."""

from __future__ import annotations

from qgis.core import QgsProject


class ProjectWatch:
    """``is_same``: whether the project is still that of the latest ``start``."""

    def __init__(self) -> None:
        self.is_same = True
        self._is_connected = True
        QgsProject.instance().cleared.connect(self._on_cleared)

    def start(self) -> None:
        """A job begins, in the present project."""
        self.is_same = True

    def unload(self) -> None:
        """Stop following the project."""
        if self._is_connected:
            QgsProject.instance().cleared.disconnect(self._on_cleared)
            self._is_connected = False

    def _on_cleared(self) -> None:
        self.is_same = False
