"""Jobs that the worker and the command line can do. Standard library only, Python 3.9+.

A job is a frozen dataclass whose values are checked when it is made: InputError names the first
field that makes no sense. What a job gives when it is done stands in ``results``, and which files
it reads and writes in ``job_files``. ``overwrite`` allows a job to replace its existing outputs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, ClassVar, Optional, Union, get_args

from .checks import at_least, more_than, one_of, share
from .devices import AUTO as AUTO
from .devices import DEVICES as DEVICES
from .errors import InputError
from .export_job import ExportJob as ExportJob
from .extract_jobs import ClusterJob as ClusterJob
from .extract_jobs import ExtractJob as ExtractJob
from .extract_jobs import JoinJob as JoinJob
from .extract_jobs import OutlinePartJob as OutlinePartJob
from .extract_jobs import PartJob as PartJob
from .scene_input import OPTICAL_BANDS as OPTICAL_BANDS
from .scene_input import POLARISATIONS as POLARISATIONS
from .scene_input import RADIOMETRIES as RADIOMETRIES
from .scene_input import Area as Area
from .scene_input import SceneInput as SceneInput
from .training_settings import DISTANCES as DISTANCES
from .training_settings import FINETUNING, TRAINING
from .training_settings import SCHEDULES as SCHEDULES
from .training_settings import SCOPES as SCOPES
from .training_settings import STRIDE as STRIDE
from .training_settings import LossSettings as LossSettings
from .training_settings import TrainingSettings as TrainingSettings

EFFORTS = ("quick", "thorough")
FROM_OPTICAL = "optical"  # in place of a file of labels
COMPLETE, PARTIAL = LABELS_QUALITIES = ("complete", "partial")
SAR_OUTPUTS = ("db", "amplitude", "8bit")
STYLES = (
    *("perimeter", "downtown", "terraced", "suburb", "slabs", "industrial", "village"),
    *("informal", "park", "forest", "fields", "parking", "harbour"),
)  # of simulated cities


@dataclass(frozen=True)
class BuildingJob:
    """The footprint of one building, from points that a user clicked; nothing is written.

    Attributes
    ----------
    scene
        As in ExtractJob. Its ``area`` is not used.
    inside, outside
        Points (x, y) of the building and points that are not part of it, in the CRS of the scene.
        ``inside`` has at least one.
    previous
        Footprint to correct as WKT in the CRS of the scene, empty: none.
    model
        Model folder, empty: the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building, None: the model's own.
    device
        One of DEVICES.
    """

    name: ClassVar[str] = "building"
    scene: SceneInput
    inside: tuple[tuple[float, float], ...]
    outside: tuple[tuple[float, float], ...] = ()
    previous: str = ""
    model: str = ""
    threshold: Optional[float] = None
    device: str = AUTO

    def __post_init__(self) -> None:
        if not self.inside:
            raise InputError("inside must have at least one point.")
        for x, y in (*self.inside, *self.outside):
            if not (math.isfinite(x) and math.isfinite(y)):
                raise InputError("The point {x}, {y} is not finite.", x=x, y=y)
        share("threshold", self.threshold)
        one_of("device", self.device, DEVICES)


@dataclass(frozen=True)
class OutlineJob:
    """Footprints at another threshold, from the probabilities that an ExtractJob wrote.

    ``threshold`` None: that of the extraction. ``out`` is as in ExtractJob.
    """

    name: ClassVar[str] = "outline"
    probability: str
    out: str
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)


@dataclass(frozen=True)
class RegulariseJob:
    """Straight walls and right angles for the polygons of any vector file.

    ``out`` is as in ExtractJob, with the same fields. ``tolerance_m`` is the distance in metres by
    which a wall may miss the outline; walls shorter than twice that are merged into their
    neighbours.
    """

    name: ClassVar[str] = "regularise"
    polygons: str
    out: str
    tolerance_m: float = 1.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        more_than("tolerance_m", self.tolerance_m, 0)


@dataclass(frozen=True)
class CompareJob:
    """The differences between two layers of polygons, written to a vector file.

    Attributes
    ----------
    polygons
        Vector file of the layer to check, or of the newer map.
    reference
        Vector file of the reference, or of the older map.
    out
        As in ExtractJob, in the CRS of ``polygons``.
    min_iou
        IoU from which two polygons are the same building.
    changed_iou, max_shift_m
        The same building has changed below this IoU, or if its centroid lies farther away.
    area
        Limits the comparison to a polygon, None: to the extraction of ``probability``, else
        everything is compared.
    area_path
        As in SceneInput.
    probability
        GeoTIFF of probabilities that an ExtractJob wrote, for the confidence; empty: none.
    """

    name: ClassVar[str] = "compare"
    polygons: str
    reference: str
    out: str
    min_iou: float = 0.5
    changed_iou: float = 0.7
    max_shift_m: float = 3.0
    area: Optional[Area] = None
    area_path: str = ""
    probability: str = ""
    overwrite: bool = False

    def __post_init__(self) -> None:
        more_than("min_iou", self.min_iou, 0)
        share("min_iou", self.min_iou)
        share("changed_iou", self.changed_iou)
        at_least("max_shift_m", self.max_shift_m, 0)


@dataclass(frozen=True)
class LabelNextJob:
    """Square blocks of a scene where the model is least certain, so where labels would teach most.

    Attributes
    ----------
    probability
        GeoTIFF of probabilities that an ExtractJob wrote.
    out
        As in ExtractJob. The blocks have the fields ``rank`` and ``uncertainty``.
    count
        Number of blocks, at most.
    block_m
        Side of a block in metres.
    """

    name: ClassVar[str] = "label-next"
    probability: str
    out: str
    count: int = 10
    block_m: float = 100.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        at_least("count", self.count, 1)
        more_than("block_m", self.block_m, 0)


@dataclass(frozen=True)
class EvaluateJob:
    """Figures of a prediction against label polygons. Fields are as in ExtractJob."""

    name: ClassVar[str] = "evaluate"
    scene: SceneInput
    labels: str
    model: str = ""
    threshold: Optional[float] = None
    careful: bool = False
    device: str = AUTO

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        one_of("device", self.device, DEVICES)


@dataclass(frozen=True)
class InspectJob:
    """Properties of a scene: what an extraction would read."""

    name: ClassVar[str] = "inspect"
    scene: SceneInput


@dataclass(frozen=True)
class TrainJob:
    """Joint training of the three branches on folders of scenes.

    Attributes
    ----------
    scenes, validation
        Folders with sar.tif, optical.tif and buildings.geojson, or files ending in ``.windows``
        that list prepared ones.
    out
        Model folder to write. The checkpoint of an interrupted run is next to it.
    base
        Model folder to start from.
    imagenet
        State dict for the encoders if there is no base.
    preset
        Network if there is no base.
    pixel_size_m
        Pixel size in metres, 0: that of the base, or 0.8 without one.
    """

    name: ClassVar[str] = "train"
    scenes: tuple[str, ...]
    out: str
    validation: tuple[str, ...] = ()
    base: str = ""
    imagenet: str = ""
    preset: str = "light"
    pixel_size_m: float = 0.0
    training: TrainingSettings = TRAINING
    overwrite: bool = False

    def __post_init__(self) -> None:
        if not self.scenes:
            raise InputError(
                "There are no scenes to train on: name at least one folder with sar.tif."
            )
        at_least("pixel_size_m", self.pixel_size_m, 0)
        at_least("steps", self.training.steps, 1)
        more_than("learning_rate", self.training.learning_rate, 0)


@dataclass(frozen=True)
class FinetuneJob:
    """Fine-tuning of a model on the labelled part of one scene.

    Inside the scene's area (None: the hull of the labels) pixels without a label are background;
    outside nothing is known. Part of the area is held out for validation.

    Attributes
    ----------
    labels
        Vector file of building polygons, or FROM_OPTICAL: what the base predicts with optical is
        the labels where it is sure, in the scene's area or the whole scene.
    out
        Model folder to write, with a report. The checkpoint ``out``.checkpoint is next to it.
    base
        Model folder to start from, empty: the default model.
    title
        Name of the new model, empty: that of the folder.
    effort
        One of EFFORTS.
    labels_quality
        COMPLETE, or PARTIAL: the labels may be partly missing, shifted or old, and are corrected by
        what the base predicts. Labels FROM_OPTICAL are complete.
    """

    name: ClassVar[str] = "finetune"
    scene: SceneInput
    labels: str
    out: str
    base: str = ""
    title: str = ""
    effort: str = "quick"
    training: TrainingSettings = FINETUNING
    overwrite: bool = False
    labels_quality: str = COMPLETE

    def __post_init__(self) -> None:
        one_of("effort", self.effort, EFFORTS)
        one_of("labels_quality", self.labels_quality, LABELS_QUALITIES)
        if self.labels == FROM_OPTICAL and not self.scene.optical:
            raise InputError(
                "There is no optical image to take labels from; choose an optical layer, or "
                "labels that are drawn."
            )
        if self.labels == FROM_OPTICAL and self.labels_quality != COMPLETE:
            raise InputError(
                "Labels from optical cannot be partial; leave labels_quality at {complete}.",
                complete=COMPLETE,
            )


@dataclass(frozen=True)
class CheckJob:
    """What a fine-tuning would work with; nothing is trained.

    ``blocks`` is a GeoJSON file to write, empty: none: the training and validation blocks in the
    CRS of the SAR layer, with a field ``role``.
    """

    name: ClassVar[str] = "check"
    finetune: FinetuneJob
    blocks: str = ""


@dataclass(frozen=True)
class SimulateJob:
    """One simulated scene as a folder with sar.tif, optical.tif and buildings.geojson.

    ``size`` is in pixels. ``city`` is a file of a city model; without one ``style`` names the kind
    of city to generate, one of STYLES (empty: any). ``output`` is one of SAR_OUTPUTS.
    """

    name: ClassVar[str] = "simulate"
    seed: int
    size: int
    out: str
    city: str = ""
    style: str = ""
    output: str = "db"
    polarisations: tuple[str, ...] = POLARISATIONS
    overwrite: bool = False

    def __post_init__(self) -> None:
        at_least("seed", self.seed, 0)
        at_least("size", self.size, 1)
        if self.style:
            one_of("style", self.style, STYLES)
        one_of("output", self.output, SAR_OUTPUTS)
        if not self.polarisations:
            raise InputError("polarisations must name at least one.")
        for name in self.polarisations:
            one_of("polarisations", name, POLARISATIONS)


@dataclass(frozen=True)
class Spacenet6Job:
    """The public training data of SpaceNet 6, prepared for training and evaluation.

    ``folder`` is AOI_11_Rotterdam of the unpacked archive or the folder around it. ``out`` becomes
    a folder of tiles as arrays and, for each of ``folds``, the lists train.windows,
    validation.windows and test.windows, at least ``guard_m`` metres apart.
    """

    name: ClassVar[str] = "spacenet6"
    folder: str
    out: str
    folds: int = 5
    guard_m: float = 100.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        at_least("folds", self.folds, 1)
        at_least("guard_m", self.guard_m, 0)


Job = Union[
    ExtractJob,
    PartJob,
    OutlinePartJob,
    JoinJob,
    ClusterJob,
    BuildingJob,
    OutlineJob,
    RegulariseJob,
    CompareJob,
    LabelNextJob,
    EvaluateJob,
    InspectJob,
    TrainJob,
    FinetuneJob,
    CheckJob,
    SimulateJob,
    Spacenet6Job,
    ExportJob,
]
JOBS: dict[str, Any] = {job.name: job for job in get_args(Job)}
