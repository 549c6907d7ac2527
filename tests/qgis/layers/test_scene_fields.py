"""The fields of a scene on a page, and the selection that they show and edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsProject

TIMEOUT_MS = 15_000


@pytest.fixture
def worker(fake_root: Path) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    yield worker
    worker.stop()


class Fields:
    """A selection with its widgets, in the state that a page leaves them."""

    def __init__(self, worker: Any) -> None:
        from cmhcl_footprints.cmhcl_plugin.layers.optical_combo import OpticalCombo
        from cmhcl_footprints.cmhcl_plugin.layers.sar_input import SarInput
        from cmhcl_footprints.cmhcl_plugin.layers.scene_selection import SceneSelection

        self.selection = SceneSelection("/test/scene")
        self.sar = SarInput(worker, self.selection)
        self.optical = OpticalCombo(self.selection)


def add(folder: Path, name: str) -> Any:
    return scenes.add_raster(scenes.write_raster(folder / f"{name}.tif", scenes.speckle()))


def test_first_raster_that_is_added_becomes_the_sar_layer(worker: Any, tmp_path: Path) -> None:
    fields = Fields(worker)
    layer = add(tmp_path, "sar")
    assert fields.selection.choice.sar == (layer.id(),)
    assert fields.sar.layers.layers() == [layer]


def test_widgets_show_what_is_chosen_in_the_selection(worker: Any, tmp_path: Path) -> None:
    first, second, third = (add(tmp_path, name) for name in "abc")
    fields = Fields(worker)
    fields.selection.choose_sar([third, first])
    fields.selection.choose_optical(second)
    fields.selection.override(radiometry="power")
    assert fields.sar.layers.layers() == [third, first]
    assert fields.optical.currentLayer() == second
    assert fields.sar.radiometry.currentData() == "power"


def test_selection_has_what_is_chosen_in_the_widgets(worker: Any, tmp_path: Path) -> None:
    first, second, third = (add(tmp_path, name) for name in "abc")
    fields = Fields(worker)
    fields.sar.layers.choose(second)
    fields.sar.layers.add()
    fields.sar.layers.further[0].setLayer(third)
    fields.optical.setLayer(first)
    assert fields.selection.sar_layers() == [second, third]
    assert fields.selection.optical_layer() == first


def test_removed_optical_layer_is_replaced_by_none(worker: Any, tmp_path: Path) -> None:
    layers = [add(tmp_path, name) for name in "abc"]
    fields = Fields(worker)
    fields.optical.setLayer(layers[1])
    QgsProject.instance().removeMapLayer(layers[1].id())
    assert fields.optical.currentLayer() is None and fields.optical.currentText() == "None"
    assert fields.selection.optical_layer() is None


def test_no_layer_is_shown_by_its_text(worker: Any, tmp_path: Path) -> None:
    fields = Fields(worker)
    first, second = add(tmp_path, "a"), add(tmp_path, "b")
    assert fields.optical.currentText() == "None"
    fields.selection.choose_sar([first, second])
    fields.selection.choose_sar([first])
    assert fields.sar.layers.further[0].currentText() == "Choose a layer…"


def test_inspection_is_kept_until_other_sar_layers_are_chosen(
    worker: Any, qtbot: Any, tmp_path: Path
) -> None:
    first, second = add(tmp_path, "a"), add(tmp_path, "b")
    fields = Fields(worker)
    fields.selection.choose_sar([first])
    qtbot.addWidget(fields.sar)
    fields.sar.show()
    qtbot.waitUntil(lambda: fields.selection.inspection is not None, timeout=TIMEOUT_MS)
    assert fields.selection.inspection.radiometry == "amplitude"
    assert fields.sar.found.text().startswith("VV, HH · amplitude")
    fields.selection.choose_optical(second)
    assert fields.selection.inspection is not None
    fields.selection.choose_sar([second])
    assert fields.selection.inspection is None and fields.sar.found.text() == ""
    qtbot.waitUntil(lambda: fields.selection.inspection is not None, timeout=TIMEOUT_MS)
    assert first.isValid()
