"""The environment variables of the worker."""

from __future__ import annotations

from qgis.PyQt.QtCore import QProcessEnvironment

# QGIS's start scripts set these for QGIS's own libraries; another Python's would load them too.
FOREIGN_PREFIXES = ("PYTHON", "__PYVENV", "PROJ", "GDAL", "QT", "LD_", "DYLD_")


def child_environment() -> QProcessEnvironment:
    """This process's environment without what belongs to QGIS's Python, Qt, GDAL and PROJ."""
    environment = QProcessEnvironment.systemEnvironment()
    for key in environment.keys():  # noqa: SIM118 (not a dict)
        if key.upper().startswith(FOREIGN_PREFIXES):
            environment.remove(key)
    return environment
