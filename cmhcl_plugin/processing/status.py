"""cmhcl:status: environment, device, models and jobs as JSON, for scripts."""

from __future__ import annotations

import json
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ...core.hatch.errors import InputError
from ...core.hatch.library import DEFAULT_MODEL, Entry, entry_of, models_in
from ..core_translations import error_text
from ..environment.worker_python import find_python, no_python_message
from ..paths import models_folder, runs_folder, version
from ..runs.run import saved_runs
from ..worker.blocking import start_worker
from ..worker.task import JobTask
from .algorithm import PluginAlgorithm, Values, absolute
from .json_file import check_json, write_json

START = "START"
OUTPUT = "OUTPUT"
STATUS = "STATUS"


class StatusAlgorithm(PluginAlgorithm):
    """Reads what the panel and the options page show."""

    GROUP = "environment"

    def name(self) -> str:
        return "status"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Status")

    def tags(self) -> list[str]:
        return ["json", "gpu", "models", "jobs", "script", "agent"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "The Python environment, the device, the models of the library, and the running and "
            "interrupted jobs, as JSON for scripts. The keys are in English and stay the same; the "
            "sentences are in the language of QGIS."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        start = QgsProcessingParameterBoolean(
            START, self.tr("Start the worker to find the device"), defaultValue=True
        )
        start.setHelp(self.tr("Takes some seconds; otherwise the device is not known."))
        self.addParameter(start)
        output = QgsProcessingParameterFileDestination(
            OUTPUT,
            self.tr("Status file"),
            self.tr("JSON files (*.json)"),
            optional=True,
            createByDefault=False,
        )
        output.setHelp(self.tr("JSON file to write the status into."))
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputString(STATUS, self.tr("Status as JSON")))

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> bool:
        self._jobs = _running_jobs()  # in QGIS's thread, as tasks belong to it
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        path = absolute(self.parameterAsFileOutput(parameters, OUTPUT, context))
        try:
            check_json(path)
        except InputError as error:
            raise QgsProcessingException(error_text(error)) from error
        start = self.parameterAsBoolean(parameters, START, context)
        status = {
            "plugin": version(),
            "qgis": Qgis.QGIS_VERSION,
            "environment": _environment(start, feedback),
            "models": [_model(entry) for entry in _entries()],
            "running": self._jobs,
            "saved_runs": [_saved_run(*found) for found in saved_runs(runs_folder())],
        }
        text = json.dumps(status, indent=2, ensure_ascii=False)
        feedback.pushInfo(text)
        if not path:
            return {STATUS: text}
        problem = self.tr("The status cannot be written ({}); choose another file: {}")
        write_json(text, path, problem)
        return {STATUS: text, OUTPUT: path}


def _environment(start: bool, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """The worker's Python; its device and libraries if it may be started."""
    python = find_python()
    found: dict[str, Any] = {"python": str(python) if python else None, "problem": ""}
    if python is None:
        return {**found, "problem": no_python_message()}
    if not start:
        return found
    ready, problem = start_worker(feedback)
    if ready is None:
        return {**found, "problem": problem}
    return {**found, "device": ready.device, "reason": ready.reason, "versions": ready.versions}


def _entries() -> list[Entry]:
    return [entry_of(DEFAULT_MODEL), *models_in(models_folder())]


def _model(entry: Entry) -> dict[str, Any]:
    manifest = entry.manifest
    return {
        "name": manifest.name if manifest else entry.folder.name,
        "folder": str(entry.folder),
        "is_default": entry.folder == DEFAULT_MODEL,
        "pixel_size_m": manifest.pixel_size_m if manifest else None,
        "threshold": manifest.threshold if manifest else None,
        "problem": entry.problem,
    }


def _running_jobs() -> list[dict[str, Any]]:
    """The jobs of this QGIS that its task manager shows."""
    tasks = QgsApplication.taskManager().activeTasks()
    return [
        {"job": task.job_name, "title": task.description(), "percent": round(task.progress(), 1)}
        for task in tasks
        if isinstance(task, JobTask)
    ]


def _saved_run(job: Any, in_use: bool) -> dict[str, Any]:
    """A long job on disk: one that a QGIS works on or offers to resume, or an interrupted one."""
    return {"job": job.name, "out": job.out, "state": "in use" if in_use else "interrupted"}
