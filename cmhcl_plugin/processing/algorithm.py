"""What the algorithms have in common: a job made of parameters, and parameters that recur."""

from __future__ import annotations

import re
from abc import abstractmethod
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import AUTO, POLARISATIONS, RADIOMETRIES, Job
from ..help import guide
from ..layers.inputs import raster_path, sar_path, write_polygons
from ..paths import icon
from ..worker.blocking import run_job

SAR = "SAR"
OPTICAL = "OPTICAL"
LABELS = "LABELS"
AREA = "AREA"
MODEL = "MODEL"
POLARISATION_NAMES = "POLARISATIONS"
RADIOMETRY = "RADIOMETRY"
THRESHOLD = "THRESHOLD"
CAREFUL = "CAREFUL"
ADAPT = "ADAPT"
DEVICE = "DEVICE"

Values = dict[str, Any]


def absolute(path: str) -> str:
    """The same for the worker, which runs in another folder; empty stays empty."""
    return str(Path(path).absolute()) if path else ""


def help_url(algorithm: QgsProcessingAlgorithm) -> str:
    """Its section in the guide's page on Processing."""
    return guide.url(f"processing#cmhcl{algorithm.name()}").toString()


class JobAlgorithm(QgsProcessingAlgorithm):
    """One job of the core. The job is made in QGIS's main thread, where layers may be read, and
    done in whatever thread Processing has for it.
    """

    @abstractmethod
    def job(self, parameters: Values, context: QgsProcessingContext) -> Job:
        """The job that the parameters describe. Raises InputError."""

    @abstractmethod
    def outputs(self, result: Values, parameters: Values, context: QgsProcessingContext) -> Values:
        """The algorithm's outputs from what the job gave."""

    def createInstance(self) -> JobAlgorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return icon("icon")

    def helpUrl(self) -> str:  # noqa: N802
        return help_url(self)

    def tr(self, text: str) -> str:
        return QCoreApplication.translate("Processing", text)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> bool:
        self._job: Optional[Job] = None
        self._problem = ""
        try:
            self._job = self.job(parameters, context)
        except InputError as error:
            self._problem = str(error)  # Processing would swallow what is raised here
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        if self._job is None:
            raise QgsProcessingException(self._problem)
        return self.outputs(run_job(self._job, feedback), parameters, context)

    # Parameters that recur

    def add(
        self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False
    ) -> None:
        """Declare a parameter with its help text."""
        parameter.setHelp(help)
        if advanced:
            flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(parameter.flags() | flag)
        self.addParameter(parameter)

    def add_images(self) -> None:
        """SAR and OPTICAL."""
        self.add(
            QgsProcessingParameterMultipleLayers(
                SAR, self.tr("SAR"), QgsProcessing.SourceType.TypeRaster
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

    def add_model(self, name: str, title: str) -> None:
        """A model's folder."""
        self.add(
            QgsProcessingParameterFile(
                name,
                title,
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr("A model folder, as the page Models shows it; empty: the default model."),
        )

    def add_threshold(self) -> None:
        """THRESHOLD, CAREFUL and ADAPT."""
        self.add(
            QgsProcessingParameterNumber(
                THRESHOLD,
                self.tr("Threshold"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.0,
                maxValue=1.0,
            ),
            self.tr("Probability from which a pixel is building; empty: the model’s own."),
        )
        self.add(
            QgsProcessingParameterBoolean(CAREFUL, self.tr("Careful"), defaultValue=False),
            self.tr(
                "Looks at the scene turned and mirrored as well, and takes the mean: "
                "about 8 times slower."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                ADAPT, self.tr("Adapt to this scene"), defaultValue=False
            ),
            self.tr(
                "Needs optical: the model first learns from its own confident answers here, which "
                "takes about a minute; mostly better where the scene is unlike what it knows."
            ),
        )

    def add_overrules(self) -> None:
        """POLARISATIONS, RADIOMETRY and DEVICE, advanced."""
        self.add_polarisations(
            self.tr(
                "Of the SAR bands, in the order of files and bands, as in VV,VH; empty: found out."
            )
        )
        self.add_choice(
            RADIOMETRY,
            self.tr("SAR values"),
            (AUTO, *RADIOMETRIES),
            AUTO,
            self.tr("The scale of the SAR values; auto: found out."),
            advanced=True,
        )
        self.add_choice(
            DEVICE,
            self.tr("Device"),
            (AUTO, "cpu", "cuda", "mps"),
            AUTO,
            self.tr("What to compute on; auto: the fastest there is."),
            advanced=True,
        )

    def add_polarisations(self, help: str) -> None:
        """POLARISATIONS, advanced."""
        parameter = QgsProcessingParameterString(
            POLARISATION_NAMES, self.tr("Polarisations"), optional=True
        )
        self.add(parameter, help, advanced=True)

    def add_choice(
        self,
        name: str,
        title: str,
        options: tuple[str, ...],
        default: str,
        help: str,
        advanced: bool = False,
    ) -> None:
        """One of a few words."""
        parameter = QgsProcessingParameterEnum(
            name, title, list(options), defaultValue=default, usesStaticStrings=True
        )
        self.add(parameter, help, advanced)

    def sar_layers(self, parameters: Values, context: QgsProcessingContext) -> list[QgsRasterLayer]:
        """The SAR rasters, first to last. Raises InputError when there are none."""
        layers = self.parameterAsLayerList(parameters, SAR, context)
        if not layers:
            raise InputError(self.tr("There is no SAR raster that can be opened; choose one."))
        return layers

    def polygon_layer(
        self, parameters: Values, name: str, context: QgsProcessingContext
    ) -> Optional[QgsVectorLayer]:
        """The polygon layer of a parameter, None where it is left empty. Raises InputError."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None and parameters.get(name):
            text = self.tr("The layer {} cannot be opened; choose a polygon layer.")
            raise InputError(text.format(parameters[name]))
        return layer

    def labels_file(self, parameters: Values, context: QgsProcessingContext) -> str:
        """The polygons of LABELS on the SAR raster, in a file of their own. Raises InputError."""
        layer = self.polygon_layer(parameters, LABELS, context)
        if layer is None:
            raise InputError(self.tr("There are no labels; choose a layer of building polygons."))
        name = re.sub(r"[^\w-]+", "_", layer.name()).strip("_") or "labels"
        path = QgsProcessingUtils.generateTempFilename(f"{name}.gpkg")
        write_polygons(layer, self.sar_layers(parameters, context)[0], Path(path))
        return path

    def images(self, parameters: Values, context: QgsProcessingContext) -> Values:
        """The fields sar, optical, polarisations, radiometry and device of a job."""
        optical = self.parameterAsRasterLayer(parameters, OPTICAL, context)
        if optical is None and parameters.get(OPTICAL):
            text = self.tr("The optical layer {} cannot be opened; choose another or none.")
            raise InputError(text.format(parameters[OPTICAL]))
        return {
            "sar": tuple(sar_path(layer) for layer in self.sar_layers(parameters, context)),
            "optical": raster_path(optical) if optical else "",
            "polarisations": self.polarisations(parameters, context),
            "radiometry": self.parameterAsEnumString(parameters, RADIOMETRY, context),
            "device": self.parameterAsEnumString(parameters, DEVICE, context),
        }

    def prediction(self, parameters: Values, context: QgsProcessingContext) -> Values:
        """The fields model, threshold, careful and adapt of a job."""
        given = parameters.get(THRESHOLD) is not None
        return {
            "model": absolute(self.parameterAsFile(parameters, MODEL, context)),
            "threshold": self.parameterAsDouble(parameters, THRESHOLD, context) if given else None,
            "careful": self.parameterAsBoolean(parameters, CAREFUL, context),
            "adapt": self.parameterAsBoolean(parameters, ADAPT, context),
        }

    def polarisations(self, parameters: Values, context: QgsProcessingContext) -> tuple[str, ...]:
        """The names given. Raises InputError for others than POLARISATIONS."""
        text = self.parameterAsString(parameters, POLARISATION_NAMES, context)
        names = tuple(text.upper().replace(",", " ").split())
        if not set(names) <= set(POLARISATIONS):
            sentence = self.tr("Polarisations are names among {}, not “{}”.")
            raise InputError(sentence.format(", ".join(POLARISATIONS), text))
        return names
