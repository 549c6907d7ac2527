"""Map layers as the scene of a job: paths, coordinate systems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.existence import exists, is_file
from ...core.hatch.jobs import SceneInput
from ...core.hatch.references import is_remote
from ..settings import Settings
from .layer_file import source_parts
from .layer_names import quoted_names

WEB_PROVIDERS = ("wms", "wcs", "arcgismapserver")  # XYZ and WMTS are of "wms"


translate = QCoreApplication.translate


def scale_name(radiometry: str) -> str:
    """The name for the user of one of jobs.RADIOMETRIES; any other text unchanged."""
    names = {
        "db": translate("Layers", "dB"),
        "amplitude": translate("Layers", "amplitude"),
        "power": translate("Layers", "power"),
    }
    return names.get(radiometry, radiometry)


def scene_input(
    sar: Sequence[QgsRasterLayer],
    optical: Optional[QgsRasterLayer] = None,
    picture: str = "",
    **values: Any,
) -> SceneInput:
    """The scene of these layers; ``values`` are its other fields. Raises InputError.

    ``picture`` is the file to read in place of an optical layer that is online.
    """
    return SceneInput(
        tuple(map(sar_path, sar)),
        picture or (raster_path(optical) if optical else ""),
        sar_crs=sar_crs(sar),
        optical_crs="" if picture else overriding_crs(optical),
        **values,
    )


def is_online(layer: QgsRasterLayer) -> bool:
    """Whether a layer is a picture that a server on the network draws, such as XYZ or WMS."""
    return layer.providerType() in WEB_PROVIDERS


def raster_path(layer: QgsRasterLayer) -> str:
    """The file behind a raster layer, or its address on a server if the settings allow that.

    Raises InputError when there is neither.
    """
    if is_online(layer):
        text = translate(
            "Layers",
            "“{}” is an online layer, not a file; choose it as Optical on the page Extract, or "
            "save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    path = ""
    if layer.providerType() == "gdal":
        if is_remote(layer.source()):
            return _allowed_address(layer)
        parts = source_parts(layer)
        if not parts.get("vsiPrefix") and not parts.get("layerName"):
            path = parts.get("path", "")
    if not is_file(path):  # false for a source that no path can be
        if Path(path).is_absolute() and not path.startswith("/vsi") and not exists(path):
            text = translate(
                "Layers", "The file of the layer “{}” no longer exists; choose another layer: {}"
            )
            raise InputError(text.format(layer.name(), path))
        text = translate(
            "Layers",
            "The layer “{}” is not a raster file on this computer; "
            "save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    return str(Path(path).absolute())  # the worker runs in another folder


def _allowed_address(layer: QgsRasterLayer) -> str:
    """The address of a raster on a server. Raises InputError unless the settings allow it."""
    settings = Settings.load()
    if not (settings.allow_references and settings.allow_network):
        text = translate(
            "Layers",
            "The layer “{}” is on a server; allow rasters on servers in Settings > Options > "
            "CMH-CL, or save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    return str(layer.source())


def sar_path(layer: QgsRasterLayer) -> str:
    """The file behind a layer of SAR values. Raises InputError when there is none."""
    if is_online(layer):
        text = translate(
            "Layers",
            "“{}” is an online layer, a picture without SAR values; choose a SAR raster file.",
        )
        raise InputError(text.format(layer.name()))
    return raster_path(layer)


def overriding_crs(layer: Optional[QgsRasterLayer]) -> str:
    """The CRS of a layer as WKT if another one than its file's is set in QGIS, else empty."""
    if layer is None or not layer.crs().isValid():
        return ""
    of_file, shown = layer.dataProvider().crs(), layer.crs()
    if of_file.isValid() and (of_file == shown or of_file.toProj() == shown.toProj()):
        return ""
    return shown.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)


def sar_crs(layers: Sequence[QgsRasterLayer]) -> str:
    """As ``overriding_crs``, for SAR layers of one scene. Raises InputError if they differ."""
    found = {overriding_crs(layer) for layer in layers}
    if len(found) > 1:
        names = quoted_names(layers)
        text = translate(
            "Layers",
            "The SAR layers have different coordinate systems; set the same one for all of them "
            "(Layer > Set CRS of Layer(s)…): {}",
        )
        raise InputError(text.format(names))
    return found.pop() if found else ""


def has_crs(layer: QgsVectorLayer) -> bool:
    """Whether its CRS is known; that of a GeoPackage may be valid, but undefined."""
    return layer.crs().isValid() and not layer.crs().description().startswith("Undefined")


def require_crs(layer: QgsVectorLayer) -> None:
    """Raise InputError if a layer has no coordinate system."""
    if not has_crs(layer):
        text = translate(
            "Layers",
            "The layer “{}” has no coordinate system; set it (Layer > Set CRS of Layer(s)…).",
        )
        raise InputError(text.format(layer.name()))
