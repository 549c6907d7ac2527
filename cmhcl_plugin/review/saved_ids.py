"""The ids of footprints in files that number them anew when they are saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Optional

from qgis.core import QgsVectorLayer

from ...core.hatch.errors import InputError
from ..layers.content import Source
from ..layers.reading import can_be_opened, columns_of

NUMBERED = ("ESRI Shapefile", "GeoJSON", "CSV")  # an id is a place, so deletions change it
ADDED_LAST = "CSV"  # numbered anew before what is new is added


def is_numbered(layer: QgsVectorLayer) -> bool:
    """Whether saving can change the ids of features that stay."""
    return layer.dataProvider().storageType() in NUMBERED


class SavedIds:
    """Follows the ids of a layer through one save; create it before the save.

    A saved edit can change what a filter shows, so the features that it hides are counted too.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        self._ids: set[int] = set()  # of what is not deleted, before the save
        self._added: set[int] = set()
        self._is_numbered = is_numbered(layer)
        buffer = layer.editBuffer()
        if self._is_numbered and buffer:
            self._ids.update(_ids_in_file(layer))
            self._ids.difference_update(buffer.deletedFeatureIds())

    def add(self, ids: Iterable[int]) -> None:
        """Features were added to the file."""
        self._added.update(ids)

    @property
    def are_kept(self) -> bool:
        """Whether the layer has the same footprints, each with the id that it had."""
        return not (self._is_numbered or self._added or self._layer.subsetString())

    def changes(self) -> Optional[dict[int, int]]:
        """The ids after the save by those before it.

        None if the file keeps its ids, or if others have changed it.
        """
        if not self._is_numbered:
            return None
        # Else the GDAL of QGIS 3.40 keeps using the old ids of GeoJSON, and saves the next
        # decisions with other footprints.
        provider = self._layer.dataProvider()
        if can_be_opened(self._layer):
            provider.reloadData()
        now = sorted(_ids_in_file(self._layer))
        if len(now) != len(self._ids) + len(self._added):
            return None
        is_added_last = provider.storageType() == ADDED_LAST
        before = self._ids if is_added_last else self._ids | self._added
        return dict(zip(sorted(before), now))


def _ids_in_file(layer: QgsVectorLayer) -> Collection[int]:
    """Ids of all features of the file, also of those that a filter hides."""
    if not layer.subsetString():
        (ids,) = columns_of(layer)
        return {id for id in ids if id >= 0}  # the others are not saved
    with suppress(InputError), Source.of(layer).opened() as whole:
        return set(whole.allFeatureIds())
    return set()
