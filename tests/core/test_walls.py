"""Who may import whom. The house is drawn in docs/development.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN, CORE = ROOT / "cmhcl_plugin", ROOT / "core"
HATCH = {
    "core.hatch.jobs",
    "core.hatch.errors",
    "core.hatch.manifest",
    "core.hatch.library",
    "core.hatch.curves",
}
QT = {"qgis", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
# Data flows downwards: a module imports only from lower floors, or from beside it.
FLOORS = [
    HATCH | {"core.timing"},
    {"core.hatch.reporter", "core.inference.device", "core.tasks.failure", "core.hatch.files"},
    {
        "core.raster",
        "core.networks",
        "core.simulator",
        "core.metrics",
        "core.datasets.label_offset",
        "core.report.html_report",
    },
    {"core.footprints.area", "core.networks.losses", "core.footprints", "core.models.store"},
    {
        "core.datasets",
        "core.inference.engine",
        "core.inference.predict",
        "core.training",
        "core.report.pictures",
    },
    {
        "core.tasks.extract",
        "core.tasks.outline",
        "core.tasks.regularise",
        "core.tasks.evaluate",
        "core.tasks.train",
        "core.tasks.finetune",
        "core.tasks.check",
        "core.training.calibration",
        "core.inference.tta",
        "core.training.adapt",
        "core.selftest",
    },
    {"core.runner", "core.api", "core.inputs"},
    {"core.worker", "core.__main__"},
]


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


def floor_of(module: str) -> int | None:
    for number, floor in enumerate(FLOORS):
        if any(module == name or module.startswith(name + ".") for name in floor):
            return number
    return None


def test_core_knows_no_qgis_and_no_qt():
    assert [(m, n) for m, n in imports(CORE) if n.split(".")[0] in QT] == []


def test_plugin_imports_only_qgis_the_standard_library_and_the_hatch():
    allowed = sys.stdlib_module_names | {"qgis", "cmhcl_plugin"}
    strangers = [
        (module, name)
        for module, name in imports(PLUGIN)
        if name.split(".")[0] not in allowed and name not in HATCH
    ]
    assert strangers == []


def test_qt_comes_through_qgis():
    source = "\n".join(p.read_text(encoding="utf-8") for p in PLUGIN.rglob("*.py"))
    assert "PyQt5" not in source and "PyQt6" not in source


def test_the_hatch_is_standard_library_alone():
    for module in HATCH:
        path = ROOT / Path(*module.split(".")).with_suffix(".py")
        names = imports_of(path.read_text(encoding="utf-8"), module, False)
        assert {n.split(".")[0] for n in names} <= sys.stdlib_module_names | {"core"}


def test_core_flows_downwards():
    upwards = []
    for module, name in imports(CORE):
        here, there = floor_of(module), floor_of(name)
        if there is not None and here is not None and there > here:
            upwards.append((module, name))
    assert upwards == []


def test_every_module_of_core_has_its_floor():
    packages = {"core", "core.models"}
    modules = {module_of(path) for path in CORE.rglob("*.py")} - packages
    assert [m for m in modules if floor_of(m) is None] == []


def test_the_hatch_loads_without_any_library():
    """As in QGIS: no site-packages at all."""
    code = f"import sys, {', '.join(sorted(HATCH))}; print('numpy' in sys.modules)"
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import torch", "torch"),
        ("def f():\n    from ..core import worker", "core.worker"),
        ("from ..core.extract import extract", "core.tasks.extract"),
    ],
)
def test_a_planted_breach_is_seen(source, name):
    assert list(imports_of(source, "cmhcl_plugin.x", False)) == [name]
