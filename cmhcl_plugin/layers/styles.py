"""Layer styles, their legends and map tips in the language of QGIS.

The styles have no expressions in data-defined properties and no expression to sort by. Those share
data between the layer and the thread that draws it, which can end QGIS if the layer is removed
when drawing begins (QgsExpression::detach releases the data before it copies them).
"""

from __future__ import annotations

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..paths import style


def set_style(layer: QgsMapLayer, name: str) -> None:
    """Give a layer the style ``resources/styles/NAME.qml``."""
    document = QDomDocument()
    document.setContent(style(name).read_text(encoding="utf-8"))
    categories = document.elementsByTagName("category")
    for number in range(categories.count()):
        category = categories.at(number).toElement()
        category.setAttribute("label", _translated(category.attribute("label")))
    tip = document.elementsByTagName("mapTip").at(0).firstChild()
    tip.setNodeValue(_translated(tip.nodeValue()))
    layer.importNamedStyle(document)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Styles", text)
