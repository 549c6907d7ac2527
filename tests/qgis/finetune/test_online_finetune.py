"""An online layer as optical on the page Fine-tune, with a fake worker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import scenes
import tile_server
from online_pictures import Questions, pictures
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["finetune_fixtures", "online_fixtures"]


def test_picture_of_the_labels_is_fetched_for_the_check_and_kept_with_the_run(
    window: Any, temporary: Path, questions: Questions
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        window.fill()
        window.form.optical.setLayer(server.added_layer())
        window.wait(window.preparing.start_button.isEnabled)
    assert len(questions) == 1
    (picture,) = pictures(temporary)
    window.click(window.preparing.start_button)
    job = window.page.finetuning.run.job
    kept = Path(job.scene.optical)
    assert kept.parent == window.page.finetuning.run.folder and kept.name == picture.name
    assert kept.read_bytes() == picture.read_bytes()
    window.page.finetuning.cancel()
    window.wait(lambda: window.page.finetuning.run is None)


def test_footprints_as_labels_bring_their_online_layer(window: Any, questions: Questions) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import write_scene
    from cmhcl_footprints.cmhcl_plugin.online.source import described

    questions.answer = QMessageBox.StandardButton.No
    window.fill()
    scene = replace(window.settings.scene.sar_scene(), optical="picture.tif")
    with tile_server.serve(tile_server.distinct) as server:
        basemap = server.added_layer()
        labels = scenes.add_labels(name="clicked")
        write_scene(labels, scene, described(basemap))
        assert window.settings.scene.optical_layer() is None
        window.settings.use_labels(labels)
        assert window.settings.scene.optical_layer() is basemap

        window.settings.scene.choose_optical(None)
        QgsProject.instance().removeMapLayer(basemap.id())
        window.settings.use_labels(labels)  # the layer is gone: the labels are chosen alone
        assert window.settings.scene.optical_layer() is None
        assert window.form.labels.currentLayer() == labels


def test_no_means_no_optical(window: Any, temporary: Path, questions: Questions) -> None:
    questions.answer = QMessageBox.StandardButton.No
    with tile_server.serve(tile_server.distinct) as server:
        window.fill()
        window.form.optical.setLayer(server.added_layer())
        window.wait(lambda: bool(questions))
        window.wait(window.preparing.start_button.isEnabled)
    assert window.settings.scene.optical_layer() is None
    assert len(questions) == 1 and pictures(temporary) == []


def test_server_that_refuses(window: Any, temporary: Path, questions: Questions) -> None:
    with tile_server.serve(lambda *_: tile_server.refused(403)) as server:
        window.fill()
        window.form.optical.setLayer(server.added_layer())
        window.wait(lambda: "(HTTP 403)" in window.preparing.answer.text())
    assert not window.preparing.start_button.isEnabled()
    assert len(questions) == 1 and pictures(temporary) == []
