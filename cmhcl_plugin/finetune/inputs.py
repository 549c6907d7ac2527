"""The labels and the labelled area of a fine-tuning, for the worker."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from ...core.hatch.jobs import FROM_OPTICAL, Area
from ..layers.output_paths import file_stem
from ..layers.polygon_file import LayerPolygons


@dataclass(frozen=True)
class Inputs:
    """``labels`` is as in FinetuneJob, ``area`` as in SceneInput."""

    labels: str
    area: Optional[Area] = None

    def copied(self, folder: Path) -> Inputs:
        """The same with its file in another folder. Raises OSError."""
        if self.labels == FROM_OPTICAL:
            return self
        return replace(self, labels=str(shutil.copy(self.labels, folder)))


@dataclass(frozen=True)
class InputLayers:
    """The polygons of the chosen layers as they are now; no labels: they come from optical."""

    labels: Optional[LayerPolygons]
    area: Optional[LayerPolygons]

    def write(self, folder: Path) -> Inputs:
        """Write the labels to a file, named after their layer. Works in any thread.

        Raises InputError.
        """
        labels = FROM_OPTICAL
        if self.labels:
            labels = str(folder / f"{file_stem(self.labels.name)}.gpkg")
            self.labels.write(Path(labels))
        return Inputs(labels, self.area.area() if self.area else None)
