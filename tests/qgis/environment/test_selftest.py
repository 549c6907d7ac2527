"""The report of a self-test."""

from __future__ import annotations

import json
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


def test_reason_of_the_core_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin import core_translations
    from cmhcl_footprints.cmhcl_plugin.environment.selftest import Report, read_facts
    from cmhcl_footprints.core.hatch.messages import Message, templates_of

    class Translator:
        @staticmethod
        def translate(_context: str, text: str) -> str:
            return {"{gpu} found": "{gpu} gefunden"}.get(text, text)

    facts = {"engine": "E on cuda", "reason": Message("{gpu} found", gpu="H100"), "tile_s": 0.1}
    line = json.dumps({**facts, "templates": templates_of(facts)})
    found = read_facts(f"a warning\n{line}\n")
    assert found == facts
    monkeypatch.setattr(core_translations, "QCoreApplication", Translator)
    assert "(H100 gefunden)" in Report(Path("python"), driver=580, facts=found).summary()


@pytest.mark.parametrize("output", ["", "no JSON", "[1]", '{"templates": {"a": 1}}'])
def test_other_output_has_no_facts(output: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.selftest import read_facts

    assert read_facts(output) == {}
