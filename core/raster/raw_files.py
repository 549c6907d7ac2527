"""Raw files with a header in a separate file: whether the header is theirs, and they are complete.

GDAL takes any file with a header of its stem next to it for a raster.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from ..hatch.errors import SceneError
from ..hatch.existence import is_file

_DRIVERS = ("ENVI", "EHdr")
_LAYOUTS = (".bil", ".bip", ".bsq")
_SUFFIXES = (
    *("", ".img", ".dat", ".bin", ".raw", *_LAYOUTS, ".flt", ".dem"),
    *(".slc", ".rslc", ".mli", ".int"),
)


def check_raw(file: rasterio.DatasetReader) -> None:
    """Raise SceneError if a raw file is shorter than its header says, or that is of another file.

    A header next to several raw files is that of the one that its description names or its layout
    implies, else of all with a usual extension, else of the only one if its size is as it says.
    """
    path = Path(file.name)
    if file.driver not in _DRIVERS or not is_file(path):
        return
    tags = file.tags(ns="ENVI")
    if tags.get("file_compression", "0").strip() != "0":
        return
    size, least = path.stat().st_size, _bytes(file, tags)
    if size < least:  # GDAL reads zeros beyond its end
        raise SceneError(
            "The file is truncated or damaged; copy or download it again: {path}", path=path
        )
    header = next((Path(name) for name in file.files if name.lower().endswith(".hdr")), path)
    others = [other for other in _raw_files_of(header) if other.name != path.name]
    is_usual = path.suffix.lower() in _SUFFIXES
    is_own = header.name.casefold() == f"{path.name}.hdr".casefold() and path.suffix
    if not is_own and (
        any(_is_meant(other, file.driver, tags) for other in others)
        or (not is_usual and (others or size != least))
    ):
        raise SceneError(
            "The header {header} next to the file is that of another raster; choose that one, or "
            "move the file and its own header to another folder: {path}.",
            header=header.name,
            path=path,
        )


def _bytes(file: rasterio.DatasetReader, tags: dict[str, str]) -> int:
    """The least size of a raw file."""
    offset = tags.get("header_offset", "").strip()
    tagged = file.tags(1, ns="IMAGE_STRUCTURE").get("NBITS", "")
    bits: int = sum(8 * np.dtype(kind).itemsize for kind in file.dtypes)
    if tagged in ("1", "2", "4"):  # less than a byte for a value
        bits = file.count * int(tagged)
    offset_bytes = int(offset) if offset.isdecimal() else 0
    return offset_bytes + int(file.width) * int(file.height) * bits // 8


def _is_meant(path: Path, driver: str, tags: dict[str, str]) -> bool:
    """Whether a header is that of a file: by its description as GDAL writes it, or its layout."""
    described = tags.get("description", "").strip("{} \r\n\t").replace("\\", "/")
    return described.rpartition("/")[2] == path.name or (
        driver == "EHdr" and path.suffix in _LAYOUTS
    )


def _raw_files_of(header: Path) -> list[Path]:
    """The raw files that a header may be that of."""
    return [path for path in (header.with_suffix(suffix) for suffix in _SUFFIXES) if is_file(path)]
