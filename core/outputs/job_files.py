"""The files that each job reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..datasets.scene_store import LIST_SUFFIX
from ..hatch.jobs import (
    FROM_OPTICAL,
    BuildingJob,
    CheckJob,
    ClusterJob,
    CompareJob,
    EvaluateJob,
    ExportJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    JoinJob,
    LabelNextJob,
    OsmJob,
    OutlineJob,
    OutlinePartJob,
    PartJob,
    RegulariseJob,
    SceneInput,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from ..hatch.library import CHECKPOINT, DEFAULT_MODEL, MEMBERS
from ..hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE, part_footprints_of
from .kinds import (
    BLOCKS,
    EXPORT,
    MODEL,
    OSM,
    PART,
    PART_FOOTPRINTS,
    PROBABILITIES,
    RUN,
    SCENE_LABELS,
    SCENE_RASTER,
    STORE,
    VECTOR,
    Kind,
)

SCENE_FILES = {SAR_FILE: SCENE_RASTER, OPTICAL_FILE: SCENE_RASTER, LABELS_FILE: SCENE_LABELS}


@dataclass(frozen=True)
class Output:
    """A file or folder that a job writes."""

    path: str
    kind: Kind


@dataclass(frozen=True)
class JobFiles:
    """The files that a job reads and writes.

    Attributes
    ----------
    inputs
        Files and folders, as the job names them.
    outputs
        Files and folders to write.
    overwrite
        Whether existing outputs may be replaced.
    """

    inputs: tuple[str, ...]
    outputs: tuple[Output, ...] = ()
    overwrite: bool = False


def files_of(job: Job) -> JobFiles:
    """The files of a job. Raises TypeError if none are declared for this kind of job."""
    declared = FILES.get(type(job))
    if declared is None:
        raise TypeError(f"{job!r} does not declare its files")
    return declared(job)


def _scene(scene: SceneInput) -> tuple[str, ...]:
    return tuple(filter(None, (*scene.sar, scene.optical, scene.area_path)))


def _model(folder: str) -> tuple[str, ...]:
    return _files_in(folder or str(DEFAULT_MODEL), *MEMBERS)


def _files_in(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(str(Path(folder) / name) for name in names)


def _extract(job: ExtractJob) -> JobFiles:
    inputs = (*_scene(job.scene), *_model(job.model))
    return JobFiles(inputs, _extracted(job.out, job.probability), job.overwrite)


def _extracted(out: str, probability: str) -> tuple[Output, ...]:
    footprints = Output(out, VECTOR)
    return (footprints, Output(probability, PROBABILITIES)) if probability else (footprints,)


def _part(job: PartJob) -> JobFiles:
    inputs = (*_scene(job.scene), *_model(job.model))
    return JobFiles(inputs, (Output(job.out, PART),), job.overwrite)


def _train(job: TrainJob) -> JobFiles:
    inputs = [path for scene in (*job.scenes, *job.validation) for path in _labelled(scene)]
    inputs += _model(job.base) if job.base else ()
    inputs += [job.imagenet] if job.imagenet else []
    return JobFiles(tuple(inputs), _trained(job.out), job.overwrite)


def _labelled(scene: str) -> tuple[str, ...]:
    """The files of a folder, or of a list and the store around the list's folder."""
    if scene.endswith(LIST_SUFFIX):
        return scene, str(Path(scene).parent.parent)
    return _files_in(scene, *SCENE_FILES)


def _finetune(job: FinetuneJob) -> JobFiles:
    drawn = job.corrections if job.labels == FROM_OPTICAL else job.labels
    labels = (drawn,) if drawn else ()
    inputs = (*_scene(job.scene), *labels, *_model(job.base))
    return JobFiles(inputs, _trained(job.out), job.overwrite)


def _trained(out: str) -> tuple[Output, ...]:
    return Output(out, MODEL), Output(out + CHECKPOINT, RUN)


def _check(job: CheckJob) -> JobFiles:
    outputs = (Output(job.blocks, BLOCKS),) if job.blocks else ()
    return JobFiles(_finetune(job.finetune).inputs, outputs)


def _simulate(job: SimulateJob) -> JobFiles:
    outputs = tuple(
        Output(str(Path(job.out) / name) if job.out else "", kind)
        for name, kind in SCENE_FILES.items()
    )
    return JobFiles((job.city,) if job.city else (), outputs, job.overwrite)


def _compare(job: CompareJob) -> JobFiles:
    inputs = filter(None, (job.polygons, job.reference, job.area_path, job.probability))
    return JobFiles(tuple(inputs), (Output(job.out, VECTOR),), job.overwrite)


# By the class of the job.
FILES: dict[type, Callable[[Any], JobFiles]] = {
    ExtractJob: _extract,
    PartJob: _part,
    OutlinePartJob: lambda job: JobFiles(
        tuple(filter(None, (job.part, job.after))),
        (Output(part_footprints_of(job.part), PART_FOOTPRINTS),),
        job.overwrite,
    ),
    JoinJob: lambda job: JobFiles(job.parts, _extracted(job.out, job.probability), job.overwrite),
    ClusterJob: lambda job: _extract(job.extract),
    BuildingJob: lambda job: JobFiles((*_scene(job.scene), *_model(job.model))),
    OutlineJob: lambda job: JobFiles((job.probability,), (Output(job.out, VECTOR),), job.overwrite),
    RegulariseJob: lambda job: JobFiles((job.polygons,), (Output(job.out, VECTOR),), job.overwrite),
    OsmJob: lambda job: JobFiles((job.polygons,), (Output(job.out, OSM),), job.overwrite),
    CompareJob: _compare,
    LabelNextJob: lambda job: JobFiles(
        (job.probability,), (Output(job.out, VECTOR),), job.overwrite
    ),
    EvaluateJob: lambda job: JobFiles((*_scene(job.scene), job.labels, *_model(job.model))),
    InspectJob: lambda job: JobFiles(_scene(job.scene)),
    TrainJob: _train,
    FinetuneJob: _finetune,
    CheckJob: _check,
    SimulateJob: _simulate,
    Spacenet6Job: lambda job: JobFiles((job.folder,), (Output(job.out, STORE),), job.overwrite),
    ExportJob: lambda job: JobFiles(_model(job.model), (Output(job.out, EXPORT),), job.overwrite),
}
