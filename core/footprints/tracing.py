"""Trace outlines of pixels: from the edges of pixels to polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, depth_first_order

from .ranges import ranges

EAST, SOUTH, WEST, NORTH = range(4)  # directions of edges; y points down
_STEPS = np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])


@dataclass(frozen=True)
class Edges:
    """Edges [k] of pixels with the building to their right, each from ``x``, ``y``.

    ``owner`` is the number of the building. Edges to the east and west may be several pixels long
    where nothing branches off, as given by ``length``; the others have a length of 1.
    """

    owner: np.ndarray
    x: np.ndarray
    y: np.ndarray
    direction: np.ndarray
    length: np.ndarray

    def select(self, which: np.ndarray) -> Edges:
        """Select edges by bool [k] or by indices."""
        return Edges(
            self.owner[which],
            self.x[which],
            self.y[which],
            self.direction[which],
            self.length[which],
        )

    @classmethod
    def joined(cls, *several: Edges) -> Edges:
        """Edges one after the other."""
        names = ("owner", "x", "y", "direction", "length")
        return cls(*(np.concatenate([getattr(edges, name) for edges in several]) for name in names))


def edges_of(
    owner: np.ndarray, x: np.ndarray, y: np.ndarray, direction: int, long: bool = False
) -> Edges:
    """The edges [k] in one direction of pixels at x [k], y [k].

    With ``long``, pixels are in the order of rows, and edges to the east or west side by side are
    joined to one.
    """
    length = np.ones(len(owner), np.int64)
    if long and len(owner):
        follows = (np.diff(x) == 1) & (np.diff(y) == 0) & (np.diff(owner) == 0)
        starts = np.flatnonzero(np.append(True, ~follows))
        length = np.diff(np.append(starts, len(owner)))
        owner, x, y = owner[starts], x[starts], y[starts]
    if direction == SOUTH:
        x = x + 1
    elif direction == WEST:
        x, y = x + length, y + 1
    elif direction == NORTH:
        y = y + 1
    return Edges(owner, x, y, np.full(len(owner), direction, np.int8), length)


def without_inner(edges: Edges) -> Edges:
    """Edges without those along which parts of the same building meet, all of length 1."""
    if len(edges.owner) == 0:
        return edges
    whole = edges.select(np.repeat(np.arange(len(edges.owner)), edges.length))
    along = ranges(np.zeros_like(edges.length), edges.length)
    step = _STEPS[whole.direction]
    x, y = whole.x + along * step[:, 0], whole.y + along * step[:, 1]
    whole = Edges(whole.owner, x, y, whole.direction, np.ones_like(whole.length))
    # Both edges of such a pair have the same left or upper end.
    left, upper = np.minimum(x, x + step[:, 0]), np.minimum(y, y + step[:, 1])
    level = step[:, 1] == 0
    order = np.lexsort((left, upper, level, whole.owner))
    key = np.stack([whole.owner, level, upper, left])[:, order]
    same = (key[:, 1:] == key[:, :-1]).all(axis=0)
    single = ~(np.append(same, False) | np.append(False, same))
    return whole.select(order[single])


def polygons_of(edges: Edges) -> np.ndarray:
    """Polygons [n] of the edges of each of n owners, whose pixels are 4-connected.

    They are normalised, with corners only where the direction changes.
    """
    if len(edges.owner) == 0:
        return np.empty(0, object)
    following = _following(edges)
    turns = edges.direction != edges.direction[following]
    ring_of, order = _rings(following)
    order = order[turns[order]]
    # A corner is where an edge ends.
    end = _ends(edges, order)
    owner, ring = edges.owner[order], ring_of[order]
    starts = np.flatnonzero(np.diff(ring, prepend=-1))
    doubled = np.add.reduceat(_crosses(end, starts), starts)
    # The outer ring is the one with positive area; it comes first.
    ring_order = np.lexsort((doubled < 0, owner[starts]))
    sizes = np.diff(np.append(starts, len(ring)))[ring_order]
    index = ranges(starts[ring_order], sizes)
    rings = shapely.linearrings(
        end[index].astype(float), indices=np.repeat(np.arange(len(sizes)), sizes)
    )
    polygons: np.ndarray = shapely.normalize(
        shapely.polygons(rings, indices=owner[starts][ring_order])
    )
    return polygons


def _ends(edges: Edges, which: np.ndarray) -> np.ndarray:
    """Points [m, 2] where edges end."""
    step = _STEPS[edges.direction[which]] * edges.length[which, None]
    ends: np.ndarray = np.stack([edges.x[which], edges.y[which]], axis=1) + step
    return ends


def _following(edges: Edges) -> np.ndarray:
    """The edge [k] that follows each edge of a building.

    Where four meet, the outline turns left, around the corner of a pixel outside. So no ring
    touches itself, and a hole that touches the outer ring in a point is a separate ring.
    """
    end = _ends(edges, np.arange(len(edges.owner)))
    width, height = end[:, 0].max() + 1, end[:, 1].max() + 1
    left_turn = (edges.direction + 3) % 4

    def key(x: np.ndarray, y: np.ndarray, direction: np.ndarray) -> np.ndarray:
        vertex = (edges.owner.astype(np.int64) * height + y) * width + x
        keys: np.ndarray = vertex * 4 + direction
        return keys

    # At each vertex of a building as many edges end as begin: one, or two. Of two, the one that
    # begins has the direction to which the other turns left.
    outgoing = np.argsort(key(edges.x, edges.y, edges.direction))
    incoming = np.argsort(key(end[:, 0], end[:, 1], left_turn))
    following = np.empty(len(outgoing), np.int64)
    following[incoming] = outgoing
    return following


def _rings(following: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ring [k] of each edge, and the order [k] in which edges follow each other, by ring."""
    count = len(following)
    indices, ends = following.astype(np.int32), np.arange(count + 1, dtype=np.int32)
    graph = csr_array((np.ones(count), indices, ends), shape=(count, count))
    rings, ring_of = connected_components(graph, directed=True, connection="strong")
    # One path through all rings: the last edge of a ring leads to the first of the next one.
    first = np.full(rings, count)
    np.minimum.at(first, ring_of, np.arange(count))
    last = np.empty(count, np.int64)
    last[following] = np.arange(count)
    path = indices.copy()
    path[last[first[:-1]]] = first[1:]
    path[last[first[-1]]] = first[-1]
    graph = csr_array((np.ones(count), path, ends), shape=(count, count))
    order = depth_first_order(graph, first[0], directed=True, return_predecessors=False)
    return ring_of, order


def _crosses(points: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Cross products [k] of the points [k, 2] of closed rings with the next ones."""
    following = np.arange(len(points)) + 1
    following[np.append(starts[1:], len(points)) - 1] = starts
    x, y = points.T
    crosses: np.ndarray = x * y[following] - x[following] * y
    return crosses
