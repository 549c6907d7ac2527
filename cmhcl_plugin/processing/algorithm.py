"""Base classes of the algorithms; most turn parameters into a job, which the worker runs."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import POLARISATIONS, Job
from ...core.hatch.same_file import is_same_file
from ..core_translations import error_text
from ..help import guide
from ..layers.output_paths import check_closed, check_openable
from ..paths import icon
from ..worker.blocking import run_job
from .inputs import LABELS, ChoiceInput, DecimalInput
from .parameter_files import (
    check_file,
    input_files,
    is_in_memory,
    output_files,
    require_one_layer,
    text_of,
    with_text,
)

OUTPUT = "OUTPUT"
POLARISATION_NAMES = "POLARISATIONS"
WRITTEN = "cmhcl_written"  # property of a feedback: the outputs of its runs

Values = dict[str, Any]


def absolute(path: str) -> str:
    """An absolute path, as the worker runs in another folder; empty stays empty."""
    return str(Path(path).absolute()) if path else ""


class PluginAlgorithm(QgsProcessingAlgorithm):
    """Base class of all algorithms. ``GROUP`` is the id of its group in the toolbox."""

    GROUP: ClassVar[str]

    def group(self) -> str:
        groups = {
            "footprints": self.tr("Footprints"),
            "models": self.tr("Models"),
            "data": self.tr("Data"),
            "environment": self.tr("Environment"),
        }
        return groups[self.GROUP]

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    def createInstance(self) -> PluginAlgorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return icon("icon")

    def helpUrl(self) -> str:  # noqa: N802
        """Address of the algorithm's section in the guide."""
        return guide.url(f"processing#cmhcl{self.name()}").toString()

    def tr(self, text: str) -> str:
        return QCoreApplication.translate("Processing", text)


class JobAlgorithm(PluginAlgorithm):
    """One job of the core.

    The job is created in QGIS's main thread, where layers may be asked. What takes long is added in
    the thread of the algorithm, which then waits while the job runs.
    """

    @abstractmethod
    def job(self, parameters: Values, context: QgsProcessingContext) -> Job:
        """The job that the parameters describe. Raises InputError."""

    def completed(self, job: Job, parameters: Values, context: QgsProcessingContext) -> Job:  # noqa: ARG002
        """The job with what takes long to read or write, in any thread. Raises InputError."""
        return job

    def check_outputs(self, parameters: Values, context: QgsProcessingContext) -> None:  # noqa: ARG002
        """Raise InputError if an output is no file, QGIS cannot open it, or this project reads it.

        The worker refuses files in use.
        """
        for output in output_files(self, parameters):
            check_file(str(output))
            check_openable(output)
            check_closed(output, QgsProject.instance())

    def files_to_write(self, parameters: Values) -> list[Path]:
        """The files that a run writes, under the names that they get."""
        return list(output_files(self, parameters))

    @abstractmethod
    def outputs(self, result: Any, parameters: Values, context: QgsProcessingContext) -> Values:
        """The algorithm's outputs; ``result`` is the result dataclass of the job."""

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        try:
            require_one_layer(self, parameters, QgsProject.instance())
        except InputError as error:
            return False, error_text(error)
        inputs = list(input_files(self, parameters, context))
        for output in output_files(self, parameters):
            if any(is_same_file(output, path) for path in inputs):
                text = self.tr("The output is also an input; choose another file: {}")
                return False, text.format(output)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: Values,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        self._job: Optional[Job] = None
        self._problem = ""
        try:
            self.check_outputs(parameters, context)
            self._check_rows(parameters, feedback)
            self._job = self.job(parameters, context)
        except InputError as error:
            self._problem = error_text(error)  # Processing would swallow what is raised here
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        if self._job is None:
            raise QgsProcessingException(self._problem)
        try:
            self._job = self.completed(self._job, parameters, context)
        except InputError as error:
            raise QgsProcessingException(error_text(error)) from error
        return self.outputs(run_job(self._job, feedback), parameters, context)

    def postProcessAlgorithm(  # noqa: N802
        self,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,
    ) -> Values:
        feedback.setProperty(WRITTEN, [*(feedback.property(WRITTEN) or []), *self._outputs])
        return {}

    def _check_rows(self, parameters: Values, feedback: QgsProcessingFeedback) -> None:
        """Raise InputError if an earlier row of the batch, which has one feedback, wrote an output.

        Scripts may use another kind of feedback for several runs.
        """
        self._outputs = list(map(str, self.files_to_write(parameters)))
        if not feedback.inherits("QgsProcessingMultiStepFeedback"):
            return
        earlier = [Path(file) for file in feedback.property(WRITTEN) or []]
        for output in self._outputs:
            if any(is_same_file(Path(output), file) for file in earlier):
                text = self.tr(
                    "An earlier row of this batch has written the output; choose another for each "
                    "row: {}"
                )
                raise InputError(text.format(output))

    def add(
        self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False
    ) -> None:
        """Declare a parameter with its help text."""
        parameter.setHelp(help)
        kinds = QgsProcessingParameterNumber.Type
        is_number = isinstance(parameter, QgsProcessingParameterNumber)
        if is_number and parameter.dataType() == kinds.Double:
            parameter.setMetadata({"widget_wrapper": {"class": DecimalInput}})
        if advanced:
            flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(parameter.flags() | flag)
        self.addParameter(parameter)

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
        options: dict[str, str],
        default: str,
        help: str,
        advanced: bool = False,
    ) -> None:
        """An enumeration, whose values are the keys of ``options``; the dialogs show the texts."""
        parameter = QgsProcessingParameterEnum(
            name, title, list(options), defaultValue=default, usesStaticStrings=True
        )
        labels = list(options.values())
        parameter.setMetadata({"widget_wrapper": {"class": ChoiceInput, LABELS: labels}})
        self.add(parameter, help, advanced)

    def layer_to_write(self, parameters: Values, name: str, context: QgsProcessingContext) -> str:
        """Absolute path of the layer that a destination names, "" for none.

        A layer in memory is a temporary file, as the worker writes files.
        """
        output = parameters.get(name)
        if is_in_memory(text_of(output)):
            parameters = {**parameters, name: with_text(output, QgsProcessing.TEMPORARY_OUTPUT)}
        return absolute(self.parameterAsOutputLayer(parameters, name, context))

    def polarisations(self, parameters: Values, context: QgsProcessingContext) -> tuple[str, ...]:
        """The names entered. Raises InputError for others than jobs.POLARISATIONS."""
        text = self.parameterAsString(parameters, POLARISATION_NAMES, context)
        names = tuple(text.upper().replace(",", " ").split())
        if not set(names) <= set(POLARISATIONS):
            sentence = self.tr("Polarisations are names among {}, not “{}”.")
            raise InputError(sentence.format(", ".join(POLARISATIONS), text))
        return names


class LayerAlgorithm(JobAlgorithm):
    """Its job writes one vector file, the parameter OUTPUT."""

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        # Asked here because QGIS loads the layers of this thread's context alone.
        out = self.layer_to_write(parameters, OUTPUT, context)
        job: Any = self._job
        if job is not None:
            # Processing has asked whether an existing file may be overwritten.
            self._job = replace(job, out=out, overwrite=True)
        return super().processAlgorithm(parameters, context, feedback)
