"""Numbers in texts, as QGIS's language writes them."""

from __future__ import annotations

from string import Formatter
from typing import Any

from qgis.PyQt.QtCore import QLocale

SPACED = (QLocale.Language.German, QLocale.Language.French, QLocale.Language.Spanish)
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"  # before the % of these languages


def percent_sign() -> str:
    """The sign after a number in per cent, with a space before it where QGIS's language has one."""
    return f"{NO_BREAK_SPACE}%" if QLocale().language() in SPACED else "%"


def fill_in(text: str, *values: Any, **named: Any) -> str:
    """As ``text.format``, but with the decimal point and the separator of QGIS's language.

    Raises KeyError, IndexError or ValueError if the braces of the text do not fit the values.
    """
    return _LocalFormatter().vformat(text, values, named)


class _LocalFormatter(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(format(value, format_spec))
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return text
        locale = QLocale()
        marks = {",": locale.groupSeparator(), ".": locale.decimalPoint(), "%": percent_sign()}
        return "".join(marks.get(character, character) for character in text)
