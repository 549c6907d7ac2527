"""The layers of a scene and how its SAR values are read: state without widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import AUTO, Area, SceneInput
from ...core.hatch.results import InspectResult
from .inputs import find_or_add_raster, scene_input


@dataclass(frozen=True)
class SceneChoice:
    """What is chosen of a scene.

    Attributes
    ----------
    sar
        Ids of the project's layers of SAR, empty: the project's first raster.
    optical
        Id of the optical layer, empty: none.
    polarisations, radiometry
        Override what is detected in the SAR layers; () and "auto": detected.
    """

    sar: tuple[str, ...] = ()
    optical: str = ""
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO


class SceneSelection(QObject):
    """The scene of an extraction or a fine-tuning, and what the worker found in its SAR layers.

    ``changed`` is emitted after another choice, preceded by ``sar_changed`` if the SAR layers
    changed, and ``inspected`` when ``inspection`` or ``problem`` changed. These two describe the
    chosen SAR layers and are cleared when other layers are chosen.
    """

    changed = pyqtSignal()
    sar_changed = pyqtSignal()
    inspected = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = QgsProject.instance()
        self.choice = SceneChoice()
        self.inspection: Optional[InspectResult] = None
        self.problem = ""
        # Before a combo box chooses another layer in the place of the removed one.
        self._project.layersWillBeRemoved.connect(self._on_removal)

    # The choice

    def choose_sar(self, layers: Sequence[QgsRasterLayer]) -> None:
        """Choose the SAR layers. If they change, polarisations and radiometry are reset."""
        ids = tuple(layer.id() for layer in layers)
        if ids != self.choice.sar:
            self._set(replace(SceneChoice(sar=ids), optical=self.choice.optical))

    def choose_optical(self, layer: Optional[QgsRasterLayer]) -> None:
        """Choose the optical layer, or none."""
        self._set(replace(self.choice, optical=layer.id() if layer else ""))

    def override(self, **values: Any) -> None:
        """Override the detected ``polarisations`` or ``radiometry``."""
        self._set(replace(self.choice, **values))

    def suggest(self, layer: object) -> None:
        """Choose this layer as SAR if it is a raster and nothing is chosen yet."""
        if not self._chosen() and isinstance(layer, QgsRasterLayer):
            self.choose_sar([layer])

    def fill(self, scene: SceneInput) -> None:
        """Choose the layers of a job, and add those that the project lacks.

        Raises InputError, and chooses nothing, if one of the files no longer exists.
        """
        missing = self.missing_file(scene)
        if missing:
            text = self.tr("The file {} no longer exists; choose another layer.")
            raise InputError(text.format(missing))
        project = self._project
        sar = tuple(find_or_add_raster(path, project, scene.sar_crs).id() for path in scene.sar)
        optical = ""
        if scene.optical:
            optical = find_or_add_raster(scene.optical, project, scene.optical_crs).id()
        self._set(SceneChoice(sar, optical, scene.polarisations, scene.radiometry))

    @staticmethod
    def missing_file(scene: SceneInput) -> str:
        """The first file of a job that no longer exists, empty: all exist."""
        paths = [path for path in (*scene.sar, scene.optical) if path]
        return next((path for path in paths if not Path(path).is_file()), "")

    def _set(self, choice: SceneChoice) -> None:
        before, self.choice = self.choice, choice
        if choice.sar != before.sar:
            self.set_inspection(None)
            self.sar_changed.emit()
        if choice != before:
            self.changed.emit()

    def _on_removal(self, ids: list[str]) -> None:
        if self.choice.optical in ids:
            self.choose_optical(None)

    # The layers

    def sar_layers(self) -> list[QgsRasterLayer]:
        """The chosen SAR layers, else the project's first raster by name."""
        return self._chosen() or self._rasters()[:1]

    def optical_layer(self) -> Optional[QgsRasterLayer]:
        """The optical layer, None: none."""
        return self._project.mapLayer(self.choice.optical) if self.choice.optical else None

    def _chosen(self) -> list[QgsRasterLayer]:
        layers = (self._project.mapLayer(id) for id in self.choice.sar)
        return [layer for layer in layers if layer]  # others were removed from the project

    def _rasters(self) -> list[QgsRasterLayer]:
        layers = self._project.mapLayers().values()
        rasters = [layer for layer in layers if isinstance(layer, QgsRasterLayer)]
        return sorted(rasters, key=lambda layer: str(layer.name()).casefold())

    # For jobs

    def scene(self, area: Optional[Area] = None) -> SceneInput:
        """The scene as a job needs it, limited to an area.

        Raises InputError if a layer is no file, or the layers cannot be one scene.
        """
        return scene_input(
            self._required_sar_layers(),
            self.optical_layer(),
            polarisations=self.choice.polarisations,
            radiometry=self.choice.radiometry,
            area=area,
        )

    def sar_scene(self) -> SceneInput:
        """The SAR layers alone, to be inspected. Raises InputError as ``scene`` does."""
        return scene_input(self._required_sar_layers())

    def _required_sar_layers(self) -> list[QgsRasterLayer]:
        layers = self.sar_layers()
        if not layers:
            raise InputError(self.tr("Add a SAR raster to the project first."))
        return layers

    # What was found in the SAR layers

    def set_inspection(self, inspection: Optional[InspectResult], problem: str = "") -> None:
        """Set the worker's answer, or the sentence that says why there is none."""
        if (inspection, problem) != (self.inspection, self.problem):
            self.inspection, self.problem = inspection, problem
            self.inspected.emit()
