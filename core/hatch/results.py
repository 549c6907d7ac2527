"""The result of each job. Standard library only, Python 3.9+.

One dataclass per job, which names it as its ``result``. Paths are strings as the job gave them,
shares and probabilities are between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Optional, Union

HEADS = ("sar", "optical")
STAGES = ("base", "base_own_threshold", "new")


def stage_before(stages: Collection[str]) -> str:
    """Which of these STAGES a new model is compared with: the base at its best threshold."""
    return "base_own_threshold" if "base_own_threshold" in stages else "base"


@dataclass(frozen=True)
class ExtractResult:
    """Footprints of a scene.

    ``footprints`` is their number, ``threshold`` the one that was used, ``model`` its name,
    ``megapixels`` the size of the scene at the model's pixel size, ``engine`` what computed it.
    ``probability`` is the GeoTIFF of probabilities, empty if none was asked for.
    """

    footprints: int
    out: str
    probability: str
    threshold: float
    model: str
    seconds: float
    megapixels: float
    engine: str


@dataclass(frozen=True)
class PartResult:
    """The probabilities of one part of a scene.

    ``rows`` are the first row of the part and the one after its last, at the model's pixel size.
    The other fields are as in ExtractResult, of this part alone.
    """

    out: str
    part: int
    parts: int
    rows: tuple[int, int]
    threshold: float
    model: str
    seconds: float
    megapixels: float
    engine: str


@dataclass(frozen=True)
class OutlinePartResult:
    """Number of footprints that a part of a scene completes, and the file that they are in."""

    footprints: int
    out: str
    part: int
    seconds: float


@dataclass(frozen=True)
class JoinResult:
    """Footprints of a scene from its parts. Fields are as in ExtractResult."""

    footprints: int
    out: str
    probability: str
    parts: int
    threshold: float
    model: str
    seconds: float
    megapixels: float


@dataclass(frozen=True)
class ClusterResult:
    """Footprints of a scene that several processes computed in parts.

    ``computed`` of the ``parts`` were computed now, the others by earlier runs. ``engine`` names
    the scheduler. The other fields are as in ExtractResult.
    """

    footprints: int
    out: str
    probability: str
    parts: int
    computed: int
    threshold: float
    model: str
    seconds: float
    megapixels: float
    engine: str


@dataclass(frozen=True)
class BuildingResult:
    """The footprint of one building, in the fields of extracted footprints.

    ``wkt`` is a polygon in the CRS of the scene, empty if there is no building. ``crs`` is that CRS
    as WKT, empty if the scene has none. ``confidence``, ``optical_share`` and ``regularised`` are
    as in extracted footprints. ``method`` is "head" if the model has a head for clicks, else
    "growing": the building was grown from the points in the probabilities.
    """

    wkt: str
    crs: str
    area_m2: float
    confidence: float
    optical_share: float
    regularised: bool
    method: str
    threshold: float
    model: str
    seconds: float
    engine: str


@dataclass(frozen=True)
class OutlineResult:
    """Footprints at another threshold."""

    footprints: int
    out: str
    threshold: float
    seconds: float


@dataclass(frozen=True)
class RegulariseResult:
    """Regularised polygons; ``polygons`` is their number."""

    polygons: int
    out: str
    seconds: float


@dataclass(frozen=True)
class OsmResult:
    """OpenStreetMap data.

    ``buildings`` were written, with so many distinct ``nodes``; ``left_out`` are the features that
    no review accepted, if only accepted ones were asked for, and those too large for a building or
    with too many nodes.
    """

    buildings: int
    left_out: int
    nodes: int
    out: str
    seconds: float


@dataclass(frozen=True)
class CompareResult:
    """Differences between a layer of polygons and a reference.

    ``polygons`` of the layer and ``reference`` polygons were compared. ``matched`` are the same in
    both, ``changed`` are in both with another outline or at another place, ``new`` only in the
    layer, ``missing`` only in the reference. ``merged`` polygons of the layer lie on several of
    the reference, ``split`` ones of the reference on several of the layer.

    ``precision``, ``recall`` and ``f1`` count matched and changed pairs as found, ``mean_iou`` is
    the mean over these pairs; all four are 0 without such a pair. ``median_shift_m`` is the median
    distance of their centroids, ``offset_m`` the median displacement from the reference to the
    layer [east, north], both in metres and None without such a pair.
    """

    polygons: int
    reference: int
    matched: int
    changed: int
    new: int
    missing: int
    merged: int
    split: int
    precision: float
    recall: float
    f1: float
    mean_iou: float
    median_shift_m: Optional[float]
    offset_m: Optional[tuple[float, float]]
    min_iou: float
    out: str
    seconds: float


@dataclass(frozen=True)
class LabelNextResult:
    """Blocks to label next; ``blocks`` is their number, of ``candidates`` in the scene.

    ``uncertainty`` is the mean entropy of the least certain block, in bits, 0 to 1.
    """

    blocks: int
    candidates: int
    uncertainty: float
    out: str
    seconds: float


@dataclass(frozen=True)
class EvaluateResult:
    """Figures of a prediction against labels, over the pixels where SAR is valid.

    ``iou``, ``f1``, ``precision``, ``recall`` count pixels of the class building;
    ``boundary_iou`` the outermost 2 pixels of buildings; ``ece`` is the expected calibration
    error; ``object_...`` count footprints that match a label at an IoU of at least 0.5.
    """

    iou: float
    f1: float
    precision: float
    recall: float
    boundary_iou: float
    ece: float
    object_f1: float
    object_precision: float
    object_recall: float
    pixels: int
    threshold: float
    engine: str


@dataclass(frozen=True)
class InspectResult:
    """Properties of a scene, as an extraction would read it.

    ``radiometry`` is one of jobs.RADIOMETRIES, ``valid_share`` the share of valid SAR pixels,
    ``warnings`` are sentences for the user.
    """

    polarisations: list[str]
    radiometry: str
    radiometry_reason: str
    pixel_size_m: float
    width: int
    height: int
    valid_share: float
    optical_bands: list[str]
    warnings: list[str]


@dataclass(frozen=True)
class TrainResult:
    """A trained model.

    ``iou`` (SAR alone), ``iou_optical`` and ``threshold`` are those of the best validation, after
    calibration.
    """

    model: str
    steps: int
    iou: float
    iou_optical: float
    threshold: float


@dataclass(frozen=True)
class ModelFigures:
    """Figures of one model and head on the validation blocks of a fine-tuning.

    ``what`` is one of STAGES, where "base_own_threshold" is the base with its threshold chosen
    like that of the new model; it is missing if that is the base's own. ``head`` is one of HEADS:
    from SAR alone or with optical.
    """

    what: str
    head: str
    threshold: float
    iou: float
    f1: float
    object_f1: float
    ece: float


@dataclass(frozen=True)
class ValidationBlocks:
    """Number of validation blocks and of the buildings in them."""

    blocks: int
    buildings: int


@dataclass(frozen=True)
class FinetuneResult:
    """A fine-tuned model.

    ``report`` is an HTML file. ``stopped`` says why training ended: "steps", "early" or "finish"
    (asked for by the user). The new model is that of step ``best_step`` of ``steps``, the best one
    in validation; 0 where it has the weights of its base. ``verdict`` compares it with its base,
    see ``verdict_on``: "better", "no better", "worse" or "unknown" (the labelled area was too small
    for validation blocks). With ``labels_from_optical`` the labels, also those of the validation
    blocks, are what the base predicts with optical.
    """

    model: str
    report: str
    validation: ValidationBlocks
    verdict: str
    figures: list[ModelFigures]
    steps: int
    best_step: int
    seconds: float
    stopped: str
    labels_from_optical: bool = False


@dataclass(frozen=True)
class CheckResult:
    """The data that a fine-tuning would use.

    ``repaired`` counts invalid polygons that were repaired, ``teacher`` is "optical" or "sar",
    ``offset_m`` the estimated shift [east, north] of the labels in metres or None if it is not
    significant, ``seconds`` the estimated duration of the fine-tuning. ``warnings`` are sentences
    for the user.
    """

    buildings: int
    repaired: int
    teacher: str
    training_blocks: int
    validation_blocks: int
    validation_buildings: int
    offset_m: Optional[tuple[float, float]]
    seconds: float
    device: str
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SimulateResult:
    """A simulated scene."""

    folder: str
    buildings: int


@dataclass(frozen=True)
class Spacenet6Result:
    """Prepared tiles of SpaceNet 6; ``turned`` counts those turned by 180 degrees."""

    out: str
    tiles: int
    turned: int
    footprints: int


@dataclass(frozen=True)
class ExportResult:
    """An exported model; ``files`` are the names of all files in the folder ``out``.

    ``parameters`` is the number of the network's parameters.
    """

    out: str
    model: str
    files: list[str]
    parameters: int
    seconds: float


JobResult = Union[
    ExtractResult,
    PartResult,
    OutlinePartResult,
    JoinResult,
    ClusterResult,
    BuildingResult,
    OutlineResult,
    RegulariseResult,
    OsmResult,
    CompareResult,
    LabelNextResult,
    EvaluateResult,
    InspectResult,
    TrainResult,
    FinetuneResult,
    CheckResult,
    SimulateResult,
    Spacenet6Result,
    ExportResult,
]
