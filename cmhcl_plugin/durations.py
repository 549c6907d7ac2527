"""Durations in words."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from ..core.hatch.events import Progress

translate = QCoreApplication.translate


def duration_text(seconds: float) -> str:
    """A duration in words, to the minute."""
    if seconds < 60:
        return translate("Durations", "less than a minute")
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Durations", "about {} min").format(minutes)
    return translate("Durations", "about {} h {} min").format(*divmod(minutes, 60))


def remaining_text(seconds: Optional[float]) -> str:
    """The remaining time in words, empty if unknown."""
    return (
        "" if seconds is None else translate("Durations", "{} left").format(duration_text(seconds))
    )


def progress_text(event: Progress) -> str:
    """What a job is doing, and the time left if it is known."""
    return " · ".join(part for part in (event.message, remaining_text(event.eta_s)) if part)
