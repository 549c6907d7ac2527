"""Faults of QGIS itself and of its worker, in real QGIS processes, and two of them at once."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .cases import CASES, INPUTS, OTHERS, OUTPUTS, Case
from .fault import Extent, Fault
from .folder import earlier_folder, fill
from .outputs import content_of
from .rules import Rules
from .run import Outcome, Reference
from .window import QgisEndedError, Window, is_gone

QGIS = "qgis"  # as the program of a fault
ONE_WINDOW = (
    *("worker SIGKILL", "worker SIGTERM", "worker SIGSTOP"),
    *("QGIS SIGKILL", "QGIS SIGTERM", "QGIS SIGSTOP"),
)
TWO_WINDOWS = "two windows"
_ROUNDS = 5  # of two windows at once, per case
_SENTENCES = {
    "SIGKILL": "ended unexpectedly",
    "SIGTERM": "ended unexpectedly",
    "SIGSTOP": "did not answer and was ended",
}


def qgis_cases() -> dict[str, Case]:
    """The jobs of QGIS, with the model that ships: its worker knows no tiny one."""
    own = {}
    for name in ("extract", "outline", "finetune", "regularise"):
        command = CASES[name].command
        for option in ("--model IN/base", "--base IN/base"):
            command = command.replace(option, "")
        sources = tuple(source for source in CASES[name].sources if "base" not in source)
        own[name] = replace(CASES[name], command=command, sources=sources)
    return own


def run_in_windows(
    folder: Path,
    inputs: Path,
    names: Sequence[str],
    choose_from: Callable[[list[Fault]], list[Fault]],
) -> list[Outcome]:
    """Run the chosen faults of these cases in windows whose profile is in ``folder``."""
    for name in (INPUTS, OTHERS):
        shutil.copytree(inputs / name, folder / name)
    desk = _Windows(folder, {name: case for name, case in qgis_cases().items() if name in names})
    try:
        reference = desk.reference()
        return [desk.run(fault, reference) for fault in choose_from(_faults(reference.extents))]
    finally:
        desk.close()


def _faults(extents: dict[str, Extent]) -> list[Fault]:
    return [*_of_one_window(extents), *_of_two_windows(extents)]


def _of_one_window(extents: dict[str, Extent]) -> Iterator[Fault]:
    for name, extent in extents.items():
        for kind in ONE_WINDOW:
            for number in range(1, extent.events[QGIS] + 1):
                for over in (False, True):
                    yield Fault(name, QGIS, kind, "event", number, over=over)


def _of_two_windows(extents: dict[str, Extent]) -> Iterator[Fault]:
    for name in extents:
        for number in range(1, _ROUNDS + 1):
            for over in (False, True):
                yield Fault(name, QGIS, TWO_WINDOWS, "round", number, over=over)


class _Windows:
    """Two windows on one profile, started again when a fault has ended one."""

    def __init__(self, folder: Path, cases: dict[str, Case]) -> None:
        self._folder = folder
        self._windows: dict[int, Window] = {}
        self._cases = cases

    def close(self) -> None:
        """Quit both."""
        for number in list(self._windows):
            self._windows.pop(number).close()

    def reference(self) -> Reference:
        """The cases undisturbed: their results and numbers of events."""
        extents, expected = {}, {}
        for name, case in self._cases.items():
            folder = self._folder / "reference"
            fill(folder, self._folder, case, over=False)
            self._do(case.earlier(), folder)
            shutil.move(folder / OUTPUTS, earlier_folder(self._folder, case))
            (folder / OUTPUTS).mkdir()
            extents[name] = Extent({QGIS: self._do(case, folder)["events"]}, {}, 0)
            expected[name] = {o: content_of(folder / OUTPUTS / o) for o in case.outputs}
            shutil.rmtree(folder)
        return Reference(self._folder, extents, expected)

    def run(self, fault: Fault, reference: Reference) -> Outcome:
        """Run one fault, then the same job undisturbed."""
        case, folder = self._cases[fault.case], self._folder / "fault"
        fill(folder, self._folder, case, fault.over)
        rules = Rules(fault, case, reference.expected[fault.case], folder)
        end = "hung or crashed"
        try:
            disturb = self._two_windows if fault.kind == TWO_WINDOWS else self._one_window
            end = disturb(fault, case, folder, rules)
            rules.check_files(finished=end == "result")
            again = self._again(case, folder)
            rules.check_again(again["kind"], again["message"])
        except (QgisEndedError, subprocess.TimeoutExpired) as error:
            rules.broken(f"QGIS crashed or hung: {error}")
            self._windows.clear()
        shutil.rmtree(folder)
        return Outcome(fault, end, tuple(rules.violations))

    def _one_window(self, fault: Fault, case: Case, folder: Path, rules: Rules) -> str:
        target, name = fault.kind.split()
        window = self._window(0)
        job = case.job(folder, fault.over)
        window.start(job, signal=name, target=target.lower(), event=fault.number)
        if target == "QGIS" and name != "SIGSTOP":
            self._windows.pop(0).wait()
            if not is_gone(window.worker):
                rules.broken("the worker lived on without QGIS")
            return name
        if target == "QGIS":
            window.resume(folder / OUTPUTS / case.outputs[0])
        end = window.end()
        if target == "worker" and end["kind"] == "ended":
            if _SENTENCES[name] not in end["message"]:
                rules.broken(f"the message was: {end['message']}")
            if name == "SIGSTOP" and len(end["stalled"]) != 1:
                rules.broken(f"the silence was reported {len(end['stalled'])} times")
        elif end["kind"] != "result":  # which a worker may have sent before the signal came
            rules.broken(f"the job ended with {end}")
        return str(end["kind"])

    def _two_windows(self, fault: Fault, case: Case, folder: Path, rules: Rules) -> str:
        """Both do the same job at once; the round says which one starts first."""
        windows = [self._window(number) for number in (0, 1)]
        for window in windows if fault.number % 2 else reversed(windows):
            window.start(case.job(folder, fault.over))
        kinds = []
        for window in windows:
            end = window.end()
            kinds.append(end["kind"])
            if end["kind"] not in ("result", "input"):
                rules.broken(f"one ended with {end}")
        if "result" not in kinds:
            rules.broken("neither of the two finished")
        return "result" if kinds == ["result", "result"] else "result and input"

    def _again(self, case: Case, folder: Path) -> dict[str, Any]:
        window = self._window(0)
        window.start(case.job(folder, overwrite=True))
        return window.end()

    def _do(self, case: Case, folder: Path) -> dict[str, Any]:
        window = self._window(0)
        window.start(case.job(folder))
        end = window.end()
        if end["kind"] != "result":
            raise RuntimeError(f"{case.name} does not even work undisturbed: {end}")
        return end

    def _window(self, number: int) -> Window:
        if number not in self._windows:
            self._windows[number] = Window(self._folder / "profile")
        return self._windows[number]
