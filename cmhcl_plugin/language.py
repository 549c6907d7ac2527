"""The translation of the plugin for QGIS's language."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import translations_folder


def install_translator() -> Optional[QTranslator]:
    """Install the translation for QGIS's language; None, and English, if there is none.

    The caller must keep a reference to the translator.
    """
    translator = QTranslator()
    language = QLocale(QgsApplication.locale())
    if not translator.load(language, "cmhcl", "_", str(translations_folder())):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
