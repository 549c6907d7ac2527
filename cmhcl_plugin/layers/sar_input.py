"""The SAR fields of a page: layers, what was detected in them, and overrides."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ...core.hatch.jobs import AUTO, POLARISATIONS, RADIOMETRIES
from ...core.hatch.results import InspectResult
from ..numbers import fill_in
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.plain_text import PlainLabel
from ..worker.process import WorkerProcess
from .inputs import scale_name
from .project_timer import ProjectTimer
from .sar_inspection import SarInspector
from .sar_layers import SarLayers
from .scene_selection import SceneSelection

INSPECT_DELAY_MS = 200
NO_BREAK_SPACE = "\u00a0"


class SarInput(QWidget):
    """Shows and edits the SAR part of a selection.

    The combo boxes ``polarisations`` and ``radiometry`` are not in its layout; the page places
    them.
    """

    def __init__(self, worker: WorkerProcess, selection: SceneSelection) -> None:
        super().__init__()
        self._selection = selection
        self._inspector = SarInspector(worker, selection, self)
        self.layers = SarLayers()
        self.found = PlainLabel()
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.polarisations = NarrowCombo()
        self.polarisations.setToolTip(self.tr("The SAR bands, in the order of files and bands"))
        self.radiometry = NarrowCombo()
        self.radiometry.setToolTip(self.tr("The scale of the SAR values"))
        self.setFocusProxy(self.layers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.layers)
        layout.addWidget(self.found)
        self._inspect_soon = ProjectTimer(self._inspect, self, INSPECT_DELAY_MS)
        self._connect(worker)
        self._show_choice()
        self.layers.changed.connect(lambda: selection.choose_sar(self.layers.layers()))

    def _connect(self, worker: WorkerProcess) -> None:
        self._inspector.started.connect(lambda: self.found.setText(self.tr("Reading…")))
        self._selection.sar_changed.connect(self._on_other_layers)
        self._selection.changed.connect(self._show_choice)
        self._selection.inspected.connect(self._show_inspection)
        self.polarisations.activated.connect(
            lambda: self._selection.override(polarisations=self.polarisations.currentData())
        )
        self.radiometry.activated.connect(
            lambda: self._selection.override(radiometry=self.radiometry.currentData())
        )
        worker.ready.connect(self._inspect_if_needed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._inspect_if_needed()

    # Inspection

    def _on_other_layers(self) -> None:
        self._inspector.forget()
        self._inspect_soon.start()

    def _inspect_if_needed(self) -> None:
        if self._inspector.is_needed:
            self._inspect_soon.start()

    def _inspect(self) -> None:
        if self.isVisible():  # or every raster added to the project would start the worker
            self._inspector.inspect()

    # What is shown

    def _show_choice(self) -> None:
        chosen = self._selection.sar_layers()
        if chosen != self.layers.layers():
            self.layers.choose_all(chosen)
        self._show_overrides()

    def _show_inspection(self) -> None:
        selection = self._selection
        if selection.inspection:
            self.found.setText(self._describe(selection.inspection))
        else:
            self.found.setText(selection.problem)
        self._show_overrides()

    def _describe(self, found: InspectResult) -> str:
        scale = scale_name(found.radiometry)
        parts = [
            ", ".join(found.polarisations),
            f"{scale} ({found.radiometry_reason})",
            fill_in(self.tr("{:g} m"), round(found.pixel_size_m, 2)).replace(" ", NO_BREAK_SPACE),
        ]
        if found.valid_share < 0.995:
            parts.append(fill_in(self.tr("{:.0%} valid"), found.valid_share))
        return "\n".join([" · ".join(parts), *found.warnings])

    def _show_overrides(self) -> None:
        """Fill the two combo boxes: what was found first, then every other possibility."""
        found, choice = self._selection.inspection, self._selection.choice
        if found:
            bands, names, scale = (
                len(found.polarisations),
                ", ".join(found.polarisations),
                scale_name(found.radiometry),
            )
        else:
            bands = sum(layer.bandCount() for layer in self._selection.sar_layers())
            names = scale = "…"
        orders = list(permutations(POLARISATIONS, bands)) if bands else []
        if choice.polarisations and choice.polarisations not in orders:
            orders.append(choice.polarisations)
        _fill(
            self.polarisations,
            [(self.tr("Detected ({})").format(names), ())]
            + [(", ".join(order), order) for order in orders],
            choice.polarisations,
        )
        _fill(
            self.radiometry,
            [(self.tr("Detected ({})").format(scale), AUTO)]
            + [(scale_name(kind), kind) for kind in RADIOMETRIES],
            choice.radiometry,
        )


def _fill(combo: QComboBox, items: list[tuple[str, Any]], current: Any) -> None:
    combo.clear()
    for text, data in items:
        combo.addItem(text, data)
    combo.setCurrentIndex([data for _, data in items].index(current))
