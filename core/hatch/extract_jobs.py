"""The jobs that find the buildings of a scene, at once or in parts. Standard library, 3.9+."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar, Optional

from .checks import at_least, one_of, share
from .devices import AUTO, PREDICTION_DEVICES
from .errors import InputError
from .results import (
    BuildingResult,
    ClusterResult,
    ExtractResult,
    JoinResult,
    OutlinePartResult,
    OutlineResult,
    PartResult,
)
from .scene_input import MOST_PARTS, SceneInput


@dataclass(frozen=True)
class ExtractJob:
    """Footprints of a scene, written to a vector file.

    Attributes
    ----------
    out
        Vector file to write; its extension decides the format, as in ``.gpkg``.
    model
        Model folder; "" for the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building; None for the model's own.
    min_area_m2
        Smaller footprints are left out.
    careful
        Average over eight views of every tile; about eight times slower.
    device
        One of PREDICTION_DEVICES.
    probability
        GeoTIFF of probabilities to write as well, "" if there is none. OutlineJob reads it.
    """

    name: ClassVar[str] = "extract"
    result: ClassVar[type] = ExtractResult
    scene: SceneInput
    out: str
    model: str = ""
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = AUTO
    probability: str = ""
    overwrite: bool = False

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)
        one_of("device", self.device, PREDICTION_DEVICES)


@dataclass(frozen=True)
class OutlineJob:
    """Footprints at another threshold, from the probabilities that an ExtractJob wrote.

    ``threshold`` None means that of the extraction. ``out`` is as in ExtractJob.
    """

    name: ClassVar[str] = "outline"
    result: ClassVar[type] = OutlineResult
    probability: str
    out: str
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)


@dataclass(frozen=True)
class PartJob:
    """The probabilities of one of several parts of a scene, from which JoinJob makes footprints.

    A part is a number of whole rows of tiles. The other fields are as in ExtractJob.

    Attributes
    ----------
    out
        File to write, ``.part``.
    part, parts
        Number of the part, from 1, and of all parts.
    threshold, min_area_m2
        Default values for JoinJob.
    all_pixels
        Write the probabilities of all pixels, not only of building. JoinJob needs them for a lower
        threshold and for a file of probabilities.
    """

    name: ClassVar[str] = "part"
    result: ClassVar[type] = PartResult
    scene: SceneInput
    out: str
    part: int
    parts: int
    model: str = ""
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = AUTO
    all_pixels: bool = False
    overwrite: bool = False

    def __post_init__(self) -> None:
        at_least("parts", self.parts, 1, MOST_PARTS)
        if not 1 <= self.part <= self.parts:
            raise InputError("part must be between 1 and {parts}.", parts=self.parts)
        share("threshold", self.threshold)
        at_least("min_area_m2", self.min_area_m2, 0)
        one_of("device", self.device, PREDICTION_DEVICES)


@dataclass(frozen=True)
class OutlinePartJob:
    """The footprints of one part of a scene, written next to it so that JoinJob can copy them.

    Attributes
    ----------
    part
        File of PartJob.
    after
        File of the part before, empty for the first part. Without it JoinJob finds that these
        footprints do not fit, and computes them again.
    """

    name: ClassVar[str] = "outline-part"
    result: ClassVar[type] = OutlinePartResult
    part: str
    after: str = ""
    overwrite: bool = False


@dataclass(frozen=True)
class JoinJob:
    """The footprints of a scene from all of its parts, the same as those of ExtractJob.

    ``parts`` are the files of PartJob in any order. ``threshold`` and ``min_area_m2`` None: those
    of the parts. ``out`` and ``probability`` are as in ExtractJob.
    """

    name: ClassVar[str] = "join"
    result: ClassVar[type] = JoinResult
    parts: tuple[str, ...]
    out: str
    threshold: Optional[float] = None
    min_area_m2: Optional[float] = None
    probability: str = ""
    overwrite: bool = False

    def __post_init__(self) -> None:
        if not self.parts:
            raise InputError("parts must name at least one file.")
        share("threshold", self.threshold)
        if self.min_area_m2 is not None:
            at_least("min_area_m2", self.min_area_m2, 0)


@dataclass(frozen=True)
class ClusterJob:
    """An extraction whose parts are computed by the processes of a Dask cluster.

    Attributes
    ----------
    extract
        What to extract. All machines must see its files under the same paths.
    scheduler
        Address of the scheduler, such as "tcp://host:8786", or "local:N" for N processes here.
    parts
        Number of parts; 0 to choose it by the height of the scene.
    """

    name: ClassVar[str] = "cluster"
    result: ClassVar[type] = ClusterResult
    extract: ExtractJob
    scheduler: str
    parts: int = 0

    def __post_init__(self) -> None:
        if not self.scheduler:
            raise InputError("scheduler must be an address, or local:N.")
        at_least("parts", self.parts, 0, MOST_PARTS)


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
        Footprint to correct as WKT in the CRS of the scene, "" if there is none.
    model
        Model folder; "" for the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building; None for the model's own.
    device
        One of PREDICTION_DEVICES. INT8 is computed as "cpu".
    """

    name: ClassVar[str] = "building"
    result: ClassVar[type] = BuildingResult
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
        one_of("device", self.device, PREDICTION_DEVICES)
