"""Commands as text for the shell of a system: sh, or Windows' Command Prompt."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence

_PLAIN = re.compile(r"[\w./\\:=+,-]+", re.ASCII)


def command_text(words: Sequence[str], *, windows: bool = sys.platform == "win32") -> str:
    """One command, with quotes where words need them."""
    return " ".join(map(_quoted_for_windows, words)) if windows else shlex.join(words)


def in_folder(folder: str, command: str, *, windows: bool = sys.platform == "win32") -> str:
    """A command that is run in a folder."""
    change = ["cd", "/d", folder] if windows else ["cd", folder]
    return f"{command_text(change, windows=windows)} && {command}"


def with_variable(
    name: str, value: str, command: str, *, windows: bool = sys.platform == "win32"
) -> str:
    """A command for which an environment variable is set."""
    return f"set {name}={value}&& {command}" if windows else f"{name}={value} {command}"


def _quoted_for_windows(word: str) -> str:
    """As programs on Windows read it; backslashes count double before a quotation mark."""
    if _PLAIN.fullmatch(word):
        return word
    return '"' + re.sub(r'(\\*)("|$)', lambda m: m[1] * 2 + ('\\"' if m[2] else ""), word) + '"'
