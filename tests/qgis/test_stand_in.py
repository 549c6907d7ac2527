"""The stand-in for QGIS of tests/qt6 has no class, method or signal that QGIS does not have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import qgis.core
import qgis.gui
from conftest import REPOSITORY

STAND_IN = REPOSITORY / "tests" / "qt6" / "stand_in" / "qgis"
OF_TESTS = {"profile", "processing", "tasks", "texts"}  # what the tests set and look at


def members(node: ast.ClassDef) -> Iterator[str]:
    """Public methods and signals."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef):
            names = [part.name]
        elif isinstance(part, ast.Assign):
            names = [target.id for target in part.targets if isinstance(target, ast.Name)]
        else:
            continue
        yield from (name for name in names if not name.startswith("_") and name not in OF_TESTS)


def unknown(source: str) -> list[str]:
    """Classes of QGIS, and their members, that this QGIS does not have."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or not node.name.startswith(("Qgs", "Qgis")):
            continue
        real: Any = getattr(qgis.core, node.name, getattr(qgis.gui, node.name, None))
        if real is None:
            found.append(node.name)
        else:
            names = members(node)
            found += [f"{node.name}.{name}" for name in names if not hasattr(real, name)]
    return found


def test_what_stands_in_for_qgis_is_in_qgis() -> None:
    sources = [path.read_text(encoding="utf-8") for path in STAND_IN.glob("*.py")]
    assert [name for source in sources for name in unknown(source)] == []
    assert sum(source.count("class Qgs") for source in sources) > 30


def test_what_qgis_lacks_is_found() -> None:
    source = "class QgsNowhere: pass\nclass QgsMapTool:\n    gone = 1\n    def canvas(self): pass"
    assert unknown(source) == ["QgsNowhere", "QgsMapTool.gone"]
