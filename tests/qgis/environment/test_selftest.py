"""The report of a self-test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/anna/.local/env and /home/anna-maria", "~/.local/env and /home/anna-maria"),
        ("/data/anna/scene.tif by anna, not joanna", "/data/USER/scene.tif by USER, not joanna"),
    ],
)
def test_report_names_nobody(text: str, expected: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.selftest import anonymise

    assert anonymise(text, Path("/home/anna")) == expected
