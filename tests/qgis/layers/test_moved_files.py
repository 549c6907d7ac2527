"""Results in a project that was moved with its data: their scene and model are found again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsProject, QgsVectorLayer


def provenance_of(sar: str, model: str = "", optical: str = "") -> Any:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    job = ExtractJob(SceneInput(sar=(sar,), optical=optical), out="", model=model)
    return Provenance(job, "Town", 0.5, "PyTorch on cpu", "", "2026-11-26 00:09", "0.1.0")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The folder of a project: data, a result of its own folder, a model."""
    folder = tmp_path / "before"
    for name in ("data", "results", "model"):
        (folder / name).mkdir(parents=True)
    scenes.write_raster(folder / "data" / "sar.tif", scenes.speckle(1))
    scenes.write_footprints(folder / "results" / "f.gpkg")
    return folder


def opened_elsewhere(before: Path, write: Any) -> QgsVectorLayer:
    """The layer of the result after the project was saved, moved and opened."""
    project = QgsProject.instance()
    layer = QgsVectorLayer(f"{before}/results/f.gpkg|layername=footprints", "f", "ogr")
    write(layer)
    project.addMapLayer(layer)
    assert project.write(str(before / "p.qgz"))
    project.clear()
    after = before.with_name("after")
    shutil.move(before, after)
    assert project.read(str(after / "p.qgz"))
    (again,) = project.mapLayers().values()
    assert again.isValid()
    return again


def test_result_that_was_moved_with_its_data(before: Path, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import provenance

    gone = str(tmp_path / "elsewhere" / "rgb.tif")
    made = provenance_of(str(before / "data" / "sar.tif"), str(before / "model"), gone)
    layer = opened_elsewhere(before, lambda one: provenance.write_provenance(one, made))
    found = provenance.read_provenance(layer)
    assert found is not None
    after = before.with_name("after")
    assert found.job.scene.sar == (str(after / "data" / "sar.tif"),)
    assert found.model_folder() == after / "model"
    assert found.job.scene.optical == gone  # it is nowhere
    provenance.write_provenance(layer, found)  # as a new threshold does
    assert provenance.read_provenance(layer) == found


def test_scene_of_clicks_that_were_moved_with_it(before: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_scene, write_scene

    made = provenance_of(str(before / "data" / "sar.tif")).job.scene
    layer = opened_elsewhere(before, lambda one: write_scene(one, made, ""))
    sar = str(before.with_name("after") / "data" / "sar.tif")
    assert read_scene(layer) == (replace(made, sar=(sar,)), "")


def test_files_that_stayed_are_those_of_the_result(before: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import provenance

    made = provenance_of(str(before / "data" / "sar.tif"))
    layer = QgsVectorLayer(f"{before}/results/f.gpkg|layername=footprints", "f", "ogr")
    provenance.write_provenance(layer, made)
    copied = before.with_name("copied")
    shutil.copytree(before, copied)
    layer.setDataSource(f"{copied}/results/f.gpkg|layername=footprints", "f", "ogr")
    assert provenance.read_provenance(layer) == made
