"""Styles and metadata for the layers that Processing loads after an algorithm."""

from __future__ import annotations

from collections import deque
from typing import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)


def when_loaded(
    context: QgsProcessingContext, path: str, finish: Callable[[QgsMapLayer], None]
) -> None:
    """Call ``finish`` with the layer of a file if and when Processing loads it."""
    if context.willLoadLayerOnCompletion(path):
        processor = _PostProcessor(finish)
        _PROCESSORS.append(processor)
        context.layerToLoadOnCompletionDetails(path).setPostProcessor(processor)


class _PostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Serves one run: QGIS deletes it with the context."""

    def __init__(self, finish: Callable[[QgsMapLayer], None]) -> None:
        super().__init__()
        self._finish = finish

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        self._finish(layer)


_PROCESSORS: deque[_PostProcessor] = deque(maxlen=100)  # QGIS keeps no reference
