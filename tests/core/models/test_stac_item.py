"""The STAC item of a model: what the specifications of STAC and of MLM require, and its meaning."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import shapely

from core.hatch.manifest import Manifest
from core.models.stac_item import stac_item, write_item
from core.raster.scene import Scene

MANIFEST = Manifest(
    *("Town 1", "A notice.", "fast", 0.8, 0.3, "ab" * 32),
    parent="Base",
    training={"date": "2026-11-20T12:30:00+01:00", "steps": 150},
    versions={"torch": "2.13.0+cpu"},
)
UTM_AREA = {
    "wkt": "POLYGON ((500000 5700000, 501000 5700000, 501000 5701000, 500000 5700000))",
    "crs": "EPSG:32631",
}


def item_of(folder: Path, manifest: Manifest = MANIFEST, head: str = "sar") -> dict[str, Any]:
    return stac_item(manifest, folder, head, parameters=12, tile=512)


def trained(**training: Any) -> Manifest:
    return replace(MANIFEST, training=training)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sar.onnx", "sar-optical.onnx", "weights.safetensors", "manifest.json"):
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize("head", ["sar", "sar-optical"])
def test_item_has_what_stac_requires(folder, head):
    item = item_of(folder, head=head)
    assert (item["type"], item["stac_version"]) == ("Feature", "1.1.0")
    assert item["id"] == f"Town-1-{head}"
    other = {"sar": "sar-optical", "sar-optical": "sar"}[head]
    assert [(link["rel"], link["href"]) for link in item["links"]] == [
        ("related", f"./{other}.json")
    ]
    for asset in item["assets"].values():
        assert {"href", "type", "title", "roles"} <= asset.keys()


@pytest.mark.parametrize("head", ["sar", "sar-optical"])
def test_item_has_what_mlm_requires(folder, head):
    item = item_of(folder, head=head)
    assert "https://stac-extensions.github.io/mlm/v1.4.0/schema.json" in item["stac_extensions"]
    properties = item["properties"]
    for name in ("name", "architecture", "tasks", "input", "output"):
        assert properties[f"mlm:{name}"]
    assert properties["mlm:tasks"] == ["semantic-segmentation"]
    assert properties["mlm:framework"] == "PyTorch"
    assert properties["mlm:framework_version"] == "2.13.0+cpu"
    assert properties["mlm:total_parameters"] == 12
    assert properties["mlm:pretrained_source"] == "Base"
    for part in properties["mlm:input"]:
        assert len(part["bands"]) == part["input"]["shape"][1]
        assert len(part["input"]["shape"]) == len(part["input"]["dim_order"])
        assert part["input"]["data_type"] == "float32"
    for part in properties["mlm:output"]:
        assert part["tasks"] == properties["mlm:tasks"]
        assert len(part["result"]["shape"]) == len(part["result"]["dim_order"])
    assert all(re.fullmatch(r"[0-9a-zA-Z_.-]+", name) for name in properties["mlm:hyperparameters"])


def test_bands_of_inputs_are_described_and_those_of_the_models(folder):
    item = item_of(folder, head="sar-optical")
    properties = item["properties"]
    described = [band["name"] for band in properties["bands"]]
    assert described == [name for part in properties["mlm:input"] for name in part["bands"]]
    assert described == ["HH", "HV", "VH", "VV", "R", "G", "B", "N", "PAN"]
    for asset in item["assets"].values():
        is_model = "mlm:model" in asset["roles"]
        assert [band["name"] for band in asset.get("bands", [])] == (described if is_model else [])
        assert ("mlm:artifact_type" in asset) is is_model


@pytest.mark.parametrize(
    ("head", "inputs", "output"),
    [("sar", ["sar"], "hal_sar"), ("sar-optical", ["sar", "optical"], "opt_sar")],
)
def test_inputs_and_output_are_those_of_the_head(folder, head, inputs, output):
    properties = item_of(folder, head=head)["properties"]
    assert [part["name"] for part in properties["mlm:input"]] == inputs
    (described,) = properties["mlm:output"]
    assert described["name"] == output
    assert [part["name"] for part in described["classification:classes"]] == [
        "background",
        "building",
    ]
    assert described["post_processing_function"]["expression"] == "A >= 0.3"
    assert properties["mlm:hyperparameters"]["threshold"] == 0.3
    assert properties["gsd"] == 0.8


def test_preprocessing_names_the_function_that_reads_scenes(folder):
    (sar,) = item_of(folder)["properties"]["mlm:input"]
    module, _, name = sar["pre_processing_function"]["expression"].partition(":")
    found: Any = import_module(module.replace("cmhcl", "core", 1))
    for part in name.split("."):
        found = getattr(found, part)
    assert found is Scene.read


def test_assets_are_the_files_with_size_and_checksum(folder):
    assets = item_of(folder)["assets"]
    assert [asset["href"] for asset in assets.values()] == [
        *("./sar.onnx", "./weights.safetensors", "./manifest.json")
    ]
    digest = hashlib.sha256(b"sar.onnx").hexdigest()
    assert assets["onnx"]["file:checksum"] == "1220" + digest
    assert assets["onnx"]["file:size"] == len("sar.onnx")


def test_without_onnx_the_weights_are_the_model(folder):
    (folder / "sar.onnx").unlink()
    assets = item_of(folder)["assets"]
    assert list(assets) == ["weights", "manifest"]
    assert "mlm:model" in assets["weights"]["roles"]


def test_time_is_that_of_the_training(folder):
    properties = item_of(folder)["properties"]
    assert properties["datetime"] == "2026-11-20T11:30:00Z"
    assert "start_datetime" not in properties


@pytest.mark.parametrize(
    "date", [None, "", "yesterday", 5, "2026-11-20T12:30:00", "0001-01-01T00:00:00+12:00"]
)
def test_unknown_time_is_any_time(folder, date):
    properties = item_of(folder, trained(date=date))["properties"]
    assert properties["datetime"] is None
    assert properties["start_datetime"] < "2000" and properties["end_datetime"] > "3000"


def test_place_is_the_labelled_area_in_degrees(folder):
    item = item_of(folder, trained(area=UTM_AREA))
    polygon = shapely.from_geojson(json.dumps(item["geometry"]))
    assert polygon.geom_type == "Polygon" and polygon.exterior.is_ccw
    assert item["bbox"] == list(polygon.bounds)
    assert polygon.bounds == pytest.approx((3, 51.4512, 3.0144, 51.4602), abs=2e-4)


@pytest.mark.parametrize(
    "area",
    [
        None,
        "Rotterdam",
        {},
        {"wkt": UTM_AREA["wkt"], "crs": ""},
        {"wkt": "POLYGON EMPTY", "crs": "EPSG:4326"},
        {"wkt": "no polygon", "crs": "EPSG:4326"},
        {"wkt": ["POINT (1 2)"], "crs": 5},
        {"wkt": "POLYGON ((0 0, 900 0, 900 900, 0 0))", "crs": "EPSG:4326"},
        {"wkt": "POLYGON ((-179 0, 179 0, 179 1, -179 0))", "crs": "EPSG:4326"},
        {"wkt": "POLYGON ((0 0, 1e30 0, 1e30 1e30, 0 0))", "crs": "EPSG:32631"},
    ],
)
def test_unknown_place_is_left_open(folder, area):
    item = item_of(folder, trained(area=area))
    assert item["geometry"] is None and "bbox" not in item


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cmhcl-fast-0.1.0", "cmhcl-fast-0.1.0"),
        ("Modèle (2)", "Modele -2"),
        ("東京", "CMH-CL abababab"),
        ("", "CMH-CL abababab"),
        ("7 hills/", "hills"),
    ],
)
def test_name_has_only_letters_that_mlm_allows(folder, name, expected):
    found = item_of(folder, replace(MANIFEST, name=name))["properties"]["mlm:name"]
    assert found == expected
    assert re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_.\-\s]+[a-zA-Z0-9]", found)


def test_version_of_another_form_is_left_out(folder):
    properties = item_of(folder, replace(MANIFEST, versions={"torch": "nightly"}))["properties"]
    assert "mlm:framework_version" not in properties


def test_numbers_that_json_lacks_are_null(folder):
    manifest = trained(figures=[{"iou": float("nan")}, float("inf"), 0.5, True])
    write_item(item_of(folder, manifest), folder, "sar")
    written = json.loads((folder / "sar.json").read_text(encoding="utf-8"))
    training = written["properties"]["mlm:hyperparameters"]["training"]
    assert training["figures"] == [{"iou": None}, None, 0.5, True]
