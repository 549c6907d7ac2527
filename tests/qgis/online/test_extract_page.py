"""An online layer as optical on the page Extract, with a fake worker."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
import tile_server
from online_pages import Online
from online_pictures import Questions, pictures
from qgis.core import QgsApplication, QgsProject, QgsRectangle, QgsVector
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["plugin_fixtures", "online_fixtures"]


@pytest.fixture
def user(
    qgis_iface: Any,
    fake_root: Path,
    folders: None,  # noqa: ARG001
    temporary: Path,  # noqa: ARG001
    tmp_path: Path,
    qtbot: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Online]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    Settings(output_folder=str(tmp_path)).save()
    worker = WorkerProcess(root=fake_root)
    pages = Pages(qgis_iface, worker, worker, ExtractSettings())
    pages.show()
    yield Online(pages, worker, qtbot, monkeypatch)
    worker.stop()
    pages.unload()
    pages.extract.settings.pictures.unload()
    pages.deleteLater()


def add_sar(folder: Path, name: str = "plain", size: int = 300) -> Any:
    scenes.write_footprints(folder / f"{name}.gpkg")
    return scenes.add_raster(scenes.write_raster(folder / f"{name}.tif", scenes.speckle(2, size)))


def choose(user: Online, sar: Any, optical: Any) -> None:
    user.page.form.sar.layers.choose(sar)
    user.page.form.optical.setLayer(optical)


def test_picture_is_fetched_once_the_user_agrees(
    user: Online, questions: Questions, tmp_path: Path, temporary: Path
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        basemap = server.added_layer()
        choose(user, add_sar(tmp_path), basemap)
        assert scenes.visible_text(user.pages) == ""
        questions.answer = QMessageBox.StandardButton.No
        user.press()
        assert not user.page.extraction.is_running and user.page.button.text() == "&Extract"
        (question,) = questions
        assert "“basemap (127.0.0.1)”" in question and "roughly 1 MB" in question
        grid = user.settings.pictures.grid(None, user.settings.pixel_m)
        assert f"{grid.width} × {grid.height} pixels" in question
        assert "terms" in question and tile_server.KEY not in question
        assert pictures(temporary) == []

        questions.answer = QMessageBox.StandardButton.Yes
        assert "2 footprints" in user.extract()
        assert len(questions) == 2
        (picture,) = pictures(temporary)
        (job,) = user.extractions()
        kept = Path(job.scene.optical)
        assert kept.name == picture.name and kept.parent.parent == tmp_path / "runs"
        assert job.scene.optical_crs == ""

        assert "2 footprints" in user.extract()  # neither asked nor fetched again
        assert len(questions) == 2 and pictures(temporary) == [picture]
        assert not kept.exists()  # deleted with its run

        text = user.result().metadata().abstract()
        assert "Optical: online layer basemap (127.0.0.1)" in text
        stored = user.result().customProperty("cmhcl/extraction")
        assert "basemap (127.0.0.1)" in stored and tile_server.KEY not in text + stored

        # A command reads a copy of the picture that stays.
        user.page.result.copy_button.menu().actions()[0].trigger()
        command = QgsApplication.clipboard().text()
        assert f"--optical {tmp_path / picture.name}" in command
        assert (tmp_path / picture.name).read_bytes() == picture.read_bytes()

        # Run again chooses the layer, not the temporary file.
        user.page.form.optical.setLayer(None)
        user.page.result.again_button.click()
        assert user.settings.scene.optical_layer() is basemap


def test_other_place_is_fetched_without_a_question(
    user: Online, questions: Questions, tmp_path: Path, temporary: Path, qgis_iface: Any
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        sar = add_sar(tmp_path, size=1000)
        choose(user, sar, server.added_layer())
        canvas = qgis_iface.mapCanvas()
        canvas.setDestinationCrs(sar.crs())
        user.settings.update(extent="view")
        first = QgsRectangle(sar.extent()).scaled(0.1)
        elsewhere = QgsRectangle(first)
        elsewhere += QgsVector(0.4 * sar.extent().width(), 0)
        for view, expected in ((first, 1), (first.buffered(-15), 1), (elsewhere, 2)):
            canvas.setExtent(view)
            assert "2 footprints" in user.extract()
            assert len(pictures(temporary)) == expected
    assert len(questions) == 1


@pytest.mark.usefixtures("questions")
def test_server_that_refuses(user: Online, tmp_path: Path, temporary: Path) -> None:
    with tile_server.serve(lambda *_: tile_server.refused(403)) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        sentence = user.extract()
    assert sentence.startswith(
        "The online layer “basemap (127.0.0.1)” cannot be fetched (HTTP 403)"
    )
    assert tile_server.KEY not in sentence
    assert user.extractions() == [] and pictures(temporary) == []
    assert user.page.button.text() == "&Extract" and user.page.form.isEnabled()


def test_nothing_is_fetched_where_the_network_is_not_allowed(
    user: Online,
    questions: Questions,
    tmp_path: Path,
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CMHCL_ALLOW_NETWORK", "0")
    with tile_server.serve(tile_server.distinct) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        user.press()
        assert "forbid network access" in scenes.visible_text(user.pages)
        assert not user.page.extraction.is_running
        assert not questions and pictures(temporary) == []


class SlowTiles:
    """Tiles that are sent once they are released."""

    def __init__(self) -> None:
        self.asked, self.released = threading.Event(), threading.Event()

    def __call__(self, *place: int) -> tile_server.Answer:
        self.asked.set()
        self.released.wait(30)
        return tile_server.distinct(*place)


@pytest.mark.usefixtures("questions")
def test_cancel_while_it_is_fetched(user: Online, tmp_path: Path, temporary: Path) -> None:
    tiles = SlowTiles()
    with tile_server.serve(tiles) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        user.press()
        user.wait(tiles.asked.is_set)
        user.wait(lambda: "Fetching the picture of “basemap" in user.page.progress.text.text())
        assert user.page.button.text() == "Canc&el" and not user.page.form.isEnabled()
        user.press()
        assert scenes.visible_text(user.pages) == "Cancelled; nothing was written."
        assert user.page.button.text() == "&Extract" and user.page.form.isEnabled()
        assert pictures(temporary) == []
        tiles.released.set()
        assert "2 footprints" in user.extract()


@pytest.mark.usefixtures("questions")
def test_another_project_ends_the_fetch(user: Online, tmp_path: Path, temporary: Path) -> None:
    tiles = SlowTiles()
    with tile_server.serve(tiles) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        user.press()
        user.wait(tiles.asked.is_set)
        QgsProject.instance().clear()
        tiles.released.set()
        told = "The picture was not fetched: another project was opened."
        user.wait(lambda: scenes.visible_text(user.pages) == told)
    assert user.extractions() == [] and pictures(temporary) == []


def test_consent_is_of_one_layer_and_one_project(
    user: Online, questions: Questions, tmp_path: Path
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        sar = add_sar(tmp_path)
        choose(user, sar, server.added_layer())
        user.extract()
        user.page.form.optical.setLayer(server.added_layer("second"))
        user.extract()
        assert len(questions) == 2 and "“second" in questions[1]
        QgsProject.instance().write(str(tmp_path / "project.qgz"))
        QgsProject.instance().clear()
        user.settings.pictures.unload()  # all that follows has to be fetched
        choose(user, add_sar(tmp_path), server.added_layer())
        user.extract()
        assert len(questions) == 3
        QgsProject.instance().read(str(tmp_path / "project.qgz"))
        user.page.form.optical.setLayer(QgsProject.instance().mapLayersByName("basemap")[0])
        assert "2 footprints" in user.extract()
    assert len(questions) == 3


def test_too_large_an_extent_is_refused_before_the_question(
    user: Online,
    questions: Questions,
    tmp_path: Path,
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cmhcl_footprints.cmhcl_plugin.online import grid

    monkeypatch.setattr(grid, "LARGEST", 1_000)
    with tile_server.serve(tile_server.distinct) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        assert "choose a smaller extent" in user.extract()
    assert questions == [] and pictures(temporary) == []


@pytest.mark.usefixtures("questions")
def test_layer_that_is_removed_while_it_is_fetched_ends_the_extraction(
    user: Online, tmp_path: Path
) -> None:
    tiles = SlowTiles()
    with tile_server.serve(tiles) as server:
        basemap = server.added_layer()
        choose(user, add_sar(tmp_path), basemap)
        user.press()
        user.wait(tiles.asked.is_set)
        QgsProject.instance().removeMapLayer(basemap.id())
        tiles.released.set()
        user.wait(lambda: not user.page.extraction.is_running)
    told = "Another optical layer was chosen meanwhile; start again."
    assert scenes.visible_text(user.pages) == told
    assert user.extractions() == [] and user.page.form.isEnabled()


@pytest.mark.usefixtures("questions")
def test_plugin_that_is_unloaded_while_a_picture_is_fetched_leaves_nothing(
    user: Online, tmp_path: Path, temporary: Path
) -> None:
    tiles = SlowTiles()
    with tile_server.serve(tiles) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        user.press()
        user.wait(tiles.asked.is_set)
        user.page.extraction.unload()
        user.settings.pictures.unload()
        tiles.released.set()
    assert pictures(temporary) == [] and user.extractions() == []


@pytest.mark.usefixtures("questions")
def test_resumed_extraction_tells_its_online_layer(
    user: Online, tmp_path: Path, temporary: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs

    with tile_server.serve(tile_server.distinct) as server:
        choose(user, add_sar(tmp_path), server.added_layer())
        (saved,) = interrupted(user)
    saved.release()
    user.settings.pictures.unload()  # as at the end of QGIS
    assert pictures(temporary) == []
    (run,) = interrupted_runs(tmp_path / "runs")
    user.page.extraction.resume(run)
    user.wait(lambda: not user.page.extraction.is_running)
    text = user.result().metadata().abstract()
    assert "Optical: online layer basemap (127.0.0.1)" in text


def interrupted(user: Online) -> list[Any]:
    """The run of an extraction whose worker was stopped."""
    found: list[Any] = []
    user.page.extraction.interrupted.connect(found.append)
    user.press()
    user.wait(lambda: bool(user.extractions()))
    user.worker.stop()
    user.wait(lambda: bool(found))
    return found
