"""Assign bands: polarisations of SAR, colours of optical."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rasterio.enums import ColorInterp

from ..hatch.errors import SceneError
from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from .source import Source

_NAME = re.compile(r"(?<![A-Za-z])(HH|HV|VH|VV)(?![A-Za-z])", re.IGNORECASE)
_BY_COUNT = {1: ("VV",), 2: ("VV", "VH"), 4: POLARISATIONS}
_COLOURS = {ColorInterp.red: "R", ColorInterp.green: "G", ColorInterp.blue: "B"}


def polarisations_of(
    sources: Sequence[Source], given: Sequence[str] = ()
) -> list[list[tuple[int, str]]]:
    """Assign a polarisation to each SAR band.

    Names are taken from ``given`` (in the order of files and bands), else from the descriptions
    of bands and the names of files, else from the number of bands: VV; VV, VH; or HH, HV, VH, VV.
    A file of three equal bands is a grey image and counts as one band.

    Returns
    -------
    list of list of (int, str)
        For each file, the index of each band to use and its polarisation.

    Raises
    ------
    SceneError
        If there are too many bands, or their polarisations are unknown or not distinct.
    """
    used = [_bands_to_use(source) for source in sources]
    count = sum(len(indices) for indices in used)
    files = ", ".join(str(source.path) for source in sources)
    if count > len(POLARISATIONS):
        raise SceneError(
            f"{files}: {count} bands are more than there are polarisations "
            f"({len(POLARISATIONS)}); choose a SAR layer of 1 to {len(POLARISATIONS)} bands."
        )
    found = [_name_of(source, i) for source, indices in zip(sources, used) for i in indices]
    names = list(given) or (found if all(found) else list(_BY_COUNT.get(count, ())))
    if len(names) != count:
        raise SceneError(
            f"{files}: the polarisations of the bands are unclear ({len(names)} for {count} "
            f"bands); name each band as one of {', '.join(POLARISATIONS)}."
        )
    if len(set(names)) != count or not set(names) <= set(POLARISATIONS):
        raise SceneError(
            f"{files}: the polarisations {', '.join(names)} must be different and among "
            f"{', '.join(POLARISATIONS)}; name each band as a different one."
        )
    remaining = iter(names)
    return [[(i, next(remaining)) for i in indices] for indices in used]


def optical_bands_of(source: Source) -> list[str]:
    """Name each band of an optical file after OPTICAL_BANDS.

    One band is panchromatic, three are RGB, four are RGBN. Of more bands, red, green and blue are
    found by their colour interpretation, and the others are named "".

    Raises
    ------
    SceneError
        If a file of other than 1, 3 or 4 bands does not say which are red, green and blue.
    """
    count = len(source.bands)
    if count in (1, 3, 4):
        return ["PAN"] if count == 1 else list(OPTICAL_BANDS[:count])
    names = [_COLOURS.get(colour, "") for colour in source.colours]
    if sorted(filter(None, names)) != ["B", "G", "R"]:
        raise SceneError(
            f"{source.path} has {count} bands and does not say which are red, green and blue; "
            "choose an optical layer of 1, 3 or 4 bands."
        )
    return names


def _bands_to_use(source: Source) -> list[int]:
    if len(source.bands) == 3 and source.has_equal_bands():
        return [0]
    return list(range(len(source.bands)))


def _name_of(source: Source, index: int) -> str:
    """Polarisation named by the band's description, or by the name of a single-band file."""
    texts = [source.descriptions[source.bands[index] - 1]]
    if len(source.bands) == 1:
        texts.append(source.path.stem)
    for text in texts:
        names: set[str] = {name.upper() for name in _NAME.findall(text)}
        if len(names) == 1:
            return names.pop()
    return ""
