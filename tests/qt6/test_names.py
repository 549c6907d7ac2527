"""Every name and enum of Qt that the plugin's source uses is there in PyQt6."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import REPOSITORY

PLUGIN = REPOSITORY / "cmhcl_plugin"
QT = "qgis.PyQt"


def imported(tree: ast.AST) -> dict[str, Any]:
    """What is imported from qgis.PyQt, by the name that the source gives it. Raises ImportError."""
    names: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(QT):
            module = importlib.import_module(str(node.module))
            for alias in node.names:
                if not hasattr(module, alias.name):
                    importlib.import_module(f"{node.module}.{alias.name}")
                names[alias.asname or alias.name] = getattr(module, alias.name)
    return names


def chains(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Dotted names with their lines, the longest ones only: ``a.b.c``, not ``a.b`` in it."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            parts, value = [node.attr], node.value
            while isinstance(value, ast.Attribute):
                parts, value = [value.attr, *parts], value.value
            if isinstance(value, ast.Name):
                yield node.lineno, [value.id, *parts]


def checked(source: str, names: dict[str, Any]) -> tuple[int, list[str]]:
    """How many dotted names begin with one of Qt, and those that PyQt6 does not have."""
    count, missing = 0, []
    for line, (first, *rest) in chains(ast.parse(source)):
        if first not in names:
            continue
        count += 1
        value = names[first]
        for part in rest:
            if not isinstance(value, (type, ModuleType)):
                break  # an object: its attributes are seen when the code runs
            if not hasattr(value, part):
                missing.append(f"{line}: {'.'.join([first, *rest])}")
                break
            value = getattr(value, part)
    return count, missing


def test_every_name_in_the_plugin() -> None:
    total, missing = 0, []
    for path in sorted(PLUGIN.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        count, faults = checked(source, imported(ast.parse(source)))
        total += count
        missing += [f"{path}:{fault}" for fault in faults]
    assert missing == []
    assert total > 200


def classes() -> Iterator[tuple[Path, ast.ClassDef, type]]:
    """Every class of the plugin, as source and as object."""
    for path in sorted(PLUGIN.rglob("*.py")):
        dotted = ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        module = importlib.import_module(f"cmhcl_footprints.{dotted.removesuffix('.__init__')}")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield path, node, getattr(module, node.name)


def test_every_enum_that_a_class_takes_from_itself() -> None:
    """As in ``self.SizeAdjustPolicy.AdjustToContents``, in a class made from a combo box."""
    missing = [
        f"{path}:{line}: {'.'.join(parts)}"
        for path, node, found in classes()
        for line, parts in chains(node)
        if parts[0] == "self" and parts[1][0].isupper()
        if checked(".".join(["found", *parts[1:]]), {"found": found})[1]
    ]
    assert missing == []


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.PyQt.QtCore import Qt; Qt.AlignLeft",
        "from qgis.PyQt.QtCore import Qt; Qt.Nowhere.AlignLeft",
        "from qgis.PyQt.QtWidgets import QMessageBox as Box; Box.Yes",
        "from qgis.PyQt import QtWidgets; QtWidgets.QDesktopWidget",
    ],
)
def test_a_name_that_qt_6_lacks_is_seen(line: str) -> None:
    count, missing = checked(line, imported(ast.parse(line)))
    assert count == len(missing) == 1


def test_an_import_that_qt_6_lacks_is_seen() -> None:
    with pytest.raises(ImportError):
        imported(ast.parse("from qgis.PyQt.QtCore import QRegExp"))
