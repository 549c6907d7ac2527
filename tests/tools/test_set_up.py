"""What make sets up: missing programs, the build of PyTorch, which tests may be skipped."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"
PROGRAMS = ("qgis", "xvfb-run", "Xvfb", "xauth", "openbox", "lrelease")
NEEDED = ("cut", "sort", "tr", "sed", "env")  # by tools/system.sh itself


# Programs: tools/system.sh


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A search path on which all programs are, and an apt-get that writes down its arguments."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in NEEDED:
        (folder / name).symlink_to(str(shutil.which(name)))
    for name in PROGRAMS:
        script(folder / name, "exit 0")
    script(folder / "id", "echo 0")
    script(folder / "apt-get", f'echo "$DEBIAN_FRONTEND: $*" >>"{tmp_path}/apt.txt"')
    return folder


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def system(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", TOOLS / "system.sh"], env={"PATH": str(folder)}, capture_output=True, text=True
    )


def test_nothing_is_installed_where_all_is_there(bin_folder: Path, tmp_path: Path) -> None:
    assert system(bin_folder).returncode == 0
    assert not (tmp_path / "apt.txt").exists()


@pytest.mark.parametrize(
    ("name", "package"), [("Xvfb", "xvfb"), ("lrelease", "qttools5-dev-tools")]
)
def test_each_missing_program_is_installed(
    bin_folder: Path, tmp_path: Path, name: str, package: str
) -> None:
    (bin_folder / name).rename(tmp_path / name)
    script(
        bin_folder / "apt-get",
        f'echo "$DEBIAN_FRONTEND: $*" >>"{tmp_path}/apt.txt"\n'
        f'[ "$1" = update ] || {shutil.which("cp")} "{tmp_path}/{name}" "{bin_folder}"',
    )
    done = system(bin_folder)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "apt.txt").read_text().splitlines() == [
        ": update",
        f"noninteractive: install -y --no-install-recommends {package}",
    ]


def test_program_that_stays_missing_is_an_error(bin_folder: Path) -> None:
    (bin_folder / "openbox").unlink()
    done = system(bin_folder)
    assert done.returncode == 1
    assert done.stderr == (
        "make system: still missing after the installation of openbox: openbox.\n"
    )


def test_ordinary_user_without_sudo_is_told_what_to_install(bin_folder: Path) -> None:
    (bin_folder / "openbox").unlink()
    script(bin_folder / "id", "echo 1000")
    done = system(bin_folder)
    assert done.returncode == 1
    assert done.stderr == (
        "make system: missing: openbox; install sudo, or as root the packages openbox.\n"
    )


def test_apt_asks_no_questions_through_sudo(bin_folder: Path, tmp_path: Path) -> None:
    (bin_folder / "openbox").unlink()
    script(bin_folder / "id", "echo 1000")
    script(bin_folder / "sudo", f'exec {shutil.which("env")} -i PATH="$PATH" "$@"')  # no variables
    system(bin_folder)
    assert "noninteractive: install" in (tmp_path / "apt.txt").read_text()


# PyTorch: tools/make_env.py


@pytest.fixture
def make_env(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The script, whose calls of pip are written down in ``calls`` and succeed unless ``fails``."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    script = SimpleNamespace(calls=[], fails=lambda _: False)
    names = runpy.run_path(str(TOOLS / "make_env.py"))

    def pip(_: Path, *arguments: str, check: bool = False) -> bool:
        script.calls.append(arguments)
        if script.fails(arguments) and check:
            sys.exit(1)
        return not script.fails(arguments)

    functions = names["main"].__globals__
    functions.update(pip=pip, is_installed=lambda *_: False, find_driver=lambda: None)
    script.names = functions
    return script


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An environment that has been made already."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    return tmp_path / ".venv"


@pytest.mark.parametrize(
    ("driver", "said"), [(None, "no NVIDIA driver found"), (470, "NVIDIA driver 470 is too old")]
)
def test_cpu_build_without_a_fit_driver(
    make_env: SimpleNamespace,
    environment: Path,
    capsys: pytest.CaptureFixture[str],
    driver: int | None,
    said: str,
) -> None:
    make_env.names.update(find_driver=lambda: driver)
    make_env.names["main"](environment)
    torch, rest, openvino = make_env.calls
    assert torch[1].startswith("torch==") and "https://download.pytorch.org/whl/cpu" in torch
    assert "-r" in rest and "--index-url" not in rest
    assert openvino[0] == "--no-deps" and openvino[2].endswith("requirements-openvino.txt")
    printed = capsys.readouterr().out
    assert f"in the build for the CPU ({said})" in printed
    assert "about 0.5 GB to download, 1.9 GB in" in printed


def test_build_for_the_driver(make_env: SimpleNamespace, environment: Path) -> None:
    make_env.names.update(find_driver=lambda: 580)
    make_env.names["main"](environment)
    assert "https://download.pytorch.org/whl/cu130" in make_env.calls[0]


def test_pips_own_index_instead_of_pytorchs(
    make_env: SimpleNamespace, environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_env.fails = lambda arguments: "--index-url" in arguments
    make_env.names["main"](environment)
    assert make_env.calls[1] == ("--no-deps", make_env.calls[0][1])
    assert "2.8 GB to download and 6.5 GB on disk" in capsys.readouterr().out


def test_failure_of_pip_ends_it(make_env: SimpleNamespace, environment: Path) -> None:
    make_env.fails = lambda _: True
    with pytest.raises(SystemExit):
        make_env.names["main"](environment)
    assert len(make_env.calls) == 2


def test_pytorch_that_is_there_is_left_alone(
    make_env: SimpleNamespace, environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_env.names.update(is_installed=lambda *_: True)
    make_env.names["main"](environment)
    assert [any("torch==" in a for a in call) for call in make_env.calls] == [False, False]
    assert "Installing" not in capsys.readouterr().out


def test_installed_version_in_any_build() -> None:
    import torch

    names = runpy.run_path(str(TOOLS / "make_env.py"))
    version = torch.__version__.partition("+")[0]
    assert names["is_installed"](Path(sys.executable), f"torch=={version}")
    assert not names["is_installed"](Path(sys.executable), "torch==0.1.0")
    assert not names["is_installed"](Path(sys.executable), "no-such-package==1.0")


# Skipped tests: tools/run_tests.py


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("pass", 0),
        ("pytest.skip('../shared/data is not here')", 0),
        ("pytest.skip('needs Xvfb')", 1),
        ("pytest.xfail('known')", 0),
        ("assert False", 1),
    ],
)
def test_status_of_a_run(tmp_path: Path, body: str, status: int) -> None:
    done = run_tests(tmp_path, f"import pytest\ndef test_it():\n    {body}\n")
    assert done.returncode == status, done.stdout
    assert ("this counts as a failure" in done.stdout) == ("Xvfb" in body)


def test_skipped_module_counts(tmp_path: Path) -> None:
    text = "import pytest\npytest.importorskip('no_such_module')\ndef test_it():\n    pass\n"
    (tmp_path / "test_other.py").write_text("def test_other():\n    pass\n")
    done = run_tests(tmp_path, text)
    assert done.returncode == 1 and "no_such_module" in done.stdout


@pytest.mark.slow
def test_skipped_test_counts_in_parallel(tmp_path: Path) -> None:
    text = "import pytest\ndef test_it():\n    pytest.skip('needs Xvfb')\n"
    done = run_tests(tmp_path, text, "-n", "2")
    assert done.returncode == 1 and "test_it: Skipped: needs Xvfb" in done.stdout


def run_tests(folder: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_made.py").write_text(text)
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    return subprocess.run(
        [sys.executable, TOOLS / "run_tests.py", *options, folder],
        env=variables,
        stdout=subprocess.PIPE,
        text=True,
    )
