"""Runs in a QGIS process: does jobs with the plugin's worker, and sends signals meanwhile.

Each line of stdin is a step, an object of JSON: ``request`` (the line that the worker would get)
and, for a fault, ``signal``, ``target`` ("worker" or "qgis") and ``event``, the signal of the job's
handle at which it falls. For each step the id of the worker's process is printed before that, and
how the job ended, as an object of JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop

EVENTS = ("progress", "log", "metric", "preview")
FAST_TICK_MS = 50  # of the watchdog, once the worker is stopped


class Step:
    """One job on the worker, with or without a fault."""

    def __init__(self, worker: Any, step: dict[str, Any]) -> None:
        from cmhcl_footprints.cmhcl_plugin.worker.task import JobTask
        from cmhcl_footprints.core.hatch.protocol import decode_request

        self._worker, self._step = worker, step
        self._count = 0
        self._stalled: list[str] = []
        self._ends: list[dict[str, str]] = []
        self._loop = QEventLoop()
        worker.stalled.connect(self._stalled.append)
        handle = worker.submit(decode_request(step["request"]).job)
        for name in EVENTS:
            getattr(handle, name).connect(lambda _: self._on_event())
        handle.finished.connect(lambda _: self._on_end("result", ""))
        handle.failed.connect(lambda error: self._on_end(error.kind, error.message))
        QgsApplication.taskManager().addTask(JobTask("A job", handle))

    def run(self) -> dict[str, Any]:
        """How the job ended, and what was said about a silent worker."""
        from cmhcl_footprints.cmhcl_plugin.worker import watchdog

        tick = watchdog.TICK_MS
        self._loop.exec()
        watchdog.TICK_MS = tick
        self._worker.stalled.disconnect(self._stalled.append)
        return {**self._ends[0], "events": self._count, "stalled": self._stalled}

    def _on_event(self) -> None:
        self._count += 1
        if self._count == self._step.get("event"):
            print_json({"worker": self._worker.process_id})
            number = getattr(signal, self._step["signal"])
            if self._step["target"] == "qgis":
                os.kill(os.getpid(), number)
                return
            os.kill(self._worker.process_id, number)
            if number == signal.SIGSTOP:
                self._hurry()

    def _hurry(self) -> None:
        """Let the watchdog count fast."""
        from cmhcl_footprints.cmhcl_plugin.worker import watchdog

        watchdog.TICK_MS = FAST_TICK_MS
        self._worker._watchdog.start()

    def _on_end(self, kind: str, message: str) -> None:
        self._ends.append({"kind": kind, "message": message})
        self._loop.quit()


def print_json(values: dict[str, Any]) -> None:
    """Print a JSON object on one line."""
    print(json.dumps(values), flush=True)


def main(plugins: str, profile: str) -> None:
    """Do the steps of stdin until it is closed."""
    application = QgsApplication([], True, profile)
    application.initQgis()
    sys.path.insert(0, plugins)
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess()
    print_json({"ready": os.getpid()})
    for line in sys.stdin:
        print_json(Step(worker, json.loads(line)).run())
    worker.stop()
    application.exitQgis()


if __name__ == "__main__":
    sys.path.remove(str(Path(__file__).parent))
    main(*sys.argv[1:])
