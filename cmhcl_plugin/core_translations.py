"""Translate the core's messages, and the notices of models in TEXTS, to QGIS's language."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..core.hatch.errors import CmhclError
from ..core.hatch.messages import Message
from ..core.hatch.notices import FINETUNED
from .numbers import fill_in

# The notices of models, which are plain texts of their manifests.
TEXTS = (
    QT_TRANSLATE_NOOP(
        "Core", "Trained on simulated scenes: fine-tune it on your own area before you rely on it."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Trained on scenes of your own; check its figures before you rely on it."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It learnt what its base predicts with an optical image, without drawn labels: use it for "
        "SAR alone; with an optical layer, its base is the better choice.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It learnt from SAR alone: with an optical layer, its base is the better choice."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It is a copy of its base: the trained weights were not better by more than chance."
    ),
)


def translate_core_text(text: str) -> str:
    """A message of the core or one of TEXTS in QGIS's language, any other text unchanged."""
    if not isinstance(text, Message):
        return QCoreApplication.translate("Core", text) if text in TEXTS else text
    translation = QCoreApplication.translate("Core", text.template)
    if not text.arguments:
        return translation
    try:
        return fill_in(translation, **in_qgis_language(text.arguments))
    except (KeyError, IndexError, ValueError):  # a translation with other braces
        return str(text)


def notice_text(notice: str) -> str:
    """The notice of a model in QGIS's language, unchanged if it is not one of the core's."""
    start, end = FINETUNED.split("{}")
    if not notice.startswith(start) or end not in notice:
        return translate_core_text(notice)
    name, caveat = notice[len(start) :].rsplit(end, 1)
    sentence = translate_core_text(FINETUNED).format(name)
    return " ".join(filter(None, (sentence, translate_core_text(caveat.strip()))))


def error_text(error: Exception) -> str:
    """The sentence of an error in QGIS's language."""
    return translate_core_text(error.message if isinstance(error, CmhclError) else str(error))


def in_qgis_language(value: Any) -> Any:
    """A value in which the messages are translated, also those in lists, dicts and dataclasses."""
    if isinstance(value, Message):
        return translate_core_text(value)
    if isinstance(value, (list, tuple)):
        return type(value)(map(in_qgis_language, value))
    if isinstance(value, dict):
        return {key: in_qgis_language(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: in_qgis_language(getattr(value, name)) for name in names})
    return value
