"""Settings of a fine-tuning: state without widgets, shown and edited by the page Fine-tune."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtBoundSignal, pyqtSignal

from ...core.hatch.devices import training_device
from ...core.hatch.errors import InputError
from ...core.hatch.jobs import COMPLETE, CheckJob, FinetuneJob, TrainingSettings
from ...core.hatch.library import DEFAULT_MODEL, Entry, entry_of
from ..layers.areas import extent_area
from ..layers.polygon_file import LayerPolygons
from ..layers.project_layers import is_polygonal
from ..layers.provenance import read_scene
from ..layers.scene_selection import SceneSelection
from ..layers.twin_layers import TwinLayers
from ..models.library import ModelLibrary
from ..online.pictures import Pictures
from ..settings import Settings
from .inputs import InputLayers, Inputs


@dataclass(frozen=True)
class FinetuneValues:
    """The settings of a fine-tuning except its scene.

    Attributes
    ----------
    labels, area
        Ids of polygon layers or ""; without ``area`` it is the hull of the labels.
    from_optical
        Whether the labels come from the optical layer; then ``labels`` is not used, and without
        ``area`` it is the whole scene.
    corrections
        Id of a polygon layer of buildings in place of labels from optical, or "".
    labels_quality
        As in FinetuneJob, of the polygon layer.
    base
        Folder of the model to start from.
    title
        Name of the new model, "" for the suggested one.
    effort, training
        As in FinetuneJob.
    """

    labels: str = ""
    area: str = ""
    from_optical: bool = False
    corrections: str = ""
    labels_quality: str = COMPLETE
    base: Path = DEFAULT_MODEL
    title: str = ""
    effort: str = FinetuneJob.effort
    training: TrainingSettings = FinetuneJob.training


class FinetuneSettings(QObject):
    """``changed`` is emitted after any change of ``values``, of the choice of the scene or of the
    suggested title, ``edited`` when the content or the coordinate system of a chosen layer
    changed."""

    changed = pyqtSignal()
    edited = pyqtSignal()

    def __init__(self, library: ModelLibrary, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._library = library
        self._project = QgsProject.instance()
        self._watched: list[QgsVectorLayer] = []
        self._twins = TwinLayers(self)
        self._is_reading = False
        self.scene = SceneSelection("/finetune/scene", self)
        self.pictures = Pictures(self.scene)
        training = replace(FinetuneJob.training, device=training_device(Settings.load().device))
        self.values = FinetuneValues(training=training)
        self.base: Entry = entry_of(self.values.base)
        self.suggested_title = ""
        self.scene.changed.connect(self._suggest_title)
        self.scene.layer_changed.connect(self.edited)
        library.changed.connect(self._suggest_title)
        self._project.layersWillBeRemoved.connect(self._on_removal)
        self._suggest_title()  # the scene may have layers already

    # Values

    def update(self, **changes: Any) -> None:
        """Change some of ``values``. A ``base`` is always read again."""
        values = replace(self.values, **changes)
        base = entry_of(values.base) if "base" in changes else self.base
        if (values, base) != (self.values, self.base):
            self.values, self.base = values, base
            self._watch()
            self.changed.emit()

    def update_training(self, **changes: Any) -> None:
        """Change some of ``values.training``."""
        self.update(training=replace(self.values.training, **changes))

    def update_losses(self, **changes: Any) -> None:
        """Change some of ``values.training.losses``."""
        self.update_training(losses=replace(self.values.training.losses, **changes))

    def suggest(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose this layer as SAR if it is a raster, as labels if it has polygons."""
        if isinstance(layer, QgsRasterLayer):
            self.scene.suggest(layer)
        elif layer is not None and is_polygonal(layer):
            self.update(labels=layer.id(), from_optical=False)

    def use_labels(self, layer: QgsVectorLayer, area: Optional[QgsVectorLayer] = None) -> None:
        """Choose the labels, the labelled area and, if the labels are footprints, their scene."""
        area_id = area.id() if area is not None else self.values.area
        self.update(labels=layer.id(), area=area_id, from_optical=False)
        scene, online = read_scene(layer)
        if scene and not self.scene.missing_file(scene):
            with suppress(InputError):  # an online layer that is no longer in the project
                self.pictures.fill(scene, online)

    # Title

    @property
    def title(self) -> str:
        """Name of the new model."""
        return self.values.title.strip() or self.suggested_title

    def set_title(self, title: str) -> None:
        """Choose the name of the new model; the suggested one stays a suggestion."""
        self.update(title="" if title == self.suggested_title else title)

    def _suggest_title(self) -> None:
        """Suggest a name that no model has."""
        layers = self.scene.sar_layers()
        title = f"{layers[0].name()} {date.today():%Y-%m-%d}" if layers else ""
        self.suggested_title = self._library.unused_title(title)
        self.changed.emit()

    def check_title(self) -> None:
        """Raise InputError if another model has the name of the new one."""
        if self._library.unused_title(self.title) != self.title:
            text = self.tr("Another model has this name; choose another: {}")
            raise InputError(text.format(self.title))

    # Layers

    def labels_layer(self) -> Optional[QgsVectorLayer]:
        """The layer of building polygons, None if none is chosen or used."""
        return None if self.values.from_optical else self._project.mapLayer(self.values.labels)

    def corrections_layer(self) -> Optional[QgsVectorLayer]:
        """The layer of buildings in place of labels from optical, or None as for labels."""
        values = self.values
        return self._project.mapLayer(values.corrections) if values.from_optical else None

    def area_layer(self) -> Optional[QgsVectorLayer]:
        """The layer whose polygons are the labelled area; None is as in FinetuneJob."""
        return self._project.mapLayer(self.values.area)

    def _on_removal(self, ids: list[str]) -> None:
        names = ("labels", "corrections", "area")
        self.update(**{name: "" for name in names if getattr(self.values, name) in ids})

    def _watch(self) -> None:
        """Follow the changes of the chosen layers of polygons."""
        for layer in self._watched:
            if not sip.isdeleted(layer):
                for signal in _signals(layer):
                    signal.disconnect(self._on_edited)
        layers = (self.labels_layer(), self.corrections_layer(), self.area_layer())
        self._watched = list({layer.id(): layer for layer in layers if layer is not None}.values())
        self._twins.follow(self._watched)
        for layer in self._watched:
            for signal in _signals(layer):
                signal.connect(self._on_edited)

    def _on_edited(self) -> None:
        if not self._is_reading:  # a renewed connection is not an edit
            self.edited.emit()

    # Jobs

    def missing(self) -> str:
        """Which choice is still missing, as a sentence; "" if none is."""
        labels = self.labels_layer() or self.corrections_layer()
        if labels is None and not self.values.from_optical:
            return self.tr("Choose the polygon layer with the outlines of your buildings.")
        if not self.scene.sar_layers():
            return self.tr("Choose a SAR layer.")
        if self.values.from_optical and not self.scene.optical_layer():
            return self.tr(
                "There is no optical layer to take labels from; choose one, or a polygon layer as "
                "labels."
            )
        if labels is not None and labels == self.area_layer():
            return self.tr(
                "The labels and the labelled area are the same layer; for the area, choose "
                "polygons in which every building has an outline, or the hull of the labels."
            )
        return ""

    def layers(self) -> InputLayers:
        """The polygons of the labels and of the labelled area as they are now.

        Raises InputError.
        """
        missing = self.missing()
        if missing:
            raise InputError(missing)
        labels, area = self.labels_layer() or self.corrections_layer(), self.area_layer()
        near = self.scene.sar_layers()[0]
        self._is_reading = True
        try:
            return InputLayers(
                LayerPolygons(labels, near=near) if labels is not None else None,
                LayerPolygons(area) if area is not None else None,
                self.values.from_optical,
            )
        finally:
            self._is_reading = False

    def job(self, inputs: Inputs, out: str) -> FinetuneJob:
        """The job to fine-tune on these labels and this area into a model folder.

        Raises InputError, and MissingPictureError if the picture of an online layer has not been
        fetched yet.
        """
        if self.base.manifest is None:
            raise InputError(self.tr("The base model cannot be read; choose another."))
        area, picture, online = inputs.area, "", self.pictures.layer
        if online is not None:
            polygons = None if self.values.from_optical else self.labels_layer()
            place = area or (extent_area(polygons) if polygons is not None else None)
            picture = self.pictures.path(online, place, self.base.manifest.pixel_size_m)
        return FinetuneJob(
            scene=self.scene.scene(area, picture),
            labels=inputs.labels,
            out=out,
            base=str(self.values.base),
            title=self.title,
            effort=self.values.effort,
            training=self.values.training,
            labels_quality=COMPLETE if self.values.from_optical else self.values.labels_quality,
            corrections=inputs.corrections,
        )

    def check_job(self, inputs: Inputs, blocks: Path) -> CheckJob:
        """The job to check these inputs, which writes a file of blocks. Raises InputError."""
        return CheckJob(finetune=self.job(inputs, out=""), blocks=str(blocks))


def _signals(layer: QgsVectorLayer) -> list[pyqtBoundSignal]:
    """Of edits, filter, other content of the file, other file, and coordinate system."""
    return [
        layer.layerModified,
        layer.subsetStringChanged,
        layer.dataChanged,
        layer.dataSourceChanged,
        layer.crsChanged,
    ]
