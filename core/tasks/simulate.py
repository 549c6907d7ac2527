"""One simulated scene, written as a folder."""

from __future__ import annotations

from ..hatch.jobs import SimulateJob
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import SimulateResult
from ..simulator import read_city, write_scene
from ..simulator import simulate as simulate_scene


def simulate(job: SimulateJob, reporter: Reporter) -> SimulateResult:
    """Simulate a scene and write it to ``job.out``. Raises InputError for bad input."""
    reporter.progress(0, 2, Message("Simulating the scene"))
    city = read_city(job.city) if job.city else None
    scene = simulate_scene(job.seed, job.size, city=city, style=job.style or None)
    reporter.progress(1, 2, Message("Writing the scene"))
    write_scene(scene, job.out, output=job.output, polarisations=job.polarisations)
    return SimulateResult(job.out, len(scene.footprints))
