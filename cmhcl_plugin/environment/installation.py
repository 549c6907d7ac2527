"""The commands that install or update the worker's environment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch import requirements
from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file
from ..numbers import fill_in
from ..paths import ROOT, certificates_file, environment_folder
from ..settings import Settings
from . import locks, virtual_environment
from .commands import Command, CommandResult, Commands
from .folder_sizes import free_megabytes, megabytes_in
from .install_failure import cause_of
from .interpreters import (
    NEWEST,
    OLDEST,
    VENV_MODULES,
    find_interpreters,
    find_uv,
    no_interpreter_message,
)
from .network import network_environment
from .nvidia_driver import find_capability, find_driver, reason_for
from .python_command import run_code, run_core, run_module
from .pytorch import CPU, GENERAL_LINUX, PYTORCH_INDEX, Build, choose_build, general_build
from .selftest import read_facts
from .system import sandbox, why_unsupported

PROBE_S = 20
TEST_S = 300
UV_PYTHON = "3.12"  # version that uv downloads if there is no suitable Python

# No questions, no compilers.
PIP = ["install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
PIP_NETWORK = ["--retries", "3", "--timeout", "15"]
WHEELS_ONLY = ["--only-binary", ":all:"]

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PackageSource:
    """Where packages come from: URLs of indexes, or a folder of wheels without a network.

    All empty: the index that pip is configured for, and PyTorch's own index for PyTorch.
    ``extra_index`` is looked in beside them, such as a mirror of PyTorch's own.
    """

    index: str = ""
    wheels: str = ""
    extra_index: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether packages come from an index or a folder of the user's own."""
        return bool(self.index or self.wheels)

    def arguments(self) -> list[str]:
        """Arguments of pip and uv alike."""
        if self.wheels:
            return ["--no-index", "--find-links", self.wheels]
        options = {"--index-url": self.index, "--extra-index-url": self.extra_index}
        return [part for option, url in options.items() if url for part in (option, url)]


class Installation:
    """One installation or update, which continues where an earlier one was interrupted.

    ``note`` gets sentences for the user about what was detected and decided. ``expect`` gets the
    folders that grow during the installation and their expected size in megabytes at the end.
    """

    def __init__(
        self,
        source: PackageSource,
        note: Callable[[str], None],
        expect: Callable[[Sequence[Path], int], None],
    ) -> None:
        self._source = source
        self._note = note
        self._expect = expect
        self._python = virtual_environment.python_path()
        self._variables: dict[str, str] = {}
        self._by_uv = False

    def commands(self) -> Commands[None]:
        """Everything from the choice of a build to the self-test.

        Raises InputError with a sentence for the user, or OSError.
        """
        problem = why_unsupported() or _without_network(self._source)
        if problem:
            raise InputError(problem)
        driver = yield from find_driver()
        capability = None if driver is None else (yield from find_capability())
        build = choose_build(driver, capability=capability)
        self._note(reason_for(build, driver, capability))
        if sandbox():
            text = translate(
                "Installation",
                "QGIS runs as a {}: the Python inside it is used, not the computer’s.",
            )
            self._note(text.format(sandbox()))
        _check_space(build)
        uv = find_uv()
        self._by_uv = uv is not None
        self._prepare_downloads()
        self._expect_size(build)
        if not (is_file(self._python) and (yield from self._is_suitable(self._python))):
            yield from self._create_environment(uv)
        if uv:
            install = [str(uv), "pip", "install", "--python", str(self._python)]
        else:
            yield from self._update_pip()
            install = run_module(self._python, "pip", *PIP, *PIP_NETWORK)
        install += WHEELS_ONLY
        installed = yield from self._install_torch(install, build)
        yield from self._install_libraries(install, installed)
        if build.name == CPU:
            yield from self._install_openvino(install)
        test = run_core(self._python, "core.selftest", ROOT)
        result = yield from self._require(test, translate("Installation", "Testing"), TEST_S)
        virtual_environment.mark_complete(read_facts(result.output).get("engine", ""))
        virtual_environment.discard(virtual_environment.downloads_folder())

    def _prepare_downloads(self) -> None:
        downloads = virtual_environment.downloads_folder()
        self._variables = _variables(self._source, downloads)
        for name in ("temporary", "pip", "uv"):
            (downloads / name).mkdir(parents=True, exist_ok=True)

    def _expect_size(self, build: Build) -> None:
        downloads = virtual_environment.downloads_folder()
        if self._by_uv:  # links files from its cache
            self._expect([downloads / "uv"], build.disk_mb)
        else:  # unpacks what it downloaded
            folders = [downloads / "temporary", environment_folder()]
            self._expect(folders, build.download_mb + build.disk_mb)

    def _is_suitable(self, python: Path, modules: tuple[str, ...] = ()) -> Commands[bool]:
        """Whether PyTorch runs on an interpreter, and whether it has these modules."""
        probe = (
            "import sys; from importlib.util import find_spec; "
            f"sys.exit(not ({OLDEST} <= sys.version_info[:2] <= {NEWEST} "
            f"and sys.maxsize > 2**32 and all(map(find_spec, {modules}))))"
        )
        message = translate("Installation", "Looking for Python")
        result = yield self._command(run_code(python, probe), message, PROBE_S)
        return result.code == 0

    def _create_environment(self, uv: Optional[Path]) -> Commands[None]:
        folder = environment_folder()
        virtual_environment.discard(folder)
        base = yield from self._find_interpreter(() if uv else VENV_MODULES)
        if uv and (base or not self._source.wheels):
            line = [str(uv), "venv", "--python", str(base or UV_PYTHON), str(folder)]
        elif base:
            line = run_module(base, "venv", "--without-pip", str(folder))
        else:
            raise InputError(no_interpreter_message())
        yield from self._require(line, translate("Installation", "Creating the environment"))

    def _find_interpreter(self, modules: tuple[str, ...]) -> Commands[Optional[Path]]:
        """The first suitable interpreter with these modules, or None."""
        for python in find_interpreters():
            if (yield from self._is_suitable(python, modules)):
                return python
        return None

    def _update_pip(self) -> Commands[None]:
        """A recent pip uses the system's certificates and resumes interrupted downloads."""
        python, message = self._python, translate("Installation", "Updating pip")
        result = yield self._command(run_module(python, "pip", "--version"), message, PROBE_S)
        if result.code != 0:
            yield from self._require(run_module(python, "ensurepip"), message)
        install = run_module(python, "pip", *PIP, *PIP_NETWORK, *WHEELS_ONLY, "--upgrade")
        yield from self._install_locked(install, locks.lock_files(locks.PIP), ["pip"], message)

    def _install_torch(self, install: list[str], build: Build) -> Commands[str]:
        """PyTorch from the index of the build, else from the general one.

        Returns the name of the build, empty if it is not known.
        """
        torch = ["--no-deps", requirements.torch_requirement()]
        message = translate("Installation", "Installing PyTorch")
        if build.index and not self._source.is_chosen:
            # Of an exact version, but its hashes are not known.
            own = [*install, *torch, "--index-url", build.index, *self._source.arguments()]
            result = yield self._command(own, message)
            if result.code == 0:
                return build.name
            general = general_build()
            text = translate(
                "Installation",
                "PyTorch’s own index cannot be reached; the build {} of the general index is "
                "installed instead: about {:.1f} GB to download and {:.1f} GB on disk.",
            )
            sizes = general.download_mb / 1000, general.disk_mb / 1000
            self._note(fill_in(text, general.name, *sizes))
            _check_space(general)
            self._expect_size(general)
        files = locks.lock_files(locks.TORCH)
        is_locked = yield from self._install_locked(install, files, torch, message)
        return GENERAL_LINUX if is_locked else ""

    def _install_libraries(self, install: list[str], build: str) -> Commands[None]:
        """What a build of PyTorch and CMH-CL need."""
        message = translate("Installation", "Installing the other libraries")
        files = locks.lock_files(*locks.libraries_of(build))
        whole = ["-r", str(requirements.REQUIREMENTS)]
        is_locked = yield from self._install_locked(install, files, whole, message)
        if is_locked and not locks.are_complete(build):
            yield from self._install_locked(install, [], whole, message)

    def _install_openvino(self, install: list[str]) -> Commands[None]:
        """The engine that is faster on most processors; PyTorch works without it."""
        files = locks.lock_files(locks.OPENVINO)
        unlocked = ["--no-deps", "-r", str(requirements.OPENVINO)]
        message = translate("Installation", "Installing OpenVINO")
        try:
            yield from self._install_locked(install, files, unlocked, message)
        except InputError as error:
            text = translate(
                "Installation",
                "OpenVINO could not be installed, so extractions take longer on the CPU: {}",
            )
            self._note(text.format(error))

    def _install_locked(
        self, install: list[str], files: list[Path], unlocked: list[str], message: str
    ) -> Commands[bool]:
        """Install from lock files and compare hashes; True if that worked.

        Without lock files, or if the user's own index or folder lacks these packages, install
        ``unlocked`` instead and return False. A failure with the general index is an InputError.
        """
        source = self._source.arguments()
        if files:
            wanted = [argument for path in files for argument in ("-r", str(path))]
            line = [*install, *source, "--no-deps", "--require-hashes", *wanted]
            if not self._source.is_chosen:
                yield from self._require(line, message)
                return True
            result = yield self._command(line, message)
            if result.code is None:
                raise InputError(cause_of(result.output))
            if result.code == 0:
                return True
        self._note(
            translate(
                "Installation",
                "{}: some packages are not in the plugin’s lock file, so their hashes are not "
                "compared.",
            ).format(message)
        )
        yield from self._require([*install, *source, *unlocked], message)
        return False

    def _require(
        self, line: list[str], message: str, timeout_s: int = 0
    ) -> Commands[CommandResult]:
        """A command that has to succeed. Raises InputError."""
        result = yield self._command(line, message, timeout_s)
        if result.code != 0:
            raise InputError(cause_of(result.output))
        return result

    def _command(self, line: list[str], message: str, timeout_s: int = 0) -> Command:
        return Command(line, message, timeout_s, self._variables)


def removal() -> Commands[None]:
    """Remove the environment; its files are deleted in the background. Raises OSError."""
    virtual_environment.discard(environment_folder())
    virtual_environment.discard(virtual_environment.downloads_folder())
    yield from ()


def _variables(source: PackageSource, downloads: Path) -> dict[str, str]:
    """Environment variables of pip and uv."""
    # The system's own temporary folder may be too small for PyTorch.
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(downloads / "temporary"))
    return {
        **temporary,
        "PIP_CACHE_DIR": str(downloads / "pip"),
        "PIP_RESUME_RETRIES": "5",
        "UV_CACHE_DIR": str(downloads / "uv"),
        # The certificates that the system trusts; names of older and newer versions of uv.
        **dict.fromkeys(("UV_NATIVE_TLS", "UV_SYSTEM_CERTS"), "1"),
        **network_environment(source.index or PYTORCH_INDEX, certificates_file()),
    }


def _without_network(source: PackageSource) -> str:
    """Why the settings prevent an installation from the network, or ""."""
    if source.wheels or Settings.load().allow_network:
        return ""
    return translate(
        "Installation",
        "The settings of this computer forbid network access; choose a folder of wheels to "
        "install from, or ask your administrator.",
    )


def _check_space(build: Build) -> None:
    """Raise InputError if the disk is too small, rather than after an hour of downloading."""
    folder = environment_folder()
    free = free_megabytes(folder.parent)
    present = megabytes_in([folder, virtual_environment.downloads_folder()])
    needed = build.disk_mb + 2 * build.download_mb - present  # a download and pip's copy of it
    if free < needed:
        text = translate(
            "Installation",
            "The installation needs {:,} MB on the disk of {}, which has {:,} MB free; "
            "free up space there, then try again.",
        )
        raise InputError(fill_in(text, needed, folder.parent, free))
