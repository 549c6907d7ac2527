"""How the plugin writes its texts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

STRAIGHT = re.compile(r"[A-Za-z]'[a-z]|[a-z]' ")  # as in QGIS's, pages' ends
CODE = re.compile(r"[<>(]")  # HTML, code and patterns, in which it is no apostrophe


def texts(path: Path) -> Iterator[str]:
    """The strings of a module, except docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    expressions = {id(x.value) for x in ast.walk(tree) if isinstance(x, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in expressions:
            yield node.value


def test_apostrophes_in_words_are_typographic(plugin_folder: Path) -> None:
    modules = (plugin_folder / "cmhcl_plugin").rglob("*.py")
    found = [text for path in modules for text in texts(path)]
    assert any("QGIS’s" in text for text in found)
    assert [x for x in found if STRAIGHT.search(x) and not CODE.search(x)] == []
