"""Settings of extractions: state without widgets, shown and edited by the page Extract."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QObject, QStandardPaths, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_folder
from ...core.hatch.jobs import Area, BuildingJob, ExtractJob
from ...core.hatch.library import DEFAULT_MODEL, Entry, entry_of
from ..layers import output_paths
from ..layers.areas import selected_area, view_area
from ..layers.provenance import Provenance
from ..layers.scene_selection import SCOPE, SceneSelection
from ..online.click_extent import extent_of_click
from ..online.pictures import Pictures
from ..settings import Settings
from .kept_values import read_values, write_values
from .values import SAME_AREA, SELECTION, VIEW, WHOLE, ExtractValues

FOLDER = "/extract/folder"  # a project's entry: the folder of its latest output


@dataclass(frozen=True)
class ResultThreshold:
    """The threshold of a result; ``own`` is that of its model, None if the model is unknown."""

    value: float
    own: Optional[float]


class ExtractSettings(QObject):
    """``changed`` is emitted after any change of ``values``, ``result`` or the choice of the scene.

    ``result`` is the threshold of the result in the active layer, or None. That of the next
    extraction is in ``values``.
    """

    changed = pyqtSignal()

    def __init__(self) -> None:
        """Start with what was saved in QGIS's settings."""
        super().__init__()
        self._project = QgsProject.instance()
        self.scene = SceneSelection("/extract/scene", self)
        self.scene.changed.connect(self.changed)
        self.pictures = Pictures(self.scene)
        saved = Settings.load()
        self.values = ExtractValues(
            threshold=saved.threshold or None,
            min_area_m2=saved.min_area_m2,
            careful=saved.careful,
            device=saved.device,
        )
        self.model: Entry = entry_of(self.values.model)
        self._missing_model = ""
        self._choose_saved_model(saved.model)
        self.result: Optional[ResultThreshold] = None
        self._folder = ""  # of the latest output in this project
        self._project.cleared.connect(self._on_cleared)
        self._project.readProject.connect(self._on_read)
        self._project.writeProject.connect(self._on_write)

    def unload(self) -> None:
        """Stop following the project."""
        self._project.cleared.disconnect(self._on_cleared)
        self._project.readProject.disconnect(self._on_read)
        self._project.writeProject.disconnect(self._on_write)
        self.scene.unload()
        self.pictures.unload()

    def update(self, **changes: Any) -> None:
        """Change some of ``values``. A ``model`` is always read again."""
        values = replace(self.values, **changes)
        model = entry_of(values.model) if "model" in changes else self.model
        if "model" in changes:
            self._missing_model = ""  # another was chosen
        if (values, model) != (self.values, self.model):
            self.values, self.model = values, model
            self.changed.emit()

    def take_missing_model(self) -> str:
        """Name of a saved model that the default one replaces, once; empty: there is none."""
        name, self._missing_model = self._missing_model, ""
        return name

    def show_result(self, result: Optional[ResultThreshold]) -> None:
        """Set ``result``."""
        if result != self.result:
            self.result = result
            self.changed.emit()

    def set_threshold(self, value: Optional[float]) -> None:
        """Set the threshold of the result if there is one, else of the next extraction.

        None: that of the model.
        """
        if self.result is None:
            self.update(threshold=value)
            return
        new = self.result.own if value is None else value
        if new is not None:
            self.show_result(replace(self.result, value=new))

    def save(self, settings: Settings) -> None:
        """Copy what persists between sessions to ``settings``, which the caller saves."""
        values = self.values
        settings.threshold = values.threshold or 0.0
        settings.min_area_m2 = values.min_area_m2
        settings.careful = values.careful
        settings.device = values.device
        settings.model = "" if values.model == DEFAULT_MODEL else str(values.model)

    def fill(self, provenance: Provenance) -> None:
        """Set everything as in an earlier extraction, except its output file.

        The threshold that is shown is then that of the next extraction. A model that no longer
        exists is not chosen. Raises InputError, and changes nothing, if a file of the scene no
        longer exists.
        """
        job = provenance.job
        self.pictures.fill(job.scene, provenance.online)
        self.show_result(None)
        area = job.scene.area
        self.update(
            extent=SAME_AREA if area else WHOLE,
            area=area,
            model=provenance.model_folder() or self.values.model,
            output=None if self.output else "",
            threshold=provenance.threshold,
            min_area_m2=job.min_area_m2,
            careful=job.careful,
            device=job.device,
        )

    # The output file

    @property
    def output(self) -> str:
        """The vector file to write, "" for a temporary file."""
        chosen = self.values.output
        return self.suggested_output() if chosen is None else chosen

    def set_output(self, path: str) -> None:
        """Choose the file to write; the suggested one stays a suggestion."""
        self.update(output=None if path == self.suggested_output() else path)

    @property
    def output_folder(self) -> Optional[Path]:
        """The folder for outputs, None for a temporary one."""
        chosen = self.values.output
        if chosen is None:
            return self._suggested_folder()
        return Path(chosen).parent if chosen else None

    def suggest_folder_of(self, out: Path) -> None:
        """Suggest the folder of this file for the next one, in this project and in new ones."""
        saved = Settings.load()
        saved.output_folder = str(out.parent)
        saved.save()
        self._folder = str(out.parent)
        self.changed.emit()

    def _on_cleared(self) -> None:
        """A file or an area that was chosen belongs to the project that was open."""
        self._folder = ""
        values = self.values
        self.update(
            output=None if values.output else values.output,
            extent=WHOLE if values.extent == SAME_AREA else values.extent,
            area=None,
        )

    def _on_read(self, _: object) -> None:
        folder, _ = self._project.readEntry(SCOPE, FOLDER)
        self._folder = self._project.readPath(folder) if folder else ""
        kept = read_values(self._project)
        if kept:
            self.update(extent=kept.extent, area=kept.area, output=kept.output)
            self._choose_saved_model(kept.model)
        self.changed.emit()

    def _choose_saved_model(self, model: str) -> None:
        folder = Path(model) if model else DEFAULT_MODEL
        is_there = is_folder(folder)
        self.update(model=folder if is_there else DEFAULT_MODEL)
        self._missing_model = "" if is_there else folder.name

    def _on_write(self, _: object) -> None:
        """Store the folder like the paths of layers: relative, so that the project can be moved."""
        if self._folder:
            self._project.writeEntry(SCOPE, FOLDER, self._project.writePath(self._folder))
        if self.scene.is_clear:
            write_values(self.values, self._project)

    def suggested_output(self) -> str:
        """A new GeoPackage named after the SAR layer, empty if none is chosen."""
        layers = self.scene.sar_layers()
        if not layers:
            return ""
        return str(output_paths.unused_path(self._suggested_folder(), layers[0].name()))

    def _suggested_folder(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return output_paths.first_existing_folder(
            self._folder,
            Settings.load().output_folder,
            output_paths.project_folder(self._project),
            QStandardPaths.writableLocation(documents),
        )

    # The job

    def area(self, view: QgsMapSettings, active: Optional[QgsMapLayer]) -> Optional[Area]:
        """The area to extract, None for the whole scene. Raises InputError.

        ``view`` is what the map shows, ``active`` the active layer, whose selection has priority.
        """
        if self.values.extent == VIEW:
            return view_area(view)
        if self.values.extent == SELECTION:
            return selected_area(active, self._project)
        return self.values.area if self.values.extent == SAME_AREA else None

    @property
    def pixel_m(self) -> float:
        """The pixel size of the model in metres. Raises InputError if it cannot be read."""
        if self.model.manifest is None:
            raise InputError(self.model.problem)
        return self.model.manifest.pixel_size_m

    def check_scene(self) -> None:
        """Raise InputError if nothing can be extracted from the chosen layers."""
        if self.pictures.layer is None:
            self.scene.scene()
        else:
            self.scene.sar_scene()  # the picture is fetched when it is needed

    def job(
        self, out: Path, area: Optional[Area], probability: str = "", overwrite: bool = False
    ) -> ExtractJob:
        """The job to extract an area into a file.

        Raises InputError, and MissingPictureError if the picture of an online layer has not been
        fetched yet.
        """
        values, online = self.values, self.pictures.layer
        picture = self.pictures.path(online, area, self.pixel_m) if online is not None else ""
        scene = self.scene.scene(area, picture)
        return values.job(scene, str(out), probability, overwrite)

    def building_job(self, inside: tuple[float, float], previous: str = "") -> BuildingJob:
        """The job of one building, from a point of it. Raises as ``job`` does.

        ``previous`` is a footprint to correct as WKT, both in the SAR layer's coordinate system.
        """
        values, picture, online = self.values, "", self.pictures.layer
        if online is not None:
            sar = self.scene.required_sar_layers()[0]
            area = extent_of_click(inside, sar, self.pixel_m, self._project)
            picture = self.pictures.path(online, area, self.pixel_m)
        return BuildingJob(
            scene=self.scene.scene(picture=picture),
            inside=(inside,),
            previous=previous,
            model=str(values.model),
            threshold=values.threshold,
            device=values.device,
        )
