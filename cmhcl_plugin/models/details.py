"""The details of a model as HTML.

Manifests may come from untrusted sources: everything is escaped.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.hatch.existence import is_file
from ...core.hatch.jobs import PARTIAL
from ...core.hatch.library import MEMBERS, Entry
from ...core.hatch.manifest import LABELS_FROM_OPTICAL, Manifest, is_copy_of_base
from ...core.hatch.results import HEADS, STAGES
from ..core_translations import notice_text, translate_core_text
from ..durations import duration_text
from ..layers.inputs import scale_name
from ..numbers import fill_in
from .manifest_text import (
    NOTHING,
    as_record,
    date,
    figures_of,
    measured_on,
    number_text,
    training_area,
)
from .verdict import verdict_text

translate = QCoreApplication.translate

# The figures of each model that a fine-tuning compares.
FIGURES = ("threshold", "iou", "f1", "object_f1", "ece")
# Entries of manifest.training that have titles of their own.
TITLED = {"area", "blocks", "buildings", "date", "labels", "optical", "pixel_size_m", "sar"}
TITLED |= {"corrected_buildings", "labels_correction", "labels_quality", "seconds", "steps"}
TITLED |= {"polarisations", "radiometry", "validated_on", "scenes", "where"}


def details(entry: Entry) -> str:
    """Notice, verdict, figures and origin of a model."""
    manifest = entry.manifest
    if manifest is None:
        problem = translate_core_text(entry.problem)
        return f"<p><b>{escape(entry.folder.name)}</b></p><p>{escape(problem)}</p>"
    notice = notice_text(manifest.notice)
    parts = [f"<p><b>{escape(manifest.name)}</b><br>{escape(notice)}</p>"]
    rows = [row for head in HEADS for row in figures_of(manifest, head)]
    verdict = verdict_text(
        manifest.name, str(manifest.figures.get("verdict")), rows, is_copy=is_copy_of_base(manifest)
    )
    if verdict:
        parts.append(f"<p><b>{escape(verdict)}</b></p>")
    parts += [_before_and_after(manifest), _facts(entry, manifest)]
    parts += [_table(title, as_record(values)) for title, values in manifest.figures.items()]
    parts.append(_record(manifest.training))
    return "".join(parts)


def _before_and_after(manifest: Manifest) -> str:
    """The table of a fine-tuning; empty for any other model."""
    stages = {
        "base": translate("Models", "Base model"),
        "base_own_threshold": translate("Models", "Base model, its threshold chosen here"),
        "new": translate("Models", "This model"),
    }
    tables = []
    for head, caption in _head_names().items():
        rows = {str(row.get("what")): row for row in figures_of(manifest, head)}
        shown = [stage for stage in STAGES if stage in rows]
        # A column for each model: a row for each would be too wide for the panel.
        lines = [
            [_figure_name(figure), *(number_text(rows[stage].get(figure), 3) for stage in shown)]
            for figure in FIGURES
        ]
        if shown:
            tables.append(_html_table([caption, *(stages[stage] for stage in shown)], lines))
    return "".join(tables)


def _facts(entry: Entry, manifest: Manifest) -> str:
    training = manifest.training
    blocks = as_record(training.get("blocks"))
    size = sum((entry.folder / name).stat().st_size for name in _present(entry.folder))
    facts = {
        translate("Models", "SAR"): _value_text(training.get("sar")),
        translate("Models", "Polarisations"): _value_text(training.get("polarisations")),
        translate("Models", "SAR values"): scale_name(_value_text(training.get("radiometry"))),
        translate("Models", "Optical"): _value_text(training.get("optical")),
        translate("Models", "Labels"): _labels_text(training),
        translate("Models", "Correction of the labels"): _correction(training),
        translate("Models", "Buildings"): _value_text(training.get("buildings")),
        translate("Models", "Blocks"): translate(
            "Models", "{} for training, {} for validation"
        ).format(blocks.get("training"), blocks.get("validation"))
        if blocks
        else "",
        translate("Models", "Place"): _place(manifest),
        translate("Models", "Scenes"): _value_text(training.get("scenes")),
        translate("Models", "Validated on"): measured_on(manifest)
        if training.get("validated_on")
        else "",
        translate("Models", "Training steps"): _value_text(training.get("steps")),
        translate("Models", "Training time"): _duration(training.get("seconds")),
        translate("Models", "Date"): date(manifest),
        translate("Models", "Base model"): manifest.parent
        if manifest.parent != manifest.name
        else "",
        translate("Models", "Network"): manifest.preset,
        translate("Models", "Pixel size"): fill_in("{:g} m", manifest.pixel_size_m),
        translate("Models", "Threshold"): fill_in("{:.2f}", manifest.threshold),
        translate("Models", "Computed on"): _value_text(training.get("where")),
        translate("Models", "Versions"): _value_text(manifest.versions),
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


def _duration(seconds: Any) -> str:
    return duration_text(seconds) if number_text(seconds, 0) != NOTHING else ""


def _labels_text(training: dict[str, Any]) -> str:
    """What the labels of a fine-tuning were."""
    labels = _value_text(training.get("labels"))
    if labels == LABELS_FROM_OPTICAL:
        corrected = training.get("corrected_buildings")
        if not corrected:
            return translate("Models", "from the optical image")
        text = translate("Models", "from the optical image, {} buildings corrected")
        return text.format(_value_text(corrected))
    if training.get("labels_quality") == PARTIAL:
        return translate("Models", "{}, partly missing or old").format(labels)
    return labels


def _correction(training: dict[str, Any]) -> str:
    """How partial labels were corrected; empty if they were not."""
    correction = as_record(training.get("labels_correction"))
    moved: Any = correction.get("moved_m")
    left_out: Any = correction.get("left_out")
    if NOTHING in (number_text(moved, 1), number_text(left_out, 1)):
        return ""
    text = translate("Models", "moved by {:.1f} m on average, {:.0%} of the area left out")
    return fill_in(text, float(moved), float(left_out))


def _record(training: dict[str, Any]) -> str:
    """What else a training recorded, as it was written: keys and values in English."""
    rest = {key: value for key, value in training.items() if key not in TITLED}
    texts = {str(key).replace("_", " "): _raw_text(value) for key, value in rest.items()}
    lines = "<br>".join(f"{escape(key)}: {escape(text)}" for key, text in texts.items() if text)
    title = escape(translate("Models", "Record of the training (English)"))
    return f"<p><b>{title}</b><br>{lines}</p>" if lines else ""


def _figure_name(figure: str) -> str:
    """A figure of a manifest in words, unchanged if it is not known."""
    names = {
        "iou": translate("Models", "IoU"),
        "f1": translate("Models", "F1"),
        "object_f1": translate("Models", "Object F1"),
        "boundary_iou": translate("Models", "Boundary IoU"),
        "ece": translate("Models", "Calibration error"),
        "ece_before": translate("Models", "Calibration error before"),
        "threshold": translate("Models", "Threshold"),
        "scale": translate("Models", "Scale of the logits"),
        "offset": translate("Models", "Offset of the logits"),
    }
    for head, name in _head_names().items():
        known = names.get(figure.removesuffix(f"_{head}"))
        if known and figure.endswith(f"_{head}"):
            return f"{known}, {name}"
    return names.get(figure, figure.replace("_", " "))


def _head_names() -> dict[str, str]:
    return {"sar": translate("Models", "SAR alone"), "optical": translate("Models", "With optical")}


def _group_name(title: str) -> str:
    """The heading of a table of figures, unchanged if it is not known."""
    calibration = translate("Models", "Calibration")
    names = {
        "simulated": translate("Models", "Simulated scenes"),
        "real, never trained on": translate("Models", "Real scenes, never trained on"),
        "calibration, simulated": calibration,
        "calibration": calibration,
    }
    return names.get(title, title)


def _table(title: str, records: dict[str, Any]) -> str:
    """A table of all records that have figures, such as scenes; empty if there are none."""
    rows = {name: values for name, values in records.items() if isinstance(values, dict)}
    columns = list(dict.fromkeys(key for values in rows.values() for key in values))
    heads = _head_names()
    header = ["", *(_figure_name(str(key)) for key in columns)]
    lines = [
        [heads.get(name, name), *(number_text(rows[name].get(key), 3) for key in columns)]
        for name in rows
    ]
    return f"<b>{escape(_group_name(title))}</b>{_html_table(header, lines)}" if lines else ""


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
    return fill_in("{:.3f}° {}, {:.3f}° {}", abs(point.y()), north, abs(point.x()), east)


def _present(folder: Path) -> list[str]:
    return [name for name in MEMBERS if is_file(folder / name)]


def _value_text(value: Any) -> str:
    """A record's value on one line."""
    if isinstance(value, list):
        return ", ".join(_value_text(item) for item in value)
    if isinstance(value, float):
        return fill_in("{:g}", value)
    return _raw_text(value)


def _raw_text(value: Any) -> str:
    """A record's value on one line, in English."""
    if isinstance(value, dict):
        pairs = {str(key): _raw_text(item) for key, item in value.items()}
        return ", ".join(f"{key.replace('_', ' ')} {text}" for key, text in pairs.items() if text)
    if isinstance(value, list):
        return ", ".join(_raw_text(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
