"""Who may import whom, and how long files and functions may be; see docs/development.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN, CORE = ROOT / "cmhcl_plugin", ROOT / "core"
HATCH = "core.hatch"
QT = {"qgis", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
# Data flows downwards: a module imports from lower layers, or from its own.
LAYERS = [
    {"core.hatch"},
    {"core.timing", "core.polygons", "core.matching", "core.freed_memory"},
    {"core.prefetch"},
    {"core.raster", "core.networks", "core.simulator", "core.metrics"},
    {"core.footprints", "core.models"},
    {"core.datasets"},
    {"core.inference", "core.report"},
    {"core.training"},
    {"core.tasks", "core.outputs"},
    {"core.runner", "core.selftest"},
    {"core.worker", "core.api"},
    {"core.command_line"},
    {"core.__main__", "core.launch"},
]
FREE = {"core"}  # its functions come from core.api.functions when they are first used
LONGEST_FILE, LONGEST_FUNCTION = 400, 60  # lines


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: str, module: str, is_package: bool) -> Iterator[str]:
    """Absolute names of everything that a module imports, also inside functions."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if is_module(inner) else base


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imports(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.py")):
        module, text = module_of(path), path.read_text(encoding="utf-8")
        for name in imports_of(text, module, path.name == "__init__.py"):
            yield module, name


def is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def layer_of(module: str) -> int | None:
    for number, layer in enumerate(LAYERS):
        if any(is_in(module, name) for name in layer):
            return number
    return None


def circle(graph: dict[str, set[str]]) -> list[str]:
    """The modules of a circle of imports, empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def too_long(path: Path) -> list[str]:
    """What of a file is longer than it may be."""
    text = path.read_text(encoding="utf-8")
    found = [f"{path}: {len(text.splitlines())} lines"] * (len(text.splitlines()) > LONGEST_FILE)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                found.append(f"{path}: {node.name} has {lines} lines")
    return found


def test_core_imports_no_qgis_and_no_qt():
    assert [(m, n) for m, n in imports(CORE) if n.split(".")[0] in QT] == []


def test_plugin_imports_only_qgis_the_standard_library_and_the_hatch():
    allowed = sys.stdlib_module_names | {"qgis", "cmhcl_plugin"}
    others = [
        (module, name)
        for module, name in imports(PLUGIN)
        if name.split(".")[0] not in allowed and not is_in(name, HATCH)
    ]
    assert others == []


def test_qt_comes_through_qgis():
    source = "\n".join(p.read_text(encoding="utf-8") for p in PLUGIN.rglob("*.py"))
    assert "PyQt5" not in source and "PyQt6" not in source


def test_hatch_imports_only_itself_and_the_standard_library():
    others = [
        (module, name)
        for module, name in imports(CORE / "hatch")
        if name.split(".")[0] not in sys.stdlib_module_names and not is_in(name, HATCH)
    ]
    assert others == []


def test_raster_knows_no_jobs():
    jobs = [(m, n) for m, n in imports(CORE / "raster") if n.rpartition(".")[2].endswith("jobs")]
    assert jobs == []


def test_core_imports_downwards():
    upwards = [
        (module, name)
        for module, name in imports(CORE)
        if module not in FREE and (layer_of(name) or 0) > (layer_of(module) or 0)
    ]
    assert upwards == []


def test_every_module_of_core_has_a_layer():
    modules = {module_of(path) for path in CORE.rglob("*.py")} - FREE
    assert [module for module in modules if layer_of(module) is None] == []


@pytest.mark.parametrize("folder", [CORE, PLUGIN], ids=lambda folder: folder.name)
def test_modules_import_in_no_circle(folder):
    graph: dict[str, set[str]] = {}
    for module, name in imports(folder):
        if module not in FREE and name != module and is_module(name):
            graph.setdefault(module, set()).add(name)
    assert circle(graph) == []


@pytest.mark.parametrize("folder", ["core", "cmhcl_plugin", "bench", "tools", "tests"])
def test_no_file_and_no_function_is_too_long(folder):
    assert [text for path in (ROOT / folder).rglob("*.py") for text in too_long(path)] == []


def test_hatch_loads_without_any_library():
    """As in QGIS: no site-packages at all."""
    modules = ", ".join(sorted(module_of(path) for path in (CORE / "hatch").glob("*.py")))
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {modules}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import torch", "torch"),
        ("def f():\n    from ..core import worker", "core.worker"),
        ("from ..core.tasks.extract import extract", "core.tasks.extract"),
    ],
)
def test_planted_import_is_seen(source, name):
    assert list(imports_of(source, "cmhcl_plugin.x", False)) == [name]


def test_planted_circle_and_long_function_are_seen(tmp_path):
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    pass\n" * LONGEST_FILE)
    assert len(too_long(path)) == 2
