"""The report of a self-test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON


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


def test_test_that_cannot_be_made_says_why(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import selftest

    def find_driver() -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(selftest, "find_driver", find_driver)
    test = selftest.SelfTest(CORE_PYTHON)
    with qtbot.waitSignal(test.finished, timeout=25_000) as signal:
        test.start()
    (report,) = signal.args
    assert "Too many open files" in report.summary() and not report.facts
