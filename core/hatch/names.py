"""Names that are used in many places. Standard library only, Python 3.9+."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, count

# GDAL's drivers of the formats of footprints, by extension; the first is the default.
DRIVERS = {
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".fgb": "FlatGeobuf",
    ".parquet": "Parquet",  # missing in most builds of GDAL, read and written by pyarrow
}
CREATOR = "CMH-CL Footprints"  # in files that have no name of a layer
# The file of footprints: its layer, and the fields of each footprint.
LAYER = "footprints"
CONFIDENCE = "confidence"  # mean probability of building, 0 to 1
AREA_M2 = "area_m2"
OPTICAL_SHARE = "optical_share"  # 0 to 1
MODEL = "model"
REVIEW = "review"  # one of these three; what a review rejects is deleted
ACCEPTED, MARKED, UNDECIDED = "accepted", "marked", ""
REGULARISED = "regularised"  # boolean: right angles, or else a simplified outline
# The layer of a comparison, which also has CONFIDENCE and AREA_M2.
STATUS = "status"  # one of these four
MATCHED, CHANGED, NEW, MISSING = "matched", "changed", "new", "missing"
IOU = "iou"  # with the match, else the largest with any polygon of the other layer
SHIFT_M = "shift_m"  # distance between the centroids
COVERED = "covered"  # share of its area on polygons of the other layer
POLYGON_ID, REFERENCE_ID = "polygon_id", "reference_id"  # feature ids in the two layers
# Number of polygons of each layer that are in the same place; 0 if this layer has none there.
POLYGON_COUNT, REFERENCE_COUNT = "polygon_count", "reference_count"
# The layer of blocks to label next.
RANK = "rank"  # from 1, the least certain
UNCERTAINTY = "uncertainty"  # mean entropy in bits, 0 to 1
# The folder of a labelled scene.
SAR_FILE = "sar.tif"
OPTICAL_FILE = "optical.tif"
LABELS_FILE = "buildings.geojson"
# The folder of an exported model: for each head, by this name, a network and its STAC item.
EXPORTED = ("sar", "sar-optical")
ONNX, ITEM = ".onnx", ".json"  # extensions
# What the network learns of each pixel, in the order of the maps in a batch of targets.
TARGETS = ("building", "edge", "contact")
PART_FOOTPRINTS = ".outlines"  # after the name of a part of a scene: the file of its footprints
SIMULATED = "CMHCL_SIMULATED"  # tag of the files of a simulated scene


def decision_of(value: object) -> str:
    """The decision in a value of REVIEW, whatever its case and surrounding spaces."""
    text = value.strip().lower() if isinstance(value, str) else UNDECIDED
    return text if text in (ACCEPTED, MARKED) else UNDECIDED


def part_footprints_of(part: str) -> str:
    """The file of the footprints of a part."""
    return part + PART_FOOTPRINTS


def fields_named(wanted: Iterable[str], names: Sequence[str]) -> dict[str, str]:
    """The wanted names by the names that match them.

    A name matches exactly, else the first one that differs only in case does.
    """
    found = {}
    for one in wanted:
        alike = [name for name in names if name.lower() == one.lower()]
        if alike:
            found[one if one in alike else alike[0]] = one
    return found


def unused_name(name: str, used: Collection[str]) -> str:
    """The name of a field, numbered if it is used; upper and lower case count as the same."""
    folded = {other.casefold() for other in used}
    numbered = (f"{name}_{number}" for number in count(2))
    return next(new for new in chain([name], numbered) if new.casefold() not in folded)
