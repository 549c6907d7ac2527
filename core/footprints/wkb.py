"""Decode well-known binary with the kinds of surfaces that GEOS does not read.

These are triangulated and polyhedral surfaces, curves inside collections, and polygons with rings
that are not closed.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.errors import ShapelyError

_LINE, _POLYGON, _CIRCULAR, _COMPOUND, _CURVE_POLYGON, _TRIANGLE = 2, 3, 8, 9, 10, 17
_POINT = 1
_LISTS = (4, 5, 6, 7, 11, 12, 15, 16)  # multipoint to collection, multicurve to TIN
_SIMPLE = (1, 2, 3, 4, 5, 6)  # kinds that GEOS decodes itself
_ARC_STEP = np.radians(4)  # between the points of a straightened arc, as in GDAL


def decode(wkb: Sequence[bytes | None] | np.ndarray) -> np.ndarray:
    """Geometries [n] in 2D from ISO or extended WKB, None where it is None or cannot be decoded.

    Surfaces and collections become collections of their polygons, which may be invalid. Arcs become
    straight segments, rings are closed, and rings of less than three points are dropped.
    """
    binary = np.asarray(wkb, dtype=object)
    simple = np.array([_kind(one) in _SIMPLE for one in binary], dtype=bool)
    geometries = np.full(len(binary), None, dtype=object)
    with np.errstate(invalid="ignore"):  # coordinates that are not finite
        geometries[simple] = shapely.from_wkb(binary[simple], on_invalid="ignore")
    missing = [i for i, one in enumerate(binary) if one is not None and geometries[i] is None]
    for i in missing:
        try:
            geometries[i] = shapely.GeometryCollection(_Reader(binary[i]).polygons())
        except (struct.error, IndexError, ValueError, RecursionError, ShapelyError):
            continue
    solid = shapely.has_z(geometries) | shapely.has_m(geometries)
    geometries[solid] = shapely.force_2d(geometries[solid])
    return geometries


def _kind(wkb: bytes | None) -> int:
    """The kind of geometry regardless of its dimensions, 0 if there is none."""
    if wkb is None or len(wkb) < 5:
        return 0
    code: int = struct.unpack_from("<I" if wkb[0] else ">I", wkb, 1)[0]
    return code % 1000 if code < 0x10000000 else (code & 0x0FFFFFFF) % 1000


class _Reader:
    """Reads one geometry from front to back."""

    def __init__(self, wkb: bytes) -> None:
        self._wkb, self._at = bytes(wkb), 0

    def polygons(self) -> list[shapely.Polygon]:
        """All polygons of the geometry at the present position."""
        kind, dimensions = self._header()
        if kind in _LISTS:
            return [polygon for _ in range(self._count()) for polygon in self.polygons()]
        if kind in (_POLYGON, _TRIANGLE):
            return _polygon([self._points(self._count(), dimensions) for _ in range(self._count())])
        if kind == _CURVE_POLYGON:
            return _polygon([self._curve() for _ in range(self._count())])
        self._skip(kind, dimensions)
        return []

    def _header(self) -> tuple[int, int]:
        """Kind and number of dimensions of the geometry that begins here."""
        self._order = "<" if self._wkb[self._at] else ">"
        self._at += 1
        code = self._count()
        if code & 0x20000000:  # a reference system follows
            self._at += 4
        extended = bool(code & 0x80000000) + bool(code & 0x40000000)
        code &= 0x0FFFFFFF
        return code % 1000, 2 + extended + (0, 1, 1, 2)[code // 1000 % 4]

    def _count(self) -> int:
        number: int = struct.unpack_from(f"{self._order}I", self._wkb, self._at)[0]
        self._at += 4
        return number

    def _points(self, count: int, dimensions: int) -> np.ndarray:
        """Points [count, 2]."""
        values = np.frombuffer(self._wkb, f"{self._order}f8", count * dimensions, self._at)
        self._at += values.nbytes
        return values.reshape(count, dimensions)[:, :2]

    def _curve(self) -> np.ndarray:
        """Points [k, 2] of the line, arcs or compound curve that begins here."""
        kind, dimensions = self._header()
        if kind == _COMPOUND:
            return np.concatenate([self._curve() for _ in range(self._count())])
        points = self._points(self._count(), dimensions)
        return _straightened(points) if kind == _CIRCULAR else points

    def _skip(self, kind: int, dimensions: int) -> None:
        """Move behind a point or a curve."""
        if kind == _COMPOUND:
            for _ in range(self._count()):
                self._skip(*self._header())
        else:
            self._points(1 if kind == _POINT else self._count(), dimensions)


def _polygon(rings: list[np.ndarray]) -> list[shapely.Polygon]:
    """The polygon of an outer ring and holes, none if the outer ring has too few points."""
    closed = [_closed(ring) for ring in rings]
    if not closed or len(closed[0]) < 4:
        return []
    return [shapely.Polygon(closed[0], [hole for hole in closed[1:] if len(hole) >= 4])]


def _closed(ring: np.ndarray) -> np.ndarray:
    return ring if (ring[:1] == ring[-1:]).all() else np.concatenate([ring, ring[:1]])


def _straightened(points: np.ndarray) -> np.ndarray:
    """Points along the arcs through points 0, 1, 2, then 2, 3, 4 and so on."""
    pieces = [points[:1]]
    for first in range(0, len(points) - 2, 2):
        pieces.append(_arc(*(points[first : first + 3] @ (1, 1j))))
    return np.concatenate(pieces)


def _arc(start: complex, middle: complex, end: complex) -> np.ndarray:
    """Points [k, 2] behind ``start`` of the arc to ``end`` through ``middle``."""
    if start == end:
        centre, sweep = (start + middle) / 2, 2 * np.pi
    else:
        a, b = middle - start, end - start
        cross = (a.conjugate() * b).imag
        if abs(cross) <= 1e-12 * abs(a) * abs(b):
            return _pairs(np.array([middle, end]))
        centre = start + 1j * (a * abs(b) ** 2 - b * abs(a) ** 2) / (2 * cross)
        sweep = np.angle((end - centre) / (start - centre)) % (2 * np.pi)
        if cross < 0:
            sweep -= 2 * np.pi
    steps = max(2, int(np.ceil(abs(sweep) / _ARC_STEP)))
    points = centre + (start - centre) * np.exp(1j * sweep * np.arange(1, steps + 1) / steps)
    points[-1] = end
    return _pairs(points)


def _pairs(points: np.ndarray) -> np.ndarray:
    return np.stack([points.real, points.imag], axis=1)
