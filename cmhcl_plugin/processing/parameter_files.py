"""The files that an algorithm's parameters name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)

from ..layers.layer_file import file_of


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


def output_files(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> Iterator[Path]:
    """The files to write, as far as the user has named them."""
    for definition in algorithm.destinationParameterDefinitions():
        value = parameters.get(definition.name())
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink
        if isinstance(value, QgsProperty):
            value = value.staticValue()
        if isinstance(value, str) and value:
            yield Path(value)
