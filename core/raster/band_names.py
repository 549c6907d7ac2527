"""Parse band names: polarisation, colour, real or imaginary part, or no image."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_POLARISATION = re.compile(
    r"(?:(?<![A-Za-z])(?i:(HH|HV|VH|VV)(?:\1)?)|(?<=[a-z])(HH|HV|VH|VV))(?![A-Za-z])"
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PART_OF_FILE = re.compile(r"[iq]_(?:HH|HV|VH|VV)", re.IGNORECASE)  # as SNAP names files
_REAL = {"i", "re", "real", "inphase"}
_IMAGINARY = {"q", "im", "imag", "imaginary", "quadrature"}
_PARTS = {**dict.fromkeys(_REAL, "real"), **dict.fromkeys(_IMAGINARY, "imaginary")}
# Bands of SAR products that are not backscatter, also if their name contains a polarisation.
_NO_BACKSCATTER = {
    *("angle", "incidence", "incident", "inc", "lia", "theta", "phase", "coherence", "coh"),
    "ratio",
}
# With a polarisation only as the last word, as backscatter may be corrected for them.
_CORRECTED = {"mask", "layover", "shadow", "quality", "weight", "count", "noise", "nesz"}
_TERRAIN = {"dem", "dsm", "dtm", "elevation", "height", "latitude", "longitude", "lat", "lon"}
_COLOURS = {
    **{"red": "R", "r": "R", "green": "G", "g": "G", "blue": "B", "b": "B"},
    **{"nir": "N", "nearinfrared": "N", "infrared": "N", "n": "N"},
    # German, French, Spanish and Portuguese, without accents
    **{"rot": "R", "rouge": "R", "rojo": "R", "vermelho": "R"},
    **{"grun": "G", "gruen": "G", "vert": "G", "verde": "G"},
    **{"blau": "B", "bleu": "B", "azul": "B"},
}
_OPTICAL = {
    *("red", "green", "blue", "nir", "infrared", "nearinfrared", "swir", "rededge", "cirrus"),
    *("coastal", "rgb", "rgbn", "ndvi"),
}
_NUMBERED = re.compile(r"(?<![A-Za-z0-9])B(\d{1,2}A?)(?![A-Za-z0-9])", re.IGNORECASE)
_SENTINEL_2 = {"2": "B", "3": "G", "4": "R", "8": "N"}
_FILLERS = {"band", "channel", "colour", "color", "reflectance"}


def name_of_band(description: str | None, driver: str) -> str:
    """The name in the description of a band; GDAL describes all of a GeoPackage as "Height"."""
    return "" if driver == "GPKG" and description == "Height" else description or ""


def polarisations_in(text: str) -> list[str]:
    """The polarisations that a name contains, in its order; "HHHH" of a covariance is HH.

    They are words, or the upper-case end of a word in lower case, as in "SigmaVH".
    """
    return [name.upper() for pair in _POLARISATION.findall(text) for name in pair if name]


def colour_of(text: str) -> str:
    """The colour of a name such as "Red" or "B3 (green)": R, G, B, N (near infrared) or ""."""
    words = [word for word in _words(_NUMBERED.sub("", text)) if word not in _FILLERS]
    return _COLOURS.get("".join(words), "")


def colours_of(names: Sequence[str]) -> list[str]:
    """The colour of each band by its name, or else by the number of Sentinel-2, as "B04"."""
    colours = [colour_of(name) for name in names]
    if any(colours) or not are_optical(names) or have_unclear_numbers(names):
        return colours
    return [_SENTINEL_2.get(number, "") for number in _numbers_in(names)]


def have_unclear_numbers(names: Sequence[str]) -> bool:
    """Whether bands have numbers of a sensor that may be another one than Sentinel-2.

    With B1 and without B8 it may be Landsat 5, whose B1 is blue and B4 infrared.
    """
    numbers = _numbers_in(names)
    return are_optical(names) and "1" in numbers and "8" not in numbers


def _numbers_in(names: Sequence[str]) -> list[str]:
    """The number of each name such as "SR_B04", here "4"; "" without one."""
    return ["".join(_NUMBERED.findall(name)).lstrip("0") for name in names]


def is_nameless(text: str) -> bool:
    """Whether a name says no more of a band than its number, or that it is alpha."""
    return set(_words(text)) <= {*_FILLERS, "alpha", "b"}


def are_optical(names: Sequence[str]) -> bool:
    """Whether names of bands are those of colours, as "NIR", or of an optical sensor, as "B08".

    B1, B2, B3 and so on are only numbers.
    """
    if any(set(_words(name)) & _OPTICAL for name in names):
        return True
    numbers = [number for name in names for number in _NUMBERED.findall(name)]
    return bool(numbers) and numbers != [str(n) for n in range(1, len(names) + 1)]


def are_several_optical(names: Sequence[str]) -> bool:
    """Whether names are those of different colours or bands of an optical sensor."""
    found = {(*sorted(set(_words(name)) & _OPTICAL), *_NUMBERED.findall(name)) for name in names}
    return len(found) > 1 and are_optical(names)


def part_in_file_name(text: str) -> str:
    """The name of the one part of complex values that a file holds by its name, else ""."""
    match = _PART_OF_FILE.match(text)
    return match[0] if match else ""


def part_of(text: str) -> tuple[str, str]:
    """Whether a name is that of the "real" or "imaginary" part of complex values, else "".

    The second value is the rest of the name, by which the two parts belong together.
    """
    words = re.split(r"[^A-Za-z0-9]+", text.lower())
    for index, word in enumerate(words):
        if word in _PARTS:
            return _PARTS[word], " ".join(words[:index] + words[index + 1 :]).strip()
    return "", text


def is_no_backscatter(text: str) -> bool:
    """Whether a band of a SAR product holds something else, such as the incidence angle."""
    names = {name.lower() for name in polarisations_in(text)}
    words = [word for word in _words(text) if word not in names]
    if not _NO_BACKSCATTER.isdisjoint(words):
        return True
    if names:
        return bool(words) and words[-1] in _CORRECTED
    return not (_CORRECTED | _TERRAIN).isdisjoint(words)


def _words(text: str) -> list[str]:
    """Words in lower case and without accents, also those of camelCase."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in _WORD.findall(plain)]
