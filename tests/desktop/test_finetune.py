"""Fine-tuning in a real QGIS window, by clicking: checked, trained, killed, resumed, used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from window import drive, newest_zip, simulate


def test_labels_to_model_to_footprints(tmp_path: Path) -> None:
    scene = tmp_path / "scene with späces"
    simulate(scene, size=448)
    folder = tmp_path / "seen"
    folder.mkdir()
    labels = scene / "buildings.geojson"
    plan = {"zip": str(newest_zip()), "sar": str(scene / "sar.tif"), "labels": str(labels)}
    with pytest.raises(FileNotFoundError, match=r"seen\.json"):  # killed before it wrote it
        drive(folder, "drive_finetune.py", plan, timeout_s=900)
    seen = drive(folder, "drive_finetune.py", plan, timeout_s=900)
    assert "traceback" not in seen, seen
    assert seen["asked"].startswith("A model is being fine-tuned. Exit QGIS?")
    assert "was interrupted" in seen["offer"]
    assert "Resuming from step 15" in seen["log"]  # the first checkpoint of a quick run
    assert seen["steps"] == [5, 10, 15, 20]  # the curves are whole
    assert "base model" in seen["verdict"] and "SAR alone" in seen["figures"]
    manifest = json.loads((Path(seen["model"]) / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["parent"] and manifest["training"]["buildings"] > 20
    assert (Path(seen["model"]) / "report.html").stat().st_size > 10_000
    assert "footprint" in seen["extracted"]
    assert seen["left"] == []
