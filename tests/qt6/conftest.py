"""The plugin on PyQt6, imported as ``cmhcl_footprints`` from the source, with a fake worker."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["QT_SCALE_FACTOR"] = "1.5"  # before Qt starts
REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).with_name("stand_in")))  # the package qgis

from qgis.core import QgsApplication, QgsProject  # noqa: E402
from qgis.gui import QgisInterface  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def plugins_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The repository under the name that it has in QGIS, importable."""
    plugins = tmp_path_factory.mktemp("plugins")
    (plugins / "cmhcl_footprints").symlink_to(REPOSITORY)
    sys.path.insert(0, str(plugins))
    os.environ["CMHCL_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def clean_slate(qapp: Any, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001
    """A profile of its own, and no layers."""
    QgsApplication.profile = str(tmp_path / "profile")
    yield
    QgsProject.instance().clear()
    collect()


def collect() -> None:
    """Delete what is to be deleted, and what goes with it."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


@pytest.fixture
def fake_root(tmp_path: Path) -> Path:
    """A folder whose ``core.worker`` is the fake one of the tests in QGIS."""
    core = tmp_path / "root" / "core"
    core.mkdir(parents=True)
    (core / "__init__.py").touch()
    shutil.copytree(REPOSITORY / "core" / "hatch", core / "hatch")
    shutil.copy(REPOSITORY / "tests" / "qgis" / "fake_worker.py", core / "worker.py")
    return core.parent


@pytest.fixture(scope="session")
def model_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in a file."""
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL, export_zip

    path = tmp_path_factory.mktemp("models") / "a model.zip"
    export_zip(DEFAULT_MODEL, path)
    return path


@pytest.fixture
def iface(qapp: Any) -> Iterator[QgisInterface]:  # noqa: ARG001
    iface = QgisInterface()
    iface.mainWindow().resize(1280, 720)
    iface.mainWindow().show()
    yield iface
    iface.mainWindow().close()
    iface.mainWindow().deleteLater()


@pytest.fixture
def plugin(iface: QgisInterface, fake_root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Loaded and, at the end, unloaded."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    monkeypatch.setattr(module, "WorkerProcess", lambda *name: WorkerProcess(*name, root=fake_root))
    plugin = cmhcl_footprints.classFactory(iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
