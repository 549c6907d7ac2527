"""What a raster layer shows: radar or colours, from its bands, data types and names."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import Qgis, QgsRaster, QgsRasterLayer

from ...core.hatch.jobs import POLARISATIONS
from .inputs import is_online
from .layer_file import file_of

# Words of the names of layers and files, in lower case.
RADAR_WORDS = {
    *("sar", "radar", "sigma0", "gamma0", "beta0", "backscatter", "amplitude", "intensity", "db"),
    *("grd", "slc", "gec", "rtc", "s1", "s1a", "s1b", "s1c", "s1d", "sentinel1", "umbra"),
    *("capella", "iceye", "cosmo", "terrasar", "tsx", "radarsat", "palsar", "nisar"),
    *(name.lower() for name in POLARISATIONS),
}
COLOUR_WORDS = {
    *("optical", "optisch", "optique", "rgb", "rgbn", "rgbi", "cir", "pan", "panchromatic", "nir"),
    *("ortho", "orthophoto", "orthofoto", "photo", "aerial", "luftbild", "dop", "visual", "colour"),
    *("color", "s2", "s2a", "s2b", "s2c", "sentinel2", "pleiades", "worldview", "planet", "naip"),
}
# Neither of both, although single-band floats as radar is.
OTHER_WORDS = {
    *("probability", "probabilities", "dem", "dtm", "dsm", "elevation", "hillshade", "slope"),
    *("height", "ndvi", "mask", "landcover"),
}
BAND_COLOURS = {"red", "green", "blue"}
WORD, POLARISATION, COLOURED, COMPLEX = 2, 6, 3, 4  # weights
_EIGHT_BIT = (Qgis.DataType.Byte, Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
_FLOAT = (Qgis.DataType.Float32, Qgis.DataType.Float64)
_COMPLEX = (
    Qgis.DataType.CInt16,
    Qgis.DataType.CInt32,
    Qgis.DataType.CFloat32,
    Qgis.DataType.CFloat64,
)
_INTERPRETED = (
    QgsRaster.ColorInterpretation.RedBand,
    QgsRaster.ColorInterpretation.GreenBand,
    QgsRaster.ColorInterpretation.BlueBand,
)


def radar_score(layer: QgsRasterLayer) -> int:
    """Positive if a layer is likely radar, negative if it is likely colours, 0 if it is unclear."""
    if is_online(layer):
        return -WORD
    names = _names_of(layer)
    score = WORD * bool(names & RADAR_WORDS) - WORD * bool(names & COLOUR_WORDS)
    provider, bands = layer.dataProvider(), range(1, layer.bandCount() + 1)
    described = _words(" ".join(layer.bandName(band) for band in bands))
    if described & {name.lower() for name in POLARISATIONS}:
        score += POLARISATION
    coloured = any(provider.colorInterpretation(band) in _INTERPRETED for band in bands)
    if coloured or described & BAND_COLOURS:
        score -= COLOURED
    types = {provider.dataType(band) for band in bands}
    if types & set(_COMPLEX):
        score += COMPLEX
    if types & set(_FLOAT):
        score += 1 if layer.bandCount() >= 3 else 2
    elif layer.bandCount() >= 3:
        score -= 2 if types & set(_EIGHT_BIT) else 1
    return score


def is_other(layer: QgsRasterLayer) -> bool:
    """Whether the name says that a layer is neither radar nor an image, such as a terrain model."""
    return bool(_names_of(layer) & OTHER_WORDS)


def _names_of(layer: QgsRasterLayer) -> set[str]:
    """The words in the names of a layer and its file."""
    return _words(f"{layer.name()} {Path(file_of(layer)).stem}")


def _words(text: str) -> set[str]:
    parts = re.findall(r"[a-z]+\d*[a-z]?\b|[a-z]+\d*|\d+", text.lower().replace("_", " "))
    joined = {first + second for first, second in zip(parts, parts[1:]) if second.isdigit()}
    return set(parts) | joined  # "Sentinel-1" is "sentinel1" too
