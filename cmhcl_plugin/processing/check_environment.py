"""cmhcl:check_environment: can the worker run, and on what?"""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from ..worker.blocking import check_python
from .algorithm import PluginAlgorithm, Values

ENGINE = "ENGINE"
REASON = "REASON"
TILE_S = "TILE_S"
REPORT = "REPORT"


class CheckEnvironment(PluginAlgorithm):
    """The test of the options page as an algorithm."""

    GROUP = "environment"

    def name(self) -> str:
        return "check_environment"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Check environment")

    def tags(self) -> list[str]:
        return ["gpu", "cuda", "pytorch", "python", "installation"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Tests the Python that the plugin uses. Reports the device and why it was "
            "chosen, the speed and the libraries, or what is missing. The report contains "
            "no personal paths."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.addOutput(QgsProcessingOutputString(ENGINE, self.tr("Engine and device")))
        self.addOutput(QgsProcessingOutputString(REASON, self.tr("Why this device")))
        self.addOutput(QgsProcessingOutputNumber(TILE_S, self.tr("Seconds for a tile of 512 px")))
        self.addOutput(QgsProcessingOutputString(REPORT, self.tr("Report")))

    def processAlgorithm(  # noqa: N802
        self,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,
    ) -> Values:
        report = check_python(feedback)
        feedback.pushInfo(report.text())
        if report.problem:
            feedback.pushWarning(report.problem)
        return {
            ENGINE: report.facts["engine"],
            REASON: str(report.facts["reason"]),
            TILE_S: report.facts["tile_s"],
            REPORT: report.text(),
        }
