"""The review as text: the footprint to decide on, or what to do if there is none."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.names import ACCEPTED, AREA_M2, CONFIDENCE, MARKED, OPTICAL_SHARE
from ..layers.geodesic_area import area_m2
from ..numbers import fill_in
from .walk import ReviewWalk, number

translate = QCoreApplication.translate


def describe(walk: Optional[ReviewWalk], feature: Optional[QgsFeature]) -> str:
    """Facts about the current footprint, else a sentence, as rich text."""
    if not walk:
        return translate("Review", "Choose the layer whose footprints you want to go through.")
    if not walk.total:
        return translate("Review", "This layer has no footprints.")
    if feature:
        return " · ".join(_facts(walk, feature))
    skipped = walk.count(walk.wanted)
    if skipped:
        text = fill_in(translate("Review", "{:,} skipped, without a decision."), skipped)
        link = translate("Review", "Go through them")
        return f'{text} <a href="again">{link}</a>'
    if walk.wanted == MARKED:
        return translate("Review", "No footprint is marked for later.")
    text = translate(
        "Review", "All footprints are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted."
    )
    return fill_in(text, walk.count(ACCEPTED), walk.count(MARKED), walk.deleted)


def _facts(walk: ReviewWalk, feature: QgsFeature) -> list[str]:
    states = {
        ACCEPTED: translate("Review", "<b>accepted</b>"),
        MARKED: translate("Review", "<b>marked for later</b>"),
    }
    facts = []
    if walk.state in states:
        facts.append(states[walk.state])
    for name, text in (
        (CONFIDENCE, translate("Review", "Confidence {:.0%}")),
        (AREA_M2, translate("Review", "{:,.0f} m²")),
        (OPTICAL_SHARE, translate("Review", "{:.0%} with optical")),
    ):
        if feature.fields().indexFromName(name) >= 0:
            value = number(feature[name])
            if name == AREA_M2 and not feature.geometry().isEmpty():
                value = area_m2(walk.layer, feature.geometry())  # it may have been reshaped
            if value is not None:
                facts.append(fill_in(text, value))
    if feature.geometry().isEmpty():
        facts.append(translate("Review", "no outline; delete it"))
    return facts or [translate("Review", "Footprint {}").format(feature.id())]
