"""The file that a sink of Processing writes, atomically."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file
from ...core.hatch.files import atomic_files
from ...core.hatch.in_use import is_locked, is_sqlite, journals_of, open_elsewhere
from ...core.hatch.same_file import is_same_file
from ..layers.layer_file import source_parts
from ..layers.output_paths import check_closed, check_openable
from ..layers.project_layers import layers_of
from .parameter_files import PROVIDER, check_file, text_of, with_text

_STYLES = "layer_styles"  # QGIS's own table

translate = QCoreApplication.translate


def file_of(value: Any) -> Optional[Path]:
    """The file that a sink with this value writes.

    None for a temporary layer, a database, or a layer that is appended to.
    """
    text = text_of(value)
    if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
        return None
    if text in ("", QgsProcessing.TEMPORARY_OUTPUT) or PROVIDER.match(text):
        return None
    return Path(os.path.realpath(_with_extension(text)))  # as it is written


def with_extension(value: Any) -> Any:
    """The value with the extension that QGIS appends to its file; one that is no file as it is."""
    if file_of(value) is None:
        return value
    return with_text(value, _with_extension(text_of(value)))


def check(value: Any, layer: Optional[QgsMapLayer]) -> None:
    """Raise InputError if a sink of this value would destroy other layers, the input or edits."""
    text, path = text_of(value), file_of(value)
    if path is None:
        _check_table(text, layer)
        return
    check_file(text)
    check_openable(path)
    if is_file(path):
        _check_input(path, layer)
        _check_file(path)


@contextmanager
def complete_file(value: Any) -> Iterator[Any]:
    """The value with a file in a hidden folder, which gets its name if the block succeeds.

    A value that is no file is given as it is. Raises InputError if the file cannot be written.
    """
    path = file_of(value)
    if path is None:
        yield value
        return
    with atomic_files(path) as new:
        yield str(new)


def _with_extension(text: str) -> str:
    """A file's name as QgsVectorFileWriter completes it: x.gpkg for x, x.json.geojson for x.json.

    The writer would not find the file under its name otherwise.
    """
    driver = QgsVectorFileWriter.driverForExtension(Path(text).suffix[1:])
    if not driver:
        return f"{text}.gpkg"
    format = QgsVectorFileWriter.MetaData()
    if not QgsVectorFileWriter.driverMetadata(driver, format):
        return text
    extensions = [f".{extension}" for extension in format.ext.split()]
    return text if text.lower().endswith(tuple(extensions)) else text + extensions[0]


def _check_table(text: str, layer: Optional[QgsMapLayer]) -> None:
    """Raise InputError for a table of a GeoPackage that is the input layer or is being edited."""
    target = QgsDataSourceUri(text.partition(":")[2])
    if text.startswith("ogr:") and target.database():
        path = Path(target.database())
        _check_input(path, layer, target.table())
        if any(_reads(other, target.table()) for other in _edited(path)):
            check_closed(path, QgsProject.instance())


def _check_input(path: Path, layer: Optional[QgsMapLayer], table: str = "") -> None:
    """Raise InputError if a file, or a table of it, is the input layer."""
    file = source_parts(layer).get("path") if layer else None
    if layer and file and _reads(layer, table) and is_same_file(Path(file), path):
        text = translate("Processing", "The output is also an input; choose another file: {}")
        raise InputError(text.format(path))


def _check_file(path: Path) -> None:
    """Raise InputError for a file with several layers, or one that another program uses."""
    details = QgsProviderRegistry.instance().querySublayers(str(path))
    names = sorted({detail.name() for detail in details} - {_STYLES})
    if len(names) > 1:
        text = translate(
            "Processing",
            "The output has several layers, which would be lost ({}); choose another file: {}",
        )
        raise InputError(text.format(", ".join(names[:3]), path))
    others = open_elsewhere([path])
    is_used = bool(others) or bool(journals_of(path)) or (is_sqlite(path) and is_locked(path))
    if _edited(path) or (is_used and not others):
        check_closed(path, QgsProject.instance())
    if is_used:
        text = translate(
            "Processing",
            "The output is open in another program; close it there or choose another file: {}",
        )
        raise InputError(text.format(path))


def _reads(layer: QgsMapLayer, table: str) -> bool:
    """Whether a layer of a GeoPackage reads this table, or any table if it is empty."""
    return not table or source_parts(layer).get("layerName") in (None, "", table)


def _edited(path: Path) -> list[QgsMapLayer]:
    """The layers of the project that read a file and are being edited.

    Some formats would be written back as they were when the edits are saved.
    """
    layers = layers_of(path, QgsProject.instance())
    return [layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isEditable()]
