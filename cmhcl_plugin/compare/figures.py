"""The figures of a comparison as text."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.results import CompareResult
from ..numbers import fill_in

translate = QCoreApplication.translate


def figures_text(result: CompareResult) -> str:
    """All figures as lines of text."""
    lines = [
        fill_in(
            translate("Compare", "F1 {:.2f}, precision {:.2f}, recall {:.2f} at an IoU of {:g}"),
            result.f1,
            result.precision,
            result.recall,
            result.min_iou,
        ),
        fill_in(
            translate("Compare", "{:,} polygons, {:,} in the reference"),
            result.polygons,
            result.reference,
        ),
        fill_in(
            translate("Compare", "{:,} matched, {:,} changed, {:,} new, {:,} missing"),
            result.matched,
            result.changed,
            result.new,
            result.missing,
        ),
        fill_in(
            translate(
                "Compare", "{:,} merged (on several of the reference), {:,} of the reference split"
            ),
            result.merged,
            result.split,
        ),
    ]
    if result.median_shift_m is not None and result.offset_m is not None:
        text = translate(
            "Compare",
            "Of those in both: mean IoU {:.2f}, median shift {:.1f} m, median offset {:+.1f} m "
            "east, {:+.1f} m north",
        )
        offset = [round(metres, 1) + 0.0 for metres in result.offset_m]  # never -0.0
        lines.append(fill_in(text, result.mean_iou, result.median_shift_m, *offset))
    return "\n".join(lines)


def details_text(layer: str, reference: str, area: bool, result: CompareResult) -> str:
    """What was compared, and the figures, for the metadata of the layer."""
    everything = translate("Compare", "Area: everything")
    limited = translate("Compare", "Area: limited")
    lines = [
        translate("Compare", "Layer: {}").format(layer),
        translate("Compare", "Reference: {}").format(reference),
        limited if area else everything,
        figures_text(result),
    ]
    return "\n".join(lines)
