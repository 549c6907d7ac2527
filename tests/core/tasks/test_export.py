"""A model exported for other programs."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from core.hatch.errors import Cancelled, InputError, ModelError
from core.hatch.jobs import ExportJob
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import load_model
from core.runner import Runner
from core.tasks.export import export


def run(base: Path, out: Path, **values: Any) -> Any:
    return Runner().run(ExportJob(str(out), str(base), **values), Reporter())


def test_folder_has_each_head_and_the_model(base, tmp_path):
    out = tmp_path / "folders" / "out"
    result = run(base, out)
    assert result.files == sorted(path.name for path in out.iterdir())
    assert result.files == [
        *("manifest.json", "sar-optical.json", "sar-optical.onnx", "sar.json", "sar.onnx"),
        "weights.safetensors",
    ]
    network, manifest = load_model(out)
    assert (result.model, manifest.name) == ("Base", "Base")
    assert result.parameters == sum(weights.numel() for weights in network.parameters())


@pytest.mark.parametrize("head", ["sar", "sar-optical"])
def test_item_describes_the_onnx_file(base, tmp_path, head):
    out = tmp_path / "out"
    run(base, out)
    item = json.loads((out / f"{head}.json").read_text(encoding="utf-8"))
    for asset in item["assets"].values():
        data = (out / asset["href"]).read_bytes()
        assert asset["file:checksum"] == "1220" + hashlib.sha256(data).hexdigest()
    session = onnxruntime.InferenceSession(out / item["assets"]["onnx"]["href"])
    for described, part, values in (
        ("mlm:input", "input", session.get_inputs()),
        ("mlm:output", "result", session.get_outputs()),
    ):
        fields = item["properties"][described]
        assert [field["name"] for field in fields] == [value.name for value in values]
        for field, value in zip(fields, values, strict=True):
            sides = [side if isinstance(side, int) else -1 for side in value.shape]
            assert field[part]["shape"] == sides
            assert value.type == "tensor(float)"


def test_onnx_file_predicts_as_the_engine_does(base, tmp_path):
    run(base, tmp_path / "out")
    rng = np.random.default_rng(1)
    sar, optical = (rng.normal(size=(n, 64, 96)).astype(np.float32) for n in (4, 5))
    hal_sar, opt_sar = TorchEngine(base, "cpu", "fp32").predict(sar, optical)
    for head, expected in (("sar", hal_sar), ("sar-optical", opt_sar)):
        session = onnxruntime.InferenceSession(tmp_path / "out" / f"{head}.onnx")
        inputs = {"sar": sar[None], "optical": optical[None]}
        names = [value.name for value in session.get_inputs()]
        (found,) = session.run(None, {name: inputs[name] for name in names})
        np.testing.assert_allclose(found[0], expected, rtol=0, atol=1e-5)


def test_without_onnx_no_library_is_needed(base, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(InputError, match=f"--no-onnx.*: {re.escape(sys.executable)} -m pip"):
        run(base, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    result = run(base, tmp_path / "out", onnx=False)
    assert result.files == ["manifest.json", "sar-optical.json", "sar.json", "weights.safetensors"]


def test_damaged_model_is_refused(base, tmp_path):
    (base / "weights.safetensors").write_bytes(b"damaged")
    with pytest.raises(ModelError, match="sha-256"):
        run(base, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_export_is_replaced_but_neither_a_model_nor_other_files(base, tmp_path):
    out, model = tmp_path / "out", tmp_path / "model"
    run(base, out, onnx=False)
    with pytest.raises(InputError, match="exists"):
        run(base, out, onnx=False)
    run(base, out, onnx=False, overwrite=True)
    (out / "notes.txt").write_text("the user's")
    with pytest.raises(InputError, match=r"notes\.txt"):
        run(base, out, onnx=False, overwrite=True)
    model.mkdir()
    for name in ("manifest.json", "weights.safetensors"):
        (model / name).write_bytes((base / name).read_bytes())
    with pytest.raises(InputError, match="not written by this program"):
        run(base, model, onnx=False, overwrite=True)
    with pytest.raises(InputError, match="read by the same job"):
        run(base, base, onnx=False, overwrite=True)


def test_cancelled_job_leaves_nothing(base, tmp_path):
    job = ExportJob(str(tmp_path / "out"), str(base), onnx=False)
    with pytest.raises(Cancelled):
        export(job, Reporter(cancelled=lambda: True))
    assert [path.name for path in tmp_path.iterdir()] == ["base"]
