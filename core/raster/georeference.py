"""Georeference of a raster file: geotransform, ground control points or RPC."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
from rasterio import DatasetReader
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.rpc import RPC
from rasterio.transform import Affine, GCPTransformer, RPCTransformer
from rasterio.warp import calculate_default_transform

from ..hatch.errors import SceneError
from ..hatch.messages import Message
from .grid import Bounds, full_turn, is_of_heights, is_undefined, metres_per_unit, period_of
from .mosaic import name_of

PLACEHOLDER_CRS = CRS.from_epsg(3857)  # stands for "no CRS" on both sides of a warp
_WGS84 = CRS.from_epsg(4326)  # in which RPC give positions
_CRS_TEXT = re.compile(r"\s*([A-Za-z]\w*:\w+\s*\Z|[A-Za-z]\w*\s*\[|\{)")  # code, WKT, PROJJSON
_SHORTEST_UNIT_M = 1e-4
_FROM_ANTIMERIDIAN = CRS.from_string("+proj=webmerc +lon_0=180 +datum=WGS84")
_PRECISION = 1e-12  # of the greatest coordinate, which a pixel must exceed
_LARGEST_ERROR = 3.0  # pixels, of ground control points
_DEGREES = 0.01  # pixels without a CRS that are smaller than this are in degrees, not in metres


class Georeference:
    """Map between the pixels of a file and its CRS.

    Without a geotransform, ground control points are used, else RPC at their mean height. The
    argument ``crs``, as WKT or "EPSG:code", replaces that of the file, except of RPC and of files
    without a place.

    Attributes
    ----------
    crs
        None for plain coordinates.
    transform, width, height
        Geotransform and size of the file. With ground control points or RPC: of a north-up grid
        that covers it, with pixels of about the same size.
    georeferenced
        Whether the file says where it lies. If not, its upper left corner is at (0, 0), as in
        QGIS, and the side of a pixel is 1.
    warning
        A sentence for the user, or None.

    Raises
    ------
    SceneError
        If coordinates and CRS do not fit, or the points or RPC cannot be used.
    """

    def __init__(self, dataset: DatasetReader, crs: str = "") -> None:
        self._name = name_of(dataset)
        given = _parsed(crs)
        self._points: list[GroundControlPoint] = []
        self._rpc: RPC | None = None
        self.crs: CRS | None = given or dataset.crs or None
        self.transform = dataset.transform
        self.width, self.height = dataset.width, dataset.height
        self.georeferenced = True
        self.warning: Message | None = None
        if self._has_no_geotransform(dataset):
            points, points_crs = dataset.gcps
            if points:
                self.crs = given or points_crs or None
                self._points = _unwrapped(points, full_turn(self.crs))
                self._use_north_up_grid(dataset, gcps=self._points)
            elif dataset.rpcs:
                self.crs, self._rpc = _WGS84, dataset.rpcs
                self._use_north_up_grid(dataset, rpcs=self._rpc, RPC_HEIGHT=self._rpc.height_off)
                self.warning = Message(
                    "The file is placed by its RPC at a height of {height:.0f} m; where the "
                    "ground is higher or lower, the result is displaced: {name}",
                    name=Path(self._name).name,
                    height=self._rpc.height_off,
                )
            elif dataset.tags(ns="GEOLOCATION"):
                raise SceneError(
                    "The image is placed by arrays of longitudes and latitudes; geocode it first: "
                    "{path}.",
                    path=self._name,
                )
            else:
                self.georeferenced = False
                self.crs = None
                self.transform = Affine.scale(1, -1)
        self._check_crs()
        if self._points:
            self.warning = self._points_warning()

    @property
    def bounds(self) -> Bounds:
        """Bounds of the image in its CRS, also of a rotated one."""
        corners = [
            self.transform * corner
            for corner in ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        ]
        xs, ys = zip(*corners)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def is_affine(self) -> bool:
        """Whether ``transform`` is that of the stored pixels."""
        return not self._points and self._rpc is None

    @property
    def is_upright(self) -> bool:
        """Whether rows and columns of the file follow the axes of the CRS."""
        shear = abs(self.transform.b) + abs(self.transform.d)
        return bool(self.is_affine and shear <= 1e-9 * abs(self.transform.a))

    def _turns(self, x: Any) -> Any:
        """What to add to x to bring it next to the image: full turns, in units of the CRS."""
        left, _, right, _ = self.bounds
        turn = self._turn
        return turn * np.round(((left + right) / 2 - x) / turn) if turn else 0.0

    @cached_property
    def _turn(self) -> float:
        """Length of a full turn along x, 0 if x does not wrap around."""
        return period_of(pyproj.CRS.from_wkt(self.crs.to_wkt())) if self.crs else 0.0

    def pixels(self, xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Columns and rows of positions in the CRS, as floats; (0, 0) is the upper left corner."""
        xs = xs + self._turns(xs)
        if self.is_affine:
            cols, rows = ~self.transform * (xs, ys)
            return np.asarray(cols), np.asarray(rows)
        if self._rpc is not None:
            heights = np.full(len(xs), self._rpc.height_off)
            with RPCTransformer(self._rpc) as to_pixels:
                rows, cols = to_pixels.rowcol(xs, ys, heights, op=np.positive)
        else:
            with GCPTransformer(self._points) as to_pixels:
                rows, cols = to_pixels.rowcol(xs, ys, op=np.positive)
        return np.asarray(cols, float), np.asarray(rows, float)

    def warp_options(self, col: int, row: int, step: int, x: float | None) -> dict[str, Any]:
        """Arguments of ``rasterio.warp.reproject`` for a window of blocks of step x step pixels.

        Its first pixel is (row, col) of the file; ``x`` is a longitude next to which it is put,
        None if it is warped into another CRS. They include "src_crs" if it is not ``crs``.
        """
        if self.is_affine and x is None and self._crosses_in_mercator:
            # GDAL finds positions only up to the antimeridian; if x counts from there, all.
            half = self._turn / 2 if self.bounds[0] < -self._turn / 2 else -self._turn / 2
            moved = Affine.translation(half, 0) * self.transform
            at = moved * Affine.translation(col, row) * Affine.scale(step)
            return {"src_transform": at, "src_crs": _FROM_ANTIMERIDIAN}
        if self.is_affine:
            moved = Affine.translation(-self._turns(x or 0.0), 0) * self.transform
            at = moved * Affine.translation(col, row) * Affine.scale(step)
            return {"src_transform": at}
        if self._rpc is not None:
            return {
                "rpcs": _rpc_of_window(self._rpc, col, row, step),
                "RPC_HEIGHT": self._rpc.height_off,
            }
        turns = self._turns(x or 0.0)
        points = [
            GroundControlPoint((p.row - row) / step, (p.col - col) / step, p.x - turns, p.y, p.z)
            for p in self._points
        ]
        return {"gcps": points}

    @property
    def _crosses_in_mercator(self) -> bool:
        """Whether the image is in Web Mercator and reaches beyond the antimeridian."""
        left, _, right, _ = self.bounds
        is_mercator = self._turn > 0 and not full_turn(self.crs)
        return is_mercator and (left < -self._turn / 2 or right > self._turn / 2)

    def _has_no_geotransform(self, dataset: DatasetReader) -> bool:
        """Whether the geotransform is that of an image without a place, as GDAL or QGIS has it."""
        if dataset.transform.is_identity:
            return True
        return not dataset.crs and dataset.transform == Affine.scale(1, -1)

    def _points_warning(self) -> Message | None:
        """The warning that the polynomial fitted to the points misses some of them by far."""
        xs, ys, cols, rows = np.array([(p.x, p.y, p.col, p.row) for p in self._points]).T
        with GCPTransformer(self._points) as fitted:
            fitted_xs, fitted_ys = fitted.xy(rows, cols, offset="ul")
        in_file = np.subtract(self.pixels(xs, ys), (cols, rows))
        on_map = np.subtract(~self.transform * (fitted_xs, fitted_ys), ~self.transform * (xs, ys))
        error = float(np.hypot(*np.hstack([in_file, on_map])).max())
        if not error > _LARGEST_ERROR:
            return None
        return Message(
            "The ground control points are fitted with errors of up to {error:.1f} pixels, so that "
            "the result is displaced; check them, or geocode the file: {name}",
            error=error,
            name=Path(self._name).name,
        )

    def _use_north_up_grid(self, dataset: DatasetReader, **placed_by: Any) -> None:
        crs = self.crs or PLACEHOLDER_CRS
        try:
            self.transform, self.width, self.height = calculate_default_transform(
                crs, crs, dataset.width, dataset.height, **placed_by
            )
            if not np.isfinite(self.transform[:6]).all():
                raise ValueError("points that are not finite")
        except Exception as error:  # rasterio lets GDAL's own errors through
            raise SceneError(
                "The ground control points or RPC do not place the image; geocode it first: "
                "{path}.",
                path=self._name,
            ) from error

    def _check_crs(self) -> None:
        """Drop an undefined CRS; raise SceneError if coordinates and CRS do not fit."""
        left, bottom, right, top = self.bounds
        sides = np.hypot(*np.reshape(self.transform[:6], (2, 3))[:, :2])
        farthest = np.abs(self.bounds).max()
        if self.transform.is_degenerate or not farthest * _PRECISION < sides.min():
            raise SceneError(
                "The geotransform does not place the image; geocode it first: {path}.",
                path=self._name,
            )
        like_degrees = bool(
            self.georeferenced
            and max(abs(self.transform.a), abs(self.transform.b)) < _DEGREES
            and -90 <= bottom <= top <= 90
            and -360 <= left <= right <= 360
        )
        if self.crs is not None and is_undefined(_name_of(self.crs)):
            self.crs = self.crs if self.crs.is_geographic and like_degrees else None
        if self.crs is None and like_degrees:
            raise SceneError(
                "No coordinate system, but coordinates in degrees; assign the coordinate system: "
                "{path}.",
                path=self._name,
            )
        quarter = full_turn(self.crs) / 4
        unit = metres_per_unit(self.crs, (left + right) / 2, (bottom + top) / 2)
        in_range = not quarter or -1.01 * quarter <= bottom <= top <= 1.01 * quarter
        # Shorter than in any system: beyond the latitudes of Mercator.
        measured = np.isfinite(unit).all() and min(unit) > _SHORTEST_UNIT_M
        if not (in_range and measured) or is_of_heights(self.crs):
            raise SceneError(
                "Coordinates are out of the range of the coordinate system; assign the right one: "
                "{path}.",
                path=self._name,
            )


def _parsed(crs: str) -> CRS | None:
    """The CRS of "authority:code", WKT or PROJJSON; GDAL would also read paths and addresses."""
    try:
        if crs and not _CRS_TEXT.match(crs):
            raise CRSError(crs)
        return CRS.from_user_input(crs) if crs else None
    except (CRSError, RecursionError) as error:
        raise SceneError(
            "The coordinate system is not known; give WKT or EPSG:code: {crs}.",
            crs=" ".join(crs.split())[:100],
        ) from error


def _name_of(crs: CRS) -> str:
    name: str = crs.to_wkt().partition('"')[2].partition('"')[0]
    return name


def _unwrapped(points: Sequence[GroundControlPoint], turn: float) -> list[GroundControlPoint]:
    """The points with longitudes that do not jump at the antimeridian; as they are if turn is 0."""
    first = points[0].x
    turn = turn if np.isfinite([p.x for p in points]).all() else 0.0
    return [
        GroundControlPoint(
            p.row, p.col, p.x + (turn * round((first - p.x) / turn) if turn else 0), p.y, p.z or 0
        )
        for p in points
    ]


def _rpc_of_window(rpc: RPC, col: int, row: int, step: int) -> RPC:
    """RPC of a window of blocks; (0, 0) of RPC is the centre of the first pixel."""
    values = rpc.to_dict()
    values["line_off"] = (rpc.line_off + 0.5 - row) / step - 0.5
    values["samp_off"] = (rpc.samp_off + 0.5 - col) / step - 0.5
    values["line_scale"] = rpc.line_scale / step
    values["samp_scale"] = rpc.samp_scale / step
    return RPC(**values)
