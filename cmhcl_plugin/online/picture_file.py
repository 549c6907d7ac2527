"""The GeoTIFF of a picture, written block by block."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsRasterBlock, QgsRasterFileWriter
from qgis.PyQt.QtCore import QByteArray, QCoreApplication
from qgis.PyQt.QtGui import QImage

from ...core.hatch.errors import InputError
from .grid import PictureGrid

BANDS = 4  # red, green, blue, alpha
OPTIONS = [
    *("TILED=YES", "COMPRESS=LZW", "PREDICTOR=2", "PHOTOMETRIC=RGB", "ALPHA=YES"),
    "BIGTIFF=IF_SAFER",
]


class PictureFile:
    """A new file of the pixels of a grid, 8 bits; where alpha is 0 there is no picture."""

    def __init__(self, path: Path, grid: PictureGrid) -> None:
        """Raises InputError if the file cannot be written."""
        self._path = path
        writer = QgsRasterFileWriter(str(path))
        writer.setOutputFormat("GTiff")
        writer.setCreateOptions(OPTIONS)
        size = (grid.width, grid.height, grid.extent, grid.crs, BANDS)
        self._provider = writer.createMultiBandRaster(Qgis.DataType.Byte, *size)
        if self._provider is None or not self._provider.isValid():
            raise self._not_written()
        self._provider.setEditable(True)

    def write(self, picture: QImage, left: int, top: int) -> None:
        """Write a picture at a pixel. Raises InputError if the disk is full."""
        picture = picture.convertToFormat(QImage.Format.Format_RGBA8888)
        width, height = picture.width(), picture.height()
        values = picture.constBits().asstring(picture.sizeInBytes())
        for band in range(BANDS):
            block = QgsRasterBlock(Qgis.DataType.Byte, width, height)
            block.setData(QByteArray(values[band::BANDS]))
            if not self._provider.writeBlock(block, band + 1, left, top):
                raise self._not_written()

    def close(self) -> None:
        """Write what is still in memory."""
        self._provider.setEditable(False)
        self._provider = None  # GDAL writes when the file is closed

    def discard(self) -> None:
        """Delete the file."""
        self._provider = None
        self._path.unlink(missing_ok=True)

    def _not_written(self) -> InputError:
        text = QCoreApplication.translate(
            "Online", "The picture of the online layer cannot be written; free up disk space: {}"
        )
        return InputError(text.format(self._path.parent))
