"""Static check for code of the plugin that would break in QGIS 4 and Qt 6.

/usr/bin/python3 tools/check_qt6.py [FILE OR FOLDER ...]

Needs a Python with QGIS: names are looked up in the QGIS that is there, which also shows names that
it lacks. Not seen: what objects are at run time, so attributes of variables go unchecked but for
``self`` and the events of Qt's handlers.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Optional

from qgis.PyQt.QtCore import Qt

ROOT = Path(__file__).resolve().parents[1]
CHECKED = (ROOT / "__init__.py", ROOT / "cmhcl_plugin")
ENUMS = (type(Qt.AlignmentFlag), enum.EnumMeta)  # what an enum is an instance of
FOREIGN = {"PyQt4", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
# Names of PyQt5 that PyQt6 does not have in the same module. QAction, QActionGroup and QShortcut
# moved too, but qgis.PyQt.QtWidgets has them with either Qt, unlike QtGui in QGIS 3.22.
GONE = {
    "QtCore": (
        "QAbstractState QAbstractTransition QEventTransition QFinalState QHistoryState QRegExp "
        "QSignalTransition QState QStateMachine QTextCodec QTextDecoder QTextEncoder"
    ),
    "QtGui": (
        "QAction QActionGroup QShortcut QOpenGLBuffer QOpenGLFramebufferObject QOpenGLShader "
        "QOpenGLShaderProgram QOpenGLTexture QOpenGLWindow QPictureIO QRegExpValidator QTouchDevice"
    ),
    "QtNetwork": "QNetworkConfiguration QNetworkConfigurationManager QNetworkSession",
    "QtSvg": "QGraphicsSvgItem QSvgWidget",
    "QtWidgets": (
        "QDesktopWidget QDirModel QFileSystemModel QKeyEventTransition QMouseEventTransition "
        "QOpenGLWidget QUndoCommand QUndoGroup QUndoStack qApp"
    ),
    "QtXml": (
        "QXmlAttributes QXmlContentHandler QXmlDefaultHandler QXmlErrorHandler QXmlInputSource "
        "QXmlParseException QXmlReader QXmlSimpleReader"
    ),
}
# Modules of Qt 5 that Qt 6 does not have.
GONE_MODULES = {"qgis.PyQt.Qt", "qgis.PyQt.QtWebKit", "qgis.PyQt.QtWebKitWidgets"}
# Handlers by the start of their name, and what their event lost.
POSITIONS = {"globalPos", "globalX", "globalY", "localPos", "screenPos", "windowPos", "x", "y"}
EVENTS = {
    "mouse": POSITIONS,
    "canvas": POSITIONS,
    "hover": POSITIONS | {"pos", "posF"},
    "enter": POSITIONS | {"pos"},
    "drag": {"pos", "posF", "mouseButtons", "keyboardModifiers"},
    "drop": {"pos", "posF", "mouseButtons", "keyboardModifiers"},
    "wheel": POSITIONS | {"pos", "posF", "delta", "orientation"},
    "tablet": POSITIONS | {"pos", "posF"},
}


class Finding(NamedTuple):
    """What is wrong in one line."""

    line: int
    text: str


def findings(source: str) -> list[Finding]:
    """Problems by line. Raises SyntaxError if the text is not Python."""
    tree = ast.parse(source)
    names: dict[str, Any] = {}  # of Qt and QGIS, as the source calls them
    found = list(_imports(tree, names))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "exec_":
            found.append(Finding(node.lineno, "exec_ is gone: call exec"))
        elif isinstance(node, ast.ClassDef):
            found += _unscoped_of_self(node, names)
        elif isinstance(node, ast.FunctionDef):
            found += _events(node)
    found += _chains(tree, names)
    return sorted(set(found))


def _imports(tree: ast.AST, names: dict[str, Any]) -> Iterator[Finding]:
    """Faulty imports; the others enter ``names``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.partition(".")[0]
                if root in FOREIGN:
                    yield Finding(node.lineno, f"{alias.name}: import it from qgis.PyQt")
                elif root == "qgis":
                    names[alias.asname or root] = importlib.import_module(
                        alias.name if alias.asname else root
                    )
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            root = node.module.partition(".")[0]
            if root in FOREIGN:
                yield Finding(node.lineno, f"{node.module}: import it from qgis.PyQt")
            elif root == "qgis":
                yield from _imports_from(node, node.module, names)


def _imports_from(node: ast.ImportFrom, module: str, names: dict[str, Any]) -> Iterator[Finding]:
    gone = GONE.get(module.rpartition(".")[2], "").split()
    for alias in node.names:
        inner = f"{module}.{alias.name}"
        if module in GONE_MODULES or inner in GONE_MODULES or alias.name in gone:
            yield Finding(node.lineno, f"{inner} is gone or elsewhere in Qt 6")
            continue
        try:
            names[alias.asname or alias.name] = _import(module, alias.name)
        except (ImportError, AttributeError):
            yield Finding(node.lineno, f"{inner} is not in this QGIS")


def _import(module: str, name: str) -> Any:
    found = importlib.import_module(module)
    return (
        getattr(found, name)
        if hasattr(found, name)
        else importlib.import_module(f"{module}.{name}")
    )


def _chains(tree: ast.AST, names: dict[str, Any]) -> Iterator[Finding]:
    """Faults in dotted names that begin with an imported one, as in ``Qt.AlignLeft``."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            parts = _parts(node)
            if parts and parts[0] in names:
                text = _fault(parts, names)
                if text:
                    yield Finding(node.lineno, text)


def _parts(node: ast.expr) -> list[str]:
    """The names of ``a.b.c``; empty for anything that is no plain dotted name."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        before = _parts(node.value)
        return [*before, node.attr] if before else []
    return []


def _fault(parts: list[str], names: dict[str, Any]) -> str:
    """Problem with a dotted name, empty if there is none."""
    value = names[parts[0]]
    for count, name in enumerate(parts[1:], 2):
        if not isinstance(value, (type, ModuleType)):
            return ""
        dotted = ".".join(parts[:count])
        module = getattr(value, "__name__", "").rpartition(".")[2]
        if isinstance(value, ModuleType) and name in GONE.get(module, "").split():
            return f"{dotted} is gone or elsewhere in Qt 6"
        if dotted == "QVariant.Type":
            return "QVariant.Type is gone: QVariant.Int and its like are there with either Qt"
        if not hasattr(value, name):
            return f"{dotted} is not in this QGIS"
        scope, value = value, getattr(value, name)
        if _is_unscoped(scope, value) and scope.__name__ != "QVariant":
            return f"{dotted} lacks its enum: {scope.__name__}.{type(value).__name__}.{name}"
    return ""


def _is_unscoped(scope: Any, value: Any) -> bool:
    """Whether ``value``, found in ``scope``, belongs to an enum that was left out."""
    return isinstance(type(value), ENUMS) and type(value) is not scope


def _unscoped_of_self(node: ast.ClassDef, names: dict[str, Any]) -> Iterator[Finding]:
    """As ``self.Accepted`` in a class made from QDialog."""
    for base in filter(None, (_base(expression, names) for expression in node.bases)):
        for part in ast.walk(node):
            if (
                isinstance(part, ast.Attribute)
                and isinstance(part.value, ast.Name)
                and part.value.id in ("self", "cls")
                and _is_unscoped(base, getattr(base, part.attr, None))
            ):
                kind = type(getattr(base, part.attr)).__name__
                yield Finding(part.lineno, f"self.{part.attr} lacks its enum: {kind}.{part.attr}")


def _base(expression: ast.expr, names: dict[str, Any]) -> Optional[type]:
    parts = _parts(expression)
    value = names.get(parts[0]) if parts else None
    for name in parts[1:]:
        value = getattr(value, name, None)
    return value if isinstance(value, type) else None


def _events(node: ast.FunctionDef) -> Iterator[Finding]:
    """What a handler such as ``wheelEvent(self, event)`` asks of an event that lost it."""
    if not node.name.endswith("Event") or len(node.args.args) != 2:
        return
    lost = next((lost for start, lost in EVENTS.items() if node.name.startswith(start)), set())
    event = node.args.args[1].arg
    for part in ast.walk(node):
        if (
            isinstance(part, ast.Attribute)
            and isinstance(part.value, ast.Name)
            and part.value.id == event
            and part.attr in lost
        ):
            yield Finding(part.lineno, f"{part.attr} is gone from the event of {node.name}")


def main(paths: list[Path]) -> int:
    """Print every finding with its file and line; 1 when there is one."""
    files = [f for path in paths for f in ([path] if path.is_file() else path.rglob("*.py"))]
    count = 0
    for file in sorted(files):
        for line, text in findings(file.read_text(encoding="utf-8")):
            print(f"{file}:{line}: {text}")
            count += 1
    print(f"{len(files)} files, {count} findings for Qt 6")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]] or list(CHECKED)))
