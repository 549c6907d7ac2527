"""The files that an algorithm's parameters name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsProviderRegistry,
    QgsWkbTypes,
)

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file
from ..layers.layer_file import file_of, uri_parts

PROVIDER = re.compile(r"[A-Za-z]{2,}:")  # a provider and what it writes to; C: is a drive


def input_files(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Iterator[Path]:
    """The files of all layers that are read."""
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        layers: list[QgsMapLayer] = []
        if parameters.get(name) and kind in ("raster", "vector", "source"):
            layers = [algorithm.parameterAsLayer(parameters, name, context)]
        elif parameters.get(name) and kind == "multilayer":
            layers = algorithm.parameterAsLayerList(parameters, name, context)
        for layer in filter(None, layers):
            file = file_of(layer)
            if file:
                yield Path(file)


def require_one_layer(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], project: QgsProject
) -> None:
    """Raise InputError if a file of several vector layers is named without one of them.

    Processing would take the first.
    """
    sources = {layer.source() for layer in project.mapLayers().values()}
    for definition in algorithm.parameterDefinitions():
        text = _source_text(parameters.get(definition.name()))
        is_vector = definition.type() in ("vector", "source")
        if not is_vector or text in sources or not is_file(text):
            continue
        found = QgsProviderRegistry.instance().querySublayers(text)
        names = {one.name() for one in found if one.wkbType() != QgsWkbTypes.Type.NoGeometry}
        if len(names) > 1:
            raise InputError(
                "There are several layers; choose one as PATH{separator}NAME, where NAME is one "
                "of {layers}: {path}.",
                separator="|layername=",
                layers=", ".join(sorted(names)),
                path=text,
            )


def _source_text(value: Any) -> str:
    """What the value of an input names: a layer or a file; "" for an object."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    return value if isinstance(value, str) else ""


def output_files(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> Iterator[Path]:
    """The files to write, as far as the user has named them."""
    for definition in algorithm.destinationParameterDefinitions():
        text = text_of(parameters.get(definition.name()))
        if text and text != QgsProcessing.TEMPORARY_OUTPUT and not is_in_memory(text):
            yield Path(text)


def text_of(output: Any) -> str:
    """What the value of a destination names: a file, TEMPORARY_OUTPUT, a database; "" for none."""
    if isinstance(output, QgsProcessingOutputLayerDefinition):
        output = output.sink
    if isinstance(output, QgsProperty):
        output = output.staticValue()
    return output if isinstance(output, str) else ""


def is_in_memory(text: str) -> bool:
    """Whether an output is a layer in memory, as "memory:" or "memory:name"."""
    return text.startswith("memory:")


def check_file(text: str) -> None:
    """Raise InputError if an output is a table of a file, or is written by another provider."""
    parts = uri_parts("ogr", text)
    table = parts.get("layerName") or parts.get("layerId") is not None
    if table or (PROVIDER.match(text) and not is_in_memory(text)):
        raise InputError(
            "The output is not a file on this computer; choose another name: {path}", path=text
        )


def with_text(output: Any, text: str) -> Any:
    """The value of a destination that names something else."""
    if not isinstance(output, QgsProcessingOutputLayerDefinition):
        return text
    definition = QgsProcessingOutputLayerDefinition(output)
    definition.sink = QgsProperty.fromValue(text)
    return definition
