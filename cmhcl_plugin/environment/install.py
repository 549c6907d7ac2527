"""Installing, updating and removing the worker's environment."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLockFile, QObject, QTimer, pyqtSignal

from ...core.hatch.errors import InputError
from ..paths import ROOT, environment_folder, logs_folder
from ..worker.logfile import LogFile
from . import own_environment as own
from .base_python import NEEDED, NEWEST, OLDEST, candidates, find_uv, none_found
from .builds import find_driver, reason_for
from .install_failure import cause_of, ended_from_outside
from .install_task import InstallTask
from .network import network_environment
from .pytorch import PYTORCH_INDEX, Build, choose_build
from .selftest import facts_of
from .steps import Command, Outcome, StepRunner, Steps

MEASURE_S = 2.0
PROBE_S = 20
TEST_S = 300
UV_PYTHON = "3.12"  # what uv fetches where there is no Python
MB = 1_000_000

# No questions, no compilers.
PIP = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
PIP_NETWORK = ["--retries", "3", "--timeout", "15"]
WHEELS_ONLY = ["--only-binary", ":all:"]

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Source:
    """Where packages come from: an index, or a folder of wheels and no network. Both empty: the
    index that pip is configured for, and PyTorch's for PyTorch."""

    index: str = ""
    wheels: str = ""

    def arguments(self) -> list[str]:
        """For pip and uv alike."""
        if self.wheels:
            return ["--no-index", "--find-links", self.wheels]
        return ["--index-url", self.index] if self.index else []


class Installer(QObject):
    """Does one thing at a time, never blocks QGIS, and goes on where an earlier try ended.

    ``finished`` carries one sentence when it did not work, empty when it did. What is installed
    counts only once it is whole and was tested.
    """

    progressed = pyqtSignal(str, int)  # what is being done; percent, -1: unknown
    finished = pyqtSignal(str)
    _measured = pyqtSignal(int)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.message = ""  # the latest of ``progressed``
        self.percent = -1
        self.notes: list[str] = []  # what was found and decided, for the user to read
        self.is_running = False
        self._runner = StepRunner(self)
        self._runner.began.connect(self._on_began)
        self._runner.finished.connect(self._on_finished)
        self._runner.cancelled.connect(self._on_cancelled)
        self._measured.connect(self._on_measured)
        self._task: Optional[InstallTask] = None  # QGIS does not keep it alive
        self._log: Optional[LogFile] = None
        self._lock: Optional[QLockFile] = None
        self._step = ""
        self._started = 0.0
        self._watched: list[Path] = []
        self._megabytes = 0
        self._expected_mb = 0
        self._unwatch = threading.Event()

    @property
    def log_path(self) -> Optional[Path]:
        """The log of the latest installation, None before the first."""
        return self._log.path if self._log else None

    def install(self, source: Source) -> None:
        """Begin, go on with, or update; ``finished`` comes later, never from within this."""
        if not self.is_running:
            self._begin(self._install(source))
            self._task = InstallTask(self)
            QgsApplication.taskManager().addTask(self._task)

    def remove(self) -> None:
        """Take the environment away; its files are deleted in the background."""
        if not self.is_running:
            self._begin(self._remove())

    def cancel(self) -> None:
        """End the running step; ``finished`` follows."""
        self._runner.cancel()

    def stop(self) -> None:
        """End silently; no process is left when this returns."""
        self._runner.stop()
        self._close()

    # What is done, from top to bottom.

    def _install(self, source: Source) -> Steps[None]:
        driver = yield from find_driver()
        build = choose_build(driver)
        self._say(reason_for(build, driver))
        _check_space(build)
        downloads = _downloads()
        self._runner.variables = _variables(source, downloads)
        for name in ("temporary", "pip", "uv"):
            (downloads / name).mkdir(parents=True, exist_ok=True)
        uv = find_uv()
        self._expect(build, downloads, by_uv=uv is not None)
        python = own.python_path()
        if not (python.is_file() and (yield from self._is_fit(python))):
            yield from self._make_environment(uv, source)
        if uv:
            install = [str(uv), "pip", "install", "--python", str(python)]
        else:
            yield from self._update_pip(source)
            install = [str(python), *PIP, *PIP_NETWORK]
        install += WHEELS_ONLY
        yield from self._install_torch(install, build, source)
        rest = [*install, *source.arguments(), "-r", str(own.REQUIREMENTS)]
        yield from self._must(Command(rest, self.tr("Installing the other libraries")))
        test = [str(python), "-m", "core.selftest"]
        outcome = yield from self._must(Command(test, self.tr("Testing"), TEST_S, str(ROOT)))
        own.mark_whole(facts_of(outcome.output).get("engine", ""))
        own.discard(downloads)

    def _remove(self) -> Steps[None]:
        own.discard(environment_folder())
        own.discard(_downloads())
        yield from ()

    def _is_fit(self, python: Path, modules: tuple[str, ...] = ()) -> Steps[bool]:
        """Whether PyTorch runs on an interpreter, and whether it has these modules."""
        probe = (
            "import sys; from importlib.util import find_spec; "
            f"sys.exit(not ({OLDEST} <= sys.version_info[:2] <= {NEWEST} "
            f"and sys.maxsize > 2**32 and all(map(find_spec, {modules}))))"
        )
        looking = self.tr("Looking for Python")
        outcome = yield Command([str(python), "-c", probe], looking, PROBE_S)
        return outcome.code == 0

    def _make_environment(self, uv: Optional[Path], source: Source) -> Steps[None]:
        folder = environment_folder()
        own.discard(folder)
        base = yield from self._find_base(() if uv else NEEDED)
        if uv and (base or not source.wheels):
            line = [str(uv), "venv", "--python", str(base or UV_PYTHON), str(folder)]
        elif base:
            line = [str(base), "-m", "venv", "--without-pip", str(folder)]
        else:
            raise InputError(none_found())
        yield from self._must(Command(line, self.tr("Making the environment")))

    def _find_base(self, modules: tuple[str, ...]) -> Steps[Optional[Path]]:
        for python in candidates():
            if (yield from self._is_fit(python, modules)):
                return python
        return None

    def _update_pip(self, source: Source) -> Steps[None]:
        """A pip of today knows the system's certificates and goes on with broken downloads."""
        python, message = str(own.python_path()), self.tr("Getting pip ready")
        outcome = yield Command([python, "-m", "pip", "--version"], message, PROBE_S)
        if outcome.code != 0:
            yield from self._must(Command([python, "-m", "ensurepip"], message))
        update = [python, *PIP, *PIP_NETWORK, *source.arguments(), "--upgrade", "pip"]
        yield from self._must(Command(update, message))

    def _install_torch(self, install: list[str], build: Build, source: Source) -> Steps[None]:
        """PyTorch in the build chosen; where its own index fails, in that of the general one."""
        torch = [*install, "--no-deps", own.torch_requirement()]
        message = self.tr("Installing PyTorch")
        if build.index and source == Source():
            outcome = yield Command([*torch, "--index-url", build.index], message)
            if outcome.code == 0:
                return
            text = self.tr(
                "PyTorch’s own index cannot be reached: its build in the general index is "
                "installed, which may be larger by some gigabytes."
            )
            self._say(text)
        yield from self._must(Command([*torch, *source.arguments()], message))

    def _must(self, command: Command) -> Steps[Outcome]:
        """A command without which the installation cannot go on."""
        outcome = yield command
        if outcome.code is None:
            raise InputError(ended_from_outside())
        if outcome.code != 0:
            raise InputError(cause_of(outcome.output))
        return outcome

    # How it begins and ends.

    def _begin(self, steps: Steps[None]) -> None:
        """The environment counts as half a one from here on; the rest comes with the event loop."""
        self.is_running = True
        self.notes = []
        self._started = time.monotonic()
        self._watched = []
        self._megabytes = self._expected_mb = 0
        self._unwatch = threading.Event()
        try:
            problem = self._prepare()
        except OSError as error:
            problem = cause_of(str(error))
        QTimer.singleShot(0, lambda: self._end(problem) if problem else self._start(steps))

    def _prepare(self) -> str:
        """What stands against beginning, as one sentence. Raises OSError."""
        environment_folder().parent.mkdir(parents=True, exist_ok=True)
        self._log = LogFile(logs_folder(), "install")
        lock = QLockFile(f"{environment_folder()}.lock")
        lock.setStaleLockTime(0)  # no age limit; that of a process that died is taken over
        if not lock.tryLock(0):
            return self.tr("Another QGIS window is at it; wait for it to end.")
        self._lock = lock
        own.mark_partial()
        return ""

    def _start(self, steps: Steps[None]) -> None:
        if self.is_running:
            threading.Thread(target=self._watch, args=(self._unwatch,), daemon=True).start()
            self._runner.start(steps, self._log)

    def _on_finished(self, error: Optional[Exception]) -> None:
        if error is None:
            self._end("")
        elif isinstance(error, InputError):
            self._end(str(error))
        elif isinstance(error, OSError):
            self._end(cause_of(str(error)))
        else:
            self._close()
            raise error

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled; what has been downloaded is kept."))

    def _end(self, problem: str) -> None:
        if self._log:
            self._log.write(problem or "done")
        self._close()
        self.finished.emit(problem)

    def _close(self) -> None:
        self.is_running = False
        self._unwatch.set()
        if self._log:
            self._log.close()
        if self._lock:
            self._lock.unlock()
            self._lock = None

    # What the user reads meanwhile.

    def _say(self, note: str) -> None:
        self.notes.append(note)
        if self._log:
            self._log.write(note)

    def _on_began(self, message: str) -> None:
        self._step = message
        self._tell()

    def _tell(self) -> None:
        seconds = int(time.monotonic() - self._started)
        parts = [self._step]
        self.percent = -1
        if self._megabytes:
            done, total = self._megabytes, max(self._megabytes, self._expected_mb)
            parts.append(self.tr("{:,} of about {:,} MB").format(done, total))
            self.percent = min(99, 100 * done // total)
        parts.append(self.tr("{} min {:02} s").format(*divmod(seconds, 60)))
        self.message = " · ".join(parts)
        self.progressed.emit(self.message, self.percent)

    def _expect(self, build: Build, downloads: Path, by_uv: bool) -> None:
        """Which folders grow, and how far: uv links from its cache, pip unpacks what it fetched."""
        if by_uv:
            self._watched = [downloads / "uv"]
            self._expected_mb = build.disk_mb
        else:
            self._watched = [downloads / "temporary", environment_folder()]
            self._expected_mb = build.download_mb + build.disk_mb

    def _watch(self, over: threading.Event) -> None:
        """In a thread of its own, because the folders hold many thousand files."""
        while not over.wait(MEASURE_S):
            size = _size(self._watched)
            if not over.is_set():
                self._measured.emit(size // MB)

    def _on_measured(self, megabytes: int) -> None:
        if self.is_running:
            self._megabytes = max(self._megabytes, megabytes)
            self._tell()


def _downloads() -> Path:
    """What is needed only until the environment is whole."""
    return Path(f"{environment_folder()}.downloads")


def _variables(source: Source, downloads: Path) -> dict[str, str]:
    """Of the environment of pip and uv."""
    certificates = environment_folder().parent / "certificates.pem"
    # The system's own temporary folder may be too small for PyTorch.
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(downloads / "temporary"))
    return {
        **temporary,
        "PIP_CACHE_DIR": str(downloads / "pip"),
        "PIP_RESUME_RETRIES": "5",
        "UV_CACHE_DIR": str(downloads / "uv"),
        # The certificates that the system trusts; the older uv, the newer one.
        **dict.fromkeys(("UV_NATIVE_TLS", "UV_SYSTEM_CERTS"), "1"),
        **network_environment(source.index or PYTORCH_INDEX, certificates),
    }


def _check_space(build: Build) -> None:
    """Raises InputError: better now than after an hour of downloading."""
    folder = environment_folder()
    free = shutil.disk_usage(folder.parent).free // MB
    there = _size([folder, _downloads()]) // MB
    needed = build.disk_mb + 2 * build.download_mb - there  # a download and pip's copy of it
    if free < needed:
        text = translate(
            "Installer",
            "The installation needs {:,} MB on the disk of {}, which has {:,} MB left; make room "
            "there, then try again.",
        )
        raise InputError(text.format(needed, folder.parent, free))


def _size(folders: list[Path]) -> int:
    """Bytes in all files; what vanishes meanwhile does not count."""
    total = 0
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in names:
                with contextlib.suppress(OSError):
                    total += Path(path, name).lstat().st_size
    return total
