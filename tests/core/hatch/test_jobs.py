"""Values of jobs are checked when a job is made; the error names the field."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest

from core.hatch.errors import InputError
from core.hatch.jobs import (
    FROM_OPTICAL,
    BuildingJob,
    CheckJob,
    ClusterJob,
    EvaluateJob,
    ExtractJob,
    FinetuneJob,
    JoinJob,
    LossSettings,
    OutlineJob,
    PartJob,
    RegulariseJob,
    SceneInput,
    SimulateJob,
    Spacenet6Job,
    TrainingSettings,
    TrainJob,
)
from core.hatch.protocol import RunRequest, job_from_json
from tests.builders.protocol_values import REQUESTS

SAR = SceneInput(("sar.tif",))
EXTRACT = ExtractJob(SAR, "o.gpkg")
PART = PartJob(SAR, "1.part", 1, 4)
BUILDING = BuildingJob(SAR, ((1.0, 2.0),))
TRAINING = TrainingSettings()
TRAIN = TrainJob(("scene",), "model")


@pytest.mark.parametrize(
    ("values", "change", "words"),
    [
        (SAR, {"sar": ()}, "sar"),
        (SAR, {"sar": ("",)}, "sar"),
        (SAR, {"sar": "sar.tif"}, "sar"),
        (SAR, {"polarisations": ("XX",)}, "polarisations must be one of HH, HV, VH, VV"),
        (SAR, {"polarisations": ("HH", "HH")}, r"the same polarisation \(HH, HH\)"),
        (SAR, {"radiometry": "dB"}, "radiometry must be one of auto, db, amplitude, power"),
        (EXTRACT, {"threshold": 1.01}, "threshold must be between 0 and 1"),
        (EXTRACT, {"threshold": math.nan}, "threshold"),
        (EXTRACT, {"min_area_m2": -1.0}, "min_area_m2 must be at least 0"),
        (EXTRACT, {"min_area_m2": math.inf}, "min_area_m2"),
        (EXTRACT, {"device": "gpu"}, "device must be one of auto, cpu, cuda, mps"),
        (PART, {"part": 0}, "part must be between 1 and 4"),
        (PART, {"part": 5}, "part must be between 1 and 4"),
        (PART, {"parts": 0}, "parts must be at least 1"),
        (PART, {"threshold": 2.0}, "threshold"),
        (PART, {"min_area_m2": -1.0}, "min_area_m2"),
        (PART, {"device": "gpu"}, "device"),
        (JoinJob(("a.part",), "o.gpkg"), {"parts": ()}, "parts must name at least one file"),
        (JoinJob(("a.part",), "o.gpkg"), {"threshold": 2.0}, "threshold"),
        (JoinJob(("a.part",), "o.gpkg"), {"min_area_m2": -1.0}, "min_area_m2"),
        (ClusterJob(EXTRACT, "local:2"), {"scheduler": ""}, "scheduler must be an address"),
        (ClusterJob(EXTRACT, "local:2"), {"parts": -1}, "parts must be at least 0"),
        (BUILDING, {"inside": ()}, "inside must have at least one point"),
        (BUILDING, {"inside": ((math.nan, 0.0),)}, "The point nan, 0.0 is not finite"),
        (BUILDING, {"outside": ((0.0, math.inf),)}, "The point 0.0, inf is not finite"),
        (BUILDING, {"threshold": 2.0}, "threshold"),
        (BUILDING, {"device": "gpu"}, "device"),
        (EvaluateJob(SAR, "l.gpkg"), {"threshold": -0.1}, "threshold"),
        (OutlineJob("p.tif", "o.gpkg"), {"threshold": 2.0}, "threshold"),
        (RegulariseJob("i.gpkg", "o.gpkg"), {"tolerance_m": 0.0}, "tolerance_m"),
        (LossSettings(), {"temperature": 0.0}, "temperature"),
        (LossSettings(), {"lambda_edge": -1.0}, "lambda_edge"),
        (LossSettings(), {"distance": "L1"}, "distance"),
        (TRAINING, {"batch": 0}, "batch must be at least 1"),
        (TRAINING, {"crop": 100}, "crop must be a multiple of 32"),
        (TRAINING, {"seed": -1}, "seed"),
        (TRAINING, {"scope": "all"}, "scope"),
        (TRAINING, {"schedule": "steps"}, "schedule must be one of poly, cosine"),
        (TRAIN, {"scenes": ()}, "no scene"),
        (TRAIN, {"training": replace(TRAINING, steps=0)}, "steps must be at least 1"),
        (TRAIN, {"pixel_size_m": -0.5}, "pixel_size_m"),
        (
            TRAIN,
            {"preset": "foo"},
            "preset must be one of paper, base, light, fast, mixed, not 'foo'",
        ),
        (FinetuneJob(SAR, "l", "o"), {"effort": "heroic"}, "effort"),
        (SimulateJob(1, 64, "o"), {"size": 15}, "size must be at least 16"),
        (SimulateJob(1, 64, "o"), {"polarisations": ()}, "polarisations"),
        (SimulateJob(1, 64, "o"), {"polarisations": ("VV", "VV")}, "the same polarisation"),
        (Spacenet6Job("i", "o"), {"guard_m": -1.0}, "guard_m"),
        (Spacenet6Job("i", "o"), {"folds": 10**9}, "folds must be at most 100"),
        (SimulateJob(1, 64, "o"), {"size": 10**6}, "size must be at most 8,192, not 1000000"),
        (TRAIN, {"pixel_size_m": 1e-9}, "pixel_size_m must be at least 0.01, not 1e-09"),
        (TRAIN, {"pixel_size_m": 1e9}, "pixel_size_m must be at most 100.0"),
        (PART, {"parts": 99_999_999}, "parts must be at most 10,000"),
        (ClusterJob(EXTRACT, "local:2"), {"parts": 99_999_999}, "parts must be at most 10,000"),
        (RegulariseJob("i.gpkg", "o.gpkg"), {"tolerance_m": 1e300}, "tolerance_m must be at most"),
        (LossSettings(), {"temperature": 1e-300}, "temperature must be at least 0.01"),
        (LossSettings(), {"temperature": 1e300}, "temperature must be at most 100"),
        (LossSettings(), {"lambda_edge": 1e308}, "lambda_edge must be at most 1,000"),
        (TRAINING, {"learning_rate": 1e30}, "learning_rate must be at most 10, not 1e"),
        (TRAINING, {"batch": 100_000_000}, "batch must be at most 1,024"),
        (TRAINING, {"crop": 10**9}, "crop must be at most 4,096"),
        (TRAINING, {"crop": 32, "batch": 1}, "crop must be at least 64"),
        (TRAINING, {"seed": 2**64}, "seed must be at most"),
        (TRAINING, {"steps": 10**12}, "steps must be at most"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_value_out_of_range_is_an_error_that_names_the_field(values, change, words):
    with pytest.raises(InputError, match=words):
        replace(values, **change)


def numbers_of(values: object) -> list[str]:
    """The fields of a job or of settings that are numbers."""
    return [one.name for one in fields(values) if one.type in ("int", "float", "Optional[float]")]


JOBS = {request.job.name: request.job for request in REQUESTS if isinstance(request, RunRequest)}


@pytest.mark.parametrize(
    ("values", "name"),
    [
        (values, name)
        for values in (*JOBS.values(), TRAINING, LossSettings())
        for name in numbers_of(values)
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_number_that_is_not_finite_is_an_error_that_says_so(values, name, value):
    words = rf"^{name} must be (a finite number, not {value}|between .*)\.$"
    with pytest.raises(InputError, match=words):
        replace(values, **{name: value})


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("extract", None, "extract must be an object, not NoneType"),
        ("extract", {"scene": {"sar": ["a"]}}, "extract has no value for 'out'"),
        ("extract", {"scene": {"sar": ["a"]}, "out": "b", "colour": 1}, "no field 'colour'"),
        ("extract", {"scene": {"sar": "a"}, "out": "b"}, "sar must be a list, not str"),
        ("extract", {"scene": {"sar": ["a"]}, "out": 1}, "out must be of type str, not int"),
        ("simulate", {"seed": True, "size": 64, "out": "o"}, "seed must be of type int, not bool"),
        ("regularise", {"polygons": "i", "out": "o", "tolerance_m": 10**400}, "tolerance_m"),
    ],
)
def test_arguments_of_another_type_are_an_error_that_names_the_field(name, arguments, words):
    with pytest.raises(InputError, match=words):
        job_from_json(name, arguments)


def test_labels_from_optical_need_optical():
    scene = {"sar": ["a"], "optical": "o"}
    job = job_from_json("finetune", {"scene": scene, "labels": "optical", "out": "m"})
    assert job.labels == FROM_OPTICAL
    with pytest.raises(InputError, match="no optical image to take labels from; choose an"):
        job_from_json("finetune", {"scene": {"sar": ["a"]}, "labels": "optical", "out": "m"})


def test_only_labels_from_optical_have_corrections():
    fields = {"scene": {"sar": ["a"], "optical": "o"}, "out": "m", "corrections": "c.gpkg"}
    job = job_from_json("finetune", {**fields, "labels": "optical"})
    assert job.corrections == "c.gpkg"
    with pytest.raises(InputError, match="Corrections need labels from optical"):
        job_from_json("finetune", {**fields, "labels": "l.gpkg"})


def test_quality_of_labels_is_complete_unless_said_and_always_from_optical():
    fields = {"scene": {"sar": ["a"], "optical": "o"}, "labels": "l.gpkg", "out": "m"}
    assert job_from_json("finetune", fields).labels_quality == "complete"
    partial = {**fields, "labels_quality": "partial"}
    assert job_from_json("finetune", partial).labels_quality == "partial"
    with pytest.raises(InputError, match="labels_quality"):
        job_from_json("finetune", {**fields, "labels_quality": "good"})
    with pytest.raises(InputError, match="from optical cannot be partial"):
        job_from_json("finetune", {**partial, "labels": "optical"})


def test_fine_tuning_inside_a_check_is_checked_too():
    finetune = {"scene": {"sar": ["a"]}, "labels": "l", "out": "o", "effort": "heroic"}
    with pytest.raises(InputError, match="effort"):
        job_from_json("check", {"finetune": finetune})
    assert isinstance(
        job_from_json("check", {"finetune": {**finetune, "effort": "quick"}}), CheckJob
    )


def test_values_that_would_be_ignored_are_refused():
    with pytest.raises(InputError, match="A style is given for the city of a file"):
        SimulateJob(1, 64, "out", city="city.json", style="park")
    with pytest.raises(InputError, match="imagenet is given with a base"):
        replace(TRAIN, base="model", imagenet="weights")
    teacher = replace(TRAINING, frozen_teacher=True)
    with pytest.raises(InputError, match="frozen_teacher keeps the OPT branch of a base"):
        replace(TRAIN, training=teacher)
    assert replace(TRAIN, base="model", training=teacher).base
