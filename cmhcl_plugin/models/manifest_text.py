"""Values of a manifest as text, for the list of models and the details of one.

Most of a manifest is a free-form record from any source: values that are missing or of an
unexpected type are omitted.
"""

from __future__ import annotations

from math import isfinite
from numbers import Real
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry
from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale, Qt

from ...core.hatch.manifest import Manifest
from ..numbers import fill_in

NOTHING = "–"
_STAGES_OF_0_1_0 = {"base adapted": "base_own_threshold"}

translate = QCoreApplication.translate


def iou(manifest: Manifest, head: str) -> str:
    """IoU of the head "sar" or "optical" on the validation blocks or scenes."""
    for row in figures_of(manifest, head):
        if row.get("what") == "new":
            return number_text(row.get("iou"), 2)
    validation = as_record(manifest.figures.get("validation"))
    return number_text(validation.get("iou" if head == "sar" else "iou_optical"), 2)


def measured_on(manifest: Manifest) -> str:
    """What the figures were measured on: number of blocks or scenes."""
    blocks = as_record(manifest.training.get("blocks")).get("validation")
    if isinstance(blocks, int):
        one, many = translate("Models", "1 block"), translate("Models", "{} blocks")
        return one if blocks == 1 else many.format(blocks) if blocks else NOTHING
    scenes = manifest.training.get("validated_on")
    if isinstance(scenes, list):
        return _scenes(len(scenes))
    return str(scenes) if scenes else NOTHING


def trained(manifest: Manifest) -> str:
    """The scene of the training, or their number, and the date."""
    sar, scenes = manifest.training.get("sar"), manifest.training.get("scenes")
    if isinstance(sar, list) and sar:
        what = Path(str(sar[0])).stem
    elif scenes:
        what = _scenes(scenes)
    else:
        what = ""
    return " · ".join(part for part in (what, date(manifest)) if part) or NOTHING


def _scenes(count: Any) -> str:
    """A number of scenes in words."""
    one, many = translate("Models", "1 scene"), translate("Models", "{} scenes")
    return one if count == 1 else many.format(count)


def date(manifest: Manifest) -> str:
    """The day of the training in the format of QGIS's locale, empty if unknown."""
    day = QDate.fromString(str(manifest.training.get("date", ""))[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else ""


def training_area(manifest: Manifest) -> Optional[tuple[QgsGeometry, QgsCoordinateReferenceSystem]]:
    """The area that the model was trained on, None if the manifest has none."""
    area = as_record(manifest.training.get("area"))
    geometry = QgsGeometry.fromWkt(str(area.get("wkt", "")))
    crs = QgsCoordinateReferenceSystem(str(area.get("crs", "")))
    return None if geometry.isEmpty() or not crs.isValid() else (geometry, crs)


def figures_of(manifest: Manifest, head: str) -> list[dict[str, Any]]:
    """Records with the fields of results.ModelFigures, of the head "sar" or "optical"."""
    rows = manifest.figures.get("rows")
    records = [as_record(row) for row in rows] if isinstance(rows, list) else []
    found = []
    for row in records:
        if row.get("head") == head:
            what = str(row.get("what"))
            found.append({**row, "what": _STAGES_OF_0_1_0.get(what, what)})
    return found


def as_record(value: Any) -> dict[str, Any]:
    """The value if it is a dict, else an empty one."""
    return value if isinstance(value, dict) else {}


def number_text(value: Any, digits: int) -> str:
    """The value with so many decimals, NOTHING if it is not a finite number."""
    return fill_in(f"{{:.{digits}f}}", float(value)) if is_number(value) else NOTHING


def is_number(value: Any) -> bool:
    """Whether it is a finite number that a float can hold."""
    try:
        return isinstance(value, Real) and isfinite(value)
    except OverflowError:
        return False
