"""Lock files: which belong to a build, and what an installation does with their hashes."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from wheels import installed, make_wheel

pytest_plugins = ["environment_fixtures"]


@pytest.fixture
def lock(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of lock files for the tiny wheels."""
    from cmhcl_footprints.cmhcl_plugin.environment import locks
    from cmhcl_footprints.core.hatch.requirements import requirements_digest

    folder = wheels.parent / "locks"
    folder.mkdir()
    wheel_of = {
        locks.TORCH: "torch",
        locks.LIBRARIES: "tiny",
        locks.CUDA_13: "",
        locks.OPENVINO: "openvino",
    }
    for name, wheel in wheel_of.items():
        text = locks.HEAD + requirements_digest() + "\n"
        if wheel:
            data = (wheels / f"{wheel}-1.0-py3-none-any.whl").read_bytes()
            text += f"{wheel}==1.0 \\\n    --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"
        (folder / f"{name}.txt").write_text(text)
    monkeypatch.setattr(locks, "LOCKS", folder)
    return folder


@pytest.fixture
def index(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The general index; PyTorch's own cannot be reached."""
    from cmhcl_footprints.cmhcl_plugin.environment import pytorch

    folder = wheels.parent / "simple"
    for wheel in wheels.glob("*.whl"):
        package = folder / wheel.name.split("-")[0]
        package.mkdir(parents=True)
        shutil.copy(wheel, package)
        (package / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>')
    monkeypatch.setattr(pytorch, "PYTORCH_INDEX", "http://127.0.0.1:9/")  # nobody listens there
    monkeypatch.setenv("PIP_INDEX_URL", folder.as_uri())
    return folder


def change(folder: Path, name: str) -> None:
    """Another wheel of the same name and version."""
    make_wheel(folder, name)
    with (folder / f"{name}-1.0-py3-none-any.whl").open("ab") as file:
        file.write(b"\0")


@pytest.mark.slow
@pytest.mark.usefixtures("index")
def test_wheels_of_the_lock_are_installed(lock: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    installer = Installer()
    assert installed(qtbot, "", installer) == "" and installer.log_path
    commands = [
        line for line in installer.log_path.read_text().splitlines() if "--require-hashes" in line
    ]
    assert [f"{lock}/torch.txt" in line for line in commands] == [True, False, False]
    assert all(f"{lock}/{name}.txt" in commands[1] for name in ("libraries", "cuda13"))
    assert f"{lock}/openvino.txt" in commands[2]
    assert not any("hashes" in note for note in installer.notes if "pip" not in note)


@pytest.mark.slow
@pytest.mark.usefixtures("lock")
@pytest.mark.parametrize("name", ["torch", "tiny"])
def test_another_wheel_in_the_general_index_is_refused(index: Path, name: str, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment

    change(index / name, name)
    assert "a proxy alters files" in installed(qtbot, "")
    assert environment.state() == environment.State.PARTIAL


@pytest.mark.slow
@pytest.mark.usefixtures("lock")
def test_without_openvino_the_environment_is_complete(index: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import virtual_environment as environment
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    change(index / "openvino", "openvino")
    installer = Installer()
    assert installed(qtbot, "", installer) == ""
    assert environment.state() == environment.State.READY
    assert any(note.startswith("OpenVINO could not be installed") for note in installer.notes)


@pytest.mark.slow
@pytest.mark.usefixtures("lock")
def test_another_wheel_in_a_folder_of_the_users_own_is_installed_with_a_note(
    wheels: Path, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    change(wheels, "torch")
    installer = Installer()
    assert installed(qtbot, wheels, installer) == ""
    noted = [note for note in installer.notes if "hashes are not compared" in note]
    assert any(note.startswith("Installing PyTorch") for note in noted)
    assert installer.log_path and noted[0] in installer.log_path.read_text()


def test_a_lock_for_other_requirements_is_not_used(lock: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.locks import LIBRARIES, TORCH, lock_files
    from cmhcl_footprints.core.hatch import requirements

    assert lock_files(TORCH, LIBRARIES) == [lock / "torch.txt", lock / "libraries.txt"]
    assert lock_files(TORCH, "missing") == []
    requirements.REQUIREMENTS.write_text("torch==1.0\ntiny==2.0")
    assert lock_files(TORCH) == []


@pytest.mark.parametrize(
    ("build", "platform", "files", "complete"),
    [
        ("cpu", "linux", ("libraries",), True),
        ("cu130", "linux", ("libraries", "cuda13"), True),
        ("cu126", "linux", ("libraries",), False),
        ("", "linux", ("libraries",), False),
        ("", "win32", ("libraries",), False),
        ("cu126", "win32", ("libraries",), True),
        ("mps", "darwin", ("libraries",), True),
    ],
)
def test_each_build_has_its_files(
    build: str, platform: str, files: tuple[str, ...], complete: bool
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.locks import are_complete, libraries_of

    assert libraries_of(build, platform) == files
    assert are_complete(build, platform) == complete


def test_the_locks_that_ship_are_those_of_the_requirements() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import locks

    names = (locks.PIP, locks.TORCH, locks.LIBRARIES, locks.CUDA_13)
    assert len(locks.lock_files(*names)) == len(names)
