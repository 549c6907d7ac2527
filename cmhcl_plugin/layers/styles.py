"""Layer styles, their legends and map tips in the language of QGIS."""

from __future__ import annotations

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..paths import style


def set_style(layer: QgsMapLayer, name: str) -> None:
    """Give a layer the style ``resources/styles/NAME.qml``."""
    document = QDomDocument()
    document.setContent(style(name).read_text(encoding="utf-8"))
    for kind in ("range", "category"):
        entries = document.elementsByTagName(kind)
        for number in range(entries.count()):
            entry = entries.at(number).toElement()
            entry.setAttribute("label", _translated(entry.attribute("label")))
    tip = document.elementsByTagName("mapTip").at(0).firstChild()
    tip.setNodeValue(_translated(tip.nodeValue()))
    layer.importNamedStyle(document)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Styles", text)
