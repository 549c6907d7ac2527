"""Fields and features in memory; a type of a field is what Qt 6 has in the place of QVariant's."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QMetaType

from .anything import Unknown
from .geometry import QgsGeometry


class QgsField:
    def __init__(self, name: str, type: QMetaType.Type, len: int = 0) -> None:
        self._name, self._type, self._length = name, QMetaType.Type(type), len

    def name(self) -> str:
        return self._name

    def type(self) -> QMetaType.Type:
        return self._type

    def length(self) -> int:
        return self._length


class QgsFields(list[QgsField]):
    def names(self) -> list[str]:
        return [field.name() for field in self]

    def indexFromName(self, name: str) -> int:
        return self.names().index(name) if name in self.names() else -1


class QgsFeature(Unknown):
    def __init__(self, fields: QgsFields | None = None, id: int = 0) -> None:
        self._fields, self._id, self._geometry = fields or QgsFields(), id, QgsGeometry()
        self._values: list[Any] = [None] * len(self._fields)

    def id(self) -> int:
        return self._id

    def fields(self) -> QgsFields:
        return self._fields

    def geometry(self) -> QgsGeometry:
        return self._geometry

    def setGeometry(self, geometry: QgsGeometry) -> None:
        self._geometry = geometry

    def setAttributes(self, values: list[Any]) -> None:
        self._values = list(values)

    def setAttribute(self, field: int | str, value: Any) -> None:
        index = field if isinstance(field, int) else self._fields.indexFromName(field)
        if index >= 0:
            self._values[index] = value

    def __getitem__(self, field: int | str) -> Any:
        index = field if isinstance(field, int) else self._fields.indexFromName(field)
        return self._values[index]
