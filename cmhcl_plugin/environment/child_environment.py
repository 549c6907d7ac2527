"""The environment variables of the worker."""

from __future__ import annotations

from qgis.PyQt.QtCore import QProcessEnvironment

from ...core.hatch.references import VARIABLE
from ..settings import Settings

# For GDAL, as a second lock after core.hatch.references: no web services, no files from a server.
WITHOUT_NETWORK = {
    "GDAL_SKIP": "WMS WMTS WCS HTTP STACIT STACTA PLMOSAIC EEDAI DAAS OGCAPI",
    "OGR_SKIP": "WFS OAPIF CSW HTTP Elasticsearch PLSCENES AmigoCloud Carto NGW EEDA",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "/none",
}
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
    settings = Settings.load()
    if settings.allow_references:
        environment.insert(VARIABLE, "1")
    if environment.value(VARIABLE) != "1" or not settings.allow_network:
        for name, value in WITHOUT_NETWORK.items():
            environment.insert(name, value)
    return environment
