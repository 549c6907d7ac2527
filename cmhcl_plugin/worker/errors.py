"""Errors of jobs that the worker itself does not report."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.events import Error

translate = QCoreApplication.translate


def cancelled() -> Error:
    """The job was cancelled before the worker could say so."""
    return Error("cancelled", translate("WorkerProcess", "Cancelled."))


def unreadable() -> Error:
    """The job has ended, but its last event was lost."""
    text = translate("WorkerProcess", "The worker’s answer cannot be read; see the log.")
    return Error("internal", text)
