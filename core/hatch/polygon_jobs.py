"""The jobs on polygons of any source. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional

from .checks import at_least, more_than, share
from .results import CompareResult, RegulariseResult
from .scene_input import Area

MOST_TOLERANCE_M = 1000


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
