"""Translations of the fixed texts of the core and of the default model."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The model’s notice; progress messages; why a device or a radiometry was chosen.
TEXTS = (
    QT_TRANSLATE_NOOP(
        "Core", "Trained on simulated scenes: fine-tune it on your own area before you rely on it."
    ),
    QT_TRANSLATE_NOOP("Core", "Reading"),
    QT_TRANSLATE_NOOP("Core", "Extracting"),
    QT_TRANSLATE_NOOP("Core", "Reading the kept rows"),
    QT_TRANSLATE_NOOP("Core", "Outlining"),
    QT_TRANSLATE_NOOP("Core", "Straightening"),
    QT_TRANSLATE_NOOP("Core", "Comparing"),
    QT_TRANSLATE_NOOP("Core", "Writing"),
    QT_TRANSLATE_NOOP("Core", "Comparing labels and image"),
    QT_TRANSLATE_NOOP("Core", "Measuring the speed"),
    QT_TRANSLATE_NOOP("Core", "Comparing with the base model"),
    QT_TRANSLATE_NOOP("Core", "as chosen in the settings"),
    QT_TRANSLATE_NOOP("Core", "Apple GPU found"),
    QT_TRANSLATE_NOOP("Core", "this PyTorch was built without GPU support"),
    QT_TRANSLATE_NOOP("Core", "the NVIDIA GPU is too old for this build of PyTorch"),
    QT_TRANSLATE_NOOP("Core", "no NVIDIA GPU found"),
    QT_TRANSLATE_NOOP("Core", "faster than PyTorch on this machine"),
    QT_TRANSLATE_NOOP("Core", "faster than OpenVINO on this machine"),
    QT_TRANSLATE_NOOP("Core", "OpenVINO does not work on this machine"),
    QT_TRANSLATE_NOOP("Core", "complex values"),
    QT_TRANSLATE_NOOP("Core", "negative values"),
    QT_TRANSLATE_NOOP("Core", "no positive values"),
    QT_TRANSLATE_NOOP("Core", "positive values without the bright tail of amplitude: log-scaled"),
    QT_TRANSLATE_NOOP("Core", "positive values with the very long tail of power"),
    QT_TRANSLATE_NOOP("Core", "positive values with the long bright tail of amplitude"),
)


def translate_core_text(text: str) -> str:
    """One of TEXTS in QGIS's language, any other text unchanged."""
    return QCoreApplication.translate("Core", text) if text in TEXTS else text
