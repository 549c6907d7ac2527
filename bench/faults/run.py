"""One fault: make it happen, and look at what it left; then the same job again, undisturbed."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .cases import CASES, INPUTS, OTHERS, OUTPUTS, TEMPORARY, Case
from .disk import PAGE, SmallDisk, small_disk
from .fault import FOLDERS, OPERATIONS, SIGNALS, SOURCES, Extent, Fault
from .folder import copy_earlier, earlier_folder, fill
from .hooks import GROWING, on_events, on_operations
from .process import End, Process, chown_to_user
from .rules import TAKEN, Rules

_KILLS = {"SIGKILL": signal.SIGKILL, "SIGTERM": signal.SIGTERM, OPERATIONS[0]: signal.SIGKILL}
_ERRORS = {OPERATIONS[1]: errno.ENOSPC, OPERATIONS[2]: errno.EIO}
_LONGEST = 600  # characters of a sentence


@dataclass(frozen=True)
class Reference:
    """A folder of inputs and earlier outputs, and what the cases give undisturbed.

    ``expected`` has the contents of the outputs by case.
    """

    folder: Path
    extents: dict[str, Extent]
    expected: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Outcome:
    """Outcome of a fault: how the job ended, and every broken rule."""

    fault: Fault
    end: str
    violations: tuple[str, ...]


def run_fault(fault: Fault, reference: Reference) -> Outcome:
    """Run one fault, in a new folder within that of the reference."""
    case, folder = CASES[fault.case], reference.folder / f"fault-{os.getpid()}"
    try:
        fill(folder, reference.folder, case, fault.over)
        with _small_disk(fault, folder, case, reference.folder) as disk:
            rules = Rules(fault, case, reference.expected[fault.case], folder)
            try:
                end = _Disturbed(fault, case, folder, rules).run()
                _check_end(fault, end, rules)
                rules.check_files(finished=end.kind == "result")
                _repair(fault, folder, reference.folder, disk)
                again = Process(case, folder, "worker", overwrite=True).end()
                rules.check_again(again.kind, again.message or again.stderr)
                how = signal.Signals(end.signal).name if end.signal else end.kind
            except TimeoutError as error:
                how = "hung"
                rules.broken(str(error))
        return Outcome(fault, how, tuple(rules.violations))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _small_disk(
    fault: Fault, folder: Path, case: Case, reference: Path
) -> Iterator[SmallDisk | None]:
    """The small disk of a fault, on one of its folders."""
    if fault.kind == "disk full":
        used = pages_of(earlier_folder(reference, case)) if fault.over else 0
        with small_disk(folder / OUTPUTS, (used + fault.number) * PAGE) as disk:
            if fault.over:
                copy_earlier(folder, reference, case)
            yield disk
    elif fault.kind == "temporary folder full":
        with small_disk(folder / TEMPORARY, PAGE) as disk:
            (folder / TEMPORARY / "full").write_bytes(bytes(PAGE))
            yield disk
    else:
        yield None


def pages_of(folder: Path) -> int:
    """Pages of a disk that the files in a folder take."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // PAGE) for size in sizes)


class _Disturbed:
    """The job of a fault, in a process in which the fault happens."""

    def __init__(self, fault: Fault, case: Case, folder: Path, rules: Rules) -> None:
        self._fault, self._case, self._folder, self._rules = fault, case, folder, rules

    def run(self) -> End:
        """How it ended. Raises TimeoutError."""
        fault = self._fault
        process = Process(self._case, self._folder, fault.program, fault.over, self._prepare)
        if fault.kind in ("SIGSTOP", "second run") and process.wait_until_stopped():
            self._rules.check_outputs(finished=False)
            if fault.kind == "second run":
                second = Process(self._case, self._folder, "cli", fault.over).end()
                if second.kind not in ("result", "input"):
                    self._rules.broken(f"the second run ended with {second}")
            process.resume()
        return process.end()

    def _prepare(self) -> None:
        """In the process of the job: make the fault happen when it should."""
        fault = self._fault
        if fault.point == "event" and fault.number == 0:
            self._act()
        elif fault.point == "event":
            on_events(lambda number: self._act() if number == fault.number else None)
        elif fault.point == "operation":
            on_operations(self._folder, self._fail_operation)
        elif fault.kind == "largest file reached":
            limit = fault.number * PAGE
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    def _act(self) -> None:
        kind, out = self._fault.kind, self._folder / OUTPUTS
        if kind in (*SIGNALS, "SIGINT"):
            os.kill(os.getpid(), getattr(signal, kind))
        elif kind in ("SIGSTOP", "second run"):
            os.kill(os.getpid(), signal.SIGSTOP)
        elif kind in SOURCES:
            self._change_source()
        elif kind == "folder read-only":
            out.chmod(0o555)
        elif kind == "folder removed":
            shutil.rmtree(out, ignore_errors=True)
        elif kind == "output taken":
            path = out / self._case.outputs[0]
            if self._case.checkpoint:  # the output is a folder
                path = path / "notes.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(TAKEN)

    def _change_source(self) -> None:
        source = self._folder / INPUTS / self._fault.source
        if self._fault.kind == "source cut":
            os.truncate(source, source.stat().st_size // 2)
        elif self._fault.kind == "source removed":
            source.unlink()
        else:
            other = self._folder / OTHERS / self._fault.source
            new = source.with_name("replacement")
            new.write_bytes(other.read_bytes() if other.exists() else os.urandom(10_000))
            new.replace(source)

    def _fail_operation(self, number: int, operation: str) -> None:
        if number != self._fault.number:
            return
        if self._fault.kind == OPERATIONS[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        code = _ERRORS[self._fault.kind]
        if operation in GROWING or code == errno.EIO:
            raise OSError(code, os.strerror(code))


def _check_end(fault: Fault, end: End, rules: Rules) -> None:
    """The job ended as the fault says: by the signal, with its result or with one sentence."""
    if fault.kind in _KILLS:
        if end.signal != _KILLS[fault.kind]:
            rules.broken(f"it was not ended by the signal: {end}")
    elif fault.kind == "SIGINT":
        if end.status != 130 or end.message != "Cancelled.":
            rules.broken(f"it was not cancelled: {end}")
    elif fault.kind == "SIGSTOP" and end.kind != "result":
        rules.broken(f"it did not continue: {end}")
    elif end.kind not in ("result", "input"):
        rules.broken(f"it ended without result or sentence: {end}")
    elif end.kind == "input" and not (0 < len(end.message) <= _LONGEST and "\n" not in end.message):
        rules.broken(f"no sentence: {end.message!r}")
    if "Traceback" in end.stderr:
        rules.broken(f"a traceback: {end.stderr}")


def _repair(fault: Fault, folder: Path, reference: Path, disk: SmallDisk | None) -> None:
    """Undo the fault, as a user would: room, permissions, sources."""
    out = folder / OUTPUTS
    if disk:
        disk.enlarge()
    (folder / TEMPORARY / "full").unlink(missing_ok=True)
    if fault.kind in FOLDERS:
        out.mkdir(exist_ok=True)
        out.chmod(0o755)
    if fault.kind in SOURCES:
        shutil.rmtree(folder / INPUTS)
        shutil.copytree(reference / INPUTS, folder / INPUTS)
    if fault.kind == "output taken":
        for path in out.iterdir():
            if not path.name.startswith("."):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    with suppress(FileNotFoundError):
        chown_to_user(folder)
