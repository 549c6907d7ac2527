"""The jobs that train, evaluate and export models. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional

from .checks import at_least, more_than, one_of, share
from .devices import AUTO, PREDICTION_DEVICES
from .errors import InputError
from .manifest import PRESETS, RANGES
from .results import (
    CheckResult,
    EvaluateResult,
    ExportResult,
    FinetuneResult,
    LabelNextResult,
    TrainResult,
)
from .scene_input import SceneInput
from .training_settings import FINETUNING, TRAINING, TrainingSettings

EFFORTS = ("quick", "thorough")
FROM_OPTICAL = "optical"  # in place of a file of labels
COMPLETE, PARTIAL = LABELS_QUALITIES = ("complete", "partial")


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
        Network if there is no base, one of PRESETS.
    pixel_size_m
        Pixel size in metres, 0.01 to 100; 0 means that of the base, or 0.8 if there is no base.
    """

    name: ClassVar[str] = "train"
    result: ClassVar[type] = TrainResult
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
        one_of("preset", self.preset, PRESETS)
        if self.base and self.imagenet:
            raise InputError(
                "imagenet is given with a base, which has weights; leave out one of them: {path}",
                path=self.imagenet,
            )
        if self.training.frozen_teacher and not self.base:
            raise InputError("frozen_teacher keeps the OPT branch of a base; give a base too.")
        if self.pixel_size_m:
            at_least("pixel_size_m", self.pixel_size_m, *RANGES["pixel_size_m"])
        at_least("steps", self.training.steps, 1)
        more_than("learning_rate", self.training.learning_rate, 0)


@dataclass(frozen=True)
class FinetuneJob:
    """Fine-tuning of a model on the labelled part of one scene.

    Inside the scene's area (by default the hull of the labels) pixels without a label are
    background; pixels outside are ignored. Part of the area is held out for validation.

    Attributes
    ----------
    labels
        Vector file of building polygons, or FROM_OPTICAL: what the base predicts with optical is
        the labels where it is sure, in the scene's area or the whole scene.
    out
        Model folder to write, with a report. The checkpoint ``out``.checkpoint is next to it.
    base
        Model folder to start from; "" for the default model.
    title
        Name of the new model; "" for that of the folder.
    effort
        One of EFFORTS.
    labels_quality
        COMPLETE, or PARTIAL: the labels may be partly missing, shifted or old, and are corrected by
        what the base predicts. Labels FROM_OPTICAL are complete.
    corrections
        Vector file of buildings that are right, drawn or clicked, "" for none. They take the place
        of labels FROM_OPTICAL.
    """

    name: ClassVar[str] = "finetune"
    result: ClassVar[type] = FinetuneResult
    scene: SceneInput
    labels: str
    out: str
    base: str = ""
    title: str = ""
    effort: str = "quick"
    training: TrainingSettings = FINETUNING
    overwrite: bool = False
    labels_quality: str = COMPLETE
    corrections: str = ""

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
        if self.corrections and self.labels != FROM_OPTICAL:
            raise InputError(
                "Corrections need labels from optical, which they correct; leave them out, or take "
                "the labels from optical."
            )


@dataclass(frozen=True)
class CheckJob:
    """Check the data of a fine-tuning; nothing is trained.

    ``blocks`` is a GeoJSON file to write, "" for none: the training and validation blocks in
    the CRS of the SAR layer, with a field ``role``.
    """

    name: ClassVar[str] = "check"
    result: ClassVar[type] = CheckResult
    finetune: FinetuneJob
    blocks: str = ""


@dataclass(frozen=True)
class LabelNextJob:
    """Square blocks of a scene where the model is least certain.

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
    result: ClassVar[type] = LabelNextResult
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
    result: ClassVar[type] = EvaluateResult
    scene: SceneInput
    labels: str
    model: str = ""
    threshold: Optional[float] = None
    careful: bool = False
    device: str = AUTO

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        one_of("device", self.device, PREDICTION_DEVICES)


@dataclass(frozen=True)
class ExportJob:
    """A model in formats of other programs: a folder of ONNX files, STAC items and the weights.

    ``model`` is as in ExtractJob. Without ``onnx`` there are no ONNX files.
    """

    name: ClassVar[str] = "export"
    result: ClassVar[type] = ExportResult
    out: str
    model: str = ""
    onnx: bool = True
    overwrite: bool = False
