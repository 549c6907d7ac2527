"""A field that reads decimal numbers with a point or a comma, whatever QGIS's language writes."""

from __future__ import annotations

import re

from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QDoubleSpinBox

NUMBER = re.compile(r"(\s*[-+]?)(?P<whole>\d*)(?P<mark>[.,])(?P<digits>\d*)(\s*)")
THOUSAND = 1000


class DecimalBox(QDoubleSpinBox):
    """A field for a decimal number."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """The state of a text while it is typed."""
        states = QValidator.State
        state = super().validate(local_text(self, text), at)[0]
        if state == states.Invalid and self.maximum() >= THOUSAND:
            # It may become one with a separator of thousands.
            grouped = super().validate(text, at)[0]
            state = states.Invalid if grouped == states.Invalid else states.Intermediate
        return state, text, at

    def fixup(self, text: str) -> str:
        """The text without the digits that the field does not show."""
        text = local_text(self, text)
        number = NUMBER.fullmatch(text.removesuffix(self.suffix()))
        if number is None or number["mark"] != self.locale().decimalPoint():
            return super().fixup(text)
        end = number.start("digits") + self.decimals()
        return text[:end] if self.decimals() else text[: number.start("mark")]

    def valueFromText(self, text: str) -> float:  # noqa: N802
        return super().valueFromText(local_text(self, text))


def local_text(box: QDoubleSpinBox, text: str) -> str:
    """The text of a number with the decimal mark of QGIS's language, any other text as it is.

    A mark that separates thousands in the language does so before three digits, after one to three
    digits that do not begin with 0, in a field for numbers from 1000 on.
    """
    number = NUMBER.fullmatch(text.removesuffix(box.suffix()))
    if number is None:
        return text
    whole, mark, digits = number["whole"], number["mark"], number["digits"]
    groups = len(digits) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if groups and mark == box.locale().groupSeparator() and box.maximum() >= THOUSAND:
        return text
    at = number.start("mark")
    return text[:at] + box.locale().decimalPoint() + text[at + 1 :]
