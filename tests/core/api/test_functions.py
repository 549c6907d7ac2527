"""The public face of the package: what ``import cmhcl`` gives when it is installed."""

from __future__ import annotations

import doctest
import logging
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

import core
from core.api import functions
from core.hatch.events import Progress
from core.training import finetuning

ROOT = Path(__file__).parents[3]
FUNCTIONS = [name for name in core.__all__ if name.islower()]


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sar.tif, rgb.tif and buildings.geojson."""
    folder = tmp_path_factory.mktemp("api")
    core.simulate(folder, seed=4, size=200)
    (folder / "optical.tif").rename(folder / "rgb.tif")
    return folder


@pytest.fixture
def engine(engine):
    """The stand-in for a network, with a brightness that simulated buildings have."""
    engine.brightness = 1.5
    return engine


def polygons(path: Path) -> list[str]:
    return sorted(shapely.to_wkt(shapely.from_wkb(pyogrio.raw.read(path)[2])))


def test_plain_import_loads_no_library():
    code = "import sys, core; print({'torch', 'numpy', 'rasterio'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "set()"


def test_every_public_name_is_there_and_no_other():
    assert set(core.__all__) <= set(dir(core))
    assert all(getattr(core, name) is getattr(functions, name) for name in FUNCTIONS)
    with pytest.raises(AttributeError, match="'core' has no attribute 'extrakt'"):
        core.extrakt  # noqa: B018


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", *FUNCTIONS])
def test_example_in_the_docstring_runs(name, simulated, tmp_path, monkeypatch):
    shutil.copytree(simulated, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "cmhcl", core)
    monkeypatch.setitem(finetuning.STEPS, "quick", 1)
    documented = getattr(core, name) if name else core
    (test,) = doctest.DocTestFinder(recurse=False).find(documented, name or "core", core)
    test.globs = {"cmhcl": core}

    runner = doctest.DocTestRunner(verbose=False)

    assert test.examples
    assert runner.run(test).failed == 0


def test_extract_gives_the_same_from_a_path_and_from_an_open_scene(simulated, engine, tmp_path):
    sar = simulated / "sar.tif"
    result = core.extract(sar, engine, tmp_path / "path.gpkg", threshold=0.5)
    with core.open_scene([sar], pixel_size_m=3) as scene:
        core.extract(scene, engine, str(tmp_path / "scene.gpkg"), threshold=0.5)

    assert result.footprints > 0 and result.threshold == 0.5
    assert polygons(tmp_path / "path.gpkg") == polygons(tmp_path / "scene.gpkg")


def test_extract_in_an_area_of_a_file_writes_no_footprint_outside(simulated, engine, tmp_path):
    out = tmp_path / "f.gpkg"
    with core.open_scene(simulated / "sar.tif") as scene:
        left, bottom, right, top = scene.grid.bounds
        area = tmp_path / "area.gpkg"
        half = shapely.box(left, bottom, (left + right) / 2, top)
        pyogrio.raw.write(
            area,
            np.array([shapely.to_wkb(half)]),
            [],
            [],
            crs=scene.grid.crs.to_wkt(),
            geometry_type="Polygon",
        )
    with core.open_scene(simulated / "sar.tif", area=area) as scene:
        result = core.extract(scene, engine, out)

    found = shapely.from_wkb(pyogrio.raw.read(out)[2])
    assert result.footprints > 0
    assert shapely.total_bounds(found)[2] <= (left + right) / 2 + 2 * engine.manifest.pixel_size_m


def test_predict_yields_all_rows_of_the_scene_at_the_models_pixel_size(simulated, engine):
    size = engine.manifest.pixel_size_m
    with core.open_scene(simulated / "sar.tif", pixel_size_m=size) as scene:
        strips = list(core.predict(scene, engine))

    assert [strip.row for strip in strips] == [
        sum(len(before.valid) for before in strips[:number]) for number in range(len(strips))
    ]
    assert sum(len(strip.valid) for strip in strips) == scene.grid.height
    assert {strip.probability.shape[1] for strip in strips} == {scene.grid.width}


def test_predictions_and_scenes_can_be_closed_in_any_order(simulated, engine):
    first, second = (core.open_scene(simulated / "sar.tif") for _ in range(2))
    with closing(core.predict(second, engine)) as late:
        early = core.predict(first, engine)
        next(late), next(early)
        first.close()
        early.close()
        assert np.isfinite(second.read(0, 0, 8, 8)[0]).any()
        next(late, None)
    second.close()


def test_progress_is_handed_to_the_callback_and_messages_to_the_logger(
    simulated, engine, tmp_path, caplog
):
    events: list[Progress] = []
    caplog.set_level(logging.INFO, "cmhcl")

    core.extract(simulated / "sar.tif", engine, tmp_path / "f.gpkg", progress=events.append)

    assert events[-1].done == events[-1].total > 0
    assert any(message.startswith("SAR: HH, HV, VH, VV") for message in caplog.messages)


def test_cancelled_in_the_callback_ends_the_work_and_leaves_no_file(simulated, engine, tmp_path):
    def stop(_event: Progress) -> None:
        raise core.Cancelled

    with pytest.raises(core.Cancelled):
        core.extract(simulated / "sar.tif", engine, tmp_path / "f.gpkg", progress=stop)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda d: core.open_scene(d / "none.tif"), core.SceneError, "none.tif"),
        (lambda d: core.open_scene(d / "sar.tif", radiometry="dB"), core.InputError, "radiometry"),
        (lambda d: core.load_model(d), core.ModelError, "manifest.json"),
        (lambda d: core.extract(d / "sar.tif", d, d / "o.gpkg"), core.ModelError, "manifest.json"),
        (
            lambda d: core.extract(d / "sar.tif", d, d / "o.gpkg", threshold=2),
            core.InputError,
            "threshold",
        ),
        (lambda d: core.simulate(d / "s", seed=-1, size=64), core.InputError, "seed"),
        (lambda d: core.regularise(d / "no.gpkg", d / "o.gpkg"), core.InputError, "no.gpkg"),
    ],
    ids=["scene", "radiometry", "model", "model folder", "threshold", "seed", "polygons"],
)
def test_invalid_input_is_an_error_that_names_it(call, error, words, simulated):
    with pytest.raises(error, match=words) as raised:
        call(simulated)

    assert isinstance(raised.value, core.CmhclError)


def test_existing_output_is_replaced_only_with_overwrite(simulated, tmp_path):
    out = tmp_path / "straight.gpkg"
    core.regularise(simulated / "buildings.geojson", out)
    with pytest.raises(core.InputError, match="The output exists"):
        core.regularise(simulated / "buildings.geojson", out)
    assert core.regularise(simulated / "buildings.geojson", out, overwrite=True).polygons > 0


def test_area_of_an_open_scene_is_not_replaced(simulated, engine, tmp_path):
    area = tmp_path / "area.gpkg"
    core.regularise(simulated / "buildings.geojson", area)
    before = area.read_bytes()
    with (
        core.open_scene(simulated / "sar.tif", area=area) as scene,
        pytest.raises(core.InputError, match="read by the same job"),
    ):
        core.extract(scene, engine, area, overwrite=True)
    assert area.read_bytes() == before
