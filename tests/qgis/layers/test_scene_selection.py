"""Which layers are chosen as SAR and as optical, by what they are; kept with the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

KEY = "/test/scene"


@pytest.fixture
def selection(qgis_iface: Any) -> Iterator[Any]:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.layers.scene_selection import SceneSelection

    selection = SceneSelection(KEY)
    yield selection
    selection.deleteLater()


def image(folder: Path, name: str, **where: Any) -> QgsRasterLayer:
    """An RGB image of 8 bits."""
    path = scenes.write_raster(folder / f"{name}.tif", np.full((3, 40, 40), 9, np.uint8), **where)
    return scenes.add_raster(path)


def radar(folder: Path, name: str, bands: int = 1) -> QgsRasterLayer:
    return scenes.add_raster(scenes.write_raster(folder / f"{name}.tif", scenes.speckle(bands, 40)))


def names(selection: Any) -> tuple[list[str], str]:
    optical = selection.optical_layer()
    return [x.name() for x in selection.sar_layers()], optical.name() if optical else ""


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_radar_and_colours_are_told_apart_whatever_their_names(
    selection: Any, tmp_path: Path, order: tuple[str, str]
) -> None:
    image(tmp_path, order[0])
    radar(tmp_path, order[1])
    assert names(selection) == ([order[1]], order[0])


def scored(folder: Path, name: str, bands: np.ndarray, described: tuple[str, ...] = ()) -> int:
    from cmhcl_footprints.cmhcl_plugin.layers.raster_kinds import radar_score

    path = scenes.write_raster(folder / f"{name}.tif", bands)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for number, text in enumerate(described, start=1):
        dataset.GetRasterBand(number).SetDescription(text)
    dataset = None
    return int(radar_score(QgsRasterLayer(str(path), name)))


def test_scores_of_layers_as_users_have_them(qgis_iface: Any, tmp_path: Path) -> None:  # noqa: ARG001
    byte, floats = np.full((1, 9, 9), 9, np.uint8), scenes.speckle(1, 9)
    assert scored(tmp_path, "x", floats) > 0
    assert scored(tmp_path, "Umbra_2023_GEC", byte) > 0
    assert scored(tmp_path, "Sentinel-1 scene", byte) > 0
    assert scored(tmp_path, "s1_vv", byte) > 0
    assert scored(tmp_path, "y", np.repeat(byte, 4, 0), ("HH", "HV", "VH", "VV")) > 0
    assert scored(tmp_path, "z", byte) == 0
    assert scored(tmp_path, "pan", byte) < 0
    assert scored(tmp_path, "Sentinel-2 scene", np.repeat(byte, 3, 0)) < 0
    assert scored(tmp_path, "w", np.repeat(byte, 4, 0)) < 0
    assert scored(tmp_path, "v", np.repeat(floats, 3, 0), ("red", "green", "blue")) < 0


def test_terrain_and_probabilities_are_neither(selection: Any, tmp_path: Path) -> None:
    radar(tmp_path, "footprints_probability")
    radar(tmp_path, "dem")
    assert names(selection) == ([], "")
    radar(tmp_path, "z")
    assert names(selection) == (["z"], "")


def test_colours_elsewhere_are_not_chosen(selection: Any, tmp_path: Path) -> None:
    radar(tmp_path, "sar")
    image(tmp_path, "far", origin=(600_000.0, 5_700_000.0))
    assert names(selection) == (["sar"], "")


def test_active_layer_is_preferred_if_it_is_radar(selection: Any, tmp_path: Path) -> None:
    first = radar(tmp_path, "a")
    radar(tmp_path, "b")
    colours = image(tmp_path, "c")
    selection.suggest(first)
    assert names(selection) == (["a"], "c")
    selection.suggest(colours)
    assert names(selection) == (["b"], "c")  # the topmost one that is radar


def test_choice_is_kept_with_the_project(selection: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.scene_selection import SceneSelection

    project = QgsProject.instance()
    radar(tmp_path, "sar")
    chosen = radar(tmp_path, "other", 2)
    image(tmp_path, "rgb")
    project.setDirty(False)
    assert names(selection) == (["sar"], "rgb") and not project.isDirty()  # only suggested
    selection.choose_sar([chosen])
    selection.choose_optical(None)
    selection.override(radiometry="db")
    assert project.isDirty() and project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert names(selection) == ([], "")
    assert project.read(str(tmp_path / "p.qgz"))
    assert names(selection) == (["other"], "") and selection.choice.radiometry == "db"
    again = SceneSelection(KEY)
    assert again.choice == selection.choice
    again.deleteLater()


def test_suggested_layers_are_kept_with_a_project_that_is_saved(
    selection: Any, tmp_path: Path
) -> None:
    project = QgsProject.instance()
    radar(tmp_path, "sar")
    other = radar(tmp_path, "other", 2)
    selection.suggest(other)
    assert names(selection) == (["other"], "")
    assert project.write(str(tmp_path / "p.qgz")) and project.read(str(tmp_path / "p.qgz"))
    assert names(selection) == (["other"], "") and not selection.choice.sar_by_user


def test_project_without_radar_gets_no_entry(selection: Any, tmp_path: Path) -> None:
    project = QgsProject.instance()
    image(tmp_path, "rgb")
    assert project.write(str(tmp_path / "p.qgz"))
    assert project.readEntry("cmhcl", KEY)[0] == "" and selection.choice.optical == ""


def test_project_of_a_layer_that_is_gone_gets_a_suggestion(selection: Any, tmp_path: Path) -> None:
    project = QgsProject.instance()
    sar, other = radar(tmp_path, "sar"), radar(tmp_path, "other")
    selection.choose_sar([other])
    removed = other.id()
    text = project.readEntry("cmhcl", KEY)[0]
    project.removeMapLayer(removed)
    assert names(selection) == ([], "") or names(selection) == (["sar"], "")
    project.writeEntry("cmhcl", KEY, text)
    assert project.write(str(tmp_path / "p.qgz")) and project.read(str(tmp_path / "p.qgz"))
    assert names(selection) == (["sar"], "")
    project.writeEntry("cmhcl", KEY, "{nonsense")
    assert project.write() and project.read(str(tmp_path / "p.qgz"))
    assert names(selection) == (["sar"], "") and sar is not None


def test_choice_of_a_removed_layer_goes(selection: Any, tmp_path: Path) -> None:
    sar, second, rgb = radar(tmp_path, "vv"), radar(tmp_path, "vh"), image(tmp_path, "rgb")
    selection.choose_sar([sar, second])
    selection.choose_optical(rgb)
    selection.override(polarisations=("VV", "VH"))
    QgsProject.instance().removeMapLayer(second.id())
    assert names(selection) == (["vv"], "rgb") and selection.choice.polarisations == ()
    QgsProject.instance().removeMapLayer(rgb.id())
    assert names(selection) == (["vv"], "")


def test_footprints_that_are_added_change_no_choice(
    selection: Any, tmp_path: Path, qtbot: Any
) -> None:
    """Else a result would be followed by another scene, and its message be gone."""
    first, _ = radar(tmp_path, "vv"), radar(tmp_path, "vh")
    selection.choose_sar([first])
    qtbot.waitUntil(lambda: not selection._soon.isActive())  # started by the two rasters
    QgsProject.instance().removeMapLayer(first.id())
    assert names(selection) == ([], "")
    changes: list[None] = []
    selection.changed.connect(lambda: changes.append(None))
    scenes.add_labels()
    for _ in range(3):
        QCoreApplication.processEvents()
    assert changes == []
    radar(tmp_path, "hh")
    qtbot.waitUntil(lambda: bool(changes))
    assert names(selection)[0] != []


def test_fields_show_the_choice_when_layers_come_and_go(
    selection: Any, fake_root: Path, qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.sar_input import SarInput
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    image(tmp_path, "rgb")
    sar = radar(tmp_path, "sar")
    field = SarInput(worker, selection)
    qtbot.addWidget(field)
    assert field.layers.first.currentText() == "sar"
    for name in ("aa", "zz"):
        radar(tmp_path, name)
        scenes.add_labels(name=f"{name} houses")
        assert field.layers.first.currentText() == "sar"
        assert field.layers.first.currentLayer() == sar
    QgsProject.instance().removeMapLayer(sar.id())
    assert field.layers.first.currentLayer() in selection.sar_layers() or not selection.choice.sar
    worker.stop()


def test_layers_of_one_name_are_told_apart(qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.layer_combo import POLYGONS, RASTERS, LayerCombo

    rasters, polygons = LayerCombo(RASTERS, "none"), LayerCombo(POLYGONS)
    for combo in (rasters, polygons):
        qtbot.addWidget(combo)
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        radar(tmp_path / folder, "sar")
    group = QgsProject.instance().layerTreeRoot().addGroup("old")
    here, there = scenes.add_labels(), scenes.add_labels()
    node = QgsProject.instance().layerTreeRoot().findLayer(there.id())
    group.addLayer(there)
    QgsProject.instance().layerTreeRoot().removeChildNode(node)
    shown = {rasters.itemText(row) for row in range(rasters.count())}
    assert shown == {"none", "sar (first/sar.tif)", "sar (second/sar.tif)"}
    shown = {polygons.itemText(row) for row in range(polygons.count())}
    assert "houses (old)" in shown and len(shown) == 2
    polygons.setLayer(here)
    assert polygons.currentLayer() == here


def test_unloaded_selection_follows_the_project_no_longer(selection: Any, tmp_path: Path) -> None:
    path = scenes.write_raster(tmp_path / "a.tif", scenes.speckle(1, 40))
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(path), "a"), False)
    selection.unload()
    QCoreApplication.processEvents()
    assert names(selection) == ([], "")


def test_system_that_is_set_for_a_chosen_layer_is_signalled(selection: Any, tmp_path: Path) -> None:
    sar, other = radar(tmp_path, "sar"), radar(tmp_path, "other")
    rgb = image(tmp_path, "rgb")
    selection.choose_sar([sar])
    selection.choose_optical(rgb)
    radar(tmp_path, "added")  # the choice is set again
    signals: list[str] = []
    for name in ("sar_changed", "layer_changed", "changed"):
        getattr(selection, name).connect(lambda name=name: signals.append(name))
    selection.set_inspection(None, "a problem")
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    other.setCrs(web)
    assert not signals and selection.problem
    rgb.setCrs(web)
    assert signals == ["layer_changed"] and selection.problem
    sar.setCrs(web)
    assert signals == ["layer_changed", "sar_changed", "layer_changed"] and not selection.problem
    signals.clear()
    selection.choose_sar([other])
    selection.choose_optical(None)
    signals.clear()
    for layer in (sar, rgb):
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    assert not signals
    selection.unload()
    other.setCrs(web)
    assert not signals


def test_other_file_of_a_chosen_layer_is_read_anew(selection: Any, tmp_path: Path) -> None:
    sar, rgb = radar(tmp_path, "sar"), image(tmp_path, "rgb")
    other, gone = radar(tmp_path, "other").source(), str(tmp_path / "gone.tif")
    selection.choose_sar([sar])
    selection.choose_optical(rgb)
    selection.override(radiometry="db", polarisations=("VH",))
    selection.set_inspection(None, "a problem")
    file = sar.source()
    sar.setDataSource(gone, "sar", "gdal")  # a drive that is away
    sar.setDataSource(file, "sar", "gdal")
    choice = selection.choice
    assert not selection.problem and choice.sar == (sar.id(),)
    selection.override(radiometry="db", polarisations=("VH",))
    selection.set_inspection(None, "a problem")
    sar.setDataSource(other, "sar", "gdal")
    choice = selection.choice
    assert (choice.radiometry, choice.polarisations, selection.problem) == ("auto", (), "")
    assert choice.sar == (sar.id(),) and choice.optical == rgb.id()
    signals: list[str] = []
    selection.layer_changed.connect(lambda: signals.append("layer_changed"))
    rgb.setDataSource(file, "rgb", "gdal")
    assert signals


def test_other_file_of_a_suggested_layer_is_read_anew_after_reopening(
    selection: Any, tmp_path: Path
) -> None:
    sar = radar(tmp_path, "sar")
    other = str(scenes.write_raster(tmp_path / "other.tif", scenes.speckle(1, 40)))
    assert selection.sar_layers() == [sar] and not selection.choice.sar_by_user
    selection.override(radiometry="db", polarisations=("VH",))
    sar.setDataSource(other, "sar", "gdal")
    project, path = QgsProject.instance(), str(tmp_path / "p.qgz")
    assert project.write(path)
    project.clear()
    project.read(path)
    assert (selection.choice.radiometry, selection.choice.polarisations) == ("auto", ())


def test_repaired_layer_of_a_project_keeps_how_it_is_read(selection: Any, tmp_path: Path) -> None:
    sar = radar(tmp_path, "sar")
    selection.choose_sar([sar])
    selection.override(radiometry="db", polarisations=("VH",))
    project, path = QgsProject.instance(), str(tmp_path / "p.qgz")
    assert project.write(path)
    project.clear()
    moved = (tmp_path / "sar.tif").rename(tmp_path / "moved.tif")
    project.read(path)
    (layer,) = project.mapLayers().values()
    assert not layer.isValid()
    layer.setDataSource(str(moved), "sar", "gdal")
    assert layer.isValid() and selection.sar_layers() == [layer]
    assert (selection.choice.radiometry, selection.choice.polarisations) == ("db", ("VH",))


@pytest.mark.parametrize(
    "values",
    [
        {"radiometry": "of a newer version"},
        {"polarisations": ["XX"]},
        {"sar": [["a list"]]},
        {"optical": 7},
        "[" * 100_000,
    ],
)
def test_choice_that_cannot_be_read_gets_a_suggestion(
    selection: Any, tmp_path: Path, values: Any
) -> None:
    layer = radar(tmp_path, "a")
    text = values if isinstance(values, str) else json.dumps({"sar": [layer.id()], **values})
    QgsProject.instance().writeEntry("cmhcl", KEY, text)
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    QgsProject.instance().read(str(tmp_path / "p.qgz"))
    assert names(selection) == (["a"], "")
    assert (selection.choice.radiometry, selection.choice.polarisations) == ("auto", ())
