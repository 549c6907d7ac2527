"""Collect finished buildings into groups of touching ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from .by_group import connected_groups
from .polygonise import Part, RawFootprint

_BAND = 2048  # rows; buildings that start in different bands are never in one group


class Groups:
    """Groups buildings that touch, with the same result for any division into strips.

    A group is complete when all its buildings are. It never extends over more than a band of
    rows and the buildings that start there, so the number of buildings that wait is bounded.
    """

    def __init__(self) -> None:
        self.waiting: list[RawFootprint] = []
        self.bounds = np.empty((0, 4))  # of those that wait

    def add(
        self, finished: Sequence[RawFootprint], unfinished: Sequence[Part]
    ) -> list[list[RawFootprint]]:
        """Add finished buildings; the groups completed by them."""
        buildings = [*self.waiting, *finished]
        new = shapely.bounds(np.array([building.polygon for building in finished], dtype=object))
        bounds = np.concatenate([self.bounds, new.reshape(-1, 4)])
        bands = (bounds[:, 1] // _BAND).astype(int).tolist()
        index = {number: i for i, b in enumerate(buildings) for number in b.numbers}
        # The first row of an unfinished building can only become smaller.
        last_bands = {n: int(part.first_row) // _BAND for part in unfinished for n in part.numbers}
        links: list[tuple[int, int]] = []
        waits = np.zeros(len(buildings), bool)
        for i, building in enumerate(buildings):
            band = bands[i]
            for number in building.touching:
                j = index.get(number)
                if j is None:
                    waits[i] |= last_bands.get(number, -1) >= band
                elif bands[j] == band:
                    links.append((i, j))
        pairs = np.array(links, dtype=int).reshape(-1, 2)
        count, group_of = connected_groups(pairs[:, 0], pairs[:, 1], len(buildings))
        groups: list[list[int]] = [[] for _ in range(count)]
        for i, group in enumerate(group_of.tolist()):
            groups[group].append(i)
        is_waiting = np.bincount(group_of, waits, minlength=count) > 0
        waiting = [i for group, wait in zip(groups, is_waiting) if wait for i in group]
        self.waiting, self.bounds = [buildings[i] for i in waiting], bounds[waiting]
        order = bounds.tolist()
        return [
            [buildings[i] for i in sorted(group, key=order.__getitem__)]
            for group, wait in zip(groups, is_waiting)
            if not wait
        ]
