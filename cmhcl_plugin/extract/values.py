"""Values of the settings of an extraction, of the page Extract and of Processing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ...core.hatch.jobs import AUTO, Area, ExtractJob, SceneInput
from ...core.hatch.library import DEFAULT_MODEL

# Which part of the scene is extracted.
WHOLE, VIEW, SELECTION, SAME_AREA = "whole", "view", "selection", "same"


@dataclass(frozen=True)
class ExtractValues:
    """The settings of an extraction except its scene.

    Attributes
    ----------
    extent
        WHOLE, VIEW, SELECTION or SAME_AREA.
    area
        The polygon of SAME_AREA, None if that cannot be chosen.
    model
        Folder of the model.
    output
        Vector file to write; "" for a temporary file, None for the suggested one.
    threshold, min_area_m2, careful, device
        As in ExtractJob.
    """

    extent: str = WHOLE
    area: Optional[Area] = None
    model: Path = DEFAULT_MODEL
    output: Optional[str] = None
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = AUTO

    def job(
        self, scene: SceneInput, out: str, probability: str = "", overwrite: bool = False
    ) -> ExtractJob:
        """The job that extracts a scene, limited to its area already, into a file."""
        return ExtractJob(
            scene=scene,
            out=out,
            model=str(self.model),
            threshold=self.threshold,
            min_area_m2=self.min_area_m2,
            careful=self.careful,
            device=self.device,
            probability=probability,
            overwrite=overwrite,
        )
