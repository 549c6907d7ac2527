"""SAR as a page takes it: its layers, what the worker finds in them, and two choices against it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Event, Result
from ...core.hatch.jobs import AUTO, POLARISATIONS, RADIOMETRIES, ExtractJob, InspectJob
from ..worker.core_translations import in_own_language
from ..worker.process import Worker
from . import project as layers
from .sar_layers import SarLayers

INSPECT_DELAY_MS = 200


class SarInput(QWidget):
    """The layers with a line below that says what they are.

    ``polarisations`` and ``radiometry`` overrule what was found; the page puts them where it likes.
    ``changed`` tells that other layers were chosen, ``overruled`` that one of the two was.
    """

    changed = pyqtSignal()
    overruled = pyqtSignal()

    def __init__(self, worker: Worker, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._inspection = ""
        self._unavailable = ""
        self._overrules: tuple[tuple[str, ...], str] = ((), AUTO)
        self.layers = SarLayers()
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.polarisations = QComboBox()
        self.polarisations.setToolTip(self.tr("The SAR bands, in the order of files and bands"))
        self.radiometry = QComboBox()
        self.radiometry.setToolTip(self.tr("The scale of the SAR values"))
        self._offer_overrules("", 0, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.layers)
        layout.addWidget(self.found)
        self._inspect_soon = QTimer(self)
        self._inspect_soon.setSingleShot(True)
        self._inspect_soon.timeout.connect(self._inspect)
        self.layers.changed.connect(self._on_layers)
        self.polarisations.activated.connect(self.overruled)
        self.radiometry.activated.connect(self.overruled)
        worker.event_received.connect(self._on_event)
        worker.ready.connect(self._inspect_unless_done)
        worker.unavailable.connect(self._on_unavailable)

    def paths(self) -> tuple[str, ...]:
        """The files of the layers. Raises InputError when there are none."""
        chosen = self.layers.layers()
        if not chosen:
            raise InputError(self.tr("Add a SAR raster to the project first."))
        return tuple(layers.sar_path(layer) for layer in chosen)

    def choose(
        self, chosen: Sequence[QgsRasterLayer], polarisations: tuple[str, ...], radiometry: str
    ) -> None:
        """Choose layers, and what overrules what is found in them."""
        self.layers.choose_all(chosen)
        self._overrules = (polarisations, radiometry)
        self._show_overrules()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._inspect_unless_done()

    def _inspect_unless_done(self) -> None:
        if not self._inspection:
            self._inspect_soon.start(INSPECT_DELAY_MS)

    def _on_layers(self) -> None:
        self._inspection = ""
        self._overrules = ((), AUTO)
        self._inspect_soon.start(INSPECT_DELAY_MS)
        self.changed.emit()

    def _inspect(self) -> None:
        """Ask the worker what the chosen SAR is; the answer comes as an event."""
        if not self.isVisible():
            return  # or every raster added to the project would wake the worker
        self._offer_overrules("", 0, "")
        try:
            sar = self.paths()
        except InputError as error:
            self.found.setText(str(error))
            return
        self.found.setText(self.tr("Reading…"))
        self._inspection = self._worker.run(InspectJob(sar=sar))

    def _on_event(self, id: str, event: Event) -> None:
        if id != self._inspection:
            return
        if isinstance(event, Result):
            values = event.values
            self.found.setText(self._describe(values))
            found = values["polarisations"]
            self._offer_overrules(", ".join(found), len(found), values["radiometry"])
        elif isinstance(event, Error):
            self._inspection = ""
            told = event.kind == "cancelled" or event.message == self._unavailable
            self.found.setText("" if told else event.message)
            # What could not be found out can still be chosen.
            bands = sum(layer.bandCount() for layer in self.layers.layers())
            self._offer_overrules("", bands, "")

    def _on_unavailable(self, sentence: str) -> None:
        self._unavailable = sentence  # the page shows it

    def _describe(self, values: dict[str, Any]) -> str:
        scale = self._scale_name(values["radiometry"])
        parts = [
            ", ".join(values["polarisations"]),
            f"{scale} ({in_own_language(values['radiometry_reason'])})",
            self.tr("{:.2g} m").format(values["pixel_size_m"]),
        ]
        if values["valid_share"] < 0.995:
            parts.append(self.tr("{:.0f} % valid").format(100 * values["valid_share"]))
        return "\n".join([" · ".join(parts), *values["warnings"]])

    def _scale_name(self, radiometry: str) -> str:
        names = {"db": self.tr("dB"), "amplitude": self.tr("amplitude"), "power": self.tr("power")}
        return names[radiometry]

    def _offer_overrules(self, polarisations: str, bands: int, radiometry: str) -> None:
        """Fill the two combos: what was found first, then every other possibility."""
        self.polarisations.clear()
        self.polarisations.addItem(self.tr("As found ({})").format(polarisations or "…"), ())
        if bands:
            for names in permutations(POLARISATIONS, bands):
                self.polarisations.addItem(", ".join(names), names)
        self.radiometry.clear()
        scale = self._scale_name(radiometry) if radiometry else "…"
        self.radiometry.addItem(self.tr("As found ({})").format(scale), AUTO)
        for kind in RADIOMETRIES:
            self.radiometry.addItem(self._scale_name(kind), kind)
        self._show_overrules()

    def _show_overrules(self) -> None:
        """Choose in the two combos what ``choose`` was given, once they have it."""
        for combo, wanted in zip((self.polarisations, self.radiometry), self._overrules):
            offered = [combo.itemData(i) for i in range(combo.count())]
            if wanted in offered:
                combo.setCurrentIndex(offered.index(wanted))


def choose_images(job: ExtractJob, sar: SarInput, optical: QgsMapLayerComboBox) -> str:
    """Choose the images of an extraction, which are added to the project where they are not in it.

    Where a file is gone nothing is chosen, and its path is returned; else nothing.
    """
    for path in (*job.sar, job.optical):
        if path and not Path(path).is_file():
            return path
    project = QgsProject.instance()
    chosen = [layers.raster_layer(path, project) for path in job.sar]
    sar.choose(chosen, job.polarisations, job.radiometry)
    optical.setLayer(layers.raster_layer(job.optical, project) if job.optical else None)
    return ""
