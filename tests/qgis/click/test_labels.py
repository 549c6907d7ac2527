"""Footprints by click as labels of a fine-tuning, with their surroundings as its area."""

from __future__ import annotations

import pytest
from map_mouse import Mouse
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from test_buildings import east

pytest_plugins = ["map_mouse_fixtures"]


def use_as_labels(mouse: Mouse) -> None:
    mouse.by_click.action.labels.trigger()


def test_menu_of_the_button_fills_in_the_page_fine_tune(mouse: Mouse) -> None:
    sar = mouse.scene()
    optical = mouse.scene("optical")
    mouse.look_at(sar)
    mouse.take_tool()
    mouse.settings.scene.choose_sar([sar])
    mouse.settings.scene.choose_optical(optical)
    mouse.click_building()
    mouse.click_building(east(60), accept=False)  # accepted on the way
    use_as_labels(mouse)
    dialog = mouse.plugin.pages
    assert dialog.isVisible() and dialog.tabs.currentWidget() is dialog.finetune
    settings = dialog.finetune.settings
    assert settings.labels_layer() == mouse.layer and mouse.layer.featureCount() == 2
    assert settings.scene.sar_layers() == [sar] and settings.scene.optical_layer() == optical
    area = settings.area_layer()
    (surroundings,) = (feature.geometry() for feature in area.getFeatures())
    # 10 m around two squares of 12 m, corners kept
    assert surroundings.area() == pytest.approx(2 * 32**2, rel=0.02)
    assert surroundings.contains(QgsGeometry.unaryUnion(mouse.footprints))
    assert settings.missing() == ""


def test_area_is_made_again_and_the_layer_knows_its_scene_in_a_saved_project(mouse: Mouse) -> None:
    mouse.scene("another")
    sar = mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    use_as_labels(mouse)
    mouse.click_building(east(60))
    use_as_labels(mouse)
    settings = mouse.plugin.pages.finetune.settings
    assert settings.area_layer().extent().width() > 80
    project = QgsProject.instance()
    names = [layer.name() for layer in project.mapLayers().values()]
    assert names.count("Labelled area") == 1
    mouse.layer.commitChanges()
    path = str(mouse.folder / "project.qgz")
    assert project.write(path)
    source = sar.source()
    project.clear()
    assert project.read(path)
    use_as_labels(mouse)
    assert settings.scene.sar_layers()[0].source() == source


@pytest.mark.parametrize("saved", [True, False])
def test_area_that_was_edited_is_kept(mouse: Mouse, saved: bool) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    use_as_labels(mouse)
    settings = mouse.plugin.pages.finetune.settings
    edited = settings.area_layer()
    assert not asked_for(edited)
    enlarge(edited)
    assert asked_for(edited)
    if saved:
        assert edited.commitChanges()
    mouse.click_building(east(60))
    use_as_labels(mouse)
    first = settings.area_layer()
    assert first.id() != edited.id() and edited in areas()
    use_as_labels(mouse)  # replaces the one before alone
    assert areas() == {edited, settings.area_layer()}
    edited.rollBack()


def test_duplicate_of_the_area_is_kept(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    use_as_labels(mouse)
    settings = mouse.plugin.pages.finetune.settings
    duplicate = settings.area_layer().clone()
    QgsProject.instance().addMapLayer(duplicate)
    use_as_labels(mouse)
    assert areas() == {duplicate, settings.area_layer()} and not asked_for(duplicate)
    enlarge(duplicate)
    assert asked_for(duplicate)
    duplicate.rollBack()


def test_area_of_a_project_that_was_opened_is_replaced(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    use_as_labels(mouse)
    assert mouse.layer.commitChanges()
    project, path = QgsProject.instance(), str(mouse.folder / "project.qgz")
    assert project.write(path)
    project.clear()
    assert project.read(path)
    (opened,) = areas()  # without the polygons, which were in memory
    enlarge(opened)
    assert asked_for(opened)
    opened.rollBack()
    use_as_labels(mouse)
    assert areas() == {mouse.plugin.pages.finetune.settings.area_layer()}


def areas() -> set[QgsVectorLayer]:
    """The labelled areas in the project."""
    return {*QgsProject.instance().mapLayersByName("Labelled area")}


def enlarge(area: QgsVectorLayer) -> None:
    """Add a place of 1 m, as a user draws it."""
    assert area.startEditing()
    feature = QgsFeature(area.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(east(0)).buffer(1, 5))
    assert area.addFeature(feature)


def asked_for(layer: QgsVectorLayer) -> bool:
    """Whether QGIS asks at quitting before it drops the layer."""
    return not layer.customProperty("skipMemoryLayersCheck")


def test_without_footprints_it_says_so(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    use_as_labels(mouse)
    mouse.click_building()
    mouse.layer.undoStack().undo()
    use_as_labels(mouse)
    sentences = mouse.messages(Qgis.MessageLevel.Warning)
    sentence = "CMH-CL:There are no footprints by click; click some buildings first."
    assert sentences == [sentence, sentence] and mouse.plugin.pages is None


def test_context_menu_is_that_of_the_layer_of_clicks(mouse: Mouse) -> None:
    sar = mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    action = mouse.by_click.labels_action
    mouse.iface.setActiveLayer(sar)
    mouse.iface.currentLayerChanged.emit(sar)
    assert not action.isVisible()
    mouse.iface.setActiveLayer(mouse.layer)
    mouse.iface.currentLayerChanged.emit(mouse.layer)
    assert action.isVisible()
    action.trigger()
    assert mouse.plugin.pages.finetune.settings.labels_layer() == mouse.layer
