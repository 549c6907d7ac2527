"""The rules that hold after every fault, and after the next run of the same job."""

from __future__ import annotations

from pathlib import Path

from .cases import INPUTS, OUTPUTS, TEMPORARY, Case
from .fault import OPERATIONS, SIGNALS, SOURCES, Fault
from .outputs import bytes_of, content_of, hidden_in

TAKEN = b"written by the user in the meantime"


class Rules:
    """What is in the folder of a fault, before and after it.

    ``violations`` has a sentence for each rule that was broken.
    """

    def __init__(self, fault: Fault, case: Case, expected: dict[str, str], folder: Path) -> None:
        """``expected`` has the contents of the outputs of a job that nothing disturbed."""
        self.violations: list[str] = []
        self._fault, self._case, self._expected, self._folder = fault, case, expected, folder
        self._outputs = {name: folder / OUTPUTS / name for name in case.outputs}
        self._inputs = bytes_of(folder / INPUTS)
        self._former = {name: bytes_of(path) for name, path in self._outputs.items()}

    def broken(self, sentence: str) -> None:
        """A rule was broken."""
        self.violations.append(sentence)

    def check_files(self, finished: bool) -> None:
        """Right after the job, which ``finished`` or not."""
        own = {self._fault.source} if self._fault.kind in SOURCES else set()
        now = bytes_of(self._folder / INPUTS)
        changed = {n for n in {*self._inputs, *now} - own if self._inputs.get(n) != now.get(n)}
        if changed:
            self.broken(f"inputs changed: {', '.join(sorted(changed))}")
        self.check_outputs(finished)
        self._check_names()

    def check_outputs(self, finished: bool) -> None:
        """Each output is what it was, or complete; all are complete if the job ``finished``."""
        for name, path in self._outputs.items():
            now = bytes_of(path)
            if not finished and now == self._former[name]:
                continue
            if self._fault.kind == "output taken" and _is_taken(path):
                continue
            if self._fault.kind == "folder removed" and not now:
                continue
            try:
                content = content_of(path)
            except Exception as error:  # of any library
                self.broken(f"{name} is lost or not complete: {error}")
                continue
            if content != self._expected[name] and self._fault.kind not in SOURCES:
                self.broken(f"{name} is not what the job gives undisturbed")

    def check_again(self, kind: str, message: str) -> None:
        """After the same job was done again: it worked, and nothing is left."""
        if kind != "result":
            self.broken(f"the next run ended with {kind}: {message}")
            return
        # A training continues from what it learnt before its sources changed.
        if self._fault.kind not in SOURCES or not self._case.checkpoint:
            self.check_outputs(finished=True)
        left = hidden_in(self._folder / OUTPUTS)
        if self._case.checkpoint:
            left += [p.name for p in [self._folder / OUTPUTS / self._case.checkpoint] if p.exists()]
        # What a killed process has in the temporary folder is the system's to remove.
        if self._fault.kind not in (*SIGNALS, OPERATIONS[0]):
            left += [path.name for path in (self._folder / TEMPORARY).iterdir()]
        if left:
            self.broken(f"the next run left {', '.join(left)}")

    def _check_names(self) -> None:
        """The folder has no unexpected files, except hidden ones."""
        out = self._folder / OUTPUTS
        for path in out.rglob("*") if out.exists() else ():
            name = path.relative_to(out)
            is_output = {str(name), *map(str, name.parents)} & {*self._outputs}
            is_above = any(output.startswith(f"{name}/") for output in self._outputs)
            is_hidden = any(part.startswith(".") for part in name.parts)
            is_kept = self._fault.kind == "output taken" and "_2" in str(name)
            is_checkpoint = str(name) == self._case.checkpoint
            if not (is_output or is_above or is_hidden or is_kept or is_checkpoint):
                self.broken(f"a file that nobody asked for: {name}")


def _is_taken(path: Path) -> bool:
    files = [path, path / "notes.txt"]
    return any(file.is_file() and file.read_bytes() == TAKEN for file in files)
