"""The jobs on polygons of any source. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional

from .checks import at_least, more_than, share
from .errors import InputError
from .names import CREATOR
from .results import CompareResult, OsmResult, RegulariseResult
from .scene_input import Area

MOST_TOLERANCE_M = 1000
LONGEST_TAG = 255  # characters of a value in OpenStreetMap


@dataclass(frozen=True)
class RegulariseJob:
    """Straight walls and right angles for the polygons of any vector file.

    ``out`` is as in ExtractJob, with the same fields. ``tolerance_m`` is the distance in metres by
    which a wall may miss the outline; walls shorter than twice that are merged into their
    neighbours.
    """

    name: ClassVar[str] = "regularise"
    result: ClassVar[type] = RegulariseResult
    polygons: str
    out: str
    tolerance_m: float = 1.0
    overwrite: bool = False

    def __post_init__(self) -> None:
        more_than("tolerance_m", self.tolerance_m, 0, MOST_TOLERANCE_M)


@dataclass(frozen=True)
class OsmJob:
    """The polygons of any vector file as buildings for OpenStreetMap.

    Attributes
    ----------
    polygons
        Vector file.
    out
        File to write: .osm for JOSM, with shared nodes, or .geojson for Rapid and others.
    source
        The tag ``source`` of each building: which imagery it is from.
    square
        Whether outlines get straight walls first, as by RegulariseJob. Those of a layer with the
        field ``regularised``, as extractions write, have them already and stay.
    accepted
        Whether only features that a review accepted are written.
    """

    name: ClassVar[str] = "osm"
    result: ClassVar[type] = OsmResult
    polygons: str
    out: str
    source: str = CREATOR
    square: bool = True
    accepted: bool = False
    overwrite: bool = False

    def __post_init__(self) -> None:
        if not self.source or len(self.source) > LONGEST_TAG or not self.source.isprintable():
            raise InputError(
                "The source must have 1 to {most} printable characters, not {value}.",
                most=LONGEST_TAG,
                value=repr(self.source)[:80],
            )


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
        Polygon that limits the comparison; None for the extraction of ``probability``, else
        everything is compared.
    area_path
        As in SceneInput.
    probability
        GeoTIFF of probabilities that an ExtractJob wrote, for the confidence, "" if there is none.
    """

    name: ClassVar[str] = "compare"
    result: ClassVar[type] = CompareResult
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
