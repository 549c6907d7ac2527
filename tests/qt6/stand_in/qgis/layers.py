"""The project and its layers: real objects with real signals, without any data."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QColor, QUndoStack
from PyQt6.QtXml import QDomDocument

from .anything import Anything, Unknown, open_class
from .features import QgsFeature, QgsField, QgsFields
from .geometry import QgsPointXY, QgsRectangle

QgsWkbTypes = open_class("QgsWkbTypes")
EXTENT = QgsRectangle(0.0, -1000.0, 1000.0, 0.0)  # of every layer


class QgsCoordinateReferenceSystem(Anything):
    """The only one there is."""

    def isValid(self) -> bool:
        return True

    def isGeographic(self) -> bool:
        return False

    def toWkt(self, *_: Any) -> str:
        return "EPSG:32631"

    def description(self) -> str:
        return "WGS 84 / UTM zone 31N"

    def ellipsoidAcronym(self) -> str:
        return "EPSG:7030"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, QgsCoordinateReferenceSystem)

    __hash__ = object.__hash__


class QgsCoordinateTransform(Anything):
    """Changes nothing."""

    def transform(self, point: QgsPointXY) -> QgsPointXY:
        return point

    def transformBoundingBox(self, box: QgsRectangle) -> QgsRectangle:
        return box


class Metadata:
    """Texts about a layer."""

    def __init__(self) -> None:
        self._title = self._abstract = ""

    def title(self) -> str:
        return self._title

    def setTitle(self, title: str) -> None:
        self._title = title

    def abstract(self) -> str:
        return self._abstract

    def setAbstract(self, abstract: str) -> None:
        self._abstract = abstract


class QgsMapLayer(Unknown, QObject):
    willBeDeleted = pyqtSignal()
    nameChanged = pyqtSignal()

    def __init__(self, source: str = "", name: str = "", provider: str = "") -> None:
        super().__init__()
        self._source, self._name, self._provider = source, name, provider
        self._properties: dict[str, Any] = {}
        self._metadata = Metadata()

    def id(self) -> str:
        return f"{self._name}_{id(self)}"

    def name(self) -> str:
        return self._name

    def source(self) -> str:
        return self._source

    def providerType(self) -> str:
        return self._provider

    def isValid(self) -> bool:
        return True

    def crs(self) -> QgsCoordinateReferenceSystem:
        return QgsCoordinateReferenceSystem()

    def extent(self) -> QgsRectangle:
        return EXTENT

    def customProperty(self, name: str, default: Any = None) -> Any:
        return self._properties.get(name, default)

    def setCustomProperty(self, name: str, value: Any) -> None:
        self._properties[name] = value

    def metadata(self) -> Metadata:
        return self._metadata

    def setMetadata(self, metadata: Metadata) -> None:
        self._metadata = metadata

    def importNamedStyle(self, document: QDomDocument) -> None:
        """Keep the style, parsed by Qt."""
        self.style = document


class QgsRasterLayer(QgsMapLayer):
    def __init__(self, source: str = "", name: str = "", provider: str = "gdal") -> None:
        super().__init__(source, name, provider)

    def bandCount(self) -> int:
        return 1

    def bandName(self, band: int) -> str:
        return f"Band {band}"

    def dataProvider(self) -> Any:
        provider = Anything()
        provider.crs = QgsCoordinateReferenceSystem
        return provider


class QgsVectorLayer(QgsMapLayer):
    """Polygons; ``content`` are its features, which can be edited and not undone."""

    beforeCommitChanges = pyqtSignal(bool)
    committedFeaturesAdded = pyqtSignal(str, list)
    afterCommitChanges = pyqtSignal()
    afterRollBack = pyqtSignal()
    dataChanged = pyqtSignal()
    subsetStringChanged = pyqtSignal()

    def __init__(self, source: str = "", name: str = "", provider: str = "ogr") -> None:
        super().__init__(source, name, provider)
        self._fields, self._undo, self._editable = QgsFields(), QUndoStack(self), False
        self.content: dict[int, QgsFeature] = {}

    def geometryType(self) -> Any:
        return QgsWkbTypes.GeometryType.PolygonGeometry

    def fields(self) -> QgsFields:
        return self._fields

    def addAttribute(self, field: QgsField) -> None:
        self._fields.append(field)

    def featureCount(self) -> int:
        return len(self.content)

    def selectedFeatureCount(self) -> int:
        return 0

    def getFeatures(self, request: Any = None) -> list[QgsFeature]:
        return list(self.content.values())

    def allFeatureIds(self) -> set[int]:
        return set(self.content)

    def getFeature(self, id: int) -> QgsFeature:
        return self.content[id]

    def changeAttributeValue(self, id: int, index: int, value: Any) -> bool:
        self.content[id].setAttribute(index, value)
        return True

    def expressionField(self, index: int) -> str:
        return ""

    def vectorJoins(self) -> list[Any]:
        return []

    def deleteFeature(self, id: int) -> bool:
        del self.content[id]
        return True

    def undoStack(self) -> QUndoStack:
        return self._undo

    def editBuffer(self) -> None:
        return None

    def startEditing(self) -> bool:
        self._editable = True
        return True

    def isEditable(self) -> bool:
        return self._editable

    isModified = isEditable

    def commitChanges(self, stopEditing: bool = True) -> bool:
        self.beforeCommitChanges.emit(stopEditing)
        self._editable = False
        self.afterCommitChanges.emit()
        return True

    def subsetString(self) -> str:
        return ""

    def renderer(self) -> Any:
        """Gives every feature a symbol of one colour."""
        symbol, renderer = Anything(), Anything()
        symbol.color = lambda: QColor("#e8a800")
        renderer.clone = lambda: renderer
        renderer.originalSymbolForFeature = lambda *_: symbol
        return renderer


class QgsProject(Unknown, QObject):
    layersAdded = pyqtSignal(list)
    legendLayersAdded = pyqtSignal(list)
    layersWillBeRemoved = pyqtSignal(list)
    layersRemoved = pyqtSignal(list)
    layerWillBeRemoved = pyqtSignal(str)
    readProject = pyqtSignal(QDomDocument)
    writeProject = pyqtSignal(QDomDocument)
    cleared = pyqtSignal()
    _instance: QgsProject | None = None

    def __init__(self) -> None:
        super().__init__()
        self._layers: dict[str, QgsMapLayer] = {}
        self._entries: dict[tuple[str, str], str] = {}

    @classmethod
    def instance(cls) -> QgsProject:
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def addMapLayer(self, layer: QgsMapLayer, in_legend: bool = True) -> QgsMapLayer:
        self._layers[layer.id()] = layer
        self.layersAdded.emit([layer])
        if in_legend:
            self.legendLayersAdded.emit([layer])
        return layer

    def removeMapLayer(self, id: str) -> None:
        self.layersWillBeRemoved.emit([id])
        self._layers.pop(id)
        self.layersRemoved.emit([id])

    def mapLayer(self, id: str) -> QgsMapLayer | None:
        return self._layers.get(id)

    def mapLayers(self) -> dict[str, QgsMapLayer]:
        return dict(self._layers)

    def mapLayersByName(self, name: str) -> list[QgsMapLayer]:
        return [layer for layer in self._layers.values() if layer.name() == name]

    def clear(self) -> None:
        for id in list(self._layers):
            self.removeMapLayer(id)
        self._entries.clear()
        self.cleared.emit()

    def homePath(self) -> str:
        return ""

    def projectStorage(self) -> None:
        """A project that is not in a database or a GeoPackage has none."""

    def readEntry(self, scope: str, key: str) -> tuple[str, bool]:
        return self._entries.get((scope, key), ""), (scope, key) in self._entries

    def writeEntry(self, scope: str, key: str, value: str) -> None:
        self._entries[scope, key] = value


class QgsProviderRegistry(Anything):
    """A source is a path, with the name of a layer after a bar."""

    @classmethod
    def instance(cls) -> QgsProviderRegistry:
        return cls()

    def decodeUri(self, _: str, source: str) -> dict[str, str]:
        return {"path": source.partition("|")[0]}


class QgsVectorLayerUtils:
    @staticmethod
    def getValues(layer: QgsVectorLayer, expression: str) -> tuple[list[Any], bool]:
        """``expression`` is ``$id`` or the name of a field."""
        features = layer.getFeatures()
        if expression == "$id":
            return [feature.id() for feature in features], True
        return [feature[expression] for feature in features], True
