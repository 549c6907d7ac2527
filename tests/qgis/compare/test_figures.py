"""The figures of a comparison as text."""

from __future__ import annotations

from dataclasses import fields

import pytest


@pytest.mark.usefixtures("plugin_folder")
@pytest.mark.parametrize(
    ("offset_m", "said"),
    [((0.04, -0.04), "+0.0 m east, +0.0 m north"), ((-0.06, 1.0), "-0.1 m east, +1.0 m north")],
)
def test_offset_is_never_minus_zero(offset_m: tuple[float, float], said: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.compare.figures import figures_text
    from cmhcl_footprints.core.hatch.results import CompareResult

    values = dict.fromkeys([field.name for field in fields(CompareResult)], 1)
    result = CompareResult(**{**values, "offset_m": offset_m})
    assert figures_text(result).endswith(said)
