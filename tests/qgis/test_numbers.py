"""Numbers in texts, as the locale writes them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QLocale


@pytest.fixture(autouse=True)
def own_locale() -> Iterator[None]:
    """Set the locale back afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_US", "0.30 of 12,345 (2.5 s)"),
        ("de_DE", "0,30 of 12.345 (2,5 s)"),
        ("fr_CH", "0,30 of 12\N{NARROW NO-BREAK SPACE}345 (2,5 s)"),
        ("C", "0.30 of 12,345 (2.5 s)"),
    ],
)
def test_decimal_point_and_separator_of_the_locale(locale: str, said: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.numbers import fill_in

    QLocale.setDefault(QLocale(locale))
    assert fill_in("{:.2f} of {count:,} ({seconds} s)", 0.3, count=12345, seconds=2.5) == said


def test_only_numbers_are_changed() -> None:
    from cmhcl_footprints.cmhcl_plugin.numbers import fill_in

    QLocale.setDefault(QLocale("de_DE"))
    assert fill_in("{} {}: {:,}. {{a}}", "a.tif, b.tif", True, 7) == "a.tif, b.tif True: 7. {a}"
    assert fill_in("{:.0%} {:+.1f}", 0.256, 1) == "26\N{NO-BREAK SPACE}% +1,0"


def test_space_before_per_cent_where_the_language_has_one() -> None:
    from cmhcl_footprints.cmhcl_plugin.numbers import fill_in

    said = []
    for locale in ("en_US", "pt_BR", "fr_FR", "es_ES"):
        QLocale.setDefault(QLocale(locale))
        said.append(fill_in("{:.0%}", 1))
    assert said == ["100%", "100%", "100\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"]


@pytest.mark.parametrize("text", ["{a} {b}", "{} {}", "{a:%Q}", "{"])
def test_braces_that_do_not_fit_are_an_error(text: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.numbers import fill_in

    with pytest.raises((KeyError, IndexError, ValueError)):
        fill_in(text, a=1)
