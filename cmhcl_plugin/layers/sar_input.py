"""SAR as a page takes it: its layers, what the worker finds in them, and two choices against it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import AUTO, POLARISATIONS, RADIOMETRIES, InspectJob, SceneInput
from ...core.hatch.results import InspectResult
from ..worker.core_translations import in_own_language
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from .inputs import find_or_add_raster, sar_path
from .sar_layers import SarLayers

INSPECT_DELAY_MS = 200


class SarInput(QWidget):
    """The layers with a line below that says what they are.

    ``polarisations`` and ``radiometry`` overrule what was found; the page puts them where it likes.
    ``changed`` tells that other layers were chosen, ``overruled`` that one of the two was.
    """

    changed = pyqtSignal()
    overruled = pyqtSignal()

    def __init__(self, worker: WorkerProcess, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._inspection: Optional[JobHandle] = None  # of the chosen layers, also once it is done
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
        worker.ready.connect(self._inspect_unless_done)
        worker.unavailable.connect(self._on_unavailable)

    def paths(self) -> tuple[str, ...]:
        """The files of the layers. Raises InputError when there are none."""
        chosen = self.layers.layers()
        if not chosen:
            raise InputError(self.tr("Add a SAR raster to the project first."))
        return tuple(sar_path(layer) for layer in chosen)

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
        if self._inspection is None:
            self._inspect_soon.start(INSPECT_DELAY_MS)

    def _on_layers(self) -> None:
        self._forget_inspection()
        self._overrules = ((), AUTO)
        self._inspect_soon.start(INSPECT_DELAY_MS)
        self.changed.emit()

    def _inspect(self) -> None:
        """Ask the worker what the chosen SAR is."""
        if not self.isVisible():
            return  # or every raster added to the project would wake the worker
        self._offer_overrules("", 0, "")
        try:
            sar = self.paths()
        except InputError as error:
            self.found.setText(str(error))
            return
        self.found.setText(self.tr("Reading…"))
        self._forget_inspection()
        self._inspection = self._worker.submit(InspectJob(SceneInput(sar=sar)))
        self._inspection.finished.connect(self._on_inspected)
        self._inspection.failed.connect(self._on_failed)

    def _forget_inspection(self) -> None:
        """The answer of an inspection of other layers must not be shown."""
        if self._inspection:
            self._inspection.finished.disconnect(self._on_inspected)
            self._inspection.failed.disconnect(self._on_failed)
            self._inspection = None

    def _on_inspected(self, result: InspectResult) -> None:
        self.found.setText(self._describe(result))
        found = result.polarisations
        self._offer_overrules(", ".join(found), len(found), result.radiometry)

    def _on_failed(self, error: Error) -> None:
        self._inspection = None
        shown = error.kind == "cancelled" or error.message == self._unavailable
        self.found.setText("" if shown else error.message)
        # What could not be found out can still be chosen.
        bands = sum(layer.bandCount() for layer in self.layers.layers())
        self._offer_overrules("", bands, "")

    def _on_unavailable(self, sentence: str) -> None:
        self._unavailable = sentence  # the page shows it

    def _describe(self, result: InspectResult) -> str:
        scale = self._scale_name(result.radiometry)
        parts = [
            ", ".join(result.polarisations),
            f"{scale} ({in_own_language(result.radiometry_reason)})",
            self.tr("{:.2g} m").format(result.pixel_size_m),
        ]
        if result.valid_share < 0.995:
            parts.append(self.tr("{:.0f} % valid").format(100 * result.valid_share))
        return "\n".join([" · ".join(parts), *result.warnings])

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


def choose_images(scene: SceneInput, sar: SarInput, optical: QgsMapLayerComboBox) -> str:
    """Choose the rasters of a scene, which are added to the project where they are not in it.

    Returns the path of the first file that is missing, in which case nothing is chosen, else "".
    """
    for path in (*scene.sar, scene.optical):
        if path and not Path(path).is_file():
            return path
    project = QgsProject.instance()
    chosen = [find_or_add_raster(path, project) for path in scene.sar]
    sar.choose(chosen, scene.polarisations, scene.radiometry)
    optical.setLayer(find_or_add_raster(scene.optical, project) if scene.optical else None)
    return ""
