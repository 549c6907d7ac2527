"""cmhcl:simulate: a simulated scene with known buildings."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.hatch.jobs import SimulateJob
from ...core.hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE
from ...core.hatch.results import SimulateResult
from ..layers.inputs import scale_name
from .algorithm import JobAlgorithm, Values, absolute

SEED = "SEED"
SIZE = "SIZE"
STYLE = "STYLE"
CITY = "CITY"
VALUES = "VALUES"
OUTPUT = "OUTPUT"
SAR_LAYER = "SAR_LAYER"
OPTICAL_LAYER = "OPTICAL_LAYER"
BUILDINGS_LAYER = "BUILDINGS_LAYER"
BUILDINGS = "BUILDINGS"


class Simulate(JobAlgorithm):
    """SimulateJob."""

    GROUP = "data"

    def name(self) -> str:
        return "simulate"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Simulate scene")

    def tags(self) -> list[str]:
        return ["sar", "simulator", "synthetic", "training data", "city"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "A simulated scene: SAR, optical and buildings as sar.tif, optical.tif and "
            "buildings.geojson in one folder. The city is generated, or taken from a city model. "
            "For trials without data of your own."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        whole = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(
                SIZE, self.tr("Size (pixels)"), whole, 512, minValue=64, maxValue=4096
            ),
            self.tr("Width and height of the scene."),
        )
        self.add(
            QgsProcessingParameterNumber(SEED, self.tr("Seed"), whole, 0, minValue=0),
            self.tr("The same seed gives the same scene."),
        )
        self.add(
            QgsProcessingParameterString(STYLE, self.tr("Kind of city"), optional=True),
            self.tr("Such as village, industrial or harbour; empty: a mixture."),
        )
        self.add(
            QgsProcessingParameterFile(
                CITY,
                self.tr("City model"),
                fileFilter=self.tr("City models (*.json *.jsonl *.geojson)"),
                optional=True,
            ),
            self.tr("CityJSON, CityJSONSeq, or GeoJSON with heights; empty: a generated city."),
        )
        self.add_choice(
            VALUES,
            self.tr("SAR values"),
            {
                "db": scale_name("db"),
                "amplitude": scale_name("amplitude"),
                "8bit": self.tr("Amplitude in 8 bits"),
            },
            SimulateJob.output,
            self.tr("The scale of the SAR values."),
        )
        self.add_polarisations(self.tr("Such as VV,VH; empty: all four."))
        self.add(
            QgsProcessingParameterFolderDestination(OUTPUT, self.tr("Folder")),
            self.tr("Folder to write the three files into."),
        )
        self.addOutput(QgsProcessingOutputRasterLayer(SAR_LAYER, self.tr("SAR")))
        self.addOutput(QgsProcessingOutputRasterLayer(OPTICAL_LAYER, self.tr("Optical")))
        self.addOutput(QgsProcessingOutputVectorLayer(BUILDINGS_LAYER, self.tr("Buildings")))
        self.addOutput(QgsProcessingOutputNumber(BUILDINGS, self.tr("Number of buildings")))

    def job(self, parameters: Values, context: QgsProcessingContext) -> SimulateJob:
        return SimulateJob(
            seed=self.parameterAsInt(parameters, SEED, context),
            size=self.parameterAsInt(parameters, SIZE, context),
            out=absolute(self.parameterAsFileOutput(parameters, OUTPUT, context)),
            city=absolute(self.parameterAsFile(parameters, CITY, context)),
            style=self.parameterAsString(parameters, STYLE, context),
            output=self.parameterAsEnumString(parameters, VALUES, context),
            polarisations=self.polarisations(parameters, context) or SimulateJob.polarisations,
            overwrite=True,  # Processing has asked
        )

    def outputs(
        self,
        result: SimulateResult,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Values:
        folder = Path(result.folder)
        return {
            OUTPUT: str(folder),
            SAR_LAYER: str(folder / SAR_FILE),
            OPTICAL_LAYER: str(folder / OPTICAL_FILE),
            BUILDINGS_LAYER: str(folder / LABELS_FILE),
            BUILDINGS: result.buildings,
        }
