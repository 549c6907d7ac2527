"""The environment variables of the worker."""

from __future__ import annotations

from qgis.PyQt.QtCore import QProcessEnvironment

# QGIS's start scripts set these for QGIS's own libraries; another Python's would load them too.
FOREIGN_PREFIXES = ("PYTHON", "__PYVENV", "PROJ", "GDAL", "QT", "LD_", "DYLD_")


def child_environment() -> QProcessEnvironment:
    """This process's environment without what belongs to QGIS's Python, Qt, GDAL and PROJ.

    Threads of PyTorch sleep while they wait for one another: by default they spin, and where QGIS
    draws the map at the same time, a tile takes seconds instead of a fraction of one.
    """
    environment = QProcessEnvironment.systemEnvironment()
    for key in environment.keys():  # noqa: SIM118 (not a dict)
        if key.upper().startswith(FOREIGN_PREFIXES):
            environment.remove(key)
    if not environment.contains("OMP_WAIT_POLICY"):
        environment.insert("OMP_WAIT_POLICY", "passive")
    return environment
