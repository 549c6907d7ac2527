"""Properties of a scene: what an extraction would read."""

from __future__ import annotations

from ..hatch.jobs import InspectJob
from ..hatch.reporter import Reporter
from ..hatch.results import InspectResult
from ..raster.scene import open_scene


def inspect(job: InspectJob, reporter: Reporter) -> InspectResult:
    """Open the scene at its own pixel size and describe it. Raises InputError for bad input."""
    reporter.check()
    with open_scene(job.scene) as scene:
        return InspectResult(
            polarisations=list(scene.polarisations),
            radiometry=scene.radiometry,
            radiometry_reason=scene.radiometry_reason,
            pixel_size_m=scene.pixel_size_m,
            width=scene.grid.width,
            height=scene.grid.height,
            valid_share=scene.valid_share,
            optical_bands=list(scene.optical_bands),
            warnings=[*scene.warnings],
        )
