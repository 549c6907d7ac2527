"""HDF5 files with values in other files are found out."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from core.hatch.errors import InputError
from core.hatch.references import VARIABLE
from core.raster.gdal_open import open_raster
from core.raster.hdf5_references import refers_elsewhere

# Written by libhdf5: a dataset with its values in an external file, with object headers of
# version 1; one of another HDF5 file with headers of version 2; and a link to such a dataset.
EXTERNAL = (
    "eNrr9HBx4+WS4mIAAQ4OBhYGAQZk8B8KDNhQ+TD5BCjNCKU7oPQKJpg4K1hOAiouADV/ByuEXwEVDwlydQWp/o8G"
    "YPYUsEBoDoZRMBKBh6tjAIiOgKcjCDjBhKouLAw1PXpQaC8jAzvELEYYXwNCM0EEGqDiuGhmYMoHMQUV5BkgSViB"
    "QZyDQbweaj4rMEWD5JmYIAayA81nhFrHCIQGONM9J1QckrOYGRE5hhNJlRBUJ8i80DLObAYGC6rEgwJavg9gQVWn"
    "n5JYkqhfnJpclFqil5SZBxMP9vN3AfkL5h8F5tG0TQ5ggpeo2EtMLmi6ggE2aI5hZGAKC0MKdDZYeuZwYMnJzMsW"
    "B0ZdSW6BfmZeQXx+SUZqkV6GKYN+WBgAnOtayQ=="
)
VIRTUAL = (
    "eNrr9HBx4+WS4mLm4GCAgf9QwCAB4RtAxR07O9n9PVyCmBRCyzizkXEFkxCyRhjgYmJgZGBg42UAUkxhYYeh5kAF"
    "XCPuM0JFzBjIBF3GNZFgJymiO4mBkVGFgYGJiZGxAWoLLppZhIFRUEGegQXMU2AQ52AQrweyWIGuZ+bi4GNgYGFm"
    "gIYOWMsShiEBTib+iaNt2LBrAE0Chwojw28miA4ODHdwQsSBKYSFEZ60oKIMJQMTNmr8Frc9XB0DIL5CilsgkGZG"
    "VaufkliSqF+cmlyUWqKXlJnHMApGwSgYBcMBuDv7+4ALPgHUQtCRAa1URCkFM0wZ9MPCGJiR5MG1BRpfd4LXAzT7"
    "ZvADAOWGWnw="
)
LINK = (
    "eNrr9HBx4+WS4mLm4GCAgf9QsBnKN4DSU0PDuv09XIKYGCqYhJAVwgAXEwMjAwObGAMDI4cDU1gYHwODfmpJsn6xXo"
    "Ypg34FA4MdA4XA87PHPQDAdyVI"
)

# As LINK, in a group whose links are compressed.
COMPRESSED_LINK = (
    "eNrr9HBx4+WS4mLm4GCAgf9QMI0FwjeAir9RC2H293AJYmKoYBJCVggDXEwMjAwMbDwMQIoxfTPMPA8GqoFFQutMwE"
    "5QsOPjzkbGLhAnCTFCFO6B0lxsILeAWNwKDIyMUFFGBg6wcEpqWk5iSSoDJ9T4v73B792CPAIY2Bl4GJgYBBgwwiQe"
    "asIjKA1UhUpDAQuRHmJB0gkxEuhMBj8WbGHHxMgIdjXItfziRi+cQjxcGFhB+rmBIikaJkwwM2Hau9sYvdyCgaoY4h"
    "mR7UDQCHcEMFQA7YbJmECNkGJApTUdVr10CvFxY2BtyBBlZBAFCikzxLo2yDNEg5kqXra5DHVgppfO90MMFmDmg4BX"
    "6xhGwTABbsHBrvAMwAhMWQtBjJSvJW8qbhV/LihMEkhKaWC+Vvn7v2GRhUF7q6SHocGL6U/EXqRLHEuf8Up8uZr40m"
    "kvUmcYvWhvNXSYIiEUluQS0Wlop7q4YRkDg76guhAAOL9wEA=="
)


def hdf5(path: Path, text: str, before: bytes = b"") -> Path:
    data = zlib.decompress(base64.b64decode(text))
    path.write_bytes(before + data + bytes(4096))
    return path


@pytest.mark.parametrize("text", [EXTERNAL, VIRTUAL, LINK, COMPRESSED_LINK])
def test_file_with_values_elsewhere_is_refused(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hdf5(tmp_path / "a.nc", text)
    for name in (str(path), f'HDF5:"{path}"://VV', f'NETCDF:"{path}":VV'):
        with pytest.raises(InputError, match=r"values in other files.*a\.nc"):
            open_raster(name)
    monkeypatch.setenv(VARIABLE, "1")
    if text not in (LINK, COMPRESSED_LINK):  # GDAL follows it only to a file that is there
        open_raster(f'HDF5:"{path}"://VV').close()


@pytest.mark.parametrize("text", [EXTERNAL, VIRTUAL])
def test_values_elsewhere_are_found_after_a_user_block(tmp_path: Path, text: str) -> None:
    data = zlib.decompress(base64.b64decode(text))
    moved = bytearray(data)
    at = 12 if data[8] >= 2 else 24
    moved[at : at + 8] = (1024).to_bytes(8, "little")  # the base address
    path = tmp_path / "a.h5"
    path.write_bytes(b"\x89HDF".ljust(1024) + moved + bytes(4096))
    assert refers_elsewhere(path)


@pytest.mark.parametrize("name", ["plain.nc", "a.h5", "empty.h5"])
def test_other_file_is_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    values = np.arange(64, dtype=np.float32).reshape(1, 8, 8)
    if name.endswith(".nc"):
        profile = {"driver": "GTiff", "width": 8, "height": 8, "count": 1}
        with rasterio.open(tmp_path / "a.tif", "w", dtype="float32", **profile) as file:
            file.write(values)
        with rasterio.open(tmp_path / "a.tif") as file:
            rasterio.shutil.copy(file, path, driver="netCDF", FORMAT="NC4")
        open_raster(path).close()
    elif name == "a.h5":
        words = b"\x07\0\x28\0\1\0\0\0\1\0\0\0\1\0\1\0" + bytes(8)
        path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100) + words)
    else:
        path.touch()
    assert not refers_elsewhere(path)
