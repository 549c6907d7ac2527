"""The review of one layer: its walk, updated after edits by others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from ...core.hatch.names import CONFIDENCE, REVIEW, UNDECIDED
from ..layers.field_aliases import index_of
from ..layers.twin_layers import TwinLayers
from .saved_ids import SavedIds, is_numbered
from .walk import ReviewWalk


class ReviewSession(QObject):
    """At most one layer at a time.

    ``changed`` is emitted when the walk has changed; it carries whether the current footprint is
    another one. ``layer_removed`` is emitted when the layer was removed from the project.
    """

    changed = pyqtSignal(bool)
    layer_removed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.walk: Optional[ReviewWalk] = None
        self._layer: Optional[QgsVectorLayer] = None
        self._wanted = UNDECIDED
        self._is_own_change = False
        self._changed: Optional[set[int]] = set()  # ids since the latest refresh, None if unknown
        self._places: tuple[int, ...] = ()
        self._saving: Optional[SavedIds] = None  # of the latest save
        self._is_saved = False  # since the latest refresh
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.setInterval(0)  # once for many edits
        self._refresh_soon.timeout.connect(self._refresh)
        self._twins = TwinLayers(self)
        self._twins.changed.connect(self._on_twin_changed)

    def start(self, layer: Optional[QgsVectorLayer], wanted: str) -> None:
        """Review this layer, or stop for None. ``wanted`` is UNDECIDED or MARKED."""
        if self._layer is not None:
            for signal, slot in self._signals(self._layer):
                signal.disconnect(slot)
        self._is_saved, self._saving, self._changed = False, None, set()
        self._layer = layer
        self._places = self._places_of_fields()
        self._wanted = wanted
        self._twins.follow([] if layer is None else [layer])
        self.walk = ReviewWalk(layer, wanted) if layer is not None and layer.isValid() else None
        if layer is not None:
            for signal, slot in self._signals(layer):
                signal.connect(slot)
        self.changed.emit(True)

    def restart(self, wanted: str) -> None:
        """Start the walk again, skipped footprints included."""
        self._wanted = wanted
        if self._refresh_soon.isActive():  # the walk does not read the layer itself
            self._refresh_soon.stop()
            self._refresh()
        if self.walk:
            self._follow_ids()
            self.walk.restart(wanted)
        self.changed.emit(True)

    def step(self, step: Callable[[ReviewWalk], None]) -> None:
        """Do one step of the walk. Raises InputError."""
        if self.walk:
            self._follow_ids()
            self._is_own_change = True
            try:
                step(self.walk)
            finally:
                self._is_own_change = False
                self.changed.emit(True)

    def _signals(self, layer: QgsVectorLayer) -> list[tuple[pyqtBoundSignal, Callable[..., None]]]:
        """The layer's signals: edits, undo and redo, commit, other content or file, removal."""
        return [
            (layer.attributeValueChanged, self._note),
            (layer.geometryChanged, self._note),
            (layer.featureAdded, self._note),
            (layer.featureDeleted, self._note),
            (layer.updatedFields, self._on_fields),
            (layer.undoStack().indexChanged, self._on_edited),
            (layer.beforeCommitChanges, self._on_saving),
            (layer.committedFeaturesAdded, self._on_added),
            (layer.afterCommitChanges, self._on_saved),
            (layer.afterRollBack, self._on_content),
            (layer.dataChanged, self._on_content),
            (layer.subsetStringChanged, self._on_content),
            (layer.dataSourceChanged, self._start_anew),
            (layer.willBeDeleted, self._on_removed),
        ]

    def _note(self, id: int, *_: object) -> None:
        if not self._is_own_change and self._changed is not None:
            self._changed.add(id)

    def _on_edited(self) -> None:
        if not self._is_own_change:
            self._refresh_soon.start()

    def _on_fields(self) -> None:
        before, self._places = self._places, self._places_of_fields()
        if self._places != before:
            self._on_content()

    def _places_of_fields(self) -> tuple[int, ...]:
        """Indices of the fields that the walk reads."""
        if self._layer is None:
            return ()
        return tuple(index_of(self._layer.fields(), name) for name in (CONFIDENCE, REVIEW))

    def _on_content(self) -> None:
        """Any footprint may be another one now."""
        if not self._is_own_change:
            self._changed = None
            self._refresh_soon.start()

    def _on_twin_changed(self) -> None:
        """Another layer has changed the file; where footprints have other ids then, start anew."""
        if self.walk and is_numbered(self.walk.layer):
            self._start_anew()
        else:
            self._on_content()

    def _start_anew(self) -> None:
        self.start(self._layer, self._wanted)

    def _on_saving(self) -> None:
        if self.walk:
            if self._refresh_soon.isActive():  # the ids may change
                self._refresh_soon.stop()
                self._refresh()
            self._saving = SavedIds(self.walk.layer)

    def _on_added(self, _: str, features: Sequence[QgsFeature]) -> None:
        if self._saving:
            self._saving.add(feature.id() for feature in features)

    def _on_saved(self) -> None:
        self._is_saved = True
        if not (self._saving and self._saving.are_kept):
            self._changed = None
        self._refresh_soon.start()  # by then the ids are the new ones

    def _on_removed(self) -> None:
        self.walk = self._layer = self._saving = None  # the layer must no longer be used
        self.layer_removed.emit()
        self.changed.emit(True)

    def _follow_ids(self) -> None:
        """Before anything else is done after a save."""
        if self._is_saved and self.walk:
            self._is_saved = False
            ids = self._saving.changes() if self._saving else None
            if ids is not None:
                self.walk.follow_ids(ids)

    def _refresh(self) -> None:
        if self.walk:
            self._follow_ids()
            before = self.walk.current
            changed, self._changed = self._changed, set()
            self._is_own_change = True  # a renewed connection is no edit
            self.walk.refresh(changed)
            self._is_own_change = False
            self.changed.emit(self.walk.current != before)
