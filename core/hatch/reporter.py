"""Connection of a running job to the user: events out, cancellation and pauses in."""

from __future__ import annotations

import time
from collections.abc import Callable

from .errors import Cancelled, Interrupted
from .events import Event, Log, Metric, Preview, Progress
from .messages import Message

PAUSE_S = 0.2  # seconds between checks for the end of a pause


class Reporter:
    """Sends a job's events; halts it while it is paused, stops it when it was cancelled.

    ``send`` takes each event; ``cancelled`` says whether the user cancelled the job, ``action``
    what else was asked for: "" or one of protocol.ACTIONS, ``interrupted`` whether the process is
    about to end. Every method waits while the job is paused and raises Cancelled or Interrupted, so
    a job only has to report often.
    """

    def __init__(
        self,
        send: Callable[[Event], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        action: Callable[[], str] = lambda: "",
        interrupted: Callable[[], bool] = lambda: False,
    ) -> None:
        self._send = send
        self._cancelled = cancelled
        self._action = action
        self._interrupted = interrupted
        self._total = 0.0
        self._started = 0.0
        self._first = 0.0

    def check(self) -> None:
        """Wait while the job is paused; raise Cancelled or Interrupted if it has to stop."""
        while True:
            if self._cancelled():
                raise Cancelled
            if self._interrupted():
                raise Interrupted
            if self._action() != "pause":
                return
            time.sleep(PAUSE_S)
            self._started += PAUSE_S  # pauses do not count for the rate

    @property
    def finishing(self) -> bool:
        """Whether the user asked a training to end with the best weights so far."""
        return self._action() == "finish"

    def progress(self, done: float, total: float, step: Message) -> None:
        """Report how far a step is; the time left follows from the rate since ``total`` changed."""
        self.check()
        if total != self._total:
            self._total, self._started = total, time.monotonic()
            self._first = done
        elapsed = time.monotonic() - self._started
        since = done - self._first
        eta = elapsed * (total - done) / since if since > 0 else None
        self._send(Progress(done, total, step, eta))

    def log(self, message: str, level: str = "info") -> None:
        """Log a line; ``level`` is "info" or "warning"."""
        self.check()
        self._send(Log(message, level))

    def metric(self, **values: float) -> None:
        """Report figures of the training so far."""
        self.check()
        self._send(Metric(values))

    def preview(self, images: dict[str, str], caption: Message) -> None:
        """Report pictures of a training, as in events.Preview."""
        self.check()
        self._send(Preview(images, caption))
