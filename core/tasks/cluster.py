"""Extraction by the processes of a Dask cluster: they compute parts, which are joined here.

The parts are files in a hidden folder next to the output, which all machines must see. Existing
files mark finished parts; an interrupted run computes only those that are missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from .. import __version__
from ..hatch.errors import Cancelled, InputError
from ..hatch.files import atomic_output, writing
from ..hatch.jobs import ClusterJob, ExtractJob, PartJob
from ..hatch.library import DEFAULT_MODEL
from ..hatch.manifest import read_manifest
from ..hatch.references import is_connection
from ..hatch.remains import PARTS, hidden_path
from ..hatch.reporter import Reporter
from ..hatch.results import ClusterResult
from ..raster.cache import digest
from ..raster.part_file import PartFile, all_parts
from ..raster.scene import Scene, open_scene
from ..timing import Timing
from .dask_run import DaskRun, dask_run
from .join import warn_of_machines, write_joined

ROWS_A_PART = 4096  # pixels; a part computes up to one row of tiles in addition to its own


def cluster(job: ClusterJob, reporter: Reporter) -> ClusterResult:
    """Write the footprints of a scene, the same as those of ``extract``.

    Raises InputError for bad input, if dask.distributed is missing, or if the cluster cannot
    compute a part, and Cancelled if the user cancelled the job. Finished parts are left behind
    unless the user cancelled it.
    """
    timing = Timing()
    extract = _with_absolute_paths(job.extract)
    manifest = read_manifest(Path(extract.model) if extract.model else DEFAULT_MODEL)
    with ExitStack() as stack:
        enter = stack.enter_context
        folder = enter(_parts_folder(Path(extract.out)))
        out = enter(atomic_output(Path(extract.out)))
        probability = None
        if extract.probability:
            probability = enter(atomic_output(Path(extract.probability)))
        with open_scene(extract.scene, manifest.pixel_size_m) as scene:
            scene.report(reporter)
            scene_key = digest(scene.content_key)
            jobs = _part_jobs(extract, scene, manifest.sha256, job.parts, folder)
        missing = [one for one in jobs if not Path(one.out).exists()]
        reporter.log(f"{len(jobs)} parts, {len(jobs) - len(missing)} of them are finished")
        run = enter(dask_run(job.scheduler, jobs, folder, reporter))
        header = run.finished(jobs[0]).header
        parts = _parts(jobs, run, scene_key, reporter)
        # The progress is that of the cluster; a cancel is noticed while parts are joined as well.
        count = write_joined(out, probability, parts, header, lambda *_: reporter.check())
    return ClusterResult(
        footprints=count,
        out=job.extract.out,
        probability=job.extract.probability,
        parts=len(jobs),
        computed=len(missing),
        threshold=header.threshold,
        model=header.model,
        engine=f"Dask, {job.scheduler}",
        seconds=round(timing.total, 2),
        megapixels=header.width * header.height / 1e6,
    )


def parts_folder(out: Path) -> Path:
    """The folder of the parts of an output, which need not exist."""
    return hidden_path(Path(os.path.realpath(out)), PARTS)


@contextmanager
def _parts_folder(out: Path) -> Iterator[Path]:
    """The folder of the parts; it is removed at the end, except after an error."""
    folder = parts_folder(out)
    with writing(out):
        folder.mkdir(exist_ok=True)
    try:
        yield folder
    except (Cancelled, KeyboardInterrupt):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except BaseException:
        if not any(folder.iterdir()):
            folder.rmdir()
        raise
    shutil.rmtree(folder, ignore_errors=True)


def _part_jobs(
    extract: ExtractJob, scene: Scene, weights: str, count: int, folder: Path
) -> list[PartJob]:
    """The jobs of all parts; files of other extractions are removed from the folder.

    ``count`` 0 means by the height of the scene.
    """
    count = count or max(1, scene.grid.height // ROWS_A_PART)
    all_pixels = bool(extract.probability)
    settings = (extract.threshold, extract.min_area_m2, extract.careful, extract.device)
    key = digest(scene.content_key, weights, settings, all_pixels, count, __version__)[:16]
    for path in folder.iterdir():
        if path.is_file() and not path.name.startswith(key):
            path.unlink()
    return [
        PartJob(
            extract.scene,
            str(folder / f"{key}-{number:05}.part"),
            number,
            count,
            model=extract.model,
            threshold=extract.threshold,
            min_area_m2=extract.min_area_m2,
            careful=extract.careful,
            device=extract.device,
            all_pixels=all_pixels,
        )
        for number in range(1, count + 1)
    ]


def _with_absolute_paths(job: ExtractJob) -> ExtractJob:
    """The job for processes in other folders. Names that are not paths are kept."""

    def absolute(path: str) -> str:
        return path if not path or is_connection(path) else str(Path(path).absolute())

    scene = replace(
        job.scene, sar=tuple(map(absolute, job.scene.sar)), optical=absolute(job.scene.optical)
    )
    return replace(
        job,
        scene=scene,
        out=absolute(job.out),
        probability=absolute(job.probability),
        model=absolute(job.model),
    )


def _parts(
    jobs: Sequence[PartJob], run: DaskRun, scene_key: str, reporter: Reporter
) -> Iterator[PartFile]:
    """All parts in order, each as soon as it is finished."""
    parts: list[PartFile] = []
    for job in jobs:
        part = run.finished(job)
        if part.header.scene != scene_key:
            raise InputError(
                "A process of the cluster has read different rasters from those on this machine; "
                "make the same files visible to all machines: {files}",
                files=", ".join(job.scene.sar),
            )
        parts.append(part)
        yield part
    warn_of_machines(all_parts(parts), reporter)
