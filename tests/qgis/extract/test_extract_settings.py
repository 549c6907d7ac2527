"""The settings of an extraction, without any widget."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import pytest
import scenes
from qgis.core import QgsCoordinateReferenceSystem, QgsMapSettings, QgsProject, QgsRectangle


@pytest.fixture
def settings(tmp_path: Path) -> Any:
    """Settings whose outputs are suggested in the test's folder."""
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(output_folder=str(tmp_path), threshold=0.35, careful=True, device="cpu").save()
    return ExtractSettings()


def add_scene(folder: Path, name: str) -> Any:
    """A raster of the project."""
    return scenes.add_raster(scenes.write_raster(folder / f"{name}.tif", scenes.speckle()))


def a_provenance(sar: Path, **scene: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    job = ExtractJob(
        SceneInput(sar=(str(sar),), **scene),
        out="",
        model="/gone/model",
        min_area_m2=44.4,
        device="cuda",
    )
    return Provenance(job, "a model", 0.3456, "an engine", "", "2026-11-26 00:09", "0.1.0")


def count(signal: Any) -> list[None]:
    """A list that grows with every emission."""
    emitted: list[None] = []
    signal.connect(lambda: emitted.append(None))
    return emitted


def test_saved_settings_are_loaded_and_saved(settings: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    values = settings.values
    assert (values.threshold, values.careful, values.device) == (0.35, True, "cpu")
    settings.update(threshold=None, min_area_m2=55.0)
    saved = Settings.load()
    settings.save(saved)
    assert (saved.threshold, saved.min_area_m2, saved.model) == (0.0, 55.0, "")


def test_saved_model_that_is_gone_is_named_once(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    Settings(model=str(tmp_path / "my town")).save()
    settings = ExtractSettings()
    assert settings.values.model == DEFAULT_MODEL
    assert [settings.take_missing_model() for _ in range(2)] == ["my town", ""]
    settings = ExtractSettings()
    settings.update(model=tmp_path)  # another choice
    assert settings.take_missing_model() == ""
    Settings(model=str(tmp_path)).save()
    settings = ExtractSettings()
    assert settings.values.model == tmp_path and settings.take_missing_model() == ""


def test_changed_is_emitted_once_per_change_and_not_without_one(settings: Any) -> None:
    emitted = count(settings.changed)
    settings.update(threshold=0.5, careful=False)
    assert len(emitted) == 1
    settings.update(threshold=0.5)
    assert len(emitted) == 1


def test_job_without_a_raster_is_refused(settings: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    with pytest.raises(InputError, match="Add a SAR raster to the project first"):
        settings.job(tmp_path / "out.gpkg", None)


def test_suggested_raster_is_sar_until_another_is_chosen(settings: Any, tmp_path: Path) -> None:
    second, first = add_scene(tmp_path, "b"), add_scene(tmp_path, "a")
    assert settings.scene.sar_layers() == [second]  # the first that was there stays
    settings.scene.choose_sar([first])
    settings.scene.suggest(second)  # one is chosen by now
    assert settings.job(tmp_path / "out.gpkg", None).scene.sar == (str(tmp_path / "a.tif"),)
    QgsProject.instance().removeMapLayer(first.id())
    settings.scene.suggest()
    assert settings.scene.sar_layers() == [second]


def test_overrides_are_reset_when_other_sar_layers_are_chosen(
    settings: Any, tmp_path: Path
) -> None:
    first, second = add_scene(tmp_path, "a"), add_scene(tmp_path, "b")
    scene = settings.scene
    scene.choose_sar([first])
    scene.override(polarisations=("VV", "VH"), radiometry="db")
    assert settings.job(tmp_path / "out.gpkg", None).scene.polarisations == ("VV", "VH")
    scene.choose_sar([first])
    assert scene.choice.radiometry == "db"
    scene.choose_sar([second])
    assert scene.choice.polarisations == () and scene.choice.radiometry == "auto"


def test_output_is_suggested_until_one_is_chosen(settings: Any, tmp_path: Path) -> None:
    assert settings.output == "" and settings.output_folder == tmp_path
    add_scene(tmp_path, "town")
    suggested = tmp_path / "footprints_town.gpkg"
    assert settings.output == str(suggested) and settings.output_folder == tmp_path
    suggested.touch()
    assert settings.output == str(tmp_path / "footprints_town_2.gpkg")
    settings.set_output("")  # a temporary file
    assert settings.output == "" and settings.output_folder is None
    settings.set_output("/elsewhere/out.gpkg")
    assert settings.output == "/elsewhere/out.gpkg"


def test_output_is_suggested_beside_a_project_in_a_geopackage(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings

    assert QgsProject.instance().write(f"geopackage:{tmp_path}/p.gpkg?projectName=p")
    settings = ExtractSettings()
    add_scene(tmp_path, "town")
    assert settings.output == str(tmp_path / "footprints_town.gpkg")


def test_file_that_was_chosen_is_left_with_the_project(settings: Any, tmp_path: Path) -> None:
    settings.set_output("/elsewhere/out.gpkg")
    QgsProject.instance().clear()
    add_scene(tmp_path, "town")
    assert settings.output == str(tmp_path / "footprints_town.gpkg")
    settings.set_output("")  # temporary files are for any project
    QgsProject.instance().clear()
    assert settings.output == ""


@pytest.mark.parametrize("saved_first", [True, False])
def test_folder_of_outputs_moves_with_the_project(
    settings: Any, tmp_path: Path, saved_first: bool
) -> None:
    project, home = QgsProject.instance(), tmp_path / "here"
    (home / "results").mkdir(parents=True)
    add_scene(home, "town")
    if saved_first:
        assert project.write(str(home / "p.qgz"))
    settings.suggest_folder_of(home / "results" / "out.gpkg")
    assert settings.output == str(home / "results" / "footprints_town.gpkg")
    assert project.write(str(home / "p.qgz"))
    moved = tmp_path / "there"
    shutil.copytree(home, moved)
    assert project.read(str(moved / "p.qgz"))
    assert settings.output == str(moved / "results" / "footprints_town.gpkg")
    assert project.read(str(home / "p.qgz"))
    assert settings.output == str(home / "results" / "footprints_town.gpkg")


def test_extent_model_and_output_are_kept_with_the_project(settings: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.values import SAME_AREA, VIEW, WHOLE
    from cmhcl_footprints.core.hatch.jobs import Area
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    project, model, out = QgsProject.instance(), tmp_path / "my town", str(tmp_path / "my.gpkg")
    area = Area("Polygon ((0 0, 1 0, 1 1, 0 0))", "EPSG:4326")
    model.mkdir()
    settings.scene.choose_sar([add_scene(tmp_path, "town")])
    for name, extent, of_extent in (("view", VIEW, None), ("area", SAME_AREA, area)):
        settings.update(extent=extent, area=of_extent, model=model, output=out)
        assert project.write(str(tmp_path / f"{name}.qgz"))
        project.clear()
        assert settings.values.extent == (WHOLE if of_extent else VIEW) and not settings.values.area
        settings.update(extent=WHOLE, model=DEFAULT_MODEL)
        assert project.read(str(tmp_path / f"{name}.qgz"))
        values = settings.values
        assert (values.extent, values.area) == (extent, of_extent)
        assert (values.model, values.output) == (model, out)
    model.rmdir()
    assert project.read(str(tmp_path / "view.qgz"))
    assert settings.values.model == DEFAULT_MODEL and settings.take_missing_model() == "my town"


def test_damaged_values_of_a_project_are_ignored(settings: Any, tmp_path: Path) -> None:
    project, before = QgsProject.instance(), settings.values
    for text in ('{"extent": "moon"}', '{"extent": "same"}', "[]", '{"area": 3}', "{nonsense"):
        project.writeEntry("cmhcl", "/extract/values", text)
        assert project.write(str(tmp_path / "p.qgz")) and project.read(str(tmp_path / "p.qgz"))
        assert settings.values == before


def test_area_is_that_of_the_extent(settings: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.values import SELECTION, VIEW

    view = QgsMapSettings()
    view.setExtent(QgsRectangle(0, 0, 10, 10))
    assert settings.area(view, None) is None
    settings.update(extent=VIEW)
    assert settings.area(view, None).wkt.startswith("Polygon")
    settings.update(extent=SELECTION)
    layer = scenes.add_polygon("Polygon ((1 1, 2 1, 2 2, 1 1))")
    assert settings.area(view, layer).wkt.startswith("Polygon ((1 1")


def test_added_layer_gets_the_system_that_was_set_in_qgis(settings: Any, tmp_path: Path) -> None:
    sar = scenes.write_raster(tmp_path / "sar.tif", scenes.speckle())
    crs = QgsCoordinateReferenceSystem("EPSG:32632")
    settings.fill(a_provenance(sar, sar_crs=crs.toWkt(), optical=str(sar)))
    (layer,) = settings.scene.sar_layers()
    assert layer.crs().authid() == "EPSG:32632"
    assert QgsCoordinateReferenceSystem(settings.scene.scene().sar_crs) == crs


def test_provenance_fills_in_all_settings(settings: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.values import SAME_AREA
    from cmhcl_footprints.core.hatch.jobs import Area

    sar = scenes.write_raster(tmp_path / "sar.tif", scenes.speckle())
    area = Area("Polygon ((0 0, 1 0, 1 1, 0 0))", "EPSG:4326")
    names = ("HV", "HH")
    provenance = a_provenance(sar, area=area, polarisations=names, optical=str(sar))
    model = settings.values.model
    settings.set_output(str(tmp_path / "mine.gpkg"))
    settings.fill(provenance)
    values = settings.values
    assert values.extent == SAME_AREA and settings.area(QgsMapSettings(), None) == area
    assert (values.threshold, values.min_area_m2, values.device) == (0.3456, 44.4, "cuda")
    assert not values.careful
    assert values.model == model  # that of the provenance does not exist any more
    assert settings.output == str(tmp_path / "footprints_sar.gpkg")
    job = settings.job(tmp_path / "out.gpkg", area)
    assert job.scene == provenance.job.scene


@pytest.mark.parametrize(("folder", "name"), [("", "any"), ("/other/plugins/default", None)])
def test_default_model_is_that_of_this_installation(
    folder: str, name: Optional[str], settings: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL, entry_of

    other = tmp_path / "other"
    shutil.copytree(DEFAULT_MODEL, other)
    settings.update(model=other)
    provenance = a_provenance(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle()))
    job = replace(provenance.job, model=folder)
    name = name or entry_of(DEFAULT_MODEL).manifest.name
    settings.fill(replace(provenance, job=job, model=name))
    assert settings.values.model == DEFAULT_MODEL and settings.model.manifest is not None


def test_provenance_with_a_missing_file_changes_nothing(settings: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    emitted, values = count(settings.changed), settings.values
    with pytest.raises(InputError, match=r"no longer exists.*gone\.tif"):
        settings.fill(a_provenance(tmp_path / "gone.tif"))
    assert not emitted and settings.values == values and not QgsProject.instance().mapLayers()
