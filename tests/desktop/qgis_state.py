"""Everything that a plugin could leave in QGIS after it is unloaded, counted."""

import sys
import threading
from collections import Counter
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, qInstallMessageHandler
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface


def qgis_state():
    """Counts of objects, menus, threads and so on, by kind."""
    window, canvas = iface.mainWindow(), iface.mapCanvas()
    found = {
        "objects": map(kind, window.findChildren(QObject)),
        "windows": map(kind, QApplication.topLevelWidgets()),
        "raster menu": [action.text() for action in iface.rasterMenu().actions()],
        "plugin toolbar": [action.text() for action in iface.pluginToolBar().actions()],
        "actions of the map": [action.text() for action in canvas.actions()],
        "items on the map": [type(item).__name__ for item in canvas.scene().items()],
        "map tool": [kind(canvas.mapTool())],
        "providers": [p.id() for p in QgsApplication.processingRegistry().providers()],
        "tasks": [task.description() for task in QgsApplication.taskManager().tasks()],
        "threads": [thread.name for thread in threading.enumerate()],
        "processes": children(),
        "connections": connections(),
        "excepthook": [sys.excepthook.__qualname__],
        "path": sys.path,
        "modules": [name for name in sys.modules if name.split(".")[0] == "cmhcl_footprints"],
        "core": [getattr(sys.modules.get("core"), "__file__", None)],
    }
    return {key: Counter(names) for key, names in found.items()}


def differences(before, after):
    """What was added (+) and removed (-), by kind."""
    changes = {}
    for key in before:
        came, went = after[key] - before[key], before[key] - after[key]
        changes |= {f"{key}: {name}": count for name, count in came.items()}
        changes |= {f"{key}: {name}": -count for name, count in went.items()}
    return changes


def kind(thing):
    """Its class as Qt has it, with the object's name where it has one."""
    if not isinstance(thing, QObject):
        return str(thing)
    return f"{thing.metaObject().className()} {thing.objectName()}".strip()


def children():
    """The command lines of this process's child processes."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            found.append(Path(f"/proc/{pid}/cmdline").read_bytes().decode().replace("\0", " "))
    return found


def connections():
    """Connections to the signals of objects that outlive plugins, from Qt's dump of them."""
    project = QgsProject.instance()
    lasting = (
        project,
        project.layerTreeRoot(),
        iface,
        iface.mapCanvas(),
        iface.mainWindow(),
        iface.messageBar(),
        QgsApplication.taskManager(),
        QgsApplication.processingRegistry(),
        QApplication.instance(),
    )
    lines = []
    before = qInstallMessageHandler(lambda _, __, text: lines.append(text.strip()))
    for thing in lasting:
        thing.dumpObjectInfo()
    qInstallMessageHandler(before)
    sender = signal = ""
    for line in lines:
        if line.startswith("OBJECT "):
            sender = line.split()[1]
        elif line.startswith("signal: "):
            signal = line.split()[1]
        elif line.startswith("--> "):
            yield f"{sender} {signal} {line}"
