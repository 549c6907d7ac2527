"""A combo box that may be narrower than its longest item."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox, QWidget

LEAST_LETTERS = 8


class NarrowCombo(QComboBox):
    """Its current text is elided where there is no room; the list shows all of each item."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LEAST_LETTERS)
