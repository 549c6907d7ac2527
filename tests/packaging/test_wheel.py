"""The library as pip installs it: built, installed outside the clone, and used as README shows."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import core

ROOT = Path(__file__).parents[2]
SOURCES = ("core", "resources/models", "pyproject.toml", "README.md", "LICENSE")
MODEL = "cmhcl/default_model/weights.safetensors"
INFO = f"cmhcl-{core.__version__}.dist-info"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
OFFLINE = ("--no-index", "--no-build-isolation")


def run(*command: object, cwd: Path) -> str:
    """Standard output of a command that must succeed; nothing of the clone is on its path."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def make_environment(folder: Path) -> Path:
    """The Python of a new environment that also finds this one's libraries, so none is fetched."""
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run(python, "-c", where, cwd=folder).strip())
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the library is built from: a build writes files next to its sources."""
    folder = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist."""
    out = tmp_path_factory.mktemp("dist")
    build = f"from setuptools import build_meta; build_meta.build_sdist({str(out)!r})"
    run(sys.executable, "-c", build, cwd=sources)
    (sdist,) = out.glob("*.tar.gz")
    run(*PIP, "wheel", *OFFLINE, "--no-deps", "--wheel-dir", out, sdist, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that the wheel is installed into, with its dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    python = make_environment(folder)
    run(*PIP, "--python", python, "install", "--no-index", wheel, cwd=folder)
    return python


@pytest.fixture(scope="module")
def scene(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that README's section names."""
    folder = tmp_path_factory.mktemp("scene")
    simulate = "import cmhcl; cmhcl.simulate('.', seed=4, size=200)"
    run(python, "-c", simulate, cwd=folder)
    return folder


def readme_script() -> str:
    """The Python of README's section "From Python"."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## From Python\n")[1].split("\n## ")[0]
    lines = [line[4:] for line in section.splitlines() if line.startswith("    ") or not line]
    script = "\n".join(lines)
    return script[script.index("import cmhcl") :]


def test_version_is_that_of_the_plugin():
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")

    assert metadata["general"]["version"] == core.__version__


@pytest.mark.slow
def test_wheel_holds_every_module_the_types_and_the_default_model(wheel: Path):
    modules = (path.relative_to(ROOT / "core") for path in (ROOT / "core").rglob("*.py"))
    expected = {f"cmhcl/{path.as_posix()}" for path in modules} | {"cmhcl/py.typed", MODEL}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert expected <= names
    assert {name.split("/")[0] for name in names} == {"cmhcl", INFO}


@pytest.mark.slow
def test_dependencies_are_those_of_the_plugins_python(wheel: Path):
    lines = (ROOT / "core" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    required = {re.split("[=<>]", line)[0] for line in lines if not line.startswith("#")}
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{INFO}/METADATA").decode()

    found = re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra ==)", metadata, re.M)
    assert set(found) == required
    assert "\nRequires-Python: >=3.10\n" in metadata


@pytest.mark.slow
def test_plain_import_loads_no_library(python: Path, tmp_path: Path):
    code = (
        "import sys, cmhcl; assert 'site-packages' in cmhcl.__file__; cmhcl.InputError; "
        "print(sorted({'torch', 'numpy', 'rasterio', 'shapely', 'scipy'} & set(sys.modules)))"
    )

    assert run(python, "-c", code, cwd=tmp_path).strip() == "[]"


@pytest.mark.slow
def test_readme_section_runs(python: Path, scene: Path, tmp_path: Path):
    shutil.copytree(scene, tmp_path, dirs_exist_ok=True)
    (tmp_path / "optical.tif").rename(tmp_path / "rgb.tif")
    script = tmp_path / "script.py"
    script.write_text(readme_script(), encoding="utf-8")

    run(python, script, cwd=tmp_path)

    assert (tmp_path / "footprints.gpkg").is_file()


@pytest.mark.slow
def test_readme_section_is_clean_for_a_strict_type_checker(python: Path, tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(readme_script() + "\nreveal_type(result)\n", encoding="utf-8")
    mypy = (sys.executable, "-m", "mypy", "--strict", "--follow-imports", "silent")

    printed = run(*mypy, "--python-executable", python, script, cwd=tmp_path)

    assert "results.ExtractResult" in printed


@pytest.mark.slow
def test_console_script_extracts_with_the_default_model(python: Path, scene: Path, tmp_path: Path):
    script = python.with_name("cmhcl")
    out = tmp_path / "footprints.gpkg"

    assert "usage: cmhcl " in run(script, "--help", cwd=tmp_path)
    assert "usage: python -m cmhcl " in run(python, "-m", "cmhcl", "--help", cwd=tmp_path)
    run(script, "extract", "--sar", scene / "sar.tif", "--out", out, cwd=tmp_path)
    assert out.is_file()


@pytest.mark.slow
def test_editable_installation_finds_the_default_model_of_the_clone(sources: Path, tmp_path: Path):
    python = make_environment(tmp_path)
    run(*PIP, "--python", python, "install", *OFFLINE, "--no-deps", "-e", sources, cwd=tmp_path)
    code = "from cmhcl.hatch.library import DEFAULT_MODEL; print(DEFAULT_MODEL)"

    printed = run(python, "-c", code, cwd=tmp_path)

    assert printed.strip() == str(sources / "resources" / "models" / "default")
