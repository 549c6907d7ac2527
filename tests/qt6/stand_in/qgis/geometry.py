"""Points, rectangles and polygons in one plane: every coordinate system is the same."""

from __future__ import annotations

import re
from typing import Any

from PyQt6.QtGui import QTransform

from .anything import Unknown


class QgsPointXY:
    def __init__(self, x: float = 0.0, y: float = 0.0) -> None:
        self._x, self._y = float(x), float(y)

    def x(self) -> float:
        return self._x

    def y(self) -> float:
        return self._y


class QgsRectangle:
    def __init__(
        self, left: float = 0.0, bottom: float = 0.0, right: float = 0.0, top: float = 0.0
    ) -> None:
        self._sides = left, bottom, right, top

    def xMinimum(self) -> float:
        return self._sides[0]

    def yMinimum(self) -> float:
        return self._sides[1]

    def xMaximum(self) -> float:
        return self._sides[2]

    def yMaximum(self) -> float:
        return self._sides[3]

    def width(self) -> float:
        return self._sides[2] - self._sides[0]

    def height(self) -> float:
        return self._sides[3] - self._sides[1]

    def center(self) -> QgsPointXY:
        left, bottom, right, top = self._sides
        return QgsPointXY((left + right) / 2, (bottom + top) / 2)

    def isEmpty(self) -> bool:
        return self.width() <= 0 or self.height() <= 0

    isNull = isEmpty

    def contains(self, point: QgsPointXY) -> bool:
        left, bottom, right, top = self._sides
        return left <= point.x() <= right and bottom <= point.y() <= top

    def intersects(self, other: QgsRectangle) -> bool:
        left, bottom, right, top = self._sides
        across = left <= other.xMaximum() and other.xMinimum() <= right
        return across and bottom <= other.yMaximum() and other.yMinimum() <= top

    def scaled(self, factor: float) -> QgsRectangle:
        x, y = self.center().x(), self.center().y()
        width, height = factor * self.width() / 2, factor * self.height() / 2
        return QgsRectangle(x - width, y - height, x + width, y + height)


class Abstract(Unknown):
    """The points within a geometry, which have no curves."""

    def __init__(self, points: list[QgsPointXY]) -> None:
        self.points = points

    def segmentize(self) -> Abstract:
        return self


class QgsGeometry(Unknown):
    """A point or the outer ring of one polygon."""

    def __init__(self, other: QgsGeometry | Abstract | None = None) -> None:
        self.points: list[QgsPointXY] = list(other.points) if other else []

    @classmethod
    def fromPolygonXY(cls, rings: list[list[QgsPointXY]]) -> QgsGeometry:
        geometry = cls()
        geometry.points = list(rings[0])
        return geometry

    @classmethod
    def fromPointXY(cls, point: QgsPointXY) -> QgsGeometry:
        return cls.fromPolygonXY([[point]])

    @classmethod
    def fromRect(cls, box: QgsRectangle) -> QgsGeometry:
        xs, ys = (box.xMinimum(), box.xMaximum()), (box.yMinimum(), box.yMaximum())
        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        return cls.fromPolygonXY([[QgsPointXY(xs[i], ys[j]) for i, j in corners]])

    @classmethod
    def fromWkt(cls, wkt: str) -> QgsGeometry:
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", wkt)]
        return cls.fromPolygonXY([[QgsPointXY(*p) for p in zip(numbers[::2], numbers[1::2])]])

    def asWkt(self) -> str:
        ring = ", ".join(f"{p.x()} {p.y()}" for p in (*self.points, self.points[0]))
        return f"Polygon (({ring}))"

    def asPoint(self) -> QgsPointXY:
        return self.points[0]

    def isEmpty(self) -> bool:
        return not self.points

    isNull = isEmpty

    def area(self) -> float:
        pairs = zip(self.points, [*self.points[1:], *self.points[:1]])
        return abs(sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs)) / 2

    def boundingBox(self) -> QgsRectangle:
        xs, ys = [p.x() for p in self.points], [p.y() for p in self.points]
        return QgsRectangle(min(xs), min(ys), max(xs), max(ys))

    def transform(self, transform: Any) -> None:
        if isinstance(transform, QTransform):
            self.points = [QgsPointXY(*transform.map(p.x(), p.y())) for p in self.points]

    def contains(self, point: QgsPointXY) -> bool:
        return self.boundingBox().contains(point)

    def distance(self, other: QgsGeometry) -> float:
        return 0.0 if self.contains(other.asPoint()) else 1e6

    def constGet(self) -> Abstract:
        return Abstract(self.points)

    def _same(self, *_: Any) -> QgsGeometry:
        return self

    makeValid = intersection = buffer = _same
