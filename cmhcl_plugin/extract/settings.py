"""What extractions are set to: state without widgets, shown and edited by the page Extract."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QObject, QStandardPaths, pyqtSignal

from ...core.hatch.jobs import AUTO, Area, ExtractJob
from ...core.hatch.library import Entry, entry_of
from ..layers import output_paths
from ..layers.inputs import selected_area, view_area
from ..layers.provenance import Provenance
from ..layers.scene_selection import SceneSelection
from ..paths import DEFAULT_MODEL
from ..settings import Settings

# Of the scene, what is worked on.
WHOLE, VIEW, SELECTION, SAME_AREA = "whole", "view", "selection", "same"


@dataclass(frozen=True)
class ExtractValues:
    """The settings of an extraction, its scene left aside.

    Attributes
    ----------
    extent
        WHOLE, VIEW, SELECTION or SAME_AREA.
    area
        The polygon of SAME_AREA, None: there is none to choose.
    model
        Folder of the model.
    output
        GeoPackage to write, empty: a temporary file, None: a fresh name is suggested.
    threshold, min_area_m2, careful, adapt, device
        As in ExtractJob. ``adapt`` takes effect only with an optical layer.
    """

    extent: str = WHOLE
    area: Optional[Area] = None
    model: Path = DEFAULT_MODEL
    output: Optional[str] = None
    threshold: Optional[float] = None
    min_area_m2: float = 20.0
    careful: bool = False
    adapt: bool = False
    device: str = AUTO


class ExtractSettings(QObject):
    """``changed`` is emitted after any change of ``values`` or of the choice of the scene."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        """Start with what was saved in QGIS's settings."""
        super().__init__(parent)
        self._project = QgsProject.instance()
        self.scene = SceneSelection(self)
        self.scene.changed.connect(self.changed)
        saved = Settings.load()
        folder = Path(saved.model)
        self.values = ExtractValues(
            model=folder if saved.model and folder.is_dir() else DEFAULT_MODEL,
            threshold=saved.threshold or None,
            min_area_m2=saved.min_area_m2,
            careful=saved.careful,
            adapt=saved.adapt,
            device=saved.device,
        )
        self.model: Entry = entry_of(self.values.model)

    def update(self, **changes: Any) -> None:
        """Change some of ``values``. A ``model`` is read anew, also the same one."""
        values = replace(self.values, **changes)
        model = entry_of(values.model) if "model" in changes else self.model
        if (values, model) != (self.values, self.model):
            self.values, self.model = values, model
            self.changed.emit()

    def save(self, settings: Settings) -> None:
        """Put what is kept between sessions into QGIS's settings, which the caller saves."""
        values = self.values
        settings.threshold = values.threshold or 0.0
        settings.min_area_m2 = values.min_area_m2
        settings.careful = values.careful
        settings.adapt = values.adapt
        settings.device = values.device
        settings.model = "" if values.model == DEFAULT_MODEL else str(values.model)

    def fill(self, provenance: Provenance) -> None:
        """Take over the settings of an extraction; its output file is not written again.

        A model that does not exist any more is not taken over. Raises InputError, and changes
        nothing, if a file of the scene does not exist any more.
        """
        job = provenance.job
        self.scene.fill(job.scene)
        area, model = job.scene.area, Path(job.model)
        self.update(
            extent=SAME_AREA if area else WHOLE,
            area=area,
            model=model if model.is_dir() else self.values.model,
            output=None if self.output else "",
            threshold=provenance.threshold,
            min_area_m2=job.min_area_m2,
            careful=job.careful,
            adapt=job.adapt,
            device=job.device,
        )

    # Where the footprints go

    @property
    def output(self) -> str:
        """The GeoPackage to write, empty: a temporary file."""
        chosen = self.values.output
        return self._suggestion() if chosen is None else chosen

    def set_output(self, path: str) -> None:
        """Choose the file to write; the suggested one stays a suggestion."""
        self.update(output=None if path == self._suggestion() else path)

    @property
    def output_folder(self) -> Optional[Path]:
        """Where outputs are to be written, None: in a temporary folder."""
        return Path(self.output).parent if self.output else None

    def remember_output(self, out: Path) -> None:
        """Suggest the folder of a file that was written from now on, and another name."""
        saved = Settings.load()
        saved.output_folder = str(out.parent)
        saved.save()
        self.changed.emit()

    def _suggestion(self) -> str:
        layers = self.scene.sar_layers()
        if not layers:
            return ""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = output_paths.first_existing_folder(
            Settings.load().output_folder,
            self._project.homePath(),
            QStandardPaths.writableLocation(documents),
        )
        return str(output_paths.unused_path(folder, layers[0].name()))

    # The job

    def area(self, view: QgsMapSettings, active: Optional[QgsMapLayer]) -> Optional[Area]:
        """The area to work on, None: the whole scene. Raises InputError.

        ``view`` is what the map shows, ``active`` the active layer, whose selection goes first.
        """
        if self.values.extent == VIEW:
            return view_area(view)
        if self.values.extent == SELECTION:
            return selected_area(active, self._project)
        return self.values.area if self.values.extent == SAME_AREA else None

    def job(
        self, out: Path, area: Optional[Area], probability: str = "", overwrite: bool = False
    ) -> ExtractJob:
        """The job to extract an area into a file. Raises InputError."""
        scene, values = self.scene.scene(area), self.values
        return ExtractJob(
            scene=scene,
            out=str(out),
            model=str(values.model),
            threshold=values.threshold,
            min_area_m2=values.min_area_m2,
            careful=values.careful,
            adapt=values.adapt and bool(scene.optical),
            device=values.device,
            probability=probability,
            overwrite=overwrite,
        )
