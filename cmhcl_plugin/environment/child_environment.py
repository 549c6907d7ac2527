"""The environment variables of the worker."""

from __future__ import annotations

from contextlib import suppress

from qgis.PyQt.QtCore import QProcessEnvironment

from ...core.hatch.references import VARIABLE, WITHOUT_NETWORK
from ...core.hatch.worker_variables import WORKER_VARIABLES
from ..paths import certificates_file
from ..settings import Settings
from .network import network_environment

ANY_SERVER = "https://example.org"  # the proxy for it is taken for all

# QGIS's start scripts set these for QGIS's own libraries; another Python's would load them too.
FOREIGN_PREFIXES = ("PYTHON", "__PYVENV", "PROJ", "GDAL", "QT", "LD_", "DYLD_")


def child_environment() -> QProcessEnvironment:
    """This process's environment without what belongs to QGIS's Python, Qt, GDAL and PROJ.

    If the settings allow rasters on servers, the worker reaches these as QGIS does.
    """
    environment = QProcessEnvironment.systemEnvironment()
    for key in environment.keys():  # noqa: SIM118 (not a dict)
        if key.upper().startswith(FOREIGN_PREFIXES):
            environment.remove(key)
    for name, value in WORKER_VARIABLES.items():
        if not environment.contains(name):
            environment.insert(name, value)
    settings = Settings.load()
    if settings.allow_references:
        environment.insert(VARIABLE, "1")
    variables: dict[str, str] = {}
    if environment.value(VARIABLE) != "1" or not settings.allow_network:
        variables = WITHOUT_NETWORK
    else:
        with suppress(OSError):  # without certificates of QGIS's own
            variables = network_environment(ANY_SERVER, certificates_file())
    for name, value in variables.items():
        environment.insert(name, value)
    return environment
