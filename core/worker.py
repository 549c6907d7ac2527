"""The worker: reads jobs from stdin and writes events to stdout, one JSON object per line.

Between jobs it keeps the model loaded. It exits when stdin is closed, as happens when QGIS ends, or
after some time without a job.
"""

from __future__ import annotations

import os
import platform
import queue
import sys
import threading
from io import BufferedReader
from typing import Optional, TextIO

import torch

from .freed_memory import give_back_freed_memory
from .hatch.events import Error, Event, Log, Ready, Result, Status
from .hatch.lines import LONGEST_LINE, LineSplitter
from .hatch.protocol import (
    CancelRequest,
    ProtocolError,
    Request,
    RunRequest,
    StatusRequest,
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
CHUNK = 1 << 16  # bytes read at a time
GRACE_S = 3.0  # for a running job to stop by itself once stdin is closed


class Worker:
    """Serves requests from one stream and writes events to another."""

    def __init__(self, requests: BufferedReader, events: TextIO) -> None:
        self._requests = requests
        self._events = events
        self._writing = threading.Lock()
        self._waiting: queue.Queue[Optional[RunRequest]] = queue.Queue()
        self._jobs: dict[str, RunRequest] = {}  # waiting and running, by id
        self._cancelled: set[str] = set()
        self._actions: dict[str, str] = {}
        self._closed = threading.Event()
        self._runner = Runner()

    def serve(self) -> None:
        """Do jobs until stdin is closed, or no job came for IDLE_S seconds."""
        device, reason = choose_device()
        name = torch.cuda.get_device_name() if device.type == "cuda" else device.type.upper()
        self._send("", Ready(name, reason, {**versions(), "system": platform.platform()}))
        listener = threading.Thread(target=self._listen, daemon=True)
        listener.start()
        while True:
            try:
                request = self._waiting.get(timeout=IDLE_S)
            except queue.Empty:
                return
            if request is None:
                # Left alone, it could free the model's tensors while Python ends, which aborts.
                listener.join()
                return
            end = self._do(request)
            # Removed first, so that a reader of the end may reuse the id.
            del self._jobs[request.id]
            self._cancelled.discard(request.id)
            self._actions.pop(request.id, None)
            if end is not None:
                self._send(request.id, end)
            give_back_freed_memory()

    def _listen(self) -> None:
        """Answer every line, whatever it is, until the stream ends."""
        splitter = LineSplitter()
        try:
            while data := self._requests.read1(CHUNK):
                for line in splitter.feed(data):
                    self._answer(line)
            for line in splitter.finish():
                self._answer(line)
        except (OSError, ValueError):
            pass  # the stream broke: the end, as if it had been closed
        self._closed.set()
        self._waiting.put(None)
        # A job inside a long call of a library does not notice.
        killer = threading.Timer(GRACE_S, os._exit, args=(1,))
        killer.daemon = True
        killer.start()

    def _answer(self, line: Optional[bytes]) -> None:
        if line is None:
            message = f"The worker did not understand: a line of more than {LONGEST_LINE:,} bytes"
            self._send("", Error("internal", message))
            return
        try:
            self._take(decode_request(line))
        except ProtocolError as error:
            message = f"The worker did not understand: {error}"
            self._send(request_id(line), Error("internal", message))
        except Exception as error:  # the thread must live on
            self._send(request_id(line), failure(error))

    def _take(self, request: Request) -> None:
        is_known = request.id in self._jobs
        if isinstance(request, StatusRequest):
            self._send(request.id, Status(is_known))
        elif isinstance(request, RunRequest):
            if is_known:  # not an error of that job: the job continues
                self._send("", Error("internal", f"There already is a job {request.id!r}."))
                return
            self._jobs[request.id] = request
            self._waiting.put(request)
        elif not is_known:  # it has just ended, or there was none
            self._send(request.id, Log(f"There is no job {request.id!r}.", "warning"))
        elif isinstance(request, CancelRequest):
            self._cancelled.add(request.id)
        else:
            self._actions[request.id] = request.action

    def _do(self, request: RunRequest) -> Optional[Event]:
        """Do a job and return its last event, None in the other processes of a group."""
        reporter = Reporter(
            send=lambda event: self._send(request.id, event),
            cancelled=lambda: request.id in self._cancelled,
            action=lambda: self._actions.get(request.id, ""),
            interrupted=self._closed.is_set,
        )
        try:
            reporter.check()
            result = self._runner.run(request.job, reporter)
        except Exception as error:
            return failure(error)
        return None if result is None else Result(result)

    def _send(self, id: str, event: Event) -> None:
        line = encode_event(id, event)
        with self._writing:
            try:
                self._events.write(line)
                self._events.flush()
            except OSError:  # the reader is gone
                self._closed.set()


def main() -> None:
    """Serve stdin and stdout; whatever libraries print goes to stderr."""
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    requests = os.fdopen(os.dup(0), "rb")
    Worker(requests, events).serve()


if __name__ == "__main__":
    main()
