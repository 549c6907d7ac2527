"""The button for the less common actions on a result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QStyle, QToolButton

from ...core.hatch.errors import InputError
from ..core_translations import error_text
from ..layers.probabilities import add_probabilities
from ..layers.provenance import Provenance, find_probability_file

Result = Optional[tuple[QgsVectorLayer, Provenance]]


class MoreButton(QToolButton):
    """A menu for the result that ``result`` returns, None if its layer was removed.

    ``problem`` carries a sentence for the user.
    """

    problem = pyqtSignal(str)

    def __init__(self, result: Callable[[], Result]) -> None:
        super().__init__()
        self._result = result
        self.setText(self.tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.probabilities = menu.addAction(self.tr("Show &probabilities"))
        self.probabilities.triggered.connect(self._show_probabilities)
        self.osm = menu.addAction(self.tr("Export for &OpenStreetMap…"))
        self.osm.triggered.connect(self._export_for_osm)
        menu.aboutToShow.connect(self.update_entries)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:  # noqa: N802
        """With room for the arrow of the menu, which Qt draws over the text in the middle."""
        arrow = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, None, self)
        return super().sizeHint() + QSize(2 * arrow, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def update_entries(self) -> None:
        """Enable what can be done with the result."""
        self.probabilities.setEnabled(self._probability() is not None)
        self.osm.setEnabled(self._result() is not None)

    def _probability(self) -> Optional[Path]:
        result = self._result()
        return find_probability_file(*result) if result else None

    def _show_probabilities(self) -> None:
        result, path = self._result(), self._probability()
        if result and path:
            try:
                add_probabilities(path, result[0], QgsProject.instance())
            except InputError as error:
                self.problem.emit(error_text(error))

    def _export_for_osm(self) -> None:
        """Open the dialog of the algorithm, which QGIS's plugin Processing provides."""
        result = self._result()
        if result is None:
            return
        open_dialog = _algorithm_dialog()
        if open_dialog is None:
            self.problem.emit(
                self.tr("Processing is not enabled; enable it in QGIS’s plugins and try again.")
            )
            return
        open_dialog("cmhcl:osm", {"INPUT": result[0].id()})


def _algorithm_dialog() -> Optional[Callable[..., object]]:
    """What opens the dialog of an algorithm, None unless the plugin Processing is enabled."""
    try:
        from qgis import processing
    except ImportError:
        return None
    return getattr(processing, "execAlgorithmDialog", None)
