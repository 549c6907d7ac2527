"""QGIS's language, and the translation of the plugin for it."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import translations_folder


def language() -> str:
    """The code of QGIS's language without its country, such as ``pt``."""
    return QLocale(QgsApplication.locale()).name().partition("_")[0]


def install_translator() -> Optional[QTranslator]:
    """Install the translation for QGIS's language; None, and English, if there is none.

    The caller must keep a reference to the translator.
    """
    translator = QTranslator()
    locale = QLocale(QgsApplication.locale())
    if not translator.load(locale, "cmhcl", "_", str(translations_folder())):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
