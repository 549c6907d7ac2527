"""Installing the worker's environment: real venv and pip on tiny wheels."""

from __future__ import annotations

import os
import shutil
import stat
from collections import namedtuple
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication
from wheels import SELFTEST, installed, make_wheel

pytest_plugins = ["environment_fixtures"]


@pytest.mark.slow
def test_install_update_and_remove(wheels: Path, profile: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import find_python
    from cmhcl_footprints.core.hatch import requirements

    assert environment.state() == environment.State.ABSENT
    assert installed(qtbot, wheels) == ""
    assert (
        environment.state() == environment.State.READY
        and environment.read_marker()["engine"] == "PyTorch 1"
    )
    assert find_python() == environment.python_path()
    assert not (profile / "cmhcl" / "env.downloads").exists()
    made = (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns

    requirements.REQUIREMENTS.write_text("torch==1.0  # pinned\ntiny==1.0")
    assert environment.state() == environment.State.READY  # nothing but comments
    requirements.REQUIREMENTS.write_text("torch==1.0\ntiny==1.0\nnewer==1.0")
    assert (
        environment.state() == environment.State.OUTDATED
        and find_python() == environment.python_path()
    )
    make_wheel(wheels, "newer")
    assert installed(qtbot, wheels) == "" and environment.state() == environment.State.READY
    assert (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns == made

    installer = Installer()
    with qtbot.waitSignal(installer.finished, timeout=10_000) as signal:
        installer.remove()
    assert signal.args == [""] and environment.state() == environment.State.ABSENT
    assert find_python() == Path(os.environ["CMHCL_PYTHON"])
    qtbot.waitUntil(lambda: not list((profile / "cmhcl").glob("env.*discarded*")), timeout=10_000)


@pytest.mark.slow
def test_interrupted_installation_is_never_used_and_continues(
    wheels: Path, profile: Path, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment

    python, test = environment.python_path(), wheels.parent / "root" / "core" / "selftest.py"
    python.parent.mkdir(parents=True)
    python.write_text("#!/nowhere/python\n")  # the one it was made from is gone
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    (wheels / "tiny-1.0-py3-none-any.whl").rename(wheels.parent / "tiny.whl")
    assert "There is no package tiny==1.0" in installed(qtbot, wheels)
    assert environment.state() == environment.State.PARTIAL and not environment.is_usable()

    made = (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns
    (wheels.parent / "tiny.whl").rename(wheels / "tiny-1.0-py3-none-any.whl")
    test.write_text("import missing")
    assert "No module named 'missing'" in installed(qtbot, wheels)
    assert environment.state() == environment.State.PARTIAL

    test.write_text(SELFTEST)
    assert installed(qtbot, wheels) == "" and environment.state() == environment.State.READY
    assert (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns == made


def processes_in(profile: Path) -> list[str]:
    """The command lines that name a file of the profile."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended meanwhile
            line = path.read_text(encoding="utf-8", errors="replace")
            if f"{profile}/" in line:
                found.append(line)
    return found


@pytest.mark.parametrize("way", ["cancel", "stop", "task bar"])
def test_no_process_runs_on_after_an_end_by(
    way: str, wheels: Path, profile: Path, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer
    from qgis.core import QgsApplication

    installer = Installer()
    ended: list[str] = []
    installer.finished.connect(ended.append)
    installer.install(PackageSource(wheels=str(wheels)))
    # ensurepip runs pip in a child
    qtbot.waitUntil(lambda: len(processes_in(profile)) > 1, timeout=60_000)
    if way == "task bar":
        QgsApplication.taskManager().activeTasks()[0].cancel()
    else:
        getattr(installer, way)()
    qtbot.waitUntil(lambda: not installer.is_running, timeout=5_000)
    qtbot.waitUntil(lambda: not processes_in(profile), timeout=5_000)
    assert ended == ([] if way == "stop" else ["Cancelled; what has been downloaded is kept."])
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=5_000)
    assert environment.state() == environment.State.PARTIAL


def test_second_window_is_refused_while_the_first_installs(wheels: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    first = Installer()
    first.install(PackageSource(wheels=str(wheels)))
    assert (
        installed(qtbot, wheels) == "Another QGIS window is installing; wait until it has finished."
    )
    assert first.is_running
    first.stop()


def test_refused_installation_that_is_stopped_says_nothing(wheels: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    first, second = Installer(), Installer()
    ended: list[str] = []
    second.finished.connect(ended.append)
    first.install(PackageSource(wheels=str(wheels)))
    second.install(PackageSource(wheels=str(wheels)))
    second.stop()
    QCoreApplication.processEvents()
    assert ended == []
    first.stop()


@pytest.mark.slow
def test_general_index_is_used_if_pytorchs_own_is_not_reached(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import pytorch
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    monkeypatch.setattr(pytorch, "PYTORCH_INDEX", "http://127.0.0.1:9/")  # nobody listens there
    monkeypatch.setenv("PIP_INDEX_URL", index_of(wheels))
    installer = Installer()
    assert installed(qtbot, "", installer) == ""
    assert any("build cu130 of the general index" in note for note in installer.notes)
    assert environment.state() == environment.State.READY


@pytest.mark.slow
def test_extra_index_is_a_mirror_of_pytorchs_own(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import pytorch
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    index = index_of(wheels)
    monkeypatch.setattr(pytorch, "PYTORCH_INDEX", "http://127.0.0.1:9/")  # nobody listens there
    monkeypatch.setenv("PIP_INDEX_URL", index)
    installer = Installer()
    ended: list[str] = []
    installer.finished.connect(ended.append)
    installer.install(PackageSource(extra_index=index))
    qtbot.waitUntil(lambda: bool(ended), timeout=120_000)
    assert ended == [""]
    assert not any("general index" in note for note in installer.notes)
    assert environment.state() == environment.State.READY


def index_of(wheels: Path) -> str:
    """The address of an index of packages with these wheels."""
    index = wheels.parent / "simple"
    for wheel in wheels.glob("*.whl"):
        folder = index / wheel.name.split("-")[0]
        folder.mkdir(parents=True)
        shutil.copy(wheel, folder)
        (folder / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>')
    return index.as_uri()


def test_uv_installs_if_there_is_one(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import installation
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.core.hatch import requirements

    uv, said = wheels.parent / "uv", wheels.parent / "said.txt"
    uv.write_text(
        f'#!/bin/sh\necho "$@" >>"{said}"\n[ "$1" = pip ] || exec "$3" -m venv --without-pip "$4"\n'
    )
    uv.chmod(0o755)
    (wheels.parent / "root" / "core" / "selftest.py").write_text("print({})")
    monkeypatch.setattr(installation, "find_uv", lambda: uv)
    assert installed(qtbot, wheels) == ""
    venv, torch, rest, openvino = said.read_text().splitlines()
    assert venv == f"venv --python /usr/bin/python3 {environment.python_path().parents[1]}"
    source = f"--no-index --find-links {wheels}"
    start = f"pip install --python {environment.python_path()} --only-binary :all:"
    assert torch == f"{start} {source} --no-deps torch==1.0"
    assert rest == f"{start} {source} -r {requirements.REQUIREMENTS}"
    assert openvino == f"{start} {source} --no-deps -r {requirements.OPENVINO}"


def test_what_is_preset_reaches_pip(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource

    source = PackageSource("https://a.example", extra_index="https://b.example")
    urls = ["--index-url", "https://a.example", "--extra-index-url", "https://b.example"]
    assert source.arguments() == urls
    assert PackageSource(extra_index="https://b.example").arguments() == urls[2:]
    offline = PackageSource("https://a.example", str(tmp_path), "https://b.example")
    assert offline.arguments() == ["--no-index", "--find-links", str(tmp_path)]


def test_nothing_is_installed_from_the_network_where_that_is_not_allowed(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import installation

    monkeypatch.setenv("CMHCL_ALLOW_NETWORK", "0")
    assert installed(qtbot, "").startswith("The settings of this computer forbid network access")
    monkeypatch.setattr(installation, "find_interpreters", list)  # gets further with a folder
    assert installed(qtbot, wheels).startswith("There is no Python 3.10 to 3.14")


def test_a_system_without_pytorch_is_reported_before_any_download(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr(os, "confstr", lambda _: "glibc 2.17")
    assert "needs glibc 2.28" in installed(qtbot, wheels)


def test_the_sandbox_of_qgis_is_reported(
    wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import installation, system
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    monkeypatch.setattr(system, "FLATPAK_INFO", tmp_path / "info")
    (tmp_path / "info").touch()
    monkeypatch.setattr(installation, "find_interpreters", list)
    installer = Installer()
    problem = installed(qtbot, wheels, installer)
    assert problem.endswith("install the program uv into ~/.local/bin, then try again.")
    assert any("QGIS runs as a Flatpak" in note for note in installer.notes)


def test_no_suitable_interpreter_is_reported(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import installation

    monkeypatch.setattr(installation, "find_interpreters", list)
    assert installed(qtbot, wheels).startswith("There is no Python 3.10 to 3.14")


def test_too_small_a_disk_is_reported_before_downloading(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 5 * 10**8))
    problem = installed(qtbot, wheels)
    assert "needs 2,400 MB" in problem and "500 MB free" in problem


def test_profile_that_cannot_be_written_is_reported(
    wheels: Path, profile: Path, qtbot: Any
) -> None:
    profile.write_text("a file where the folder should be")
    assert "File exists" in installed(qtbot, wheels) or "Not a directory" in installed(
        qtbot, wheels
    )
