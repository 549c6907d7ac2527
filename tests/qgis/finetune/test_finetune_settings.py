"""The settings of a fine-tuning, without any widget."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    from cmhcl_footprints.cmhcl_plugin.finetune.settings import FinetuneSettings
    from cmhcl_footprints.cmhcl_plugin.models.library import ModelLibrary

    module = "cmhcl_footprints.cmhcl_plugin.models.library"
    monkeypatch.setattr(f"{module}.models_folder", lambda: tmp_path / "models")
    library = ModelLibrary()
    settings = FinetuneSettings(library)
    settings.library_of_test = library  # kept from the garbage collector
    return settings


def add_sar(folder: Path) -> Any:
    return scenes.add_raster(scenes.write_raster(folder / "sar.tif", scenes.speckle()))


def count(signal: Any) -> list[None]:
    """A list that grows with every emission."""
    emitted: list[None] = []
    signal.connect(lambda: emitted.append(None))
    return emitted


def test_missing_layers_are_named_in_turn(settings: Any, tmp_path: Path) -> None:
    assert settings.missing().startswith("Choose the polygon layer")
    labels = scenes.add_labels()
    settings.suggest(labels)
    assert settings.missing() == "Choose a SAR layer."
    settings.suggest(add_sar(tmp_path))
    assert settings.missing() == ""
    settings.update(area=labels.id())
    assert "are the same layer" in settings.missing()


def test_check_job_is_that_of_the_fine_tuning_without_a_model_folder(
    settings: Any, tmp_path: Path
) -> None:
    settings.suggest(scenes.add_labels())
    settings.suggest(add_sar(tmp_path))
    settings.update(effort="thorough")
    settings.update_training(scope="heads", seed=7)
    settings.update_losses(temperature=4.0)
    inputs = settings.layers().write(tmp_path)
    assert inputs.labels == str(tmp_path / "houses.gpkg") and Path(inputs.labels).is_file()
    check = settings.check_job(inputs, tmp_path / "blocks.geojson")
    job = settings.job(inputs, out="")
    assert check.finetune == job and check.blocks == str(tmp_path / "blocks.geojson")
    assert job.title == f"sar {date.today():%Y-%m-%d}" and job.effort == "thorough"
    assert job.training.scope == "heads" and job.training.losses.temperature == 4.0


def test_title_is_suggested_for_layers_there_before(settings: Any, tmp_path: Path) -> None:
    layer = add_sar(tmp_path)
    again = type(settings)(settings.library_of_test)
    assert again.scene.sar_layers() == [layer]
    assert again.title == f"sar {date.today():%Y-%m-%d}"


def test_title_of_the_user_replaces_the_suggested_one(settings: Any, tmp_path: Path) -> None:
    settings.scene.choose_sar([add_sar(tmp_path)])
    suggested = settings.title
    settings.set_title(" Mine ")
    assert settings.title == "Mine"
    settings.set_title("")
    assert settings.title == suggested


def test_edits_of_the_chosen_labels_are_signalled(settings: Any) -> None:
    labels, other = scenes.add_labels(), scenes.add_labels(name="other")
    settings.update(labels=labels.id())
    edited = count(settings.edited)
    labels.startEditing()
    labels.deleteFeature(next(labels.getFeatures()).id())
    assert edited
    edited.clear()
    labels.setSubsetString("floors > 1")
    labels.rollBack()
    settings.update(labels=other.id())
    edited.clear()
    labels.startEditing()
    labels.deleteFeature(next(labels.getFeatures()).id())
    assert not edited
    labels.rollBack()
    QgsProject.instance().removeMapLayer(other)
    assert settings.values.labels == "" and settings.labels_layer() is None


def test_removed_layers_are_no_longer_chosen(settings: Any) -> None:
    names = ("labels", "corrections", "area")
    layers = {name: scenes.add_labels(name=name) for name in names}
    settings.update(**{name: layer.id() for name, layer in layers.items()})
    for name, layer in layers.items():
        changed = count(settings.changed)
        QgsProject.instance().removeMapLayer(layer)
        assert getattr(settings.values, name) == "" and len(changed) == 1


def test_other_content_and_systems_of_chosen_layers_are_signalled(
    settings: Any, tmp_path: Path
) -> None:
    labels, area, sar = scenes.add_labels(), scenes.add_labels(name="area"), add_sar(tmp_path)
    settings.suggest(labels)
    settings.suggest(sar)
    settings.update(area=area.id())
    edited = count(settings.edited)
    for number, change in enumerate(
        (
            labels.reload,
            area.reload,
            lambda: labels.setCrs(QgsCoordinateReferenceSystem("EPSG:32632")),
            lambda: area.setCrs(QgsCoordinateReferenceSystem("EPSG:32632")),
            lambda: sar.setCrs(QgsCoordinateReferenceSystem("EPSG:32632")),
        ),
        start=1,
    ):
        change()
        assert len(edited) == number


def test_edits_of_another_layer_of_the_same_file_and_other_files_are_signalled(
    settings: Any, tmp_path: Path
) -> None:
    uri = f"{scenes.write_footprints(tmp_path / 'labels.gpkg')}|layername=footprints"
    labels, twin = QgsVectorLayer(uri, "labels", "ogr"), QgsVectorLayer(uri, "twin", "ogr")
    QgsProject.instance().addMapLayers([labels, twin])
    settings.update(labels=labels.id())
    edited = count(settings.edited)
    twin.startEditing()
    twin.deleteFeature(next(twin.getFeatures()).id())
    assert not edited  # nor are they in the file
    assert twin.commitChanges()
    assert edited
    edited.clear()
    other = scenes.write_footprints(tmp_path / "other.gpkg")
    labels.setDataSource(f"{other}|layername=footprints", "labels", "ogr")
    assert edited


def test_reading_the_layers_is_no_edit_even_if_a_connection_is_renewed(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import polygon_file

    labels = scenes.add_labels()
    settings.suggest(labels)
    settings.suggest(add_sar(tmp_path))
    edited = count(settings.edited)
    monkeypatch.setattr(
        polygon_file, "require_readable", lambda layer: layer.dataProvider().reloadData()
    )
    settings.layers()
    assert not edited
    labels.dataProvider().reloadData()
    assert edited
