"""Runs the Processing algorithms as ``processing.run`` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)


class Feedback(QgsProcessingFeedback):
    """Collects the progress, in percent."""

    def __init__(self) -> None:
        super().__init__(False)
        self.shares: list[float] = []
        self.progressChanged.connect(self.shares.append)


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"cmhcl:{name}")


def run(name: str, feedback: Any = None, context: Any = None, **parameters: Any) -> dict[str, Any]:
    """Outputs of an algorithm, as ``processing.run`` gives them. Raises QgsProcessingException."""
    if context is None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
    chosen = algorithm(name)
    allowed, problem = chosen.checkParameterValues(parameters, context)
    if not allowed:
        raise QgsProcessingException(problem)
    outputs, ok = chosen.run(
        parameters, context, feedback or QgsProcessingFeedback(), catchExceptions=False
    )
    assert ok
    return outputs


def raster(folder: Path, manner: str) -> list[str]:
    """A SAR file whose name tells the fake worker what to do."""
    return [str(scenes.write_raster(folder / f"{manner}.tif", scenes.speckle()))]
