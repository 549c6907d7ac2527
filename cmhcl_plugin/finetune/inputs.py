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
    """``labels`` and ``corrections`` are as in FinetuneJob, ``area`` as in SceneInput."""

    labels: str
    area: Optional[Area] = None
    corrections: str = ""

    def copied(self, folder: Path) -> Inputs:
        """The same with its file in another folder. Raises OSError."""
        if self.labels != FROM_OPTICAL:
            return replace(self, labels=str(shutil.copy(self.labels, folder)))
        if self.corrections:
            return replace(self, corrections=str(shutil.copy(self.corrections, folder)))
        return self


@dataclass(frozen=True)
class InputLayers:
    """The polygons of the chosen layers as they are now.

    With ``from_optical``, ``labels`` are the corrections of labels from optical, or None.
    """

    labels: Optional[LayerPolygons]
    area: Optional[LayerPolygons]
    from_optical: bool = False

    def write(self, folder: Path) -> Inputs:
        """Write the labels to a file, named after their layer. Works in any thread.

        Raises InputError.
        """
        file = ""
        if self.labels:
            file = str(folder / f"{file_stem(self.labels.name)}.gpkg")
            self.labels.write(Path(file))
        area = self.area.area() if self.area else None
        return Inputs(FROM_OPTICAL, area, file) if self.from_optical else Inputs(file, area)
