"""Resources that a process uses, from /proc. Standard library only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

MOST_GROWTH = 0.05  # of memory, as a share


@dataclass(frozen=True)
class Usage:
    """Resident memory in MB, open files, threads."""

    memory_mb: float
    files: int
    threads: int


def usage_of(process: int) -> Usage:
    """Resources in use now."""
    place = Path(f"/proc/{process}")
    lines = (place / "status").read_text().splitlines()
    values = dict(line.split(":", 1) for line in lines if ":" in line)
    memory = int(values["VmRSS"].split()[0]) / 1024
    return Usage(memory, len(list((place / "fd").iterdir())), int(values["Threads"]))


@dataclass(frozen=True)
class Growth:
    """Usage after the warm-up and at the end."""

    start: Usage
    end: Usage

    @property
    def memory(self) -> float:
        """Growth of memory, as a share."""
        return self.end.memory_mb / self.start.memory_mb - 1

    @property
    def problems(self) -> list[str]:
        """What grew although it should not."""
        found = [f"memory grew by {self.memory:.1%}"] if self.memory > MOST_GROWTH else []
        for name in ("files", "threads"):
            before, after = asdict(self.start)[name], asdict(self.end)[name]
            if after > before:
                found.append(f"open {name} grew from {before} to {after}")
        return found

    def row(self, name: str) -> str:
        """A row of the table."""
        first, last = self.start, self.end
        memory = f"{first.memory_mb:.0f} MB → {last.memory_mb:.0f} MB ({self.memory:+.1%})"
        files = f"{first.files} → {last.files}"
        return f"| {name} | {memory} | {files} | {first.threads} → {last.threads} |"


def growth_of(usages: Sequence[Usage]) -> Growth:
    """Growth over rounds of the same work: the first fifth is warm-up.

    Start and end are medians of three rounds.
    """
    warm = list(usages)[len(usages) // 5 :]
    return Growth(_middle(warm[:3]), _middle(warm[-3:]))


def _middle(usages: Sequence[Usage]) -> Usage:
    return Usage(
        median(usage.memory_mb for usage in usages),
        int(median(usage.files for usage in usages)),
        int(median(usage.threads for usage in usages)),
    )
