"""An online layer as optical on the page Fine-tune, with a fake worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tile_server
from online_pictures import Questions, pictures
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
