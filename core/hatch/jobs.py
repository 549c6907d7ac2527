"""Jobs that the worker and the command line can do. Standard library only, Python 3.9+.

A job is a frozen dataclass whose values are checked when it is made: InputError names the first
field that makes no sense. The results of jobs are in ``results``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Optional, Union, get_args

from .checks import at_least, more_than, one_of, share
from .errors import InputError

POLARISATIONS = ("HH", "HV", "VH", "VV")
OPTICAL_BANDS = ("R", "G", "B", "N", "PAN")
RADIOMETRIES = ("db", "amplitude", "power")
AUTO = "auto"
DEVICES = (AUTO, "cpu", "cuda", "mps")
DISTANCES = ("kl", "mse", "features")
SCHEDULES = ("poly", "cosine")
EFFORTS = ("quick", "thorough")
SCOPES = ("heads", "decoders", "everything")
SAR_OUTPUTS = ("db", "amplitude", "8bit")
STRIDE = 32  # pixels; crops are multiples of the networks' deepest stride


@dataclass(frozen=True)
class Area:
    """A polygon that limits a job: geometry and coordinate system, both as WKT."""

    wkt: str
    crs: str


@dataclass(frozen=True)
class SceneInput:
    """The rasters of a scene, how to read them, and which part of them to use.

    Attributes
    ----------
    sar
        One to four raster files of one acquisition.
    optical
        Raster file of the same place, empty: none.
    polarisations
        Names of the SAR bands in the order of files and bands, empty: detected.
    radiometry
        What SAR values are: "auto" (detected) or one of RADIOMETRIES.
    area
        Limits the work to a polygon, None: the whole scene.
    """

    sar: tuple[str, ...]
    optical: str = ""
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    area: Optional[Area] = None

    def __post_init__(self) -> None:
        if isinstance(self.sar, str) or not all(self.sar) or not self.sar:
            raise InputError("sar must name at least one raster file.")
        for name in self.polarisations:
            one_of("polarisations", name, POLARISATIONS)
        one_of("radiometry", self.radiometry, (AUTO, *RADIOMETRIES))


@dataclass(frozen=True)
class ExtractJob:
    """Footprints of a scene, written as GeoPackage.

    Attributes
    ----------
    out
        GeoPackage to write.
    model
        Model folder, empty: the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building, None: the model's own.
    min_area_m2
        Smaller footprints are left out.
    careful
        Average over eight views of every tile; about eight times slower.
    device
        One of DEVICES.
    probability
        GeoTIFF of probabilities to write as well, empty: none. OutlineJob reads it.
    """

    name: ClassVar[str] = "extract"
    scene: SceneInput
    out: str
    model: str = ""
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = AUTO
    probability: str = ""

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)
        one_of("device", self.device, DEVICES)


@dataclass(frozen=True)
class OutlineJob:
    """Footprints at another threshold, from the probabilities that an ExtractJob wrote.

    ``threshold`` None: that of the extraction. ``out`` is a GeoPackage to write.
    """

    name: ClassVar[str] = "outline"
    probability: str
    out: str
    threshold: Optional[float] = None
    min_area_m2: float = 20.0

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)


@dataclass(frozen=True)
class RegulariseJob:
    """Straight walls and right angles for the polygons of any vector file.

    ``out`` is a GeoPackage to write, with the same fields. ``tolerance_m`` is the distance in
    metres by which a wall may miss the outline; walls shorter than twice that are merged into
    their neighbours.
    """

    name: ClassVar[str] = "regularise"
    polygons: str
    out: str
    tolerance_m: float = 1.0

    def __post_init__(self) -> None:
        more_than("tolerance_m", self.tolerance_m, 0)


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
class LossSettings:
    """Switches of the training loss; core.networks.losses has the formulas.

    ``distance`` of the alignments is one of DISTANCES: KL or MSE on logits, or MSE on features.
    ``mutual`` lets their gradient through to the teacher too. ``share`` and ``decoders`` switch
    the two alignments inside L_msa. A ``lambda`` of 0 removes its whole term.
    """

    temperature: float = 2.0
    lambda_msa: float = 1.0
    lambda_mfa: float = 1.0
    lambda_edge: float = 0.25
    lambda_contact: float = 0.1
    distance: str = "kl"
    mutual: bool = False
    share: bool = True
    decoders: bool = True

    def __post_init__(self) -> None:
        more_than("temperature", self.temperature, 0)
        for name in ("lambda_msa", "lambda_mfa", "lambda_edge", "lambda_contact"):
            at_least(name, getattr(self, name), 0)
        one_of("distance", self.distance, DISTANCES)


@dataclass(frozen=True)
class TrainingSettings:
    """How the training loop works, for training and fine-tuning alike.

    Attributes
    ----------
    steps, learning_rate
        0: chosen by the fine-tuning from its effort and scope.
    crop
        Side of a crop in pixels, a multiple of 32.
    schedule
        Of the learning rate, one of SCHEDULES.
    scope
        What is trained, one of SCOPES: from the heads and the shared block alone to everything.
    frozen_teacher
        Keep the OPT branch as it is in the base.
    fixed_look
        Layover falls the same way in all scenes, so they are not turned.
    patience
        Training ends after so many steps without a better validation, 0: never.
    validate_every, checkpoint_every
        In steps.
    device
        One of DEVICES.
    """

    steps: int = 2000
    batch: int = 8
    crop: int = 256
    learning_rate: float = 5e-4
    schedule: str = "poly"
    losses: LossSettings = field(default_factory=LossSettings)
    scope: str = "everything"
    frozen_teacher: bool = False
    fixed_look: bool = False
    patience: int = 0
    validate_every: int = 100
    checkpoint_every: int = 50
    seed: int = 0
    device: str = AUTO

    def __post_init__(self) -> None:
        for name in ("steps", "learning_rate", "patience", "seed"):
            at_least(name, getattr(self, name), 0)
        for name in ("batch", "validate_every", "checkpoint_every"):
            at_least(name, getattr(self, name), 1)
        if self.crop < STRIDE or self.crop % STRIDE:
            raise InputError(f"crop must be a multiple of {STRIDE} pixels, not {self.crop}.")
        one_of("schedule", self.schedule, SCHEDULES)
        one_of("scope", self.scope, SCOPES)
        one_of("device", self.device, DEVICES)


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
    training: TrainingSettings = TrainingSettings()

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
        Vector file of building polygons.
    out
        Model folder to write, with a report. The checkpoint ``out``.checkpoint is next to it.
    base
        Model folder to start from, empty: the default model.
    title
        Name of the new model, empty: that of the folder.
    effort
        One of EFFORTS.
    """

    name: ClassVar[str] = "finetune"
    scene: SceneInput
    labels: str
    out: str
    base: str = ""
    title: str = ""
    effort: str = "quick"
    training: TrainingSettings = TrainingSettings(
        steps=0, batch=4, learning_rate=0.0, scope="decoders"
    )

    def __post_init__(self) -> None:
        one_of("effort", self.effort, EFFORTS)


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
    of city to generate (empty: any). ``output`` is one of SAR_OUTPUTS.
    """

    name: ClassVar[str] = "simulate"
    seed: int
    size: int
    out: str
    city: str = ""
    style: str = ""
    output: str = "db"
    polarisations: tuple[str, ...] = POLARISATIONS

    def __post_init__(self) -> None:
        at_least("seed", self.seed, 0)
        at_least("size", self.size, 1)
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

    def __post_init__(self) -> None:
        at_least("folds", self.folds, 1)
        at_least("guard_m", self.guard_m, 0)


Job = Union[
    ExtractJob,
    OutlineJob,
    RegulariseJob,
    EvaluateJob,
    InspectJob,
    TrainJob,
    FinetuneJob,
    CheckJob,
    SimulateJob,
    Spacenet6Job,
]
JOBS: dict[str, Any] = {job.name: job for job in get_args(Job)}
