"""A result on the map: another threshold at once, and its settings once more; the real worker."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtWidgets import QMessageBox

TIMEOUT_MS = 120_000
TITLE = "Footprints sar 12:00"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a simulated scene, its footprints and their probabilities."""
    folder = tmp_path_factory.mktemp("result with späces")
    sar = folder / "sar.tif"
    simulate = ["simulate", "--seed", "1", "--size", "256", "--out", str(folder)]
    keep = ["--out", str(folder / "f.gpkg"), "--probability", str(folder / "f_probability.tif")]
    for command in (simulate, ["extract", "--sar", str(sar), *keep]):
        subprocess.run(
            [CORE_PYTHON, "-m", "core", *command], cwd=REPOSITORY, check=True, capture_output=True
        )
    return folder


class Desk:
    """The page Extract beside a result of its own."""

    def __init__(self, iface: Any, worker: Any, qtbot: Any, folder: Path) -> None:
        from cmhcl_footprints.cmhcl_plugin.dialog import Dialog

        self.iface = iface
        self.qtbot = qtbot
        self.folder = folder
        self.dialog = Dialog(iface, worker, worker)
        self.dialog.show()
        self.page = self.dialog.extract
        self.box = self.page.result

    def add(self, **settings: Any) -> QgsVectorLayer:
        """The footprints on the map, as an extraction with these settings leaves them."""
        from cmhcl_footprints.cmhcl_plugin.layers.content import mark_as_made
        from cmhcl_footprints.cmhcl_plugin.layers.project import add_footprints
        from cmhcl_footprints.cmhcl_plugin.layers.provenance import Memory, remember
        from cmhcl_footprints.core.hatch.jobs import ExtractJob

        kept = str(self.folder / "f_probability.tif")
        out = str(self.folder / "f.gpkg")
        sar = (str(self.folder / "sar.tif"),)
        job = ExtractJob(**{"sar": sar, "out": out, "probability": kept, **settings})
        memory = Memory.of(job, {"model": "a model", "threshold": 0.3, "engine": "an engine"})
        crs = QgsCoordinateReferenceSystem("EPSG:32631")
        layer = add_footprints(Path(out), crs, TITLE, QgsProject.instance())
        remember(layer, memory)
        mark_as_made(layer)
        self.activate(layer)
        return layer

    def activate(self, layer: Any) -> None:
        self.iface.setActiveLayer(layer)
        self.iface.currentLayerChanged.emit(self.iface.mapCanvas())

    def slide(self, percent: int) -> None:
        """Move the slider, and wait for the end."""
        self.box.slider.setValue(percent)
        self.qtbot.waitUntil(self.is_quiet, timeout=TIMEOUT_MS)

    def is_quiet(self) -> bool:
        return not self.box._soon.isActive() and self.box._running is None

    def says(self) -> str:
        return scenes.visible_text(self.dialog)


@pytest.fixture
def desk(qgis_iface: Any, worker: Any, qtbot: Any, made: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "copy"
    shutil.copytree(made, folder)
    desk = Desk(qgis_iface, worker, qtbot, folder)
    yield desk
    qtbot.waitUntil(desk.is_quiet, timeout=TIMEOUT_MS)
    desk.dialog.close()
    desk.dialog.deleteLater()


def content(layer: QgsVectorLayer) -> set[tuple[str, float]]:
    return {(f.geometry().asWkt(3), round(f["confidence"], 2)) for f in layer.getFeatures()}


# The slider


def test_the_box_follows_the_active_layer(desk: Desk) -> None:
    assert not desk.box.isVisible()
    layer = desk.add()
    assert desk.box.isVisible() and desk.box.title() == TITLE
    assert desk.box.slider.value() == 30 and desk.box.value.text() == "0.30"
    desk.activate(scenes.add_labels())
    assert not desk.box.isVisible()
    desk.activate(layer)
    assert desk.box.isVisible()
    QgsProject.instance().removeMapLayer(layer.id())
    desk.box.slider.setValue(50)
    desk.qtbot.wait(400)
    assert desk.is_quiet()


def test_sliding_outlines_again_in_place(desk: Desk) -> None:
    layer = desk.add()
    layer.setName("my name")
    layer.setOpacity(0.5)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    before, count = content(layer), layer.featureCount()
    desk.slide(60)
    assert 0 < layer.featureCount() < count
    assert min(feature["confidence"] for feature in layer.getFeatures()) >= 0.6
    assert f"{layer.featureCount()} footprints at the threshold 0.60" in desk.page.status.text()
    assert layer.name() == "my name" and layer.opacity() == 0.5 and layer.isValid()
    assert QgsProject.instance().layerTreeRoot().findLayer(layer) is node
    assert "Threshold: 0.6" in layer.metadata().abstract()
    desk.slide(99)
    assert layer.featureCount() == 0
    desk.slide(30)
    geometries = {wkt for wkt, _ in content(layer)}
    assert geometries == {wkt for wkt, _ in before}


def test_fast_sliding_ends_at_the_last_value(desk: Desk) -> None:
    layer = desk.add()
    desk.box.slider.setValue(40)
    desk.qtbot.waitUntil(lambda: desk.box._running is not None, timeout=TIMEOUT_MS)
    for percent in (50, 60, 70):
        desk.box.slider.setValue(percent)
    desk.qtbot.waitUntil(
        lambda: "Threshold: 0.7" in layer.metadata().abstract(), timeout=TIMEOUT_MS
    )
    desk.slide(70)
    assert min(feature["confidence"] for feature in layer.getFeatures()) >= 0.7


def test_it_works_in_a_reopened_project_that_was_moved(desk: Desk, tmp_path: Path) -> None:
    project = QgsProject.instance()
    count = desk.add().featureCount()
    assert project.write(str(desk.folder / "project.qgs"))
    project.clear()
    moved = tmp_path / "moved"
    desk.folder.rename(moved)
    assert project.read(str(moved / "project.qgs"))
    (layer,) = (x for x in project.mapLayers().values() if isinstance(x, QgsVectorLayer))
    assert layer.isValid() and layer.featureCount() == count
    desk.activate(layer)
    assert desk.box.isVisible() and desk.box.slider.isVisible()
    desk.slide(60)
    assert 0 < layer.featureCount() < count


def test_a_filter_and_further_fields_stay(desk: Desk) -> None:
    layer = desk.add()
    total = layer.featureCount()
    layer.dataProvider().addAttributes([QgsField("note", QVariant.String)])
    layer.updateFields()
    from cmhcl_footprints.cmhcl_plugin.layers.content import mark_as_made

    mark_as_made(layer)
    layer.setSubsetString('"confidence" > 0.6')
    shown = layer.featureCount()
    assert 0 < shown < total
    desk.slide(31)
    assert layer.subsetString() and abs(layer.featureCount() - shown) <= 3
    layer.setSubsetString("")
    assert abs(layer.featureCount() - total) <= 5 and "note" in layer.fields().names()


def test_a_layer_in_edit_mode_is_left_alone(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    layer.startEditing()
    desk.slide(60)
    assert "is being edited" in desk.says()
    assert desk.box.slider.value() == 30
    desk.slide(50)
    assert len(desk.dialog.messages.items()) == 1  # the same sentence once
    layer.rollBack()
    assert content(layer) == before


def test_labels_from_a_result_come_with_its_images(desk: Desk) -> None:
    layer = desk.add(optical=str(desk.folder / "optical.tif"), radiometry="db")
    desk.dialog.finetune.form.use_labels(layer)
    job = desk.dialog.finetune.form.job(desk.folder / "labels.gpkg", "out")
    assert job.sar == (str(desk.folder / "sar.tif"),)
    assert job.optical == str(desk.folder / "optical.tif")
    assert desk.dialog.finetune.form.labels.currentLayer() == layer


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_saved_edits_are_not_lost_without_asking(desk: Desk, monkeypatch: Any, answer: str) -> None:
    layer = desk.add()
    asked: list[str] = []

    def question(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", question)
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    edited = content(layer)
    desk.slide(60)
    assert len(asked) == 1 and TITLE in asked[0]
    assert (content(layer) == edited) == (answer == "No")
    assert desk.box.slider.value() == (60 if answer == "Yes" else 30)
    if answer == "Yes":
        desk.slide(50)  # what it left itself is no edit
        assert len(asked) == 1


def test_probabilities_that_are_gone(desk: Desk) -> None:
    layer = desk.add()
    (desk.folder / "f_probability.tif").unlink()
    desk.slide(60)
    assert "f_probability.tif are gone" in desk.says()
    desk.activate(layer)
    assert not desk.box.slider.isVisible() and desk.box.gone.isVisible()


def test_damaged_probabilities_leave_the_layer(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    (desk.folder / "f_probability.tif").write_bytes(b"no raster")
    desk.slide(60)
    assert "cannot be read" in desk.says()
    assert content(layer) == before and desk.box.slider.value() == 30


def test_a_file_that_cannot_be_written_keeps_its_content(desk: Desk, monkeypatch: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import content as replacement

    layer = desk.add()
    before = content(layer)
    broken = QgsFeature(layer.fields())
    broken.setAttribute("fid", next(layer.getFeatures()).id())  # an id that is taken
    monkeypatch.setattr(replacement, "_features_for", lambda *_: [broken])
    desk.slide(60)
    assert "cannot be replaced" in desk.says()
    assert content(layer) == before


# Run again


def test_an_extraction_keeps_its_probabilities_and_is_remembered(desk: Desk) -> None:
    sar = scenes.add_raster(desk.folder / "sar.tif")
    desk.page.sar.layers.choose(sar)
    desk.page.output.setFilePath(str(desk.folder / "new.gpkg"))
    desk.page.min_area.setValue(33)
    desk.page.button.click()
    desk.qtbot.waitUntil(lambda: "in the group" in desk.says(), timeout=TIMEOUT_MS)
    assert (desk.folder / "new_probability.tif").is_file()
    assert desk.box.isVisible() and desk.box.slider.isVisible()
    layer = desk.iface.activeLayer()
    abstract = layer.metadata().abstract()
    for fact in ("Date: 2", "Plugin: CMH-CL Footprints 0.", "Model: cmhcl", "Threshold: 0.3"):
        assert fact in abstract
    for fact in ("Smallest area: 33 m²", str(desk.folder / "sar.tif"), "Engine: PyTorch"):
        assert fact in abstract


def test_the_settings_are_filled_in_again(desk: Desk) -> None:
    from cmhcl_footprints.core.hatch.jobs import Area

    optical = str(desk.folder / "optical.tif")
    area = Area("Polygon ((0 0, 1 0, 1 1, 0 0))", "EPSG:4326")
    layer = desk.add(
        optical=optical,
        area=area,
        polarisations=("HV", "HH", "VV", "VH"),
        radiometry="amplitude",
        min_area_m2=44,
        careful=True,
        device="cpu",
    )
    rasters = [x for x in QgsProject.instance().mapLayers().values() if x is not layer]
    assert rasters == []
    page = desk.page
    page.output.setFilePath(str(desk.folder / "f.gpkg"))
    desk.box.again_button.click()
    assert page.optical.currentLayer().source() == optical
    assert page.extent.currentText() == "The same area again"
    desk.qtbot.waitUntil(lambda: "·" in page.sar.found.text(), timeout=TIMEOUT_MS)
    job = page.job(desk.folder / "again.gpkg", page._area())
    assert job.sar == (str(desk.folder / "sar.tif"),) and job.optical == optical
    assert job.area == area and job.threshold == 0.3
    assert job.polarisations == ("HV", "HH", "VV", "VH") and job.radiometry == "amplitude"
    assert job.min_area_m2 == 44 and job.careful and job.device == "cpu"
    assert not page.advanced.isCollapsed()
    assert page.output.filePath() != str(desk.folder / "f.gpkg")
    # Layers are not added twice, and without an area the choice of it goes.
    desk.activate(desk.add())
    desk.box.again_button.click()
    assert page.optical.currentLayer() is None and page._area() is None
    assert page.extent.findData("again") < 0
    assert len(QgsProject.instance().mapLayers()) == 4


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"sar": ("/gone/sar.tif",)}, "/gone/sar.tif is not there any more"),
        ({"model": "/gone/model"}, "The model “a model” is not there any more"),
    ],
)
def test_what_is_gone_is_named(desk: Desk, settings: dict[str, Any], sentence: str) -> None:
    desk.add(**settings)
    desk.box.again_button.click()
    assert sentence in desk.says()


def test_the_context_menu_has_it_for_results_alone(qgis_iface: Any, desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.run_again import AgainAction

    asked: list[Any] = []
    action = AgainAction(qgis_iface, asked.append)
    desk.activate(scenes.add_labels())
    assert not action.isVisible()
    desk.add(min_area_m2=44)
    assert action.isVisible()
    action.trigger()
    assert asked[0].job.min_area_m2 == 44
    action.leave()


def test_what_a_newer_version_remembers_is_left_alone(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import PROPERTY

    layer = desk.add()
    for text in ("{", '{"job": {"sar": ["a"], "new": 1}}', "[]"):
        layer.setCustomProperty(PROPERTY, text)
        desk.activate(layer)
        assert not desk.box.isVisible()


def test_the_digest_sees_every_edit(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import is_edited

    layer = desk.add()
    assert not is_edited(layer)
    first = next(layer.getFeatures())
    provider = layer.dataProvider()
    index = layer.fields().indexFromName("model")
    provider.changeAttributeValues({first.id(): {index: "other"}})
    assert is_edited(layer)
    provider.changeAttributeValues({first.id(): {index: first["model"]}})
    assert not is_edited(layer)
    moved = first.geometry()
    moved.translate(0.01, 0)
    provider.changeGeometryValues({first.id(): moved})
    assert is_edited(layer)
