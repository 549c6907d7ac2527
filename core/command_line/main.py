"""The command line: ``python -m core COMMAND``, or ``cmhcl COMMAND`` when installed.

Progress and logs go to stderr; the last line of stdout is one JSON object. The exit status is 0 for
success, 2 for bad input, with a message on stderr, 1 for internal errors and if the result cannot
be printed, and 130 if interrupted.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from ..hatch.errors import reason_of
from ..hatch.events import Event, Log, Metric, Progress
from ..hatch.messages import Message
from ..hatch.references import NO_SERVER, VARIABLE
from ..hatch.reporter import Reporter
from ..tasks.failure import failure
from .arguments import job_of, make_parser
from .proj_data import drop_foreign_proj_data

if TYPE_CHECKING:
    from tqdm import tqdm

BAR = "{desc} {percentage:3.0f} % {bar}{postfix}"
LINE_EVERY_S = 5.0


def main(program: str | None = None) -> int:
    """Do one job and return the exit status; ``program`` is the name shown in the help."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of libraries; the job logs its own
    if sys.stderr is None:  # closed by the parent process
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 (until the end)
    arguments = make_parser(program).parse_args()
    try:
        drop_foreign_proj_data()
        if os.environ.get(VARIABLE) != "1":
            os.environ.update({**NO_SERVER, **os.environ})
        job = job_of(arguments)
        from ..runner import Runner  # with rasterio, which --help does without

        with progress_bar() as bar:
            lines = ProgressLines() if bar.disable else None
            result = Runner().run(job, Reporter(send=lambda event: _show(event, bar, lines)))
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return 130
    except Exception as error:
        failed = failure(error)
        if failed.kind == "internal":
            traceback.print_exc()
            return 1
        print(f"{_for_command_line(failed.message)} {failed.hint}".strip(), file=sys.stderr)
        return 2
    # Only the first of several training processes has a result.
    return _print_result(result) if result is not None else 0


def progress_bar() -> tqdm:
    """A bar, or if stderr is not a terminal a line every few seconds.

    Importing tqdm fails if one of its variables, such as TQDM_NCOLS, has an invalid value.
    """
    for name in [name for name in os.environ if name.startswith("TQDM_")]:
        del os.environ[name]
    from tqdm import tqdm

    return tqdm(leave=False, disable=None, bar_format=BAR)


def _for_command_line(message: str) -> str:
    """The message of an error, with a variable in place of the setting in QGIS."""
    if not isinstance(message, Message) or "setting" not in message.arguments:
        return message
    way_out = f"with the environment variable {VARIABLE}=1"
    return Message(message.template, **{**message.arguments, "setting": way_out})


def _print_result(result: Any) -> int:
    """Print the result and return the exit status; stdout may be closed or on a full disk."""
    if sys.stdout is None:
        print("The job is done, but its result cannot be printed (closed).", file=sys.stderr)
        return 1
    try:
        print(json.dumps(asdict(result)), flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is in its buffer
        reason = reason_of(error)
        print(f"The job is done, but its result cannot be printed ({reason}).", file=sys.stderr)
        return 1
    return 0


class ProgressLines:
    """Progress as lines on stderr, at most one every ``every_s`` seconds, for logs."""

    def __init__(self, every_s: float = LINE_EVERY_S) -> None:
        self._every_s = every_s
        self._next = time.monotonic() + every_s

    def show(self, progress: Progress) -> None:
        """Print the progress if the last line is old enough."""
        if time.monotonic() >= self._next:
            share = f" {progress.done / progress.total:.0%}" if progress.total else ""
            left = remaining(progress)
            line = f"{progress.message}{share}{', ' if left else ''}{left}"
            print(line, file=sys.stderr, flush=True)
            self._next = time.monotonic() + self._every_s


def remaining(progress: Progress) -> str:
    """The time left in words, to the minute; empty if it is not known."""
    if progress.eta_s is None:
        return ""
    hours, minutes = divmod(round(progress.eta_s / 60), 60)
    if hours:
        return f"about {hours} h {minutes} min left"
    return f"about {minutes} min left" if progress.eta_s >= 60 else "less than a minute left"


def _show(event: Event, bar: tqdm, lines: Optional[ProgressLines]) -> None:
    if isinstance(event, Progress) and lines is not None:
        lines.show(event)
    elif isinstance(event, Progress):
        bar.total = event.total
        bar.set_description_str(event.message, refresh=False)
        bar.set_postfix_str(remaining(event), refresh=False)
        bar.update(event.done - bar.n)
    elif isinstance(event, Log):
        bar.write(event.message, file=sys.stderr)
    elif isinstance(event, Metric):
        figures = "  ".join(f"{name} {value:.4g}" for name, value in event.values.items())
        bar.write(figures, file=sys.stderr)
