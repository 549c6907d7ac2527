"""The command line: ``python -m core COMMAND``, or ``cmhcl COMMAND`` when installed.

Progress and logs go to stderr; the last line of stdout is one JSON object. Exit status 0 when it
worked, 2 for bad input with the sentence on stderr, 1 for our own faults, 130 when interrupted.
"""

from __future__ import annotations

import json
import sys
import traceback
from dataclasses import asdict

from tqdm import tqdm

from .arguments import job_of, make_parser
from .hatch.events import Event, Log, Metric, Progress
from .hatch.reporter import Reporter
from .tasks.failure import failure

BAR = "{desc} {percentage:3.0f} % {bar}"


def main(program: str | None = None) -> int:
    """Do one job; the exit status. ``program`` is the name in the help, None: the script's."""
    arguments = make_parser(program).parse_args()
    try:
        job = job_of(arguments)
        from .runner import Runner  # with rasterio, which --help does without

        # disable=None: no bar where stderr is no terminal.
        with tqdm(leave=False, disable=None, bar_format=BAR) as bar:
            result = Runner().run(job, Reporter(send=lambda event: _show(event, bar)))
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return 130
    except Exception as error:
        failed = failure(error)
        if failed.kind == "internal":
            traceback.print_exc()
            return 1
        print(failed.sentence, file=sys.stderr)
        return 2
    if result is not None:  # only the first of several training processes has one
        print(json.dumps(asdict(result)))
    return 0


def _show(event: Event, bar: tqdm) -> None:
    if isinstance(event, Progress):
        bar.total = event.total
        bar.set_description_str(event.message, refresh=False)
        bar.update(event.done - bar.n)
    elif isinstance(event, Log):
        bar.write(event.message, file=sys.stderr)
    elif isinstance(event, Metric):
        figures = "  ".join(f"{name} {value:.4g}" for name, value in event.values.items())
        bar.write(figures, file=sys.stderr)
