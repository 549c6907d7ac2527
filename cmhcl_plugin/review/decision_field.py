"""The field of a layer that stores the decisions of a review."""

from __future__ import annotations

from qgis.core import QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ...core.hatch.errors import InputError
from ...core.hatch.names import REVIEW, UNDECIDED, decision_of
from ..layers.field_aliases import index_of

LENGTH = 8  # of the longest decision

translate = QCoreApplication.translate


def review_field() -> QgsField:
    """The field of the decisions."""
    return QgsField(REVIEW, QVariant.String, len=LENGTH)


def require_text_field(layer: QgsVectorLayer) -> None:
    """Raise InputError if the layer has the field, but it cannot store decisions."""
    index = index_of(layer.fields(), REVIEW)
    if index < 0:
        return
    if layer.expressionField(index) or _is_joined(layer, layer.fields()[index].name()):
        text = translate(
            "Review",
            "The field “review” of the layer “{}” is virtual or joined and cannot store "
            "decisions; rename it, or give the join a prefix.",
        )
        raise InputError(text.format(layer.name()))
    field = layer.fields()[index]
    if field.type() != QVariant.String or 0 < field.length() < LENGTH:
        text = translate(
            "Review",
            "The field “review” of the layer “{}” cannot store decisions, which are texts "
            "of up to {} letters; rename that field.",
        )
        raise InputError(text.format(layer.name(), LENGTH))


def _is_joined(layer: QgsVectorLayer, name: str) -> bool:
    buffer = layer.editBuffer()
    own = layer.dataProvider().fields().names()
    added = [field.name() for field in buffer.addedAttributes()] if buffer else []
    return bool(layer.vectorJoins()) and name not in [*own, *added]


def stored_decision(layer: QgsVectorLayer, id: int) -> str:
    """The decision on a footprint as the layer has it."""
    index = index_of(layer.fields(), REVIEW)
    return UNDECIDED if index < 0 else decision_of(layer.getFeature(id)[index])


def keep_decision(layer: QgsVectorLayer, id: int, decision: str) -> None:
    """Write a decision again where a default value of the field has replaced it.

    QGIS applies default values after every change of a feature if the user has set that.
    """
    if stored_decision(layer, id) != decision:
        index = index_of(layer.fields(), REVIEW)
        layer.changeAttributeValue(id, index, decision, None, True)  # True: no default values
