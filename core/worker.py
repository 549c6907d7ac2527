"""The worker: reads jobs from stdin and writes events to stdout, one JSON object a line.

Between jobs it keeps the model loaded. It exits when stdin is closed, as happens when QGIS ends, or
after some time without a job.
"""

from __future__ import annotations

import os
import platform
import queue
import sys
import threading
from typing import Optional, TextIO

import torch

from .hatch.errors import InputError
from .hatch.events import Error, Event, Ready, Result
from .hatch.protocol import (
    CancelRequest,
    ControlRequest,
    ProtocolError,
    RunRequest,
    decode_request,
    encode_event,
    request_id,
)
from .hatch.reporter import Reporter
from .inference.device import choose_device
from .models.store import versions
from .runner import Runner
from .tasks.failure import failure

IDLE_S = 15 * 60.0
GRACE_S = 3.0  # for a running job to stop by itself once stdin is closed


class Worker:
    """Serves requests from one stream and writes events to another."""

    def __init__(self, requests: TextIO, events: TextIO) -> None:
        self._requests = requests
        self._events = events
        self._writing = threading.Lock()
        self._waiting: queue.Queue[Optional[RunRequest]] = queue.Queue()
        self._cancelled: set[str] = set()
        self._actions: dict[str, str] = {}
        self._closed = threading.Event()
        self._runner = Runner()

    def serve(self) -> None:
        """Do jobs until stdin is closed, or no job came for IDLE_S seconds."""
        device, reason = choose_device()
        name = torch.cuda.get_device_name() if device.type == "cuda" else device.type.upper()
        self._send("", Ready(name, reason, {**versions(), "system": platform.platform()}))
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            try:
                request = self._waiting.get(timeout=IDLE_S)
            except queue.Empty:
                return
            if request is None:
                return
            self._do(request)
            self._cancelled.discard(request.id)
            self._actions.pop(request.id, None)

    def _listen(self) -> None:
        for line in self._requests:
            try:
                request = decode_request(line)
            except ProtocolError as error:
                message = f"The worker did not understand: {error}"
                self._send(request_id(line), Error("internal", message))
                continue
            except InputError as error:
                self._send(request_id(line), failure(error))
                continue
            if isinstance(request, CancelRequest):
                self._cancelled.add(request.id)
            elif isinstance(request, ControlRequest):
                self._actions[request.id] = request.action
            else:
                self._waiting.put(request)
        self._closed.set()
        self._waiting.put(None)
        # A job inside a long call of a library does not notice.
        killer = threading.Timer(GRACE_S, os._exit, args=(1,))
        killer.daemon = True
        killer.start()

    def _do(self, request: RunRequest) -> None:
        reporter = Reporter(
            send=lambda event: self._send(request.id, event),
            cancelled=lambda: self._closed.is_set() or request.id in self._cancelled,
            action=lambda: self._actions.get(request.id, ""),
        )
        try:
            reporter.check()
            result = self._runner.run(request.job, reporter)
        except Exception as error:
            self._send(request.id, failure(error))
        else:
            if result is not None:  # None: one of the further processes of a group
                self._send(request.id, Result(result))

    def _send(self, id: str, event: Event) -> None:
        with self._writing:
            try:
                self._events.write(encode_event(id, event))
                self._events.flush()
            except BrokenPipeError:
                self._closed.set()


def main() -> None:
    """Serve stdin and stdout; whatever libraries print goes to stderr."""
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace")
    Worker(requests, events).serve()


if __name__ == "__main__":
    main()
