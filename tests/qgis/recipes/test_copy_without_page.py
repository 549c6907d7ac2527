"""A page that is deleted while the files of a command are written."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject


class Layers:
    """Labels that are written slowly."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()

    def write(self, folder: Path) -> None:
        (folder / "labels.gpkg").touch()
        self.goes_on.wait(60)


class Settings(QObject):
    title = "town"

    def __init__(self, labels: Layers) -> None:
        super().__init__()
        self._labels = labels

    def layers(self) -> Layers:
        return self._labels


def test_folder_of_a_command_is_removed_if_the_page_is_gone_before_its_end(
    qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin import background
    from cmhcl_footprints.cmhcl_plugin.recipes.copy_button import CopyFinetuneButton

    QgsProject.instance().setPresetHomePath(str(tmp_path))
    labels, folder = Layers(), tmp_path / "cmhcl_town"
    button = CopyFinetuneButton(Settings(labels))
    button.menu().actions()[0].trigger()
    qtbot.waitUntil((folder / "labels.gpkg").exists, timeout=15_000)
    sip.delete(button)
    labels.goes_on.set()
    qtbot.waitUntil(lambda: not background._calls, timeout=15_000)
    assert not folder.exists()
