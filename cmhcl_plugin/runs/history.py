"""The list of past extractions, in a file of the user's profile."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output
from ..layers.provenance import Provenance, provenance_from_json, provenance_to_json

KEPT = 50
LARGEST = 1 << 20  # characters of one run, whose area may have many vertices


@dataclass(frozen=True)
class PastRun:
    """An extraction that has ended, and the number of its footprints."""

    provenance: Provenance
    footprints: int


class History:
    """The latest KEPT runs, one a line of a file, the oldest first.

    Two windows of QGIS may write it at once: then a run may be missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, run: PastRun) -> None:
        """Add a run. Nothing is added if the file cannot be written."""
        text = provenance_to_json(run.provenance)
        line = json.dumps({"provenance": text, "footprints": run.footprints})
        if len(line) > LARGEST:
            return
        with suppress(OSError, InputError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_output(self._path) as new:
                new.write_text(
                    "".join(f"{kept}\n" for kept in [*self._lines(), line][-KEPT:]),
                    encoding="utf-8",
                )

    def runs(self) -> list[PastRun]:
        """All runs that can be read, the latest first."""
        found = [_run(line) for line in reversed(self._lines())]
        return [run for run in found if run is not None]

    def clear(self) -> None:
        """Forget all runs."""
        with suppress(OSError):
            self._path.unlink()

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text(encoding="utf-8").splitlines()[-KEPT:]
        except (OSError, ValueError):
            return []


def _run(line: str) -> Optional[PastRun]:
    """The run of a line, None if that is something else."""
    try:
        values = json.loads(line)
        provenance = provenance_from_json(values["provenance"])
        return PastRun(provenance, int(values["footprints"])) if provenance else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
