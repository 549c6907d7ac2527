"""The report of a fine-tuning: one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pyproj
import shapely
from shapely.geometry.polygon import orient

from ..hatch.curves import curves_svg
from ..hatch.files import atomic_output
from ..hatch.manifest import Manifest
from ..hatch.results import stage_before
from ..hatch.verdict import BETTER, NO_BETTER, UNKNOWN, verdicts
from ..raster.grid import change_crs

SHOWN = 3  # best blocks, and as many of the worst
HEAD_TITLES = {"sar": "SAR alone", "optical": "SAR and optical"}
STAGE_TITLES = {
    "base": "Base",
    "base_own_threshold": "Base, its threshold chosen here",
    "new": "New model",
}
FIGURES = {
    "iou": "IoU",
    "f1": "F1",
    "object_f1": "Object F1",
    "ece": "ECE",
    "threshold": "Threshold",
}
PICTURES = {"sar": "SAR", "optical": "Optical", "labels": "Labels", "prediction": "Prediction"}
LEGEND = (
    "IoU: intersection over union of predicted and labelled building pixels. Object F1: of "
    "buildings found with an IoU of at least 0.5. ECE: expected calibration error of the "
    "probability of building. Lower is better for ECE, higher for the others."
)
STYLE = """
:root { color-scheme: light dark; --ink: #222; --soft: #666; --line: #ddd; --paper: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ddd; --soft: #999; --line: #444; --paper: #1e1e1e }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #555; --line: #bbb; --paper: #fff }
}
body { font: 16px/1.5 sans-serif; color: var(--ink); background: var(--paper);
  max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; break-after: avoid }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; break-after: avoid }
.verdict { font-size: 1.15rem; margin: 0 }
.soft { color: var(--soft); font-size: .9rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid var(--line) }
th { font-weight: normal; color: var(--soft) }
th[scope] { text-align: left }
th[scope="rowgroup"] { font-weight: bold; color: var(--ink); padding-top: .8rem }
tr.new { font-weight: bold }
tr.new th { font-weight: bold; color: var(--ink) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
svg { width: 100%; height: auto }
.block { display: flex; gap: .5rem; flex-wrap: wrap; break-inside: avoid; margin: 0 0 1rem }
.block > p { width: 100%; margin: 0 }
figure { margin: 0; flex: 1 1 0; min-width: 8rem; max-width: 15rem }
img { width: 100%; display: block; image-rendering: pixelated }
figcaption { color: var(--soft); font-size: .85rem }
""".strip()
# A browser runs no script and loads nothing, even if escaping failed.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class BlockResult:
    """A validation block: its IoU, 0 to 1, by head, and its ``block_pictures``."""

    name: str
    iou: dict[str, float]
    pictures: dict[str, str]


def write_report(
    path: Path,
    manifest: Manifest,
    history: Sequence[Mapping[str, float]],
    blocks: Sequence[BlockResult],
    notes: Sequence[str],
) -> None:
    """Write the HTML page of a fine-tuned model.

    Parameters
    ----------
    path
        File to write.
    manifest
        Manifest of the new model, with the records ``training`` and ``figures`` of a fine-tuning.
    history
        Values of the Metric events of the run.
    blocks
        Validation blocks to show.
    notes
        Sentences on how far the figures can be trusted.
    """
    title = escape(manifest.name)
    page = f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLE}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="verdict">{escape(_verdict(manifest))}</p>
<p class="soft">{escape(manifest.notice)}</p>
{_comparison(manifest.figures["rows"])}
{_notes(notes)}
<h2>Trained on</h2>
{_list(_data(manifest))}
<h2>Training</h2>
{curves_svg(history, 880, 300, ink="currentColor")}
{_pictures(blocks)}
<h2>Settings</h2>
{_list(_settings(manifest.training["settings"]))}
<h2>Versions</h2>
{_list({**manifest.versions, "weights": f"sha-256 {manifest.sha256}"})}
</body>
</html>
"""
    with atomic_output(path) as new:
        new.write_text(page, encoding="utf-8")


def _verdict(manifest: Manifest) -> str:
    """One sentence on whether the new model is better than its base."""
    verdict = manifest.figures["verdict"]
    if verdict == UNKNOWN:
        return (
            f"Whether this model is better than {manifest.parent} is unknown: the labelled area "
            "was too small to hold out blocks for validation."
        )
    iou = {(row["what"], row["head"]): row["iou"] for row in manifest.figures["rows"]}
    before = stage_before([what for what, _ in iou])
    change = " and ".join(
        f"from {iou[before, head]:.2f} to {iou['new', head]:.2f} with {title}"
        for head, title in HEAD_TITLES.items()
        if ("new", head) in iou
    )
    where = "on blocks that it was not trained on"
    by_head = verdicts(iou)
    if len(set(by_head.values())) > 1:
        words = " and ".join(f"{by_head[head]} with {HEAD_TITLES[head]}" for head in by_head)
        return f"Compared with {manifest.parent} {where}, {words}: IoU changed {change}."
    verdict = next(iter(by_head.values()), verdict)
    if verdict == BETTER:
        return f"Better than {manifest.parent} {where}: IoU changed {change}."
    base = manifest.parent
    if verdict == NO_BETTER and before != "base":
        base += " with the threshold that is best there"
    return f"{verdict.capitalize()} than {base} {where}; use the base. IoU changed {change}."


def _comparison(rows: Sequence[Mapping[str, Any]]) -> str:
    """The table that compares base and new model."""
    if not rows:
        return ""
    lines = []
    for head, title in HEAD_TITLES.items():
        of_head = [row for row in rows if row["head"] == head]
        if of_head:
            lines.append(f'<tr><th scope="rowgroup" colspan="6">{title}</th></tr>')
        lines += map(_row, of_head)
    body = "\n".join(lines)
    names = "".join(f"<th>{name}</th>" for name in FIGURES.values())
    return f"""<h2>Before and after</h2>
<table>
<tr><th scope="col">On the validation blocks</th>{names}</tr>
{body}
</table>
<p class="soft">{LEGEND}</p>"""


def _row(row: Mapping[str, Any]) -> str:
    figures = "".join(f"<td>{row[name]:.2f}</td>" for name in FIGURES)
    mark = ' class="new"' if row["what"] == "new" else ""
    return f'<tr{mark}><th scope="row">{STAGE_TITLES[row["what"]]}</th>{figures}</tr>'


def _notes(notes: Sequence[str]) -> str:
    items = "\n".join(f"<li>{escape(note)}</li>" for note in notes)
    return f"<h2>What to bear in mind</h2>\n<ul>\n{items}\n</ul>" if notes else ""


def _data(manifest: Manifest) -> dict[str, str]:
    """What the model was trained on, by heading."""
    training = manifest.training
    hectares, place = _extent(**training["area"])
    blocks = training["blocks"]
    return {
        "Date": training["date"][:16].replace("T", " "),
        "Base": manifest.parent,
        "SAR": ", ".join(training["sar"]),
        "Polarisations": ", ".join(training["polarisations"]),
        "Radiometry": training["radiometry"],
        "Pixel size": f"{training['pixel_size_m']:.3g} m",
        "Optical": training["optical"] or "none",
        "Labels": _labels(training),
        "Buildings": f"{training['buildings']:,}",
        "Labelled area": f"{hectares:,.1f} ha",
        "Place": place,
        "Blocks": f"{blocks['training']} for training, {blocks['validation']} for validation",
    }


def _labels(training: Mapping[str, Any]) -> str:
    """The labels, and what was corrected in them."""
    labels, correction = str(training["labels"]), training.get("labels_correction")
    if "corrected_buildings" in training:
        return f"{labels}, {training['corrected_buildings']} buildings corrected"
    if correction is None:
        return labels
    moved = f"moved by {correction['moved_m']:.1f} m on average"
    return f"{labels}, partly missing or old: {moved}, {correction['left_out']:.0%} left out"


def _extent(wkt: str, crs: str) -> tuple[float, str]:
    """Hectares of a polygon, and its centre as text; without a CRS units are metres."""
    polygon = shapely.from_wkt(wkt)
    if not crs:
        return polygon.area / 1e4, "unknown, the layer has no coordinate system"
    system = pyproj.CRS(crs)
    on_globe = change_crs(polygon, system, pyproj.CRS(4326))
    ellipsoid = pyproj.Geod(ellps="WGS84")
    square_metres = sum(
        ellipsoid.geometry_area_perimeter(orient(part))[0] for part in shapely.get_parts(on_globe)
    )
    middle = on_globe.centroid
    latitude = f"{abs(middle.y):.4f}° {'N' if middle.y >= 0 else 'S'}"
    longitude = f"{abs(middle.x):.4f}° {'E' if middle.x >= 0 else 'W'}"
    return square_metres / 1e4, f"{latitude}, {longitude} ({system.name})"


def _settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Nested settings on one level, with spaces instead of underscores."""
    flat: dict[str, Any] = {}
    for name, value in settings.items():
        flat.update(_settings(value) if isinstance(value, Mapping) else {name: value})
    return {name.replace("_", " "): value for name, value in flat.items()}


def _list(entries: Mapping[str, Any]) -> str:
    items = "\n".join(
        f"<dt>{escape(name)}</dt><dd>{escape(str(value))}</dd>" for name, value in entries.items()
    )
    return f"<dl>\n{items}\n</dl>"


def _pictures(blocks: Sequence[BlockResult]) -> str:
    """The blocks by IoU from SAR alone: all if they are few, else the best and the worst."""
    ranked = sorted(blocks, key=lambda block: -block.iou["sar"])
    if not ranked:
        return ""
    if len(ranked) < 2 * SHOWN:
        groups = {"Best first": ranked}
    else:
        groups = {"Best": ranked[:SHOWN], "Worst": ranked[-SHOWN:]}
    parts = [
        "<h2>Validation blocks</h2>",
        f'<p class="soft">{len(ranked)} blocks. Predictions are those from SAR alone.</p>',
    ]
    for name, group in groups.items():
        parts += [f"<h3>{name}</h3>", *map(_block, group)]
    return "\n".join(parts)


def _block(block: BlockResult) -> str:
    ious = ", ".join(
        f"{block.iou[head]:.2f} with {words}"
        for head, words in HEAD_TITLES.items()
        if head in block.iou
    )
    figures = "\n".join(
        f'<figure><img alt="{name}" src="data:image/png;base64,{block.pictures[key]}">'
        f"<figcaption>{name}</figcaption></figure>"
        for key, name in PICTURES.items()
        if key in block.pictures
    )
    return f'<div class="block">\n<p>{escape(block.name)}: IoU {ious}</p>\n{figures}\n</div>'
