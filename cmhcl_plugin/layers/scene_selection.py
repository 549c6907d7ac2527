"""The layers of a scene and how its SAR values are read: state without widgets."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file
from ...core.hatch.jobs import AUTO, POLARISATIONS, RADIOMETRIES, Area, SceneInput
from ...core.hatch.records import from_json
from ...core.hatch.references import is_remote
from ...core.hatch.results import InspectResult
from .inputs import scene_input
from .project_layers import find_or_add_raster
from .project_timer import ProjectTimer
from .raster_kinds import radar_score
from .scene_suggestion import suggested_optical, suggested_sar

SCOPE = "cmhcl"  # of the plugin's entries in a project


@dataclass(frozen=True)
class SceneChoice:
    """What is chosen of a scene.

    Attributes
    ----------
    sar
        Ids of the project's layers of SAR, may be empty.
    optical
        Id of the optical layer, or "".
    polarisations, radiometry
        Override what is detected in the SAR layers, except () and "auto".
    sar_by_user, optical_by_user
        Whether the user has chosen these layers; otherwise they are suggested by what they are.
    """

    sar: tuple[str, ...] = ()
    optical: str = ""
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    sar_by_user: bool = False
    optical_by_user: bool = False

    @classmethod
    def from_json(cls, text: str) -> SceneChoice:
        """The choice from JSON. Raises ValueError, RecursionError or InputError."""
        choice = from_json(cls, json.loads(text))
        if not set(choice.polarisations) <= set(POLARISATIONS):
            raise ValueError("unknown polarisations")
        if choice.radiometry not in (AUTO, *RADIOMETRIES):
            raise ValueError("unknown radiometry")
        return choice


@dataclass(frozen=True)
class _Watched:
    """A chosen layer, and what is called when its coordinate system or its file is another one."""

    layer: QgsRasterLayer
    on_crs: Callable[[], None]
    on_source: Callable[[], None]


class SceneSelection(QObject):
    """The scene of an extraction or a fine-tuning, and what the worker found in its SAR layers.

    What the user chooses is kept with the project under ``key``; until then the layers are
    suggested, and kept when the project is saved. The choice of a removed layer goes.

    ``changed`` is emitted after another choice, ``layer_changed`` when the user has set the
    coordinate system of a chosen layer, or given it another file. If that concerns SAR,
    ``sar_changed`` precedes either. ``inspected`` is emitted when ``inspection`` or
    ``problem`` changed. These two describe the chosen SAR layers, and are cleared before
    ``sar_changed``.
    """

    changed = pyqtSignal()
    layer_changed = pyqtSignal()
    sar_changed = pyqtSignal()
    inspected = pyqtSignal()

    def __init__(self, key: str, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._key = key
        self._project = QgsProject.instance()
        self.choice = SceneChoice()
        self.inspection: Optional[InspectResult] = None
        self.problem = ""
        self._sources: list[str] = []  # of the SAR layers that could be read
        self._watched: list[_Watched] = []
        self._connect()
        self._read()

    def _connect(self) -> None:
        """Follow the project."""
        self._soon = ProjectTimer(self.suggest, self)
        project = self._project
        self._connections = [
            # Before a combo box chooses another layer in the place of the removed one.
            (project.layersWillBeRemoved, self._on_removal),
            # Once the combo boxes have the layers too; not all are in the legend.
            (project.legendLayersAdded, self._on_added),
            (project.layersAdded, self._on_added_soon),
            (project.readProject, self._on_read),
            (project.cleared, self._on_cleared),
            (project.writeProject, self._on_write),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def unload(self) -> None:
        """Stop following the project."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self._watch([])
        self._soon.stop()

    # The choice

    def choose_sar(self, layers: Sequence[QgsRasterLayer]) -> None:
        """Choose the SAR layers. If they change, polarisations and radiometry are reset."""
        ids = tuple(layer.id() for layer in layers)
        if ids != self.choice.sar:
            optical, by_user = self.choice.optical, self.choice.optical_by_user
            self._set(SceneChoice(ids, optical, sar_by_user=True, optical_by_user=by_user))
            self._write()
            self.suggest()

    def choose_optical(self, layer: Optional[QgsRasterLayer]) -> None:
        """Choose the optical layer, or none."""
        chosen = layer.id() if layer else ""
        if chosen != self.choice.optical:
            self._set(replace(self.choice, optical=chosen, optical_by_user=True))
            self._write()

    def override(self, **values: Any) -> None:
        """Override the detected ``polarisations`` or ``radiometry``."""
        self._set(replace(self.choice, **values))
        self._write()

    def suggest(self, active: object = None) -> None:
        """Suggest layers where the user has chosen none; ``active`` is the active layer."""
        choice = self.choice
        if not choice.sar_by_user:
            now = self.sar_layers()
            if active is not None or not now or radar_score(now[0]) <= 0:
                sar = suggested_sar(self._project, active)
                choice = replace(choice, sar=(sar.id(),) if sar else ())
        if not choice.optical_by_user:
            layers = [self._project.mapLayer(id) for id in choice.sar]
            optical = suggested_optical(self._project, [x for x in layers if x])
            choice = replace(choice, optical=optical.id() if optical else "")
        self._set(choice)

    def keep(self) -> None:
        """Keep the suggested layers with the project, as those that the user chose."""
        self._set(replace(self.choice, sar_by_user=True, optical_by_user=True))
        self._write()

    def fill(self, scene: SceneInput) -> None:
        """Choose the layers of a job, and add those that the project lacks.

        Raises InputError, and chooses nothing, if one of the files no longer exists.
        """
        missing = self.missing_file(scene)
        if missing:
            text = self.tr("A file of the scene no longer exists; choose another layer: {}")
            raise InputError(text.format(missing))
        project = self._project
        sar = tuple(find_or_add_raster(path, project, scene.sar_crs).id() for path in scene.sar)
        optical = ""
        if scene.optical:
            optical = find_or_add_raster(scene.optical, project, scene.optical_crs).id()
        self._set(SceneChoice(sar, optical, scene.polarisations, scene.radiometry, True, True))
        self._write()

    @staticmethod
    def missing_file(scene: SceneInput) -> str:
        """The first local file of a job that no longer exists, "" if all exist."""
        paths = [path for path in (*scene.sar, scene.optical) if path and not is_remote(path)]
        return next((path for path in paths if not is_file(path)), "")

    def _set(self, choice: SceneChoice) -> None:
        before, self.choice = self.choice, choice
        optical = self.optical_layer()
        sar = [_Watched(x, self._on_sar_crs, self._on_sar_source) for x in self.sar_layers()]
        changed = self._on_optical_changed
        others = [_Watched(optical, changed, changed)] if optical else []
        self._watch([*sar, *others])
        if choice.sar != before.sar:
            self._forget_inspection()
        if choice != before:
            self.changed.emit()

    def _watch(self, chosen: list[_Watched]) -> None:
        """Follow the coordinate system and the file of these layers alone."""
        for one in self._watched:
            if not sip.isdeleted(one.layer):
                one.layer.crsChanged.disconnect(one.on_crs)
                one.layer.dataSourceChanged.disconnect(one.on_source)
        self._watched = chosen
        for one in chosen:
            one.layer.crsChanged.connect(one.on_crs)
            one.layer.dataSourceChanged.connect(one.on_source)
        self._sources = [layer.source() for layer in self.sar_layers() if layer.isValid()]

    def _on_sar_crs(self) -> None:
        self._forget_inspection()
        self.layer_changed.emit()

    def _on_sar_source(self) -> None:
        """Another file has other polarisations and values; one that was missing is the same."""
        now = {layer.source() for layer in self.sar_layers()}
        if now.issuperset(self._sources):
            self._set(self.choice)
        else:
            before = self.choice
            self._set(replace(before, polarisations=(), radiometry=AUTO))
            if self.choice != before:
                self._write()
        self._on_sar_crs()

    def _on_optical_changed(self) -> None:
        self.layer_changed.emit()

    def _forget_inspection(self) -> None:
        self.set_inspection(None)
        self.sar_changed.emit()

    def _on_added(self, layers: Sequence[QgsMapLayer]) -> None:
        if _has_raster(layers):
            self.suggest()

    def _on_added_soon(self, layers: Sequence[QgsMapLayer]) -> None:
        if _has_raster(layers):
            self._soon.start()

    def _on_read(self, _: object) -> None:
        self._read()

    def _on_cleared(self) -> None:
        self._set(SceneChoice())

    def _on_write(self, _: object) -> None:
        """Keep suggested layers too: others may be suggested when the project is opened again."""
        if self.is_clear:
            self._write()

    def _on_removal(self, ids: list[str]) -> None:
        choice = self.choice
        if choice.optical in ids:
            choice = replace(choice, optical="", optical_by_user=False)
        left = tuple(id for id in choice.sar if id not in ids)
        if left != choice.sar:
            optical, by_user = choice.optical, choice.optical_by_user
            choice = SceneChoice(left, optical, (), AUTO, bool(left), by_user)
        self._set(choice)

    # In the project

    def _read(self) -> None:
        """Restore the choice that was saved with the project, without layers that are gone."""
        text, _ = self._project.readEntry(SCOPE, self._key)
        try:
            choice = SceneChoice.from_json(text)
        except (ValueError, RecursionError, InputError):
            self.suggest()
            return
        there = self._project.mapLayer
        if not all(there(id) for id in choice.sar):
            choice = replace(choice, sar=(), polarisations=(), radiometry=AUTO, sar_by_user=False)
        if choice.optical and not there(choice.optical):
            choice = replace(choice, optical="", optical_by_user=False)
        self._set(choice)
        self.suggest()

    def _write(self) -> None:
        self._project.writeEntry(SCOPE, self._key, json.dumps(asdict(self.choice)))

    # The layers

    def sar_layers(self) -> list[QgsRasterLayer]:
        """The SAR layers."""
        layers = (self._project.mapLayer(id) for id in self.choice.sar)
        return [layer for layer in layers if layer]

    def optical_layer(self) -> Optional[QgsRasterLayer]:
        """The optical layer, or None."""
        return self._project.mapLayer(self.choice.optical) if self.choice.optical else None

    @property
    def is_clear(self) -> bool:
        """Whether the user has chosen the SAR layers, or they are clearly radar."""
        layers = self.sar_layers()
        return bool(layers) and (self.choice.sar_by_user or radar_score(layers[0]) > 0)

    # For jobs

    def scene(self, area: Optional[Area] = None, picture: str = "") -> SceneInput:
        """The scene as a job needs it, limited to an area.

        ``picture`` is the file of an optical layer that is online. Raises InputError if another
        layer is not a file, or the layers cannot be one scene.
        """
        return scene_input(
            self.required_sar_layers(),
            self.optical_layer(),
            picture,
            polarisations=self.choice.polarisations,
            radiometry=self.choice.radiometry,
            area=area,
        )

    def sar_scene(self) -> SceneInput:
        """The SAR layers alone, to be inspected. Raises InputError as ``scene`` does."""
        return scene_input(self.required_sar_layers())

    def required_sar_layers(self) -> list[QgsRasterLayer]:
        """The SAR layers. Raises InputError when there are none."""
        layers = self.sar_layers()
        if not layers:
            rasters = (isinstance(x, QgsRasterLayer) for x in self._project.mapLayers().values())
            if any(rasters):
                raise InputError(self.tr("Choose a SAR layer."))
            raise InputError(self.tr("Add a SAR raster to the project first."))
        return layers

    # What was found in the SAR layers

    def set_inspection(self, inspection: Optional[InspectResult], problem: str = "") -> None:
        """Set the worker's answer, or the sentence that says why there is none."""
        if (inspection, problem) != (self.inspection, self.problem):
            self.inspection, self.problem = inspection, problem
            self.inspected.emit()


def _has_raster(layers: Sequence[QgsMapLayer]) -> bool:
    """Whether there may be something to suggest: added footprints are not a scene."""
    return any(isinstance(layer, QgsRasterLayer) for layer in layers)
