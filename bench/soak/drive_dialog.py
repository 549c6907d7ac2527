"""Runs inside QGIS: opens and closes the plugin's panel, and writes down what QGIS takes.

The plan names ``zip`` (of the plugin), ``sar``, and ``cycles``. In each cycle the panel is made,
opened on every page, closed, opened and closed again, and deleted; its worker starts and ends.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import FOLDER, PLAN, add_raster, run, settle, wait

sys.path.insert(0, PLAN["repository"])
from bench.soak.usage import usage_of


def cycle(plugin: Any) -> None:
    sar = add_raster(PLAN["sar"])
    plugin.action.trigger()
    dialog = plugin.pages
    for page in (dialog.finetune, dialog.models, dialog.extract):
        dialog.show_page(page)
    dialog.extract.form.sar.layers.choose(sar)
    wait(lambda: "·" in dialog.extract.form.sar.found.text())
    plugin.panel.close()
    plugin.action.trigger()
    plugin.panel.close()
    for worker in (plugin.worker, plugin.trainer):
        worker.stop()
    plugin._remove_panels()
    plugin._add_panel()
    QgsProject.instance().clear()
    iface.messageBar().clearWidgets()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def files() -> list[str]:
    """Files of the plugin in the profile, and temporary files but for QGIS's own."""
    profile = Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl"
    found = [*profile.rglob("*"), *(FOLDER / "tmp").rglob("*")]
    return sorted(str(path) for path in found if path.is_file() and not is_qgis_own(path))


def is_qgis_own(path: Path) -> bool:
    """Whether it is a temporary file of QGIS, as the styles that 3.40 makes for each project."""
    styles = path.parent.name.startswith("QGIS3-") and path.name.endswith("_styles.db")
    return styles or path.name.startswith("QGIS3.")


def drive() -> dict[str, list[Any]]:
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    seen: dict[str, list[Any]] = {"usages": [], "files": []}
    for _ in range(int(PLAN["cycles"])):
        cycle(plugin)
        seen["usages"].append(asdict(usage_of(os.getpid())))
        seen["files"].append(files())
    qgis.utils.unloadPlugin("cmhcl_footprints")
    return seen


run(drive)
