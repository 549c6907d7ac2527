"""Puts footprints into the layer of clicks, which is created for the first ones."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area, ExtractJob
from ...core.hatch.results import ExtractResult
from ..core_translations import error_text
from ..extract.settings import ExtractSettings
from ..layers import output_paths
from ..layers.provenance import Provenance, write_metadata, write_scene
from ..layers.results import footprints_layer, set_missing_crs
from ..numbers import fill_in
from . import layer as click_layer
from .edits import add_building, add_result
from .extraction import ClickRun
from .merge import Merge
from .session import ClickedBuilding


class ClickResults(QObject):
    """``status_text`` carries a text for the status bar, ``failed`` a sentence for the user."""

    status_text = pyqtSignal(str)
    failed = pyqtSignal(str)

    def __init__(
        self, iface: QgisInterface, settings: ExtractSettings, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._settings = settings
        self._project = QgsProject.instance()

    def add_area(self, run: ClickRun, result: ExtractResult) -> None:
        """Merge the footprints of an area into the layer."""
        nothing = self.tr("No building was found here.")
        if not result.footprints:
            self.status_text.emit(nothing)
            return
        found = footprints_layer(result.out)
        set_missing_crs(found, run.area.crs)
        title = self.tr("Footprints by click")
        provenance = Provenance.from_result(run.job, result)
        merged = self._edit(
            provenance, found.crs(), lambda layer: add_result(layer, found, run.area, title)
        )
        if merged:
            text = self.tr("{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.")
            text = fill_in(text, len(merged.added), len(merged.removed), result.seconds)
            self.status_text.emit(text if merged.added else nothing)

    def add_building(self, building: ClickedBuilding) -> None:
        """Add a building to the layer, or correct one, which is new if the old one is gone."""
        title = self.tr("Building by click")
        corrected = self._layer_to_correct(building)
        if corrected is None:
            building = replace(building, corrected=None)
        merged = self._edit(
            _provenance(building),
            building.crs,
            lambda layer: add_building(layer, building, title),
            corrected,
        )
        if merged is None:
            return
        if not merged.added:
            text = self.tr("Accepted in a review: not changed.")
        elif building.corrected is not None:
            text = self.tr("Corrected. Ctrl+Z undoes this.")
        elif merged.removed:
            text = self.tr("Added, {:,} replaced. Ctrl+Z undoes this.")
            text = fill_in(text, len(merged.removed))
        else:
            text = self.tr("Added. Ctrl+Z undoes this.")
        self.status_text.emit(text)

    def _layer_to_correct(self, building: ClickedBuilding) -> Optional[QgsVectorLayer]:
        """The layer with the footprint to correct, None if that footprint is gone."""
        layer = self._project.mapLayer(building.layer_id)
        old = building.corrected
        exists = layer is not None and old is not None and layer.getFeature(old).isValid()
        return layer if exists else None

    def _edit(
        self,
        provenance: Provenance,
        crs: QgsCoordinateReferenceSystem,
        edit: Callable[[QgsVectorLayer], Merge],
        corrected: Optional[QgsVectorLayer] = None,
    ) -> Optional[Merge]:
        """Edit ``layer``, by default the layer of clicks, created if needed; None if it fails."""
        try:
            layer = corrected or click_layer.find(self._project) or self._create(provenance, crs)
            self._iface.setActiveLayer(layer)  # so that Ctrl+Z undoes its edits
            merged = edit(layer)
        except InputError as error:
            self.failed.emit(error_text(error))
        except QgsCsException:
            text = self.tr(
                "The footprints cannot be transformed to the coordinate system of the layer "
                "“{}”; remove that layer and click again."
            )
            self.failed.emit(text.format(layer.name()))
        else:
            write_scene(layer, provenance.job.scene, provenance.online)
            return merged
        return None

    def _create(self, provenance: Provenance, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
        stem = self.tr("by_click_{}").format(Path(provenance.job.scene.sar[0]).stem)
        folder = self._settings.output_folder or Path(tempfile.mkdtemp(prefix="cmhcl_"))
        path = output_paths.unused_path(folder, stem)
        layer = click_layer.create(path, crs, self.tr("Footprints by click"), self._project)
        # In the metadata only: no single extraction would reproduce all footprints.
        write_metadata(layer, provenance)
        return layer


def _provenance(building: ClickedBuilding) -> Provenance:
    """Provenance of an extraction of the building's own area."""
    job, result = building.job, building.result
    scene = replace(job.scene, area=Area(result.wkt, result.crs))
    extraction = ExtractJob(
        scene=scene,
        out="",
        model=job.model,
        threshold=job.threshold,
        min_area_m2=0.0,
        device=job.device,
    )
    return Provenance.from_result(extraction, result)
