"""A folder of rasters as one raster, by a virtual raster of GDAL in memory."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # nosec B405

import numpy as np
import rasterio
from rasterio import DatasetReader
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import Affine
from rasterio.windows import Window

from ..hatch.errors import SceneError
from ..hatch.messages import Message
from .alpha import find_tagged_alpha
from .band_names import (
    are_several_optical,
    is_no_backscatter,
    part_in_file_name,
    polarisations_in,
)
from .gdal_open import open_raster

EXTENSIONS = (".tif", ".tiff", ".img")  # of the files that are read
_TOLERANCE = 0.05  # pixels by which the pixels of a file may be off those of the first one
_ROOT = "VRTDataset"
_OTHER_BANDS = Message("other bands, types or nodata values")
_SAME_PLACE = "SAME_PLACE"  # tag of a mosaic: two rasters of which one hides the other
_TYPES = {  # as GDAL says
    **{"uint8": "Byte", "complex_int16": "CInt16"},
    **{"complex64": "CFloat32", "complex128": "CFloat64"},
}


@dataclass(frozen=True)
class _Band:
    """A band, which must be the same in all files."""

    type: str
    description: str
    colour: ColorInterp
    nodata: str  # as text, as NaN is not equal to itself, "" if there is none
    scale: float
    offset: float
    tags: tuple[tuple[str, str], ...]
    palette: tuple[tuple[int, ...], ...]  # red, green, blue and alpha by index; may be empty


@dataclass(frozen=True)
class _Member:
    """A file of a mosaic."""

    path: Path
    crs: CRS | None
    transform: Affine
    width: int
    height: int
    block: tuple[int, int]  # height and width
    bands: tuple[_Band, ...]
    fill: tuple[str, ...]  # of each band, the value that does not cover other files, or ""
    alpha: int | None  # number of the band that is tagged as alpha
    polarisations: tuple[str, ...]  # by the names of bands, else of the file
    has_backscatter: bool  # False if its name says that its band holds something else


def open_mosaic(folder: Path) -> DatasetReader:
    """Open the rasters of a folder as one; where they overlap, the last one by name is on top.

    They must have the same coordinate system, pixel grid and bands. What none of them covers is not
    valid. Rasters whose names say other polarisations of the same places become bands of their own.
    Raises SceneError if there are none, or they do not fit together.
    """
    members = [
        _member(path)
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in EXTENSIONS and not path.name.startswith(".")
    ]
    if not members:
        raise SceneError(
            "The folder contains no raster ({extensions}); choose another: {folder}.",
            extensions=", ".join(EXTENSIONS),
            folder=folder,
        )
    _check_backscatter(members)
    groups = _by_polarisation(members)
    for group in groups:
        own = group[0]
        first = replace(members[0], bands=own.bands, polarisations=own.polarisations)
        for member in group:
            _check_fits(member, first)
    same_places = [_find_same_place(group) for group in groups]
    return rasterio.open(_virtual_raster(groups, next(filter(None, same_places), "")))


def name_of(dataset: DatasetReader) -> str:
    """The name of a raster for messages, which is that of its folder for a mosaic."""
    name: str = dataset.name
    return str(Path(dataset.files[0]).parent) if name.startswith(f"<{_ROOT}") else name


def same_place_in(dataset: DatasetReader) -> str:
    """Names of files of a mosaic of which one hides the other, empty if there are none."""
    is_mosaic = dataset.name.startswith(f"<{_ROOT}")
    return dataset.tags().get(_SAME_PLACE, "") if is_mosaic else ""


def _member(path: Path) -> _Member:
    """Raises SceneError if the file cannot be part of a mosaic."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            file = open_raster(path)
    except RasterioError as error:
        raise SceneError(
            "A file of the mosaic is not a raster that can be read; move it: {path}.", path=path
        ) from error
    with file:
        place = file.transform
        if file.count == 0 or place.is_identity or place.b or place.d or place.e >= 0:
            raise SceneError(
                "A raster of the mosaic is not north-up; warp or move it: {path}.", path=path
            )
        flags = file.mask_flag_enums
        if any(MaskFlags.per_dataset in f and MaskFlags.alpha not in f for f in flags):
            raise SceneError(
                "A raster of the mosaic has a mask; give it a nodata value instead: {path}.",
                path=path,
            )
        bands = [_band(file, index) for index in range(file.count)]
        alpha = find_tagged_alpha(file)
        polarisations = _name_bands(bands, path.name, alpha)
        fill = tuple(_fill(file, index, alpha) for index in range(file.count))
        return _Member(
            path.absolute(),
            file.crs,
            place,
            file.width,
            file.height,
            file.block_shapes[0],
            tuple(bands),
            fill,
            alpha,
            polarisations,
            file.count > 1 or not is_no_backscatter(path.stem),
        )


def _name_bands(bands: list[_Band], file_name: str, alpha: int | None) -> tuple[str, ...]:
    """The polarisations that bands say, else the name of the file, from which they are named."""
    said = [polarisations_in(" ".join([b.description, *(v for _, v in b.tags)])) for b in bands]
    if any(said):
        return tuple(name for names in said for name in names)
    names = tuple(dict.fromkeys(polarisations_in(file_name)))
    image = [index for index in range(len(bands)) if index + 1 != alpha]
    if len(names) == len(image) and not any(is_no_backscatter(b.description) for b in bands):
        for index, name in zip(image, names):
            said_by_file = part_in_file_name(file_name) or name
            bands[index] = replace(bands[index], description=said_by_file)
    return names


def _fill(file: DatasetReader, index: int, alpha: int | None) -> str:
    """The value of a band that does not cover other files, or "".

    Without a nodata tag and alpha these are zeros, as around a rotated image; in floats NaN, unless
    a corner is zero. GDAL has no such value for complex numbers.
    """
    nodata, kind = file.nodatavals[index], file.dtypes[index]
    if alpha == index + 1:
        return "0"
    if nodata is not None and not np.isnan(nodata):
        return repr(float(nodata))
    if not kind.startswith("float"):
        is_palette = file.colorinterp[index] == ColorInterp.palette
        return "" if is_palette or alpha or kind.startswith("complex") else "0"
    corners = [(row, col) for row in (0, file.height - 1) for col in (0, file.width - 1)]
    windows = [Window(col, row, 1, 1) for row, col in corners]
    values = np.array([file.read(index + 1, window=window)[0, 0] for window in windows])
    return "0" if (values == 0).any() and not np.isnan(values).any() else "nan"


def _band(file: DatasetReader, index: int) -> _Band:
    tags = {k: v for k, v in file.tags(index + 1).items() if not k.startswith("STATISTICS_")}
    kind, nodata = file.dtypes[index], file.nodatavals[index]
    if nodata is None and kind.startswith("float"):
        nodata = np.nan
    return _Band(
        _TYPES.get(kind) or kind.title().replace("Uint", "UInt"),
        file.descriptions[index] or "",
        file.colorinterp[index],
        "" if nodata is None else repr(float(nodata)),
        file.scales[index],
        file.offsets[index],
        tuple(sorted(tags.items())),
        _palette(file, index),
    )


def _palette(file: DatasetReader, index: int) -> tuple[tuple[int, ...], ...]:
    if file.colorinterp[index] != ColorInterp.palette:
        return ()
    try:
        colours = file.colormap(index + 1)
    except ValueError:
        return ()
    return tuple(colours.get(i, (0, 0, 0, 0)) for i in range(max(colours) + 1))


def _by_polarisation(members: list[_Member]) -> list[list[_Member]]:
    """Files of one band by the polarisation, if each has the same places; else all in one list."""
    groups: dict[tuple[str, ...], list[_Member]] = {}
    for member in members:
        groups.setdefault(member.polarisations, []).append(member)
    places = {frozenset((m.transform, m.width, m.height) for m in g) for g in groups.values()}
    kinds = {tuple(replace(b, description="", tags=()) for b in m.bands) for m in members}
    one_band = len(members[0].bands) == 1 and all(len(names) == 1 for names in groups)
    return list(groups.values()) if one_band and len(places) == len(kinds) == 1 else [members]


def _check_backscatter(members: Sequence[_Member]) -> None:
    """Raise SceneError if by their names some files hold backscatter and one does not."""
    others = [member for member in members if not member.has_backscatter]
    first = next((member for member in members if member.has_backscatter), None)
    if others and first:
        raise _misfit(others[0], first, _OTHER_BANDS)


def _check_fits(member: _Member, first: _Member) -> None:
    """Raise SceneError if a file does not fit the first one."""
    own, other = member.transform, first.transform
    drift = max(abs(own.a / other.a - 1) * member.width, abs(own.e / other.e - 1) * member.height)
    shift = np.array(~other * (own.c, own.f))
    if member.crs != first.crs:
        difference = Message("another coordinate system")
    elif drift > _TOLERANCE or abs(shift - shift.round()).max() > _TOLERANCE:
        difference = Message("another pixel grid")
    elif (member.bands, member.polarisations) != (first.bands, first.polarisations):
        difference = _OTHER_BANDS
    else:
        return
    raise _misfit(member, first, difference)


def _find_same_place(group: Sequence[_Member]) -> str:
    """Names of two files of the same place, empty if there are none.

    Raises SceneError if they say by their names that they hold bands of one image.
    """
    first: dict[tuple[Affine, int, int], _Member] = {}
    found = ""
    for member in group:
        other = first.setdefault((member.transform, member.width, member.height), member)
        if other is member:
            continue
        stems = [other.path.stem, member.path.stem]
        if len(member.bands) == 1 and are_several_optical(stems):
            raise _misfit(member, other, _OTHER_BANDS)
        found = found or f"{other.path.name}, {member.path.name}"
    return found


def _misfit(member: _Member, first: _Member, difference: Message) -> SceneError:
    return SceneError(
        "A raster of the mosaic does not fit {first} ({difference}); warp it, or move it to "
        "another folder: {path}.",
        first=first.path.name,
        difference=difference,
        path=member.path,
    )


def _virtual_raster(groups: Sequence[list[_Member]], same_place: str) -> str:
    """The mosaic in GDAL's format of virtual rasters, with the bands of one group after another.

    ``same_place`` is what ``same_place_in`` returns.
    """
    members = [member for group in groups for member in group]
    first = members[0]
    offsets = np.array([~first.transform * (m.transform.c, m.transform.f) for m in members])
    offsets = offsets.round().astype(int)  # [n, 2]: column and row
    sizes = np.array([(m.width, m.height) for m in members])
    corner = offsets.min(axis=0)
    width, height = (offsets + sizes).max(axis=0) - corner
    place = first.transform * Affine.translation(*corner.tolist())
    root = ElementTree.Element(_ROOT, rasterXSize=str(width), rasterYSize=str(height))
    if first.crs:
        _add(root, "SRS", first.crs.to_wkt())
    _add(root, "GeoTransform", ", ".join(map(repr, place.to_gdal())))
    if same_place:
        _add(_add(root, "Metadata"), "MDI", same_place, key=_SAME_PLACE)
    places = dict(zip((member.path for member in members), (offsets - corner).tolist()))
    for group in groups:
        for index, band in enumerate(group[0].bands):
            element = _add_band(root, band)
            for member in group:
                _add_source(element, member, index, *places[member.path])
    return ElementTree.tostring(root, encoding="unicode")


def _add_band(root: Any, band: _Band) -> Any:
    """Append a band."""
    number = len(root.findall("VRTRasterBand")) + 1
    element = _add(root, "VRTRasterBand", dataType=band.type, band=number)
    _add(element, "Description", band.description)
    metadata = _add(element, "Metadata")
    for key, value in band.tags:
        _add(metadata, "MDI", value, key=key)
    _add(element, "ColorInterp", band.colour.name.title())
    if band.palette:
        table = _add(element, "ColorTable")
        for colour in band.palette:
            _add(table, "Entry", **{f"c{i}": str(v) for i, v in enumerate(colour, start=1)})
    _add(element, "Scale", repr(band.scale))
    _add(element, "Offset", repr(band.offset))
    if band.nodata:
        _add(element, "NoDataValue", band.nodata)
    return element


def _add_source(parent: Any, member: _Member, index: int, col: int, row: int) -> None:
    """Add a band of a file at a place in the mosaic; what is missing does not cover other files."""
    fill, is_masked = member.fill[index], member.alpha not in (None, index + 1)
    source = _add(parent, "ComplexSource" if fill or is_masked else "SimpleSource")
    _add(source, "SourceFilename", str(member.path), relativeToVRT=0)
    _add(source, "SourceBand", str(index + 1))
    size: dict[str, Any] = {"xSize": member.width, "ySize": member.height}
    # With these properties a file is opened when it is first read.
    _add(
        source,
        "SourceProperties",
        RasterXSize=member.width,
        RasterYSize=member.height,
        DataType=member.bands[index].type,
        BlockXSize=member.block[1],
        BlockYSize=member.block[0],
    )
    _add(source, "SrcRect", xOff=0, yOff=0, **size)
    _add(source, "DstRect", xOff=col, yOff=row, **size)
    if fill:
        _add(source, "NODATA", fill)
    if is_masked:
        _add(source, "UseMaskBand", "true")


def _add(parent: Any, name: str, text: str = "", **attributes: Any) -> Any:
    element = ElementTree.SubElement(parent, name, {k: str(v) for k, v in attributes.items()})
    element.text = text
    return element
