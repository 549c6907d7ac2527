"""Questions to the user."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from .plain_text import literal

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
YES_OR_NO = YES | NO


def may_be_lost(parent: QWidget, title: str, text: str) -> bool:
    """Ask before something is lost permanently; the default button keeps it."""
    answer = QMessageBox.question(parent, literal(title), literal(text), YES_OR_NO, NO)
    return bool(answer == YES)
