"""Events that the worker sends about itself and about a job. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Optional, Union, get_args

from .results import JobResult


@dataclass(frozen=True)
class Ready:
    """The worker is up: what it computes on, why, and with which libraries."""

    name: ClassVar[str] = "ready"
    device: str
    reason: str
    versions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total``, in the job's own unit; ``eta_s`` seconds left, None if unknown."""

    name: ClassVar[str] = "progress"
    done: float
    total: float
    message: str = ""
    eta_s: Optional[float] = None

    @property
    def share(self) -> float:
        """How far the job is, from 0 to 1, whatever the numbers are; 0 without a total."""
        return min(max(self.done / self.total, 0.0), 1.0) if self.total > 0 else 0.0


@dataclass(frozen=True)
class Log:
    """One line for the log; ``level`` is "info" or "warning"."""

    name: ClassVar[str] = "log"
    message: str
    level: str = "info"


@dataclass(frozen=True)
class Metric:
    """Figures of training so far, such as step, loss, iou."""

    name: ClassVar[str] = "metric"
    values: dict[str, float]


@dataclass(frozen=True)
class Preview:
    """Pictures of a validation block during training: PNG files of equal size in base64.

    Keys: sar, labels, prediction. ``caption`` names block and step.
    """

    name: ClassVar[str] = "preview"
    images: dict[str, str]
    caption: str = ""


@dataclass(frozen=True)
class Status:
    """The answer to a StatusRequest: whether the worker has this job, waiting or running."""

    name: ClassVar[str] = "status"
    has_job: bool


@dataclass(frozen=True)
class Result:
    """The job is done. ``value`` is the result dataclass of its job, see ``results``."""

    name: ClassVar[str] = "result"
    value: JobResult


@dataclass(frozen=True)
class Error:
    """The job is over without a result.

    ``kind`` is "input" (the message says what to do), "cancelled", "memory", "internal" or, from
    the plugin itself, "ended": the worker process ended during the job.
    """

    name: ClassVar[str] = "error"
    kind: str
    message: str
    hint: str = ""
    details: str = ""

    @property
    def sentence(self) -> str:
        """Message and hint, as they are shown to the user."""
        return f"{self.message} {self.hint}".strip()


Event = Union[Ready, Progress, Log, Metric, Preview, Status, Result, Error]
EVENTS: dict[str, Any] = {event.name: event for event in get_args(Event)}
