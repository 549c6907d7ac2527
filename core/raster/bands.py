"""Which band is what: polarisations of SAR, colours of optical."""

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
    """For each file, (index among its bands, polarisation) of the bands to use.

    From ``given``, names in the order of files and bands; else from the names of bands and
    files; else from the number of bands: VV alone, VV and VH, or HH, HV, VH, VV. A file of three
    equal bands is grey and counts as one. Raises SceneError when that gives no sound answer.
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
            f"{files}: the polarisations of {count} bands are needed and {len(names)} are known; "
            f"name each band as one of {', '.join(POLARISATIONS)}."
        )
    if len(set(names)) != count or not set(names) <= set(POLARISATIONS):
        raise SceneError(
            f"{files}: the polarisations {', '.join(names)} are not distinct ones of "
            f"{', '.join(POLARISATIONS)}; name each band as a different one."
        )
    remaining = iter(names)
    return [[(i, next(remaining)) for i in indices] for indices in used]


def optical_bands_of(source: Source) -> list[str]:
    """The name (of OPTICAL_BANDS) of each band of an optical file.

    One band is panchromatic, three are RGB, four RGBN; of more, the first red, green and blue by
    colour interpretation and "" for the rest. Raises SceneError when there is no such reading.
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
    """The polarisation that the band's description names, or the file's name if it has one band."""
    texts = [source.descriptions[source.bands[index] - 1]]
    if len(source.bands) == 1:
        texts.append(source.path.stem)
    for text in texts:
        names = {name.upper() for name in _NAME.findall(text)}
        if len(names) == 1:
            return names.pop()
    return ""
