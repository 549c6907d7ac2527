"""Layers whose file is about to be replaced: emptied meanwhile, restored if it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from .project_layers import layers_of

# In place of a raster: one pixel without a value.
_NO_PIXELS = (
    '<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1"/>'
    "</VRTDataset>"
)


@dataclass(frozen=True)
class _Emptied:
    """A layer, and what it was before."""

    layer: QgsMapLayer
    uri: str
    provider: str
    style: QgsMapLayerStyle
    crs: QgsCoordinateReferenceSystem

    @classmethod
    def of(cls, layer: QgsMapLayer) -> _Emptied:
        """Empty a layer; one whose file is missing is empty already."""
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        before = cls(layer, layer.source(), layer.providerType(), style, layer.crs())
        if not layer.isValid():
            return before
        if isinstance(layer, QgsVectorLayer):
            fields = layer.dataProvider().fields().toList()
            _read(layer, QgsWkbTypes.displayString(layer.wkbType()), "memory")
            layer.dataProvider().addAttributes(fields)  # their aliases are saved with a project
            layer.updateFields()
        else:
            _read(layer, _NO_PIXELS, "gdal")
        layer.setCrs(before.crs)
        return before

    def put_back(self) -> None:
        """Let the layer read its file again."""
        _read(self.layer, self.uri, self.provider)
        self.style.writeToLayer(self.layer)
        self.layer.setCrs(self.crs)


class ReplacedLayers(QObject):
    """The layers of a project that read some files, emptied so that QGIS closes the files.

    They stay in the project with all that refers to them: themes, layouts, joins, relations. A
    project that is saved meanwhile has them with their files. ``put_back`` or ``remove`` must
    follow; neither does anything to another project that was opened meanwhile.
    """

    def __init__(self, paths: Sequence[Path], project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._emptied = [_Emptied.of(layer) for path in paths for layer in layers_of(path, project)]
        project.writeMapLayer.connect(self._on_saved)

    def put_back(self) -> None:
        """Let the layers read their files again."""
        for one in self._end():
            one.put_back()
        self._project.relationManager().updateRelationsStatus()

    def remove(self) -> None:
        """Remove the layers from the project: their files are others now."""
        self._project.removeMapLayers([one.layer.id() for one in self._end()])

    def _end(self) -> list[_Emptied]:
        """The layers that still exist, which are not followed any more."""
        self._project.writeMapLayer.disconnect(self._on_saved)
        emptied, self._emptied = self._emptied, []
        return [one for one in emptied if not sip.isdeleted(one.layer)]

    def _on_saved(self, layer: QgsMapLayer, element: QDomElement, document: QDomDocument) -> None:
        for one in self._emptied:
            if one.layer is layer:
                _set_text(document, element, "datasource", self._project.writePath(one.uri))
                _set_text(document, element, "provider", one.provider)


def _read(layer: QgsMapLayer, uri: str, provider: str) -> None:
    """Let a layer read another source, with its style as far as the fields allow."""
    options = QgsDataProvider.ProviderOptions()
    layer.setDataSource(uri, layer.name(), provider, options, False)


def _set_text(document: QDomDocument, element: QDomElement, name: str, text: str) -> None:
    """Replace the text of a child of an element."""
    child = element.firstChildElement(name)
    new = document.createElement(name)
    for number in range(child.attributes().count()):
        attribute = child.attributes().item(number).toAttr()
        new.setAttribute(attribute.name(), attribute.value())
    new.appendChild(document.createTextNode(text))
    element.replaceChild(new, child)
