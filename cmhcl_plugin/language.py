"""The plugin in the language of QGIS."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import translations_folder


def install_translator() -> Optional[QTranslator]:
    """Give Qt the translation for QGIS's language; None where there is none: it is English then.

    The translator lives as long as its caller keeps it.
    """
    translator = QTranslator()
    language = QLocale(QgsApplication.locale())
    if not translator.load(language, "cmhcl", "_", str(translations_folder())):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
