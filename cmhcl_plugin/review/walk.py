"""Walk through the footprints of a layer, the least certain first; each decision is one edit."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Collection, Mapping
from typing import Any, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.names import ACCEPTED, CONFIDENCE, MARKED, REVIEW, UNDECIDED, decision_of
from ..layers.field_aliases import index_of, name_field
from ..layers.project_layers import require_own_features, require_writable
from ..layers.reading import columns_of
from .decision_field import keep_decision, require_text_field, review_field
from .squaring import squared

DELETED = "deleted"  # never written into the field
FEW = 100  # footprints that are read one by one faster than all at once
UNSAFE = "FlatGeobuf"  # GDAL numbers it anew at saving, and may then delete another footprint

translate = QCoreApplication.translate


class ReviewWalk:
    """Visits the footprints that await a decision: the undecided or the marked ones.

    They are sorted by ascending confidence, footprints without one first; in a layer without that
    field by ascending area. The first decision turns on the layer's edit mode and adds the field
    ``review`` if it is missing. Call ``refresh`` after others have changed the layer, and before it
    ``follow_ids`` if saving the layer changed ids.
    """

    def __init__(self, layer: QgsVectorLayer, wanted: str = UNDECIDED) -> None:
        self.layer = layer
        self.wanted = wanted
        self._states: dict[int, str] = {}  # by id, all footprints in the order of the walk
        self._keys: dict[int, float] = {}  # by id, what they are sorted by
        self._ahead: deque[int] = deque()
        self._past: list[int] = []
        self._deleted: set[int] = set()
        self._gone = 0  # number of deleted ones whose ids others may have by now
        self._is_own = False  # known to be no view
        self.current: Optional[int] = None
        self.refresh()

    def restart(self, wanted: str) -> None:
        """Start again, skipped footprints included. ``wanted`` is UNDECIDED or MARKED.

        The layer is not read again, which takes long with many footprints.
        """
        self.wanted = wanted
        self._past.clear()
        self._ahead = deque(id for id in self._states if self._waits(id))
        self.current = None
        self.skip()

    # Position

    def feature(self) -> Optional[QgsFeature]:
        """The current footprint, None at the end."""
        return None if self.current is None else self.layer.getFeature(self.current)

    @property
    def state(self) -> str:
        """The decision on the current footprint."""
        return UNDECIDED if self.current is None else self._states[self.current]

    def count(self, state: str) -> int:
        """Number of footprints of the layer in this state."""
        return sum(value == state for value in self._states.values())

    @property
    def deleted(self) -> int:
        """Number of footprints that were deleted during this walk, except undone deletions."""
        return len(self._deleted) + self._gone

    @property
    def total(self) -> int:
        """Number of footprints, including those that were deleted during this walk."""
        return len(self._states) + self.deleted

    @property
    def can_go_back(self) -> bool:
        """Whether a footprint that was visited still exists."""
        return any(id in self._states for id in self._past)

    # Steps

    def accept(self) -> None:
        """Accept the footprint. Raises InputError if the layer cannot be edited."""
        self._write(ACCEPTED, translate("Review", "Accept footprint"))

    def mark(self) -> None:
        """Mark the footprint for later. Raises InputError as ``accept`` does."""
        self._write(MARKED, translate("Review", "Mark footprint for later"))

    def delete(self) -> None:
        """Delete the footprint. Raises InputError as ``accept`` does."""
        if self.current is None:
            return
        self._require_there()
        id = self.current
        self._edit(translate("Review", "Delete footprint"), lambda: self.layer.deleteFeature(id))
        del self._states[id]
        self._deleted.add(id)
        self.skip()

    def square(self) -> None:
        """Give the footprint right angles; it stays the current one.

        Raises InputError as ``accept`` does, and if nothing would change.
        """
        if self.current is None:
            return
        self._require_there()
        id, shape = self.current, self.layer.getFeature(self.current).geometry()
        new = squared(shape, self.layer.crs(), QgsProject.instance())
        if shape.isEmpty() or new.equals(shape):
            text = translate(
                "Review", "Nothing was squared: the angles are right already, or far from right."
            )
            raise InputError(text)

        def change() -> bool:
            done = bool(self.layer.changeGeometry(id, new))
            keep_decision(self.layer, id, self._states[id])
            return done

        self._edit(translate("Review", "Square footprint"), change)

    def skip(self) -> None:
        """Go to the next footprint without a decision on this one."""
        if self.current is not None:
            self._past.append(self.current)
        self.current = self._ahead.popleft() if self._ahead else None

    def back(self) -> None:
        """Go back to the footprint before this one, skipping deleted ones."""
        while self.can_go_back:
            if self.current in self._states:
                self._ahead.appendleft(self.current)
            self.current = self._past.pop()
            if self.current in self._states:
                return

    def refresh(self, changed: Optional[Collection[int]] = None) -> None:
        """Read the layer again after others have edited it, undone an edit, or saved it.

        A footprint whose decision was undone becomes the current one. If ``changed`` has the ids of
        all footprints that were edited, only these are read.
        """
        before = {**self._states, **dict.fromkeys(self._deleted, DELETED)}
        if changed is None or not self._read_some(changed):
            self._read()
        buffer = self.layer.editBuffer()
        by_others = set(buffer.deletedFeatureIds()) & before.keys() if buffer else set()
        self._deleted = (self._deleted | by_others) - self._states.keys()
        reopened = [
            id
            for id in self._states
            if self._waits(id) and before.get(id, self.wanted) != self.wanted
        ]
        if reopened:
            self._past = [id for id in self._past if id not in reopened]
            self.current = reopened[0]
        elif self.current is not None and not self._waits(self.current):
            went_back_to_it = before[self.current] != self.wanted
            if self.current not in self._states or not went_back_to_it:
                self._past.append(self.current)
                self.current = None
        visited = {*self._past, self.current}
        self._ahead = deque(id for id in self._states if self._waits(id) and id not in visited)
        if self.current is None:
            self.skip()

    def follow_ids(self, ids: Mapping[int, int]) -> None:
        """Find the footprints again in a file that numbered them anew; their order stays.

        ``ids`` are those after the save by those before it.
        """
        self._states = {ids[id]: state for id, state in self._states.items() if id in ids}
        self._keys = {ids[id]: key for id, key in self._keys.items() if id in ids}
        self._past = [ids[id] for id in self._past if id in ids]
        self._ahead = deque(ids[id] for id in self._ahead if id in ids)
        self.current = None if self.current is None else ids.get(self.current)
        self._gone = self.deleted
        self._deleted.clear()

    def _waits(self, id: int) -> bool:
        return self._states.get(id) == self.wanted

    # The layer

    def _read(self) -> None:
        """Read the states of all footprints."""
        names = self.layer.fields().names()
        certainty = CONFIDENCE if CONFIDENCE in names else "area($geometry)"
        index = self._index()
        reviewed = [names[index]] if index >= 0 else []
        ids, certainties, *states = columns_of(self.layer, certainty, *reviewed)
        self._keys = {id: _key(value) for id, value in zip(ids, certainties)}
        texts = [decision_of(value) for value in states[0]] if states else [UNDECIDED] * len(ids)
        self._sort(dict(zip(ids, texts)))

    def _read_some(self, ids: Collection[int]) -> bool:
        """Read the states of these footprints; whether they are few, and each there or deleted."""
        if len(ids) > FEW:
            return False
        buffer = self.layer.editBuffer()
        deleted = set(buffer.deletedFeatureIds()) if buffer else set()
        states, keys, index = dict(self._states), dict(self._keys), self._index()
        for id in ids:
            if id in deleted:
                states.pop(id, None)
                continue
            feature = self.layer.getFeature(id)
            if not feature.isValid():  # never saved and undone, or the connection is broken
                return False
            has_confidence = feature.fieldNameIndex(CONFIDENCE) >= 0
            keys[id] = _key(feature[CONFIDENCE] if has_confidence else feature.geometry().area())
            states[id] = decision_of(feature[index]) if index >= 0 else UNDECIDED
        self._keys = keys
        self._sort(states)
        return True

    def _sort(self, states: Mapping[int, str]) -> None:
        """Keep these states, the least certain footprint first."""
        order = sorted(states, key=lambda id: (self._keys[id], id))
        self._states = {id: states[id] for id in order}

    def _write(self, state: str, title: str) -> None:
        if self.current is None:
            return
        id = self.current

        def change() -> bool:
            done = bool(self.layer.changeAttributeValue(id, self._review_field(), state))
            keep_decision(self.layer, id, state)
            return done

        self._require_there()
        if self._states[id] != state:
            require_text_field(self.layer)
            self._require_saved(id)
            self._edit(title, change)
            self._states[id] = state
        self.skip()

    def _edit(self, title: str, change: Callable[[], bool]) -> None:
        """Change the layer as one edit that can be undone. Raises InputError."""
        if self.layer.dataProvider().storageType() == UNSAFE:
            self._raise_not_editable()
        if not self._is_own:
            require_own_features(self.layer)  # QGIS finds out when the edits are saved
            self._is_own = True
        was_editable = self.layer.isEditable()
        if not was_editable and not self.layer.startEditing():
            self._raise_not_editable()
        self.layer.beginEditCommand(title)
        if not change():
            self.layer.destroyEditCommand()
            if not was_editable:
                self.layer.rollBack()
            self._raise_not_editable()
        self.layer.endEditCommand()
        self.layer.triggerRepaint()

    def _review_field(self) -> int:
        """Index of the field, which is added if it is missing; -1 if it cannot be added."""
        index = self._index()
        can = self.layer.dataProvider().capabilities()
        if index < 0 and can & QgsVectorDataProvider.Capability.AddAttributes:
            self.layer.addAttribute(review_field())
            name_field(self.layer, REVIEW)
            index = self._index()
        return index

    def _index(self) -> int:
        """Index of the field; -1 if it is missing."""
        return index_of(self.layer.fields(), REVIEW)

    def _require_there(self) -> None:
        """Go on and raise InputError if others have deleted the current footprint."""
        id = self.current
        if id is None or self.layer.getFeature(id).isValid():
            return
        self.refresh()  # which also renews a connection to the file that does not work
        if self.current != id:
            text = translate(
                "Review", "This footprint of the layer “{}” no longer exists; decide on the next."
            )
            raise InputError(text.format(self.layer.name()))

    def _require_saved(self, id: int) -> None:
        """QGIS loses values of a field that was added after an unsaved footprint."""
        buffer = self.layer.editBuffer()
        unsaved = buffer.addedFeatures() if buffer else {}
        if id in unsaved and index_of(unsaved[id].fields(), REVIEW) < 0:
            text = translate(
                "Review", "This footprint of the layer “{}” is new; save the layer, then decide."
            )
            raise InputError(text.format(self.layer.name()))

    def _raise_not_editable(self) -> None:
        require_writable(self.layer)
        text = translate(
            "Review",
            "The layer “{}” cannot be edited here; export it as a GeoPackage "
            "(Export > Save Features As…) and review that.",
        )
        raise InputError(text.format(self.layer.name()))


def _key(value: Any) -> float:
    """What footprints are sorted by; those without a value come first."""
    known = number(value)
    return -1.0 if known is None else known


def number(value: Any) -> Optional[float]:
    """An attribute as a number, None if it has no value."""
    return float(value) if isinstance(value, (int, float)) and not math.isnan(value) else None
