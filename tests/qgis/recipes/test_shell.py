"""Quotes of commands, for sh and for Windows."""

from __future__ import annotations

import subprocess
import sys

import pytest

WORDS = [
    *("plain", "with blank", "it's", 'GEOGCRS["WGS 84"]', "a&b", "$HOME", "", "städte (1).tif"),
    *("C:\\my data\\", "C:\\plain\\a.tif", 'a\\"b', "*"),
]


def test_sh_gives_the_words_back() -> None:
    from cmhcl_footprints.cmhcl_plugin.recipes.shell import command_text, in_folder, with_variable

    show = "import os, sys; print([*sys.argv[1:], os.getcwd(), os.environ['A_B']])"
    command = command_text([sys.executable, "-c", show, *WORDS], windows=False)
    command = in_folder(
        "/usr/lib", with_variable("A_B", "1", command, windows=False), windows=False
    )
    run = subprocess.run(["sh", "-c", command], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == str([*WORDS, "/usr/lib", "1"])


@pytest.mark.parametrize("word", WORDS)
def test_windows_gives_the_words_back(word: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.recipes.shell import command_text

    assert split_as_windows_does(command_text(["a.exe", word], windows=True)) == ["a.exe", word]


def test_windows_changes_the_drive_too() -> None:
    from cmhcl_footprints.cmhcl_plugin.recipes.shell import in_folder, with_variable

    command = in_folder("D:\\my plugins", with_variable("A", "1", "x", windows=True), windows=True)
    assert command == 'cd /d "D:\\my plugins" && set A=1&& x'


def split_as_windows_does(command: str) -> list[str]:
    """The words of a command line, by the rules of Microsoft's C runtime."""
    words, word, quoted, started, slashes = [], "", False, False, 0
    for character in command + " ":
        if character == "\\":
            slashes += 1
            started = True
            continue
        if character == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            started, slashes = True, 0
            continue
        word, slashes = word + "\\" * slashes, 0
        if character == " " and not quoted:
            if started:
                words.append(word)
            word, started = "", False
        else:
            word, started = word + character, True
    return words
