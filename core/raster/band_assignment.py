"""Assign bands: polarisations of SAR, colours of optical."""

from __future__ import annotations

from collections.abc import Sequence

from ..hatch.errors import SceneError
from ..hatch.messages import Message
from ..hatch.scene_input import OPTICAL_BANDS, POLARISATIONS
from .band_names import (
    are_optical,
    are_several_optical,
    colour_of,
    colours_of,
    have_unclear_numbers,
    is_nameless,
    is_no_backscatter,
    part_in_file_name,
    part_of,
    polarisations_in,
)
from .raster_reader import RasterReader

_BY_NAMES = Message("by their names or colours")
_OF_8_BITS = Message("8-bit values without a polarisation")
_BY_COUNT = {1: ("VV",), 2: ("VV", "VH"), 4: POLARISATIONS}


def polarisations_of(
    sources: Sequence[RasterReader], given: Sequence[str] = ()
) -> tuple[list[list[tuple[int, str]]], list[Message]]:
    """Assign a polarisation to each SAR band.

    Names are taken from ``given`` (in the order of files and bands), else from the names of bands
    and of files, else from the number of bands: VV; VV, VH; or HH, HV, VH, VV. A file of equal
    bands is a grey image and counts as one band. Bands that hold something else by their name,
    such as the incidence angle, are not used.

    Returns
    -------
    bands : list of list of (int, str)
        For each file, the index of each band to use and its polarisation.
    warnings : list of Message
        Sentences for the user.

    Raises
    ------
    SceneError
        If there are too many bands, their polarisations are unknown or not distinct, or a file
        seems to be optical or to hold real and imaginary parts.
    """
    warnings: list[Message] = []
    used = [_bands_to_use(source, len(sources), given, warnings) for source in sources]
    count = sum(len(indices) for indices in used)
    files = ", ".join(str(source.path) for source in sources)
    if count > len(POLARISATIONS):
        raise SceneError(
            "{count} bands are more than there are polarisations ({most}); choose a SAR layer of "
            "1 to {most} bands: {files}",
            files=files,
            count=count,
            most=len(POLARISATIONS),
        )
    names = list(given) or _names_in(sources, used)
    if not names:
        names, notes = _names_by_count(sources, used)
        warnings += notes
    if len(names) != count or not all(names):
        raise SceneError(
            "The polarisations of the bands are unclear ({named} for {count} bands); name each "
            "band as one of {polarisations}: {files}",
            files=files,
            named=sum(map(bool, names)),
            count=count,
            polarisations=", ".join(POLARISATIONS),
        )
    if len(set(names)) != count or not set(names) <= set(POLARISATIONS):
        raise SceneError(
            "The polarisations {names} must be different and among {polarisations}; name each "
            "band as a different one: {files}",
            files=files,
            names=", ".join(names),
            polarisations=", ".join(POLARISATIONS),
        )
    remaining = iter(names)
    return [[(i, next(remaining)) for i in indices] for indices in used], warnings


def _names_by_count(
    sources: Sequence[RasterReader], used: Sequence[list[int]]
) -> tuple[list[str], list[Message]]:
    """The polarisations of bands that no name says, and warnings.

    None for other numbers of bands, and if a file names polarisations, but not one for each band.
    """
    _refuse_files(sources, used)
    warnings = _part_warnings(sources, used)
    if any(polarisations_in(source.path.name) for source in sources):
        return [], warnings
    names = list(_BY_COUNT.get(sum(map(len, used)), ()))
    has_names = not all(is_nameless(s.bands.names[i]) for s, u in zip(sources, used) for i in u)
    if len(names) > 1 or (names and (has_names or _is_other_file(sources[0]))):
        warnings.append(_assumed(sources[0], names))
    return names, warnings


def _assumed(source: RasterReader, names: Sequence[str]) -> Message:
    """The warning that bands whose names say none are taken to be these polarisations."""
    return Message(
        "The bands have no names of polarisations and are taken to be {names}; if they are others, "
        "choose the polarisations: {name}",
        name=source.path.name,
        names=", ".join(names),
    )


def optical_bands_of(source: RasterReader) -> tuple[list[str], list[Message]]:
    """Name each band of an optical file after OPTICAL_BANDS, "" if it is not used.

    Colours are taken from the names of bands, else from their colour interpretation, else from
    their number: one band is panchromatic, three are RGB, four are RGBN.

    Returns
    -------
    bands : list of str
    warnings : list of Message
        Sentences for the user.

    Raises
    ------
    SceneError
        If a file does not say which of its bands are red, green and blue, or lacks one of them.
    """
    bands = source.bands
    count = len(bands)
    if count == 1:
        return ["PAN"], []
    names = colours_of(bands.names)
    if not any(names):
        names = list(bands.colours)
    # The first near infrared is the usual one, as NIR1 of WorldView beside NIR2.
    names = ["" if name == "N" and "N" in names[:i] else name for i, name in enumerate(names)]
    found = [name for name in names if name]
    if not found and count in (3, 4) and not have_unclear_numbers(bands.names):
        return list(OPTICAL_BANDS[:count]), _assumed_colours(source, OPTICAL_BANDS[:count])
    if len(set(found)) < len(found) or not {"R", "G", "B"} <= set(found):
        raise SceneError(
            "The file has {count} bands and does not say which are red, green and blue; choose an "
            "optical layer of 1, 3 or 4 bands: {path}",
            path=source.path,
            count=count,
        )
    if count == 4 and len(found) == 3 and not bands.names[names.index("")]:
        names[names.index("")] = "N"
    return names, _unused(source, [i for i, name in enumerate(names) if not name])


def _assumed_colours(source: RasterReader, colours: Sequence[str]) -> list[Message]:
    """The warning that bands whose names say no colours are taken to be these; else none."""
    if all(map(is_nameless, source.bands.names)):
        return []
    return [
        Message(
            "The names of the bands say no colours, so that they are taken to be {colours}; if "
            "they are others, name them in the file: {name}",
            name=source.path.name,
            colours=", ".join(colours),
        )
    ]


def _unused(source: RasterReader, bands: Sequence[int]) -> list[Message]:
    """The warning that these bands are not used; none without bands."""
    if not bands:
        return []
    names = [source.bands.names[i] or str(i + 1) for i in bands]
    return [
        Message(
            "Bands of {name} that are not used: {names}.",
            name=source.path.name,
            names=", ".join(names),
        )
    ]


def _bands_to_use(
    source: RasterReader, files: int, given: Sequence[str], warnings: list[Message]
) -> list[int]:
    """Indices of the bands with backscatter."""
    bands = source.bands
    others = [i for i, name in enumerate(bands.names) if is_no_backscatter(name)]
    if others and len(others) < len(bands):
        warnings += _unused(source, others)
    elif others or (files > 1 and len(bands) == 1 and _is_other_file(source)):
        raise SceneError(
            "By its name the layer holds no backscatter; choose the SAR layers without it: {path}.",
            path=source.path,
        )
    used = [i for i in range(len(bands)) if i not in others]
    if len(used) in (3, 4) and len(used) == len(bands) and bands.has_equal_bands():
        return [0]
    _refuse_part(source, used)
    if not given and not any(_own_names(source, used)):
        _refuse_optical(source, used)
        _refuse_unnamed_parts(source, used)
    return used


def _is_other_file(source: RasterReader) -> bool:
    name = source.path.stem
    return is_no_backscatter(name) and not polarisations_in(name)


def _refuse_optical(source: RasterReader, used: list[int]) -> None:
    """Raise SceneError if bands without the name of a polarisation seem to be colours."""
    bands = source.bands
    names = [bands.names[i] for i in used]
    colours = {colour_of(bands.names[i]) or bands.colours[i] for i in used} - {""}
    if {"R", "G", "B"} <= colours or colours & {"CMYK"} or are_optical(names):
        reason = _BY_NAMES
    elif bands.is_8_bit and len(used) >= 3:
        reason = _OF_8_BITS
    elif len(used) >= 3 and bands.share_detail(used):
        reason = Message("the same detail in all of them")
    else:
        return
    raise _looks_optical(len(used), reason, str(source.path))


def _refuse_files(sources: Sequence[RasterReader], used: Sequence[list[int]]) -> None:
    """Raise SceneError if files of one band each seem to be colours or parts of complex values."""
    if len(sources) == 1 or any(len(indices) > 1 for indices in used):
        return
    paths = ", ".join(str(source.path) for source in sources)
    if are_several_optical([source.path.stem for source in sources]):
        raise _looks_optical(len(sources), _BY_NAMES, paths)
    if len(sources) >= 3 and all(source.bands.is_8_bit for source in sources):
        raise _looks_optical(len(sources), _OF_8_BITS, paths)
    if all(_seems_a_part(source) for source in sources):
        raise _looks_complex(len(sources), paths)


def _part_warnings(sources: Sequence[RasterReader], used: Sequence[list[int]]) -> list[Message]:
    """The warning that the only band may be a part of complex values; else none."""
    if [len(indices) for indices in used] != [1] or not _seems_a_part(sources[0]):
        return []
    return [
        Message(
            "The values are spread evenly about zero, like the real or the imaginary part of "
            "complex values; if they are one of them, choose the amplitude: {name}",
            name=sources[0].path.name,
        )
    ]


def _seems_a_part(source: RasterReader) -> bool:
    return not source.bands.is_complex and source.bands.look_like_complex_parts()


def _looks_optical(count: int, reason: Message, path: str) -> SceneError:
    return SceneError(
        "The {count} bands look like an optical image ({reason}); choose a SAR layer, or name its "
        "bands in the file, or choose the polarisations in the order of bands: {path}.",
        count=count,
        reason=reason,
        path=path,
    )


def _looks_complex(count: int, path: str) -> SceneError:
    return SceneError(
        "The {count} bands have values about zero, like the real and the imaginary part of "
        "complex values; choose the amplitude, or name its bands in the file, or choose the "
        "polarisations, in the order of bands: {path}.",
        count=count,
        path=path,
    )


def _refuse_part(source: RasterReader, used: list[int]) -> None:
    """Raise SceneError if a band is the real or the imaginary part of complex values."""
    names = [source.bands.names[i] for i in used]
    if len(names) == 1 and not names[0] and part_in_file_name(source.path.name):
        names = [source.path.stem]
    for name in names:
        part, rest = part_of(name)
        if part and (not rest or polarisations_in(rest)):
            raise SceneError(
                "The band {name} is only a part of complex values; choose the amplitude, or one "
                "file with the real and the imaginary part: {path}.",
                name=name,
                path=source.path,
            )


def _refuse_unnamed_parts(source: RasterReader, used: list[int]) -> None:
    """Raise SceneError if bands without names look like real and imaginary parts."""
    if len(used) > 1 and _seems_a_part(source):
        raise _looks_complex(len(used), str(source.path))


def _names_in(sources: Sequence[RasterReader], used: Sequence[list[int]]) -> list[str]:
    """Polarisation of each band by its name or that of its file; "" where unknown.

    Empty if no name is known.
    """
    names = [name for pair in zip(sources, used) for name in _own_names(*pair)]
    return names if any(names) else []


def _own_names(source: RasterReader, used: list[int]) -> list[str]:
    """Polarisation of each of these bands by its name, else by that of the file."""
    of_bands = [set(polarisations_in(source.bands.names[i])) for i in used]
    found = [known.pop() if len(known) == 1 else "" for known in of_bands]
    of_file = list(dict.fromkeys(polarisations_in(source.path.name)))
    return of_file if not any(found) and len(of_file) == len(used) else found
