"""The hatch between QGIS and the worker: jobs go in, events come out, one JSON object a line.

Standard library only, and Python 3.9+, because both sides of the wall import it. A request is
``{"version", "request": "run" | "cancel" | "steer", "id", ...fields}``; an event is
``{"version", "event", "id", ...fields}``. Each line is whole JSON in UTF-8.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar, Optional, Union

VERSION = 1

POLARISATIONS = ("HH", "HV", "VH", "VV")
OPTICAL_BANDS = ("R", "G", "B", "N", "PAN")
RADIOMETRIES = ("db", "amplitude", "power")
AUTO = "auto"
DISTANCES = ("kl", "mse", "features")
SCHEDULES = ("poly", "cosine")
EFFORTS = ("quick", "thorough")
SCOPES = ("heads", "decoders", "everything")
WISHES = ("pause", "resume", "finish")


class ProtocolError(Exception):
    """A line that is not a request or event of this version."""


@dataclass(frozen=True)
class Area:
    """A polygon that limits a job: geometry and coordinate system, both as WKT."""

    wkt: str
    crs: str


@dataclass(frozen=True)
class ExtractJob:
    """Footprints from SAR, and from optical where it is given and valid, written as GeoPackage.

    ``polarisations`` names the SAR bands in the order of files and bands; empty: found out.
    ``radiometry`` is "auto" or one of RADIOMETRIES. ``model`` is a folder; empty: the default
    model. ``threshold`` (0..1) None: the model's own. ``careful``: the mean over a tile's eight
    views, about eight times slower. ``adapt``: first the model learns from its own confident
    answers on the scene, which needs optical. ``device`` is "auto", "cpu", "cuda" or "mps".
    ``probability`` is a GeoTIFF to write as well, which OutlineJob starts from (empty: none).
    Result: footprints, out, probability, threshold (that was used), model (its name), seconds,
    megapixels, engine.
    """

    name: ClassVar[str] = "extract"
    sar: tuple[str, ...]
    out: str
    optical: str = ""
    model: str = ""
    area: Optional[Area] = None
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    adapt: bool = False
    device: str = AUTO
    probability: str = ""


@dataclass(frozen=True)
class OutlineJob:
    """Footprints at another threshold, from the probabilities that an ExtractJob kept.

    ``threshold`` (0..1) None: that of the extraction. ``out`` is a GeoPackage to write.
    Result: footprints, out, threshold (that was used), seconds.
    """

    name: ClassVar[str] = "outline"
    probability: str
    out: str
    threshold: Optional[float] = None
    min_area_m2: float = 20.0


@dataclass(frozen=True)
class RegulariseJob:
    """Straight walls and right angles for polygons of any source, as an extraction gives them.

    ``polygons`` is a vector file, ``out`` a GeoPackage to write, with the same fields.
    ``tolerance_m``: metres on the ground by which a straight wall may miss the outline; walls
    shorter than twice that are merged into their neighbours.
    Result: polygons (how many), out, seconds.
    """

    name: ClassVar[str] = "regularise"
    polygons: str
    out: str
    tolerance_m: float = 1.0


@dataclass(frozen=True)
class EvaluateJob:
    """Figures of a prediction against label polygons. Result: iou, f1, precision, recall, ..."""

    name: ClassVar[str] = "evaluate"
    sar: tuple[str, ...]
    labels: str
    optical: str = ""
    model: str = ""
    area: Optional[Area] = None
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    threshold: Optional[float] = None
    careful: bool = False
    adapt: bool = False
    device: str = AUTO


@dataclass(frozen=True)
class InspectJob:
    """What a SAR raster is, before anything runs on it.

    Result: polarisations, radiometry, radiometry_reason, pixel_size_m, width, height, valid_share,
    optical_bands, warnings (sentences for the user).
    """

    name: ClassVar[str] = "inspect"
    sar: tuple[str, ...]
    optical: str = ""


@dataclass(frozen=True)
class LossSettings:
    """Switches of the training loss; the formulas stand in core.losses.

    ``distance`` of the alignments is KL or MSE on logits, or MSE on features. ``mutual`` lets their
    gradient through to the teacher too. ``share`` and ``decoders`` switch the two alignments inside
    L_msa. A ``lambda`` of 0 takes its whole term out. Raises ValueError for an unknown distance.
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
        if self.distance not in DISTANCES:
            raise ValueError(f"distance is one of {', '.join(DISTANCES)}, not {self.distance!r}")


@dataclass(frozen=True)
class TrainJob:
    """Joint training of the three branches on folders of scenes.

    A scene is a folder of sar.tif, optical.tif and buildings.geojson; an entry ending in .windows
    is a list of prepared ones. ``base`` is a model folder to start from, ``imagenet`` a state dict
    for the encoders when there is no base. ``pixel_size_m`` 0: the base's, or .8 without one.
    ``schedule`` is one of SCHEDULES. ``scope`` is one of SCOPES: what is trained, from the heads
    and the shared block alone to everything. ``frozen_teacher`` keeps the OPT branch as it is in
    the base. After ``patience`` steps without a better validation training ends (0: never).
    ``fixed_look``: layover falls the same way in all scenes and they must not be turned.
    ``validate_every`` and ``checkpoint_every`` are in steps. ``out`` becomes a model folder; beside
    it lies the checkpoint that a broken run goes on from. Result: model, iou, ...
    """

    name: ClassVar[str] = "train"
    scenes: tuple[str, ...]
    out: str
    validation: tuple[str, ...] = ()
    base: str = ""
    imagenet: str = ""
    preset: str = "light"
    steps: int = 2000
    batch: int = 8
    crop: int = 256
    learning_rate: float = 5e-4
    schedule: str = "poly"
    pixel_size_m: float = 0.0
    losses: LossSettings = field(default_factory=LossSettings)
    scope: str = "everything"
    frozen_teacher: bool = False
    fixed_look: bool = False
    patience: int = 0
    validate_every: int = 100
    checkpoint_every: int = 50
    seed: int = 0
    device: str = AUTO


@dataclass(frozen=True)
class FinetuneJob:
    """A model trained on from ``base`` on the labelled part of one scene of the user's own.

    Inside ``area`` (None: the hull of the labels) what is not under a polygon of the file
    ``labels`` is ground; outside nothing is known. Part of the area is kept apart for validation.
    ``effort`` is one of EFFORTS, ``scope`` (what is trained) one of SCOPES. ``steps`` and
    ``learning_rate`` 0: those of effort and scope. ``frozen_teacher`` keeps the OPT branch as it is
    in the base. ``out`` becomes a model folder with a report beside its weights, ``title`` the
    model's name (empty: the folder's); the checkpoint ``out``.checkpoint is what a broken run goes
    on from. The rest is as in ExtractJob and TrainJob.
    Result: model, report (HTML file), steps, seconds, stopped (why: "steps", "early" or "wish"),
    validation (blocks, buildings), verdict ("better", "worse" or "unknown", which is when there was
    too little ground to validate on), figures: a list of rows with what ("base", "base adapted":
    its threshold chosen like the new model's, "new"), head ("sar", "optical"), threshold, iou, f1,
    object_f1, ece.
    """

    name: ClassVar[str] = "finetune"
    sar: tuple[str, ...]
    labels: str
    out: str
    optical: str = ""
    area: Optional[Area] = None
    base: str = ""
    title: str = ""
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    effort: str = "quick"
    scope: str = "decoders"
    steps: int = 0
    batch: int = 4
    learning_rate: float = 0.0
    losses: LossSettings = field(default_factory=LossSettings)
    frozen_teacher: bool = False
    seed: int = 0
    device: str = AUTO


@dataclass(frozen=True)
class CheckJob:
    """What a fine-tuning would meet, before it starts; nothing is trained.

    ``blocks`` is a GeoJSON file to write: the blocks of ground, with role "training" or
    "validation", in the CRS of the SAR layer (empty: none is written).
    Result: buildings (in the area), mended (polygons repaired), teaching ("optical" or "sar"),
    training_blocks, validation_blocks, validation_buildings, offset_m ([east, north] by which the
    labels seem to miss the image, or None where nothing speaks for it), seconds (of the whole
    fine-tuning, estimated by running some steps), device, warnings (sentences for the user, each
    with a way out).
    """

    name: ClassVar[str] = "check"
    training: FinetuneJob
    blocks: str = ""


@dataclass(frozen=True)
class SimulateJob:
    """One simulated scene in the layout sar.tif, optical.tif, buildings.geojson.

    ``size`` in pixels; ``city`` is a file of a city model, ``style`` the kind of town to make up
    without one (empty: any); ``output`` is "db", "amplitude" or "8bit". Result: folder, buildings.
    """

    name: ClassVar[str] = "simulate"
    seed: int
    size: int
    out: str
    city: str = ""
    style: str = ""
    output: str = "db"
    polarisations: tuple[str, ...] = POLARISATIONS


@dataclass(frozen=True)
class Spacenet6Job:
    """The public training data of SpaceNet 6, prepared for training and evaluation.

    ``folder`` is AOI_11_Rotterdam of the unpacked tarball, or the folder around it. ``out`` becomes
    a folder with the tiles as arrays, and for each of ``folds`` the lists train.windows,
    validation.windows and test.windows, whose ground lies ``guard_m`` apart; ``train`` takes the
    lists as scenes. Result: out, tiles, turned (tiles turned by 180 degrees), footprints.
    """

    name: ClassVar[str] = "spacenet6"
    folder: str
    out: str
    folds: int = 5
    guard_m: float = 100.0


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
JOBS: dict[str, Any] = {
    job.name: job
    for job in (
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
    )
}


@dataclass(frozen=True)
class Run:
    """Request: do this job, and name it ``id`` in every event about it."""

    id: str
    job: Job


@dataclass(frozen=True)
class Cancel:
    """Request: stop the job of this id."""

    id: str


@dataclass(frozen=True)
class Steer:
    """Request: what the job of this id is to do without ending at once.

    ``wish`` is one of WISHES. "pause" halts any job until "resume"; "finish" lets a training end
    with the best it has.
    """

    id: str
    wish: str


Request = Union[Run, Cancel, Steer]


@dataclass(frozen=True)
class Ready:
    """The worker is up: what it computes on, why, and with which libraries."""

    name: ClassVar[str] = "ready"
    device: str
    reason: str
    versions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total``, in the job's own unit; ``eta_s`` seconds left, None: unknown."""

    name: ClassVar[str] = "progress"
    done: float
    total: float
    message: str = ""
    eta_s: Optional[float] = None


@dataclass(frozen=True)
class Log:
    """One line for the log; ``level`` is "info" or "warning"."""

    name: ClassVar[str] = "log"
    message: str
    level: str = "info"


@dataclass(frozen=True)
class Metric:
    """Figures of training so far, such as step, loss, iou."""

    name: ClassVar[str] = "metric"
    values: dict[str, float]


@dataclass(frozen=True)
class Preview:
    """What the network sees at the moment, on one block of ground: PNG files of equal size, base64.

    Keys: sar, labels, prediction. ``caption`` says where and when.
    """

    name: ClassVar[str] = "preview"
    images: dict[str, str]
    caption: str = ""


@dataclass(frozen=True)
class Result:
    """The job is done; ``values`` is what its docstring promises."""

    name: ClassVar[str] = "result"
    values: dict[str, Any]


@dataclass(frozen=True)
class Error:
    """The job is over without a result.

    ``kind`` is "input" (the message says what to do), "cancelled", "memory" or "internal".
    """

    name: ClassVar[str] = "error"
    kind: str
    message: str
    hint: str = ""
    details: str = ""


Event = Union[Ready, Progress, Log, Metric, Preview, Result, Error]
EVENTS: dict[str, Any] = {
    event.name: event for event in (Ready, Progress, Log, Metric, Preview, Result, Error)
}


def encode_request(request: Request) -> str:
    """One line, newline included."""
    if isinstance(request, Cancel):
        line = {"version": VERSION, "request": "cancel", "id": request.id}
    elif isinstance(request, Steer):
        line = {"version": VERSION, "request": "steer", "id": request.id, "wish": request.wish}
    else:
        job = {"job": request.job.name, "arguments": asdict(request.job)}
        line = {"version": VERSION, "request": "run", "id": request.id, **job}
    return json.dumps(line) + "\n"


def decode_request(line: str) -> Request:
    """The request in one line. Raises ProtocolError."""
    message = _object(line)
    kind = message.get("request")
    if kind == "cancel":
        return Cancel(id=str(message.get("id", "")))
    if kind == "steer" and message.get("wish") in WISHES:
        return Steer(id=str(message.get("id", "")), wish=message["wish"])
    if kind != "run" or message.get("job") not in JOBS:
        raise ProtocolError(f"unknown request {kind!r} for job {message.get('job')!r}")
    return Run(
        id=str(message.get("id", "")),
        job=job_from_arguments(message["job"], message.get("arguments", {})),
    )


def job_from_arguments(name: str, arguments: dict[str, Any]) -> Job:
    """The job of this name; lists become tuples, objects their dataclass. Raises ProtocolError."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in arguments.items()
    }
    if isinstance(values.get("area"), dict):
        values["area"] = _build(Area, values["area"])
    if isinstance(values.get("losses"), dict):
        values["losses"] = _build(LossSettings, values["losses"])
    if isinstance(values.get("training"), dict):
        values["training"] = job_from_arguments(FinetuneJob.name, values["training"])
    return _build(JOBS[name], values)


def encode_event(id: str, event: Event) -> str:
    """One line, newline included."""
    return json.dumps({"version": VERSION, "event": event.name, "id": id, **asdict(event)}) + "\n"


def decode_event(line: str) -> tuple[str, Event]:
    """Job id ("" for the worker itself) and event of one line. Raises ProtocolError."""
    message = _object(line)
    name = message.pop("event", None)
    if name not in EVENTS:
        raise ProtocolError(f"unknown event {name!r}")
    id = str(message.pop("id", ""))
    return id, _build(EVENTS[name], message)


def _object(line: str) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError as error:
        raise ProtocolError(f"not JSON: {line[:80]!r}") from error
    if not isinstance(message, dict) or message.pop("version", None) != VERSION:
        raise ProtocolError(f"not a message of version {VERSION}: {line[:80]!r}")
    return message


def _build(cls: Any, values: dict[str, Any]) -> Any:
    unknown = set(values) - {f.name for f in fields(cls)}
    if unknown:
        raise ProtocolError(f"{cls.__name__} knows no {', '.join(sorted(unknown))}")
    try:
        return cls(**values)
    except (TypeError, ValueError) as error:
        raise ProtocolError(f"{cls.__name__}: {error}") from error
