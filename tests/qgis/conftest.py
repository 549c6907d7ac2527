"""The plugin as a user has it: unpacked from the zip, imported as ``cmhcl_footprints``."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[2]
# What tools/matrix.sh sets, in whose root folders neither make nor .venv run.
CORE_PYTHON = Path(os.environ.get("CMHCL_PYTHON", REPOSITORY / ".venv" / "bin" / "python"))
# On a busy machine examples take long.
settings.register_profile("cmhcl", deadline=None)
settings.load_profile("cmhcl")


def pytest_configure() -> None:
    """Make the zip, unless it was made: once for all processes of a parallel run."""
    if "CMHCL_ZIP" not in os.environ:
        os.environ["CMHCL_ZIP"] = str(made_zip())


@pytest.fixture(autouse=True)
def garbage_collected_in_this_thread(plugin_folder: Path) -> Iterator[None]:  # noqa: ARG001
    """In a parallel run, whose messages come in a thread, which must not delete objects of QGIS."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    from cmhcl_footprints.cmhcl_plugin.garbage import collect_due

    gc.disable()
    yield
    collect_due()


@pytest.fixture(scope="session", autouse=True)
def plugin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip, importable, with ``.venv`` as the worker's Python."""
    plugins = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(os.environ["CMHCL_ZIP"]) as archive:
        archive.extractall(plugins)
    sys.path.insert(0, str(plugins))
    os.environ["CMHCL_PYTHON"] = str(CORE_PYTHON)
    os.environ["CMHCL_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    return plugins / "cmhcl_footprints"


def made_zip() -> Path:
    """The zip of the source as it is now."""
    subprocess.run(["make", "zip"], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    return max((REPOSITORY / "dist").glob("cmhcl-*.zip"), key=lambda path: path.stat().st_mtime)


@pytest.fixture(autouse=True)
def clean_slate(qgis_canvas: Any, qgis_new_project: Any) -> Iterator[None]:  # noqa: ARG001
    """No layers, no remembered settings, QGIS in English whatever the machine speaks.

    The map is not drawn: see cmhcl_plugin/layers/reading.py for what drawing does to reading.
    """
    from qgis.core import QgsSettings

    qgis_canvas.freeze(True)
    QgsSettings().remove("cmhcl")
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "en")
    yield
    QgsSettings().remove("cmhcl")


@pytest.fixture
def fake_root(tmp_path: Path) -> Path:
    """A folder whose ``core.worker`` is the fake one."""
    core = tmp_path / "root" / "core"
    core.mkdir(parents=True)
    (core / "__init__.py").touch()
    shutil.copytree(REPOSITORY / "core" / "hatch", core / "hatch")
    shutil.copy(Path(__file__).with_name("fake_worker.py"), core / "worker.py")
    return core.parent


@pytest.fixture(scope="module")
def worker() -> Iterator[Any]:
    """One real worker for all tests of a file, as in a session of QGIS."""
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess()
    yield worker
    worker.stop()
