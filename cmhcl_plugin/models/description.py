"""A model's manifest in words and figures, for people.

Most of a manifest is a free-form record, perhaps from a stranger: whatever is missing or of another
kind than expected is left out, and everything is escaped.
"""

from __future__ import annotations

from html import escape
from math import isfinite
from numbers import Real
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale, Qt

from ...core.hatch.library import MEMBERS, Entry
from ...core.hatch.manifest import Manifest
from ..worker.core_translations import in_own_language

translate = QCoreApplication.translate

NOTHING = "–"
# What a fine-tuning compares, and the figures it gives for each.
STAGES = ("base", "base adapted", "new")
FIGURES = ("threshold", "iou", "f1", "object_f1", "ece")
# Entries of manifest.training that have lines of their own.
TOLD = {"area", "blocks", "buildings", "date", "labels", "optical", "pixel_size_m", "sar"}
TOLD |= {"polarisations", "radiometry", "settings", "validated_on", "scenes", "rounds"}


def iou(manifest: Manifest, head: str) -> str:
    """IoU of the head "sar" or "optical" on ground that was not trained on."""
    for row in _rows(manifest, head):
        if row.get("what") == "new":
            return _number(row.get("iou"), 2)
    validation = _record(manifest.figures.get("validation"))
    return _number(validation.get("iou" if head == "sar" else "iou_optical"), 2)


def measured_on(manifest: Manifest) -> str:
    """What the figures were measured on, in a few words."""
    blocks = _record(manifest.training.get("blocks")).get("validation")
    if isinstance(blocks, int):
        one, many = translate("Models", "1 block"), translate("Models", "{} blocks")
        return one if blocks == 1 else many.format(blocks) if blocks else NOTHING
    scenes = manifest.training.get("validated_on")
    if isinstance(scenes, list):
        return translate("Models", "{} scenes").format(len(scenes))
    return str(scenes) if scenes else NOTHING


def trained(manifest: Manifest) -> str:
    """On which scene or how many, and when."""
    sar, scenes = manifest.training.get("sar"), manifest.training.get("scenes")
    if isinstance(sar, list) and sar:
        what = Path(str(sar[0])).stem
    elif scenes:
        what = translate("Models", "{} scenes").format(scenes)
    else:
        what = ""
    return " · ".join(part for part in (what, date(manifest)) if part) or NOTHING


def date(manifest: Manifest) -> str:
    """The day it was trained, as the user writes days; empty when unknown."""
    day = QDate.fromString(str(manifest.training.get("date", ""))[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else ""


def training_area(
    manifest: Manifest,
) -> Optional[tuple[QgsGeometry, QgsCoordinateReferenceSystem]]:
    """The ground that the model was trained on; None where the manifest has none."""
    area = _record(manifest.training.get("area"))
    geometry = QgsGeometry.fromWkt(str(area.get("wkt", "")))
    crs = QgsCoordinateReferenceSystem(str(area.get("crs", "")))
    return None if geometry.isEmpty() or not crs.isValid() else (geometry, crs)


def details(entry: Entry) -> str:
    """Everything worth knowing about a model, as HTML."""
    manifest = entry.manifest
    if manifest is None:
        return f"<p><b>{escape(entry.folder.name)}</b></p><p>{escape(entry.problem)}</p>"
    notice = in_own_language(manifest.notice)
    parts = [f"<p><b>{escape(manifest.name)}</b><br>{escape(notice)}</p>"]
    verdict = _verdict(manifest)
    if verdict:
        parts.append(f"<p><b>{escape(verdict)}</b></p>")
    parts += [_before_and_after(manifest), _facts(entry, manifest)]
    parts += [_table(title, _record(values)) for title, values in manifest.figures.items()]
    return "".join(parts)


def _verdict(manifest: Manifest) -> str:
    blocks = _record(manifest.training.get("blocks")).get("validation")
    sentences = {
        "better": translate(
            "Models", "Better than its base on ground it was not trained on ({} blocks)."
        ).format(blocks),
        "worse": translate(
            "Models",
            "No better than its base on ground it was not trained on: rather use the base.",
        ),
        "unknown": translate(
            "Models",
            "Whether it is better than its base is unknown: too little ground to validate.",
        ),
    }
    return sentences.get(str(manifest.figures.get("verdict")), "")


def _before_and_after(manifest: Manifest) -> str:
    """The table of a fine-tuning; empty for any other model."""
    stages = {
        "base": translate("Models", "Base model"),
        "base adapted": translate("Models", "Base model, its threshold chosen here"),
        "new": translate("Models", "This model"),
    }
    heads = {
        "sar": translate("Models", "SAR alone"),
        "optical": translate("Models", "With optical"),
    }
    names = [
        translate("Models", "Threshold"),
        translate("Models", "IoU"),
        translate("Models", "F1"),
        translate("Models", "Object F1"),
        translate("Models", "Calibration error"),
    ]
    tables = []
    for head, caption in heads.items():
        rows = {str(row.get("what")): row for row in _rows(manifest, head)}
        lines = [
            [stages[stage], *(_number(rows[stage].get(figure), 3) for figure in FIGURES)]
            for stage in STAGES
            if stage in rows
        ]
        if lines:
            tables.append(_html_table([caption, *names], lines))
    return "".join(tables)


def _facts(entry: Entry, manifest: Manifest) -> str:
    training = manifest.training
    blocks = _record(training.get("blocks"))
    size = sum((entry.folder / name).stat().st_size for name in _present(entry.folder))
    facts = {
        translate("Models", "SAR"): _words(training.get("sar")),
        translate("Models", "Polarisations"): _words(training.get("polarisations")),
        translate("Models", "SAR values"): _words(training.get("radiometry")),
        translate("Models", "Optical"): _words(training.get("optical")),
        translate("Models", "Labels"): _words(training.get("labels")),
        translate("Models", "Buildings"): _words(training.get("buildings")),
        translate("Models", "Blocks"): translate("Models", "{} trained on, {} validated on").format(
            blocks.get("training"), blocks.get("validation")
        )
        if blocks
        else "",
        translate("Models", "Place"): _place(manifest),
        translate("Models", "Scenes"): _words(training.get("scenes")),
        translate("Models", "Validated on"): _words(training.get("validated_on")),
        translate("Models", "Date"): date(manifest),
        translate("Models", "Base model"): manifest.parent
        if manifest.parent != manifest.name
        else "",
        translate("Models", "Network"): manifest.preset,
        translate("Models", "Pixel size"): f"{manifest.pixel_size_m:g} m",
        translate("Models", "Threshold"): f"{manifest.threshold:.2f}",
    }
    facts |= {
        str(key).capitalize(): _words(value) for key, value in training.items() if key not in TOLD
    }
    facts |= {
        translate("Models", "Settings"): _words(training.get("settings")),
        translate("Models", "Versions"): _words(manifest.versions),
        translate("Models", "Size"): QLocale().formattedDataSize(size),
        translate("Models", "Weights"): f"sha-256 {manifest.sha256[:12]}…",
        translate("Models", "Folder"): str(entry.folder),
    }
    lines = "".join(
        f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>"
        for name, value in facts.items()
        if value
    )
    return f"<table>{lines}</table><br>"


def _table(title: str, records: dict[str, Any]) -> str:
    """Figures by scene, or whatever else has figures; empty where there are none."""
    rows = {name: values for name, values in records.items() if isinstance(values, dict)}
    columns = list(dict.fromkeys(key for values in rows.values() for key in values))
    header = ["", *(key.replace("_", " ") for key in columns)]
    lines = [[name, *(_number(rows[name].get(key), 3) for key in columns)] for name in rows]
    return f"<b>{escape(title)}</b>{_html_table(header, lines)}" if lines else ""


def _html_table(header: list[str], lines: list[list[str]]) -> str:
    """First column left, figures right."""

    def cells(tag: str, texts: list[str]) -> str:
        first, *others = [escape(str(text)) for text in texts]
        right = "".join(f'<{tag} align="right">&nbsp;&nbsp;{text}</{tag}>' for text in others)
        return f'<tr><{tag} align="left">{first}</{tag}>{right}</tr>'

    return f"<table>{cells('th', header)}{''.join(cells('td', line) for line in lines)}</table><br>"


def _place(manifest: Manifest) -> str:
    """Latitude and longitude of the middle of the training area."""
    area = training_area(manifest)
    if area is None:
        return ""
    geometry, crs = area
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        point = QgsCoordinateTransform(crs, degrees, QgsProject.instance()).transform(
            geometry.boundingBox().center()
        )
    except QgsCsException:
        return ""
    north = translate("Models", "N") if point.y() >= 0 else translate("Models", "S")
    east = translate("Models", "E") if point.x() >= 0 else translate("Models", "W")
    return f"{abs(point.y()):.3f}° {north}, {abs(point.x()):.3f}° {east}"


def _present(folder: Path) -> list[str]:
    return [name for name in MEMBERS if (folder / name).is_file()]


def _rows(manifest: Manifest, head: str) -> list[dict[str, Any]]:
    rows = manifest.figures.get("rows")
    records = [_record(row) for row in rows] if isinstance(rows, list) else []
    return [row for row in records if row.get("head") == head]


def _record(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: Any, digits: int) -> str:
    known = isinstance(value, Real) and isfinite(value)
    return f"{float(value):.{digits}f}" if known else NOTHING


def _words(value: Any) -> str:
    """A record's value on one line."""
    if isinstance(value, dict):
        pairs = {key: _words(item) for key, item in value.items()}
        return ", ".join(f"{key.replace('_', ' ')} {text}" for key, text in pairs.items() if text)
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    if isinstance(value, bool):
        return translate("Models", "yes") if value else translate("Models", "no")
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)
