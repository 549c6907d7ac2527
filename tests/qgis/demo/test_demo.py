"""A demo scene by one click, with the real worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt

TIMEOUT_MS = 120_000


class Novice:
    """The page Extract of an empty project whose home is a folder."""

    def __init__(self, pages: Any, qtbot: Any, home: Path) -> None:
        self.pages = pages
        self.page = pages.extract
        self.box = pages.extract.demo_box
        self.qtbot = qtbot
        self.home = home

    def press(self) -> None:
        assert self.box.isVisible()
        self.qtbot.mouseClick(self.box.button, Qt.MouseButton.LeftButton)

    def wait(self) -> str:
        """Until the simulation has ended; the message."""
        self.qtbot.waitUntil(lambda: not self.page.demo.is_running, timeout=TIMEOUT_MS)
        return scenes.visible_text(self.pages)

    def groups(self) -> list[Any]:
        return QgsProject.instance().layerTreeRoot().findGroups()


@pytest.fixture
def novice(qgis_iface: Any, worker: Any, qtbot: Any, tmp_path: Path) -> Iterator[Novice]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages

    QgsProject.instance().setPresetHomePath(str(tmp_path))
    pages = Pages(qgis_iface, worker, worker, ExtractSettings())
    pages.show()
    yield Novice(pages, qtbot, tmp_path)
    qtbot.waitUntil(lambda: not pages.extract.demo.is_running, timeout=TIMEOUT_MS)
    pages.unload()
    pages.deleteLater()


def test_box_is_never_a_window_of_its_own(worker: Any, qgis_iface: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.demo.box import DemoBox
    from cmhcl_footprints.cmhcl_plugin.demo.scene import DemoScene
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings

    demo = DemoScene(qgis_iface, worker, ExtractSettings())
    box = DemoBox(demo)
    assert not box.isVisible()
    box.unload()
    demo.unload()


def test_unloaded_box_follows_the_project_no_longer(
    worker: Any, qgis_iface: Any, qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.demo.box import DemoBox
    from cmhcl_footprints.cmhcl_plugin.demo.scene import DemoScene
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings

    demo = DemoScene(qgis_iface, worker, ExtractSettings())
    box = DemoBox(demo)
    qtbot.addWidget(box)
    box.show()
    path = scenes.write_raster(tmp_path / "a.tif", scenes.speckle())
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(path), "a"), False)
    box.unload()
    demo.unload()
    QCoreApplication.processEvents()
    assert box.isVisible()


@pytest.mark.slow
def test_scene_is_on_the_map_and_chosen(novice: Novice, qgis_iface: Any) -> None:
    assert novice.box.button.text() == "Make a &demo scene"
    novice.press()
    assert novice.box.button.text() == "Cance&l" and novice.box.progress.bar.isVisible()
    folder = novice.home / "cmhcl_demo"
    assert (
        novice.wait() == f"The demo scene is on the map; press Extract. Its files are in: {folder}"
    )
    assert sorted(path.name for path in folder.glob("*.*")) == [
        *("buildings.geojson", "optical.tif", "sar.tif")
    ]
    (group,) = novice.groups()
    layers = [node.layer() for node in group.findLayers()]
    names = [layer.name() for layer in layers]
    assert group.name() == "Demo scene" and names == ["Reference buildings", "SAR", "Optical"]
    assert layers[0].featureCount() > 50
    scene = novice.page.settings.scene
    assert scene.sar_layers() == [layers[1]] and scene.optical_layer() is layers[2]
    assert qgis_iface.activeLayer() is layers[1]
    canvas = qgis_iface.mapCanvas()
    shown = canvas.mapSettings().layerExtentToOutputExtent(layers[1], layers[1].extent())
    novice.qtbot.waitUntil(lambda: canvas.extent().contains(shown))
    assert layers[1].renderer().type() == "singlebandgray"
    assert not any(node.isExpanded() for node in group.findLayers())
    novice.qtbot.waitUntil(lambda: not novice.box.isVisible())
    added = scenes.add_labels(name="mine")
    root = QgsProject.instance().layerTreeRoot()
    assert root.findLayer(added).parent() is root and len(group.findLayers()) == 3


@pytest.mark.slow
def test_page_is_ready_to_press(novice: Novice) -> None:
    novice.press()
    novice.wait()
    novice.qtbot.mouseClick(novice.page.button, Qt.MouseButton.LeftButton)
    novice.qtbot.waitUntil(lambda: not novice.page.extraction.is_running, timeout=TIMEOUT_MS)
    assert "in the layer" in scenes.visible_text(novice.pages)
    footprints = QgsProject.instance().layerTreeRoot().children()[0].layer()
    assert footprints.featureCount() > 10
    assert Path(footprints.source().partition("|")[0]).parent == novice.home


def test_progress_of_the_simulation_is_shown(novice: Novice) -> None:
    shown: list[str] = []
    novice.page.demo.progressed.connect(lambda _: shown.append(novice.box.progress.text.text()))
    novice.press()
    novice.wait()
    assert any("Simulating" in text for text in shown)


def test_second_scene_has_a_folder_of_its_own(novice: Novice) -> None:
    (novice.home / "cmhcl_demo").mkdir()
    novice.press()
    assert str(novice.home / "cmhcl_demo_2") in novice.wait()
    assert (novice.home / "cmhcl_demo_2" / "sar.tif").exists()


def test_offered_only_where_there_is_no_raster(novice: Novice, tmp_path: Path) -> None:
    assert novice.box.isVisible()
    scenes.add_labels()
    layer = scenes.add_raster(scenes.write_raster(tmp_path / "a.tif", scenes.speckle()))
    novice.qtbot.waitUntil(lambda: not novice.box.isVisible())
    QgsProject.instance().removeMapLayer(layer.id())
    novice.qtbot.waitUntil(novice.box.isVisible)


def test_cancelled_scene_is_not_added(novice: Novice) -> None:
    novice.press()
    novice.press()
    assert novice.wait() == ""
    assert novice.groups() == [] and novice.box.button.text() == "Make a &demo scene"
    assert not (novice.home / "cmhcl_demo").exists()


def test_another_project_does_not_get_it(novice: Novice) -> None:
    novice.press()
    QgsProject.instance().clear()
    assert novice.wait().startswith("The demo scene is ready, but not on the map, because another")
    assert novice.groups() == [] and (novice.home / "cmhcl_demo" / "sar.tif").exists()


def test_failure_is_reported(novice: Novice, worker: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    module = "cmhcl_footprints.cmhcl_plugin.worker.launch"
    novice.qtbot.waitUntil(lambda: worker.readiness is not None, timeout=TIMEOUT_MS)
    worker.stop()
    monkeypatch.setattr(f"{module}.find_python", lambda: None)
    novice.press()
    assert "no Python environment yet" in novice.wait()
    assert novice.box.isVisible() and novice.groups() == []


def test_folder_that_does_not_exist_is_reported(
    novice: Novice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "cmhcl_footprints.cmhcl_plugin.layers.output_paths"
    monkeypatch.setattr(f"{module}.first_existing_folder", lambda *_: tmp_path / "gone")
    novice.press()
    text = scenes.visible_text(novice.pages)
    assert text == f"The folder does not exist; choose another: {tmp_path / 'gone'}"
    assert not novice.page.demo.is_running
