"""A folder with the inputs of every kind of job, and the jobs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from rasterio.crs import CRS

from core.footprints.read import Table
from core.footprints.write import write_table
from core.hatch.jobs import (
    BuildingJob,
    CheckJob,
    ClusterJob,
    CompareJob,
    EvaluateJob,
    ExportJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    JoinJob,
    LabelNextJob,
    OsmJob,
    OutlineJob,
    OutlinePartJob,
    PartJob,
    RegulariseJob,
    SceneInput,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from core.hatch.manifest import Manifest, write_manifest
from core.raster.grid import Grid
from core.raster.probability_file import ProbabilityWriter
from tests.conftest import NORTH_UP, UTM

SQUARE = shapely.box(600_010, 5_749_980, 600_020, 5_749_990)


def write_vector(path: Path) -> Path:
    """A file of one footprint, as this program writes it."""
    write_table(path, Table(np.array([SQUARE], object), {}, UTM))
    return path


def write_probabilities(path: Path) -> Path:
    """A file of probabilities, as this program writes it."""
    with ProbabilityWriter(path, Grid(CRS.from_string(UTM), NORTH_UP, 8, 8), "a model", 0.5):
        pass
    return path


def write_model(folder: Path) -> Path:
    """A folder with the files of a model, of which the manifest alone is not empty."""
    folder.mkdir(parents=True)
    write_manifest(Manifest("m", "", "light", 0.8, 0.5, ""), folder)
    for name in ("weights.safetensors", "report.html"):
        (folder / name).touch()
    return folder


@dataclass(frozen=True)
class Files:
    """A folder with the inputs of all jobs."""

    folder: Path

    def path(self, name: str) -> str:
        return str(self.folder / name)

    @property
    def scene(self) -> SceneInput:
        return SceneInput(
            (self.path("sar.tif"),),
            self.path("optical.tif"),
            area_path=self.path("area.gpkg"),
        )

    def job(self, name: str, **changes: Any) -> Job:
        """The job of this name, with an output that does not exist."""
        labels, out, model = map(self.path, ("labels.gpkg", "out.gpkg", "new model"))
        scene, base = self.scene, self.path("base")
        finetune = FinetuneJob(scene, labels, model)
        inside = ((600_004.0, 5_749_996.0),)
        area, probability = self.path("area.gpkg"), self.path("p.tif")
        town, city = self.path("new scene"), self.path("city.json")
        jobs: dict[str, tuple[Any, dict[str, Any]]] = {
            "extract": (ExtractJob, {"scene": scene, "out": out}),
            "part": (
                PartJob,
                {"scene": scene, "out": self.path("1.part"), "part": 1, "parts": 2},
            ),
            "outline-part": (OutlinePartJob, {"part": self.path("a.part")}),
            "join": (JoinJob, {"parts": (self.path("a.part"),), "out": out}),
            "cluster": (
                ClusterJob,
                {"extract": ExtractJob(scene, out), "scheduler": "local:2"},
            ),
            "building": (BuildingJob, {"scene": scene, "inside": inside}),
            "outline": (OutlineJob, {"probability": probability, "out": out}),
            "regularise": (RegulariseJob, {"polygons": labels, "out": out}),
            "osm": (OsmJob, {"polygons": labels, "out": self.path("out.osm")}),
            "compare": (
                CompareJob,
                {"polygons": labels, "reference": area, "probability": probability, "out": out},
            ),
            "label-next": (LabelNextJob, {"probability": probability, "out": out}),
            "export": (ExportJob, {"out": self.path("exported"), "model": base}),
            "train": (TrainJob, {"scenes": (self.path("scene"),), "base": base, "out": model}),
            "finetune": (
                FinetuneJob,
                {"scene": scene, "labels": labels, "base": base, "out": model},
            ),
            "check": (CheckJob, {"finetune": finetune, "blocks": self.path("blocks.geojson")}),
            "simulate": (SimulateJob, {"seed": 1, "size": 64, "out": town, "city": city}),
            "spacenet6": (Spacenet6Job, {"folder": self.path("sn6"), "out": self.path("tiles")}),
            "evaluate": (EvaluateJob, {"scene": scene, "labels": labels}),
            "inspect": (InspectJob, {"scene": scene}),
        }
        kind, values = jobs[name]
        job: Job = kind(**{**values, **changes})
        return job

    def contents(self) -> dict[str, bytes]:
        """The bytes of every file."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def files(tmp_path: Path, write_raster: Callable[..., str]) -> Files:
    for name in ("sar.tif", "optical.tif"):
        write_raster(name, np.ones((8, 8), np.float32))
    for name in ("labels.gpkg", "area.gpkg"):
        write_vector(tmp_path / name)
    write_probabilities(tmp_path / "p.tif")
    write_model(tmp_path / "base")
    (tmp_path / "city.json").write_text(json.dumps({"type": "CityJSON"}))
    (tmp_path / "scene").mkdir()
    for name in ("sar.tif", "buildings.geojson"):
        (tmp_path / "scene" / name).write_text("the user's")
    (tmp_path / "sn6").mkdir()
    (tmp_path / "sn6" / "tile.tif").write_text("the user's")
    return Files(tmp_path)
