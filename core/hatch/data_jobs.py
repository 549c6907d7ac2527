"""The jobs that look at input data or make training data. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .checks import at_least, one_of
from .errors import InputError
from .results import InspectResult, SimulateResult, Spacenet6Result
from .scene_input import POLARISATIONS, SceneInput, check_polarisations

SAR_OUTPUTS = ("db", "amplitude", "8bit")
STYLES = (
    *("perimeter", "downtown", "terraced", "suburb", "slabs", "industrial", "village"),
    *("informal", "park", "forest", "fields", "parking", "harbour"),
)  # of simulated cities
SMALLEST_SCENE, LARGEST_SCENE = 16, 8192  # side in pixels
MOST_FOLDS = 100


@dataclass(frozen=True)
class InspectJob:
    """Properties of a scene: what an extraction would read."""

    name: ClassVar[str] = "inspect"
    result: ClassVar[type] = InspectResult
    scene: SceneInput


@dataclass(frozen=True)
class SimulateJob:
    """One simulated scene as a folder with sar.tif, optical.tif and buildings.geojson.

    ``size`` is in pixels, SMALLEST_SCENE to LARGEST_SCENE. ``city`` is a file of a city model;
    without one ``style`` names the kind of city to generate, one of STYLES (empty: any). ``output``
    is one of SAR_OUTPUTS.
    """

    name: ClassVar[str] = "simulate"
    result: ClassVar[type] = SimulateResult
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
        at_least("size", self.size, SMALLEST_SCENE, LARGEST_SCENE)
        if self.style:
            one_of("style", self.style, STYLES)
        if self.style and self.city:
            raise InputError(
                "A style is given for the city of a file; leave out the style or the file: {city}",
                city=self.city,
            )
        one_of("output", self.output, SAR_OUTPUTS)
        if not self.polarisations:
            raise InputError("polarisations must name at least one.")
        check_polarisations(self.polarisations)


@dataclass(frozen=True)
class Spacenet6Job:
    """The public training data of SpaceNet 6, prepared for training and evaluation.

    ``folder`` is AOI_11_Rotterdam of the unpacked archive or the folder around it. ``out`` becomes
    a folder of tiles as arrays and, for each of ``folds``, the lists train.windows,
    validation.windows and test.windows, at least ``guard_m`` metres apart.
    """

    name: ClassVar[str] = "spacenet6"
    result: ClassVar[type] = Spacenet6Result
    folder: str
    out: str
    folds: int = 5
    guard_m: float = 100.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        at_least("folds", self.folds, 1, MOST_FOLDS)
        at_least("guard_m", self.guard_m, 0)
