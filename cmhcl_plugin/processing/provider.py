"""The provider: what Processing's toolbox, models, batch and qgis_process see of the plugin."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..layers.output_paths import extensions
from ..paths import icon
from .check_environment import CheckEnvironment
from .compare import Compare
from .evaluate import Evaluate
from .extract import Extract
from .finetune import Finetune
from .label_next import LabelNext
from .osm import Osm
from .regularise import Regularise
from .simulate import Simulate
from .status import StatusAlgorithm


class Provider(QgsProcessingProvider):
    """Every job of the core that makes sense without the plugin's window."""

    def id(self) -> str:
        return "cmhcl"

    def name(self) -> str:
        return "CMH-CL Footprints"

    def icon(self) -> QIcon:
        return icon("icon")

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in (
            Extract,
            Finetune,
            Evaluate,
            Compare,
            LabelNext,
            Regularise,
            Osm,
            Simulate,
            CheckEnvironment,
            StatusAlgorithm,
        ):
            self.addAlgorithm(algorithm())

    def supportedOutputVectorLayerExtensions(self) -> list[str]:  # noqa: N802
        return [extension[1:] for extension in extensions()]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: N802, ARG002
        return "gpkg"

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        return False
