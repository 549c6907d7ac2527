"""A value of every request, result and event of the protocol."""

from __future__ import annotations

from dataclasses import replace

from core.hatch.events import Error, Log, Metric, Preview, Progress, Ready, Result, Status
from core.hatch.jobs import (
    Area,
    BuildingJob,
    CheckJob,
    ClusterJob,
    CompareJob,
    EvaluateJob,
    ExportJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    JoinJob,
    LabelNextJob,
    LossSettings,
    OsmJob,
    OutlineJob,
    OutlinePartJob,
    PartJob,
    RegulariseJob,
    SceneInput,
    SimulateJob,
    Spacenet6Job,
    TrainingSettings,
    TrainJob,
)
from core.hatch.protocol import CancelRequest, ControlRequest, RunRequest, StatusRequest
from core.hatch.results import (
    BuildingResult,
    CheckResult,
    ClusterResult,
    CompareResult,
    EvaluateResult,
    ExportResult,
    ExtractResult,
    FinetuneResult,
    InspectResult,
    JoinResult,
    LabelNextResult,
    ModelFigures,
    OsmResult,
    OutlinePartResult,
    OutlineResult,
    PartResult,
    RegulariseResult,
    SimulateResult,
    Spacenet6Result,
    TrainResult,
    ValidationBlocks,
)

AREA = Area("POLYGON ((0 0, 0 9, 9 9, 0 0))", "EPSG:32631")
SAR = SceneInput(("sar.tif",))
PLACE = SceneInput(("sar.tif",), area=AREA)
REQUESTS = [
    RunRequest(
        "0",
        ExtractJob(
            SceneInput(("sar.tif",), "rgb.tif", ("VV",), "db", AREA),
            "out.gpkg",
            model="models/town",
            threshold=0.4,
            min_area_m2=30.0,
            careful=True,
            device="cpu",
            probability="p.tif",
        ),
    ),
    RunRequest("1", OutlineJob("p.tif", "out.gpkg", 0.4, 30.0)),
    RunRequest("2", RegulariseJob("in.gpkg", "out.gpkg", 0.5)),
    RunRequest("2", OsmJob("in.gpkg", "out.osm", "Umbra 2026", False, True)),
    RunRequest(
        "2", CompareJob("a.gpkg", "b.gpkg", "c.gpkg", 0.4, 0.9, 2.0, AREA, probability="p.tif")
    ),
    RunRequest(
        "3", EvaluateJob(replace(PLACE, optical="rgb.tif"), "l.gpkg", threshold=0.4, careful=True)
    ),
    RunRequest("4", InspectJob(SceneInput(("hh.tif", "vv.tif"), "rgb.tif"))),
    RunRequest(
        "5",
        TrainJob(
            ("a", "b"),
            "model",
            ("c",),
            base="base",
            pixel_size_m=0.5,
            training=TrainingSettings(
                steps=500,
                batch=2,
                crop=64,
                schedule="cosine",
                losses=LossSettings(temperature=1.0, mutual=True),
                fixed_look=True,
                seed=3,
            ),
        ),
    ),
    RunRequest(
        "6",
        FinetuneJob(
            replace(PLACE, optical="rgb.tif"),
            "l.gpkg",
            "model",
            base="base",
            title="Town",
            effort="thorough",
            training=replace(
                FinetuneJob.training,
                scope="heads",
                steps=300,
                batch=2,
                learning_rate=0.01,
                frozen_teacher=True,
                seed=3,
                device="cpu",
            ),
        ),
    ),
    RunRequest("7", FinetuneJob(SAR, "l.gpkg", "model")),
    RunRequest("8", CheckJob(FinetuneJob(PLACE, "l.gpkg", "model"), "blocks.geojson")),
    RunRequest("9", SimulateJob(1, 256, "folder", "c.json", "", "8bit", ("VV",))),
    RunRequest("10", Spacenet6Job("train", "tiles", 3, 50.0)),
    CancelRequest("7"),
    ControlRequest("7", "finish"),
]
NEW_REQUESTS = [  # that 0.1.0 did not have
    RunRequest("6", FinetuneJob(SAR, "l.gpkg", "model", labels_quality="partial")),
    RunRequest("21", ExportJob("exported", "base", onnx=False)),
    RunRequest("20", LabelNextJob("p.tif", "next.gpkg", 5, 50.0)),
    RunRequest(
        "11",
        BuildingJob(
            replace(SAR, optical="rgb.tif"),
            ((600_010.5, 5_749_990.0), (600_012.0, 5_749_991.5)),
            ((600_030.0, 5_749_990.0),),
            previous=AREA.wkt,
            model="models/town",
            threshold=0.4,
            device="cpu",
        ),
    ),
    RunRequest("12", PartJob(PLACE, "2.part", 2, 8, "town", 0.4, 30.0, True, "cpu", True)),
    RunRequest("15", OutlinePartJob("2.part", "1.part")),
    RunRequest("13", JoinJob(("1.part", "2.part"), "out.gpkg", 0.5, 10.0, "p.tif")),
    RunRequest("14", ClusterJob(ExtractJob(PLACE, "out.gpkg"), "tcp://host:8786", 64)),
    StatusRequest("7"),
]
ALL_REQUESTS = [*REQUESTS, *NEW_REQUESTS]
FIGURES = ModelFigures("new", "sar", 0.4, 0.6, 0.7, 0.5, 0.02)
RESULT_VALUES = [
    BuildingResult(
        *(AREA.wkt, AREA.crs, 40.5, 0.9, 0.5, True, "growing", 0.4, "town", 0.1, "test")
    ),
    ExtractResult(3, "o.gpkg", "", 0.4, "town", 1.5, 0.25, "test"),
    PartResult("2.part", 2, 8, (448, 896), 0.4, "town", 1.5, 0.25, "test"),
    OutlinePartResult(3, "2.part.outlines", 2, 0.1),
    JoinResult(3, "o.gpkg", "p.tif", 8, 0.4, "town", 1.5, 0.25),
    ClusterResult(3, "o.gpkg", "p.tif", 8, 2, 0.4, "town", 1.5, 0.25, "Dask, local:2"),
    OutlineResult(3, "o.gpkg", 0.4, 0.1),
    RegulariseResult(3, "o.gpkg", 0.1),
    OsmResult(3, 1, 12, "o.osm", 0.1),
    ExportResult("exported", "Base", ["sar.json", "sar.onnx"], 1000, 0.4),
    LabelNextResult(10, 80, 0.6, "o.gpkg", 0.1),
    CompareResult(9, 8, 5, 1, 3, 2, 1, 0, 0.6, 0.7, 0.6, 0.8, 1.5, (1.0, 0.5), 0.5, "o.gpkg", 0.1),
    CompareResult(9, 8, 0, 0, 9, 8, 0, 0, 0.0, 0.0, 0.0, 0.0, None, None, 0.5, "o.gpkg", 0.1),
    EvaluateResult(0.5, 0.6, 0.7, 0.5, 0.3, 0.02, 0.4, 0.5, 0.3, 1000, 0.4, "test"),
    InspectResult(["VV"], "db", "negative values", 0.8, 64, 32, 0.9, ["R", "G", "B"], ["Odd."]),
    TrainResult("model", 100, 0.4, 0.0, 0.5),
    FinetuneResult("m", "r.html", ValidationBlocks(3, 9), "better", [FIGURES], 9, 6, 1.5, "early"),
    CheckResult(9, 1, "sar", 12, 4, 3, (6.0, -2.0), 90.0, "CPU", ["Few."]),
    CheckResult(9, 1, "sar", 12, 4, 3, None, 90.0, "CPU"),
    SimulateResult("folder", 12),
    Spacenet6Result("tiles", 10, 5, 90),
]
EVENT_VALUES = [
    Ready("CPU", "no NVIDIA GPU found", {"torch": "2"}),
    Progress(1, 3, "Reading", None),
    Log("a line\nof two", "warning"),
    Metric({"loss": 0.5}),
    Preview({"sar": "iVBORw0="}, "block 3, step 40"),
    Status(has_job=True),
    *map(Result, RESULT_VALUES),
    Error("input", "a sentence.", "a hint", "details"),
]
