"""Names that QGIS and the worker share."""

from __future__ import annotations

import pytest

from core.hatch.names import unused_name


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
