"""Why a vector file cannot be read, as the error to raise."""

from __future__ import annotations

from pathlib import Path

from ..hatch.errors import InputError
from ..hatch.file_formats import is_plain, layers_in_zip

_LISTED = 20  # layers that an error names


def unreadable(path: Path) -> InputError:
    """The error for a file that GDAL does not read."""
    if index := _missing_index(path):
        return InputError(
            "A file of the shapefile is missing, {index}; copy it next to this one: {path}",
            index=index.name,
            path=path,
        )
    layers = layers_in_zip(path)
    if len(layers) > 1:
        return InputError(
            "The archive contains several layers ({layers}); unpack it and choose one of its "
            "files: {path}",
            layers=", ".join(layers[:_LISTED]),
            path=path,
        )
    return InputError(
        "The file is not a vector file that can be read; choose a file of polygons: {path}",
        path=path,
    )


def _missing_index(path: Path) -> Path | None:
    """The missing index of a shapefile, None if it has one or is another format."""
    if path.suffix.lower() != ".shp" or not is_plain(path):
        return None
    indices = [path.with_suffix(suffix) for suffix in (".shx", ".SHX")]
    return None if any(index.exists() for index in indices) else indices[0]
