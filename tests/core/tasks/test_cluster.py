"""Extraction on a cluster: a stand-in for Dask first, then real processes with the real model."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import rasterio

from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Event, Log
from core.hatch.jobs import ClusterJob, ExtractJob, PartJob, SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.hatch.results import ClusterResult
from core.inference.engine_selection import PYTORCH, VARIABLE, load_engine
from core.simulator import simulate, write_scene
from core.tasks import cluster_part, dask_run
from core.tasks.cluster import cluster, parts_folder
from core.tasks.extract import extract
from core.tasks.outline_part import outline_part
from core.tasks.part import part
from tests.builders.rasters import WriteRaster

pytestmark = pytest.mark.usefixtures("same_time")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Task:
    """A task that has ended, as the client of Dask shows it."""

    def __init__(self, status: str, error: Exception | None = None) -> None:
        self.status, self._error = status, error

    def result(self) -> str:
        return "a stand-in"

    def exception(self) -> Exception | None:
        return self._error


class Client:
    """A client that computes a task at once, or lets it fail; it counts the parts."""

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.parts: list[int] = []
        self.failing: dict[int, Task] = {}
        self.hook: Callable[[PartJob], PartJob] = lambda job: job

    def scheduler_info(self) -> dict[str, Any]:
        return {"workers": {}}

    def submit(self, function: Any, job: Any, running: str, *needs: Any, **options: Any) -> Task:
        assert Path(running).is_file() and options["retries"] == 2
        if function is cluster_part.outline:
            failed = [task for task in needs[0] if task.status != "finished"]
            if failed:
                return failed[0]
            outline_part(job, Reporter())
            return Task("finished")
        assert function is cluster_part.compute
        assert all(map(os.path.isabs, (*job.scene.sar, job.out)))
        if job.part in self.failing:
            return self.failing[job.part]
        self.parts.append(job.part)
        part(self.hook(job), self.engine, Reporter())
        return Task("finished")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, engine: Any) -> Client:
    made = Client(engine)
    # The default model's pixel size, with which the scene is opened here.
    engine.manifest = replace(engine.manifest, pixel_size_m=0.8)

    @contextmanager
    def connect(scheduler: str) -> Iterator[Client]:
        assert scheduler == "tcp://head:8786"
        yield made

    monkeypatch.setattr(dask_run, "_client", connect)
    return made


@pytest.fixture
def job(write_raster: WriteRaster, tmp_path: Path) -> ClusterJob:
    values = np.random.default_rng(0).normal(-15, 1, (500, 200)).astype(np.float32)
    for row in range(10, 480, 50):
        values[row : row + 12 + row % 40, 60:85] = 10
    scene = SceneInput((write_raster("a.tif", values),))
    one = ExtractJob(
        scene,
        str(tmp_path / "out.gpkg"),
        threshold=0.4,
        min_area_m2=5.0,
        probability=str(tmp_path / "out.tif"),
        overwrite=True,
    )
    return ClusterJob(one, "tcp://head:8786", 5)


def contents(job: ClusterJob) -> list[bytes]:
    return [Path(path).read_bytes() for path in (job.extract.out, job.extract.probability)]


def run(job: ClusterJob, on_log: Callable[[str], None] = lambda _: None) -> ClusterResult:
    def note(event: Event) -> None:
        if isinstance(event, Log):
            on_log(event.message)

    return cluster(job, Reporter(note))


def undivided(job: ClusterJob, engine: Any) -> list[bytes]:
    extract(job.extract, engine, Reporter())
    return contents(job)


def test_result_is_that_of_the_undivided_extraction(job: ClusterJob, client: Client) -> None:
    expected = undivided(job, client.engine)
    result = run(job)
    assert result.footprints > 5 and (result.parts, result.computed) == (5, 5)
    assert contents(job) == expected
    assert client.parts == [1, 2, 3, 4, 5]
    folder = Path(job.extract.out).parent
    assert sorted(path.name for path in folder.iterdir()) == ["a.tif", "out.gpkg", "out.tif"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("task", "words"),
    [
        (Task("error", InputError("The disk of /x is full; free some space.")), "disk of /x"),
        (Task("error", type("KilledWorker", (Exception,), {})("1")), "Several processes .* ended"),
        (Task("lost"), "The scheduler was lost"),
    ],
)
def test_part_that_fails_is_an_error_and_a_rerun_computes_only_what_is_missing(
    job: ClusterJob, client: Client, task: Task, words: str
) -> None:
    expected = undivided(job, client.engine)
    client.failing = {3: task}
    with pytest.raises(InputError, match=words):
        run(job)
    assert not list(parts_folder(Path(job.extract.out)).glob("*.running"))
    assert client.parts == [1, 2, 4, 5]
    client.failing, client.parts = {}, []
    assert run(job).computed == 1 and client.parts == [3]
    assert contents(job) == expected
    assert not parts_folder(Path(job.extract.out)).exists()


def test_fault_of_a_part_is_not_hidden(job: ClusterJob, client: Client) -> None:
    client.failing = {2: Task("error", ZeroDivisionError("a fault"))}
    with pytest.raises(ZeroDivisionError):
        run(job)


def test_parts_of_another_extraction_are_computed_again(job: ClusterJob, client: Client) -> None:
    client.failing = {3: Task("lost")}
    with pytest.raises(InputError):
        run(job)
    client.failing, client.parts = {}, []
    other = replace(job, extract=replace(job.extract, threshold=0.3))
    assert run(other).computed == 5 and client.parts == [1, 2, 3, 4, 5]


def test_other_files_than_here_are_noticed(
    job: ClusterJob, client: Client, write_raster: WriteRaster
) -> None:
    other = write_raster("b.tif", np.full((500, 200), -9, np.float32))
    client.hook = lambda one: replace(one, scene=replace(one.scene, sar=(other,)))
    with pytest.raises(InputError, match=r"different rasters from those on this machine; .*a\.tif"):
        run(job)


def test_cancelled_run_leaves_nothing(job: ClusterJob, client: Client) -> None:
    folder = Path(job.extract.out).parent
    with pytest.raises(Cancelled):
        cluster(job, Reporter(cancelled=lambda: len(client.parts) == 5))
    assert [path.name for path in folder.iterdir()] == ["a.tif"]


def test_number_of_parts_follows_from_the_height(job: ClusterJob, client: Client) -> None:
    assert run(replace(job, parts=0)).parts == 1 and client.parts == [1]


def test_part_stops_when_its_run_has_ended(job: ClusterJob, tmp_path: Path) -> None:
    out = tmp_path / "1.part"
    with pytest.raises(Cancelled):
        cluster_part.compute(PartJob(job.extract.scene, str(out), 1, 1), str(tmp_path / "gone"))
    assert not out.exists()


def test_without_the_library_it_says_what_to_install(
    job: ClusterJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match="pip install distributed"):
        run(job)


@pytest.mark.slow
def test_scheduler_that_is_not_there(job: ClusterJob, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(dask_run, "_CONNECT_S", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", "local:0"):
        with pytest.raises(InputError, match=f"cannot be reached.*{address}"):
            run(replace(job, scheduler=address))


# Real processes


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene four times below itself, so that it has several rows of tiles."""
    pytest.importorskip("distributed")
    folder = tmp_path_factory.mktemp("cluster") / "scene"
    write_scene(simulate(5, 512, pixel_size_m=0.8, style="suburb"), folder)
    with rasterio.open(folder / "sar.tif") as file:
        values, profile = np.tile(file.read(), (1, 4, 1)), file.profile
    profile["height"] = values.shape[1]
    with rasterio.open(folder / "sar.tif", "w", **profile) as file:
        file.write(values)
    return folder / "sar.tif"


@pytest.fixture
def real(job: ClusterJob, tall: Path) -> ClusterJob:
    scene = replace(job.extract.scene, sar=(str(tall),))
    return ClusterJob(replace(job.extract, scene=scene, threshold=None), "local:2", 4)


def workers() -> list[psutil.Process]:
    """The processes of a local cluster."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


@pytest.mark.slow
@needs_signals
def test_process_that_is_killed_in_mid_run_changes_nothing(
    real: ClusterJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.setenv(VARIABLE, PYTORCH)  # in all processes the same
    expected = undivided(real, load_engine(DEFAULT_MODEL))
    killed: list[int] = []

    def kill_first(line: str) -> None:
        if "computed by" in line and not killed:
            killed.append(int(line.rsplit(maxsplit=1)[1]))
            os.kill(killed[0], signal.SIGKILL)

    result = run(real, kill_first)
    assert killed and result.computed == 4
    assert contents(real) == expected
    assert not workers() and not parts_folder(Path(real.extract.out)).exists()


@pytest.mark.slow
def test_cancel_ends_the_processes(real: ClusterJob) -> None:
    lines: list[str] = []

    def cancelled() -> bool:
        return any("computed by" in line for line in lines)

    def note(event: Event) -> None:
        if isinstance(event, Log):
            lines.append(event.message)

    with pytest.raises(Cancelled):
        cluster(real, Reporter(note, cancelled))
    assert not workers() and not Path(real.extract.out).exists()
    assert not parts_folder(Path(real.extract.out)).exists()
