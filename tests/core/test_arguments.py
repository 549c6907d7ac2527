"""The help of the command line, and its progress where no bar can be drawn."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from core.arguments import make_parser
from core.command_line import ProgressLines
from core.hatch.events import Progress

SWITCHES = (argparse._StoreTrueAction, argparse._StoreFalseAction, argparse._HelpAction)


def options() -> Iterator[tuple[str, argparse.ArgumentParser, argparse.Action]]:
    parser = make_parser("cmhcl")
    (commands,) = parser._subparsers._group_actions  # type: ignore[union-attr]
    for name, command in commands.choices.items():  # type: ignore[union-attr]
        for action in command._actions:
            yield f"{name} {'/'.join(action.option_strings) or action.dest}", command, action


@pytest.mark.parametrize(
    ("name", "command", "action"), [pytest.param(*option, id=option[0]) for option in options()]
)
def test_every_option_has_text_and_tells_its_default(name, command, action):
    assert action.help
    if action.required or not action.option_strings or isinstance(action, SWITCHES):
        return
    text = command._get_formatter()._get_help_string(action)
    assert "default: " in text or "required" in text, name


def test_progress_is_printed_as_lines_at_intervals(capsys):
    lines = ProgressLines(every_s=0)
    lines.show(Progress(1, 4, "Extracting"))
    lines.show(Progress(0, 0, "Reading"))
    assert capsys.readouterr().err == "Extracting 25%\nReading\n"
    seldom = ProgressLines(every_s=3600)
    seldom.show(Progress(1, 4, "Extracting"))
    assert capsys.readouterr().err == ""
