"""Names that QGIS and the worker share."""

from __future__ import annotations

import pytest

from core.hatch.names import decision_of, fields_named, unused_name


@pytest.mark.parametrize(
    ("name", "used", "expected"),
    [
        ("geom", [], "geom"),
        ("geom", ["fid"], "geom"),
        ("geom", ["GEOM"], "geom_2"),
        ("geom", ["GEOM", "geom_2"], "geom_3"),
        ("", [""], "_2"),
        ("straße", ["STRASSE"], "straße_2"),
    ],
)
def test_a_used_name_is_numbered(name: str, used: list[str], expected: str) -> None:
    assert unused_name(name, used) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["id", "review"], {"review": "review"}),
        (["id", "Review"], {"Review": "review"}),
        (["REVIEW", "review"], {"review": "review"}),
        (["REVIEW", "Review"], {"REVIEW": "review"}),
        (["reviewed"], {}),
    ],
)
def test_a_field_is_found_by_its_name_or_by_one_that_differs_in_case(
    names: list[str], expected: dict[str, str]
) -> None:
    assert fields_named(["review"], names) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("accepted", "accepted"),
        (" Accepted\t", "accepted"),
        ("MARKED", "marked"),
        ("yes", ""),
        (" ", ""),
        (None, ""),
        (1, ""),
    ],
)
def test_a_decision_may_have_capitals_and_spaces(value: object, expected: str) -> None:
    assert decision_of(value) == expected
