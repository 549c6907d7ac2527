"""Base class of the algorithms that read a scene."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import NULL

from ...core.hatch.devices import training_device
from ...core.hatch.errors import InputError
from ...core.hatch.jobs import (
    AUTO,
    INT8,
    PREDICTION_DEVICES,
    RADIOMETRIES,
    Area,
    ClusterJob,
    CompareJob,
    Job,
    SceneInput,
)
from ...core.hatch.library import DEFAULT_MODEL, entry_of, models_in
from ..extract.values import ExtractValues
from ..layers.inputs import scale_name, scene_input
from ..layers.output_paths import file_stem
from ..layers.polygon_file import LayerPolygons
from ..paths import models_folder
from ..settings import Settings
from .algorithm import JobAlgorithm, Values, absolute

SAR = "SAR"
OPTICAL = "OPTICAL"
LABELS = "LABELS"
AREA = "AREA"
MODEL = "MODEL"
RADIOMETRY = "RADIOMETRY"
THRESHOLD = "THRESHOLD"
CAREFUL = "CAREFUL"
DEVICE = "DEVICE"
BY_NAME = "_NAME"  # end of the name of a parameter


class SceneAlgorithm(JobAlgorithm):
    """Parameters of the scene, the labels, the model and the prediction.

    ``devices`` are those that its jobs may run on.
    """

    devices = PREDICTION_DEVICES

    def __init__(self) -> None:
        super().__init__()
        self._files: dict[Path, LayerPolygons] = {}  # that ``completed`` writes
        self._area: Optional[LayerPolygons] = None

    def add_scene(self, optional: bool = False) -> None:
        """SAR and OPTICAL."""
        self.add(
            QgsProcessingParameterMultipleLayers(
                SAR, self.tr("SAR"), QgsProcessing.SourceType.TypeRaster, optional=optional
            ),
            self.tr("One raster, or one raster for each polarisation (at most four)."),
        )
        self.add(
            QgsProcessingParameterRasterLayer(OPTICAL, self.tr("Optical"), optional=True),
            self.tr("Used where it has valid pixels; SAR alone elsewhere."),
        )

    def add_polygons(self, name: str, title: str, help: str, optional: bool = False) -> None:
        """A polygon layer."""
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(QgsProcessingParameterVectorLayer(name, title, kinds, optional=optional), help)

    def add_model(self, name: str, title: str, folder_title: str) -> None:
        """A model by its name in the library, as NAME_NAME, or by its folder, as NAME."""
        names = list(_models())
        self.add(
            QgsProcessingParameterEnum(
                name + BY_NAME,
                title,
                names,
                defaultValue=names[0],
                optional=True,
                usesStaticStrings=True,
            ),
            self.tr("A model of the library, which the page Models shows."),
        )
        self.add(
            QgsProcessingParameterFile(
                name,
                folder_title,
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr("The folder of another model, instead of one of the library."),
        )

    def model_folder(self, parameters: Values, name: str, context: QgsProcessingContext) -> str:
        """The folder of a model, "" for the default one. Raises InputError."""
        folder = absolute(self.parameterAsFile(parameters, name, context))
        title = self.parameterAsEnumString(parameters, name + BY_NAME, context)
        if folder or not title:
            return folder
        if title not in _models():
            text = self.tr("There is no such model in the library; choose another: {}")
            raise InputError(text.format(title))
        chosen = _models()[title]
        return "" if chosen == DEFAULT_MODEL else str(chosen)

    def add_prediction(self) -> None:
        """THRESHOLD and CAREFUL."""
        self.add(
            QgsProcessingParameterNumber(
                THRESHOLD,
                self.tr("Threshold"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.0,
                maxValue=1.0,
            ),
            self.tr("Minimum probability of a building pixel; empty: the model’s own."),
        )
        self.add(
            QgsProcessingParameterBoolean(CAREFUL, self.tr("Careful"), defaultValue=False),
            self.tr(
                "Averages the predictions for rotated and mirrored views of the scene "
                "(test-time augmentation): about 8 times slower."
            ),
        )

    def add_scene_options(self) -> None:
        """POLARISATIONS, RADIOMETRY and DEVICE, advanced."""
        self.add_polarisations(
            self.tr(
                "Of the SAR bands, in the order of files and bands, as in VV,VH; empty: detected."
            )
        )
        self.add_choice(
            RADIOMETRY,
            self.tr("SAR values"),
            {AUTO: self.tr("Detected"), **{kind: scale_name(kind) for kind in RADIOMETRIES}},
            AUTO,
            self.tr("The scale of the SAR values; auto: detected."),
            advanced=True,
        )
        device = Settings.load().device
        devices = {
            AUTO: self.tr("Fastest available"),
            "cpu": self.tr("CPU"),
            "cuda": self.tr("NVIDIA GPU (CUDA)"),
            "mps": self.tr("Apple GPU"),
            INT8: self.tr("CPU, 8-bit (faster, less exact)"),
        }
        self.add_choice(
            DEVICE,
            self.tr("Device"),
            {name: devices[name] for name in self.devices},
            device if device in self.devices else training_device(device),
            self.tr(
                "Device for the computation; auto: the fastest available; cpu-int8: 8-bit "
                "inference, faster for large scenes on many processors, changes up to 1 % of the "
                "pixels."
            )
            if INT8 in self.devices
            else self.tr("Device for the computation; auto: the fastest available."),
            advanced=True,
        )

    def sar_layers(self, parameters: Values, context: QgsProcessingContext) -> list[QgsRasterLayer]:
        """The SAR rasters, first to last. Raises InputError when there are none."""
        layers = self.parameterAsLayerList(parameters, SAR, context)
        if not layers:
            raise InputError(self.tr("No SAR raster can be opened; choose another one."))
        return layers

    def polygon_layer(
        self, parameters: Values, name: str, context: QgsProcessingContext
    ) -> Optional[QgsVectorLayer]:
        """The polygon layer of a parameter, None if it is empty. Raises InputError."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None and parameters.get(name):
            text = self.tr("The layer {} cannot be opened; choose a polygon layer.")
            raise InputError(text.format(parameters[name]))
        return layer

    def labels_file(
        self, parameters: Values, context: QgsProcessingContext, name: str = LABELS
    ) -> str:
        """A GeoPackage of the polygons of a parameter on the SAR raster. Raises InputError."""
        layer = self.polygon_layer(parameters, name, context)
        if layer is None:
            raise InputError(self.tr("There are no labels; choose a layer of building polygons."))
        return self.polygons_file(layer, near=self.sar_layers(parameters, context)[0])

    def polygons_file(self, layer: QgsVectorLayer, near: Optional[QgsRasterLayer] = None) -> str:
        """A GeoPackage that ``completed`` writes, see LayerPolygons. Raises InputError."""
        path = QgsProcessingUtils.generateTempFilename(f"{file_stem(layer.name())}.gpkg")
        self._files[Path(path)] = LayerPolygons(layer, near)
        return path

    def limit(self, parameters: Values, context: QgsProcessingContext) -> None:
        """Let ``completed`` limit the job to the polygons of AREA. Raises InputError."""
        layer = self.polygon_layer(parameters, AREA, context)
        self._area = LayerPolygons(layer) if layer else None

    def completed(self, job: Job, parameters: Values, context: QgsProcessingContext) -> Job:
        for path, polygons in self._files.items():
            polygons.write(path)
        job = super().completed(job, parameters, context)
        return _limited(job, self._area.area()) if self._area else job

    def scene(
        self, parameters: Values, context: QgsProcessingContext, area: Optional[Area] = None
    ) -> SceneInput:
        """The scene of a job, limited to an area. Raises InputError."""
        optical = self.parameterAsRasterLayer(parameters, OPTICAL, context)
        if optical is None and parameters.get(OPTICAL):
            text = self.tr("The optical layer {} cannot be opened; choose another or none.")
            raise InputError(text.format(parameters[OPTICAL]))
        return scene_input(
            self.sar_layers(parameters, context),
            optical,
            polarisations=self.polarisations(parameters, context),
            radiometry=self.parameterAsEnumString(parameters, RADIOMETRY, context),
            area=area,
        )

    def prediction(self, parameters: Values, context: QgsProcessingContext) -> ExtractValues:
        """The model, the threshold, careful and the device of a job. Raises InputError."""
        return ExtractValues(
            model=Path(self.model_folder(parameters, MODEL, context) or DEFAULT_MODEL),
            threshold=self._threshold(parameters, context),
            careful=self.parameterAsBoolean(parameters, CAREFUL, context),
            device=self.parameterAsEnumString(parameters, DEVICE, context),
        )

    def _threshold(self, parameters: Values, context: QgsProcessingContext) -> Optional[float]:
        """THRESHOLD, None if it is empty. Raises InputError for what Processing would read as 0."""
        if parameters.get(THRESHOLD) == NULL:  # as a model computes it
            return None
        text = self.parameterAsString(parameters, THRESHOLD, context).strip()
        try:
            return float(text.replace(",", ".")) if text else None  # 0,5 in many languages
        except ValueError:
            sentence = self.tr("The threshold is not a number; write it like 0.5: {}")
            raise InputError(sentence.format(text)) from None


def _limited(job: Any, area: Area) -> Job:
    """A job in an area only."""
    if isinstance(job, CompareJob):
        return replace(job, area=area)
    if isinstance(job, ClusterJob):
        return replace(job, extract=_limited(job.extract, area))
    limited: Job = replace(job, scene=replace(job.scene, area=area))
    return limited


def _models() -> dict[str, Path]:
    """The folders of the models of the library by name, the default one first."""
    found: dict[str, Path] = {}
    for entry in (entry_of(DEFAULT_MODEL), *models_in(models_folder())):
        if entry.manifest:
            found.setdefault(entry.manifest.name, entry.folder)
    return found
