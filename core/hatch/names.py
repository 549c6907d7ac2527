"""Names that QGIS and the worker share. Standard library only, Python 3.9+."""

from __future__ import annotations

# The GeoPackage of footprints: its layer, and the fields of each footprint.
LAYER = "footprints"
CONFIDENCE = "confidence"  # mean probability of building, 0 to 1
AREA_M2 = "area_m2"
OPTICAL_SHARE = "optical_share"  # 0 to 1
MODEL = "model"
REGULARISED = "regularised"  # boolean: right angles, or else a simplified outline
# The folder of a labelled scene.
SAR_FILE = "sar.tif"
OPTICAL_FILE = "optical.tif"
LABELS_FILE = "buildings.geojson"
