"""ONNX files give what the network gives in PyTorch."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from core.hatch.errors import InputError
from core.hatch.library import DEFAULT_MODEL
from core.models.onnx_file import write_onnx
from core.models.store import load_model
from core.networks import CMHCL

TOLERANCE = 1e-5  # of a probability
SIZES = [(1, 64, 96), (3, 32, 32), (2, 33, 101), (1, 1, 1), (1, 95, 32)]


@pytest.fixture(scope="module")
def network() -> CMHCL:
    return load_model(DEFAULT_MODEL)[0]


def write(network: CMHCL, path: Path, hallucinate: bool, optical: bool) -> Path:
    write_onnx(network, path, hallucinate, optical)
    return path


@pytest.fixture(scope="module")
def files(network: CMHCL, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The files of the two heads, by whether it is that with optical."""
    folder = tmp_path_factory.mktemp("onnx")
    return {
        optical: write(network, folder / f"{optical}.onnx", not optical, optical)
        for optical in (False, True)
    }


def images(count: int, height: int, width: int) -> dict[str, np.ndarray]:
    """Images with missing bands, and missing pixels in places of their own."""
    rng = np.random.default_rng(height * width)
    sar, optical = (rng.normal(size=(count, n, height, width)).astype(np.float32) for n in (4, 5))
    sar[:, 2:] = np.nan
    sar[:, :, height // 2 : height // 2 + height // 4] = np.nan
    optical[:, 3:] = np.nan
    optical[:, :, :, : width // 4] = np.nan
    return {"sar": sar, "optical": optical}


def expected(network: CMHCL, inputs: dict[str, np.ndarray], optical: bool) -> np.ndarray:
    """What PyTorch predicts in float32, with nodata up to multiples of 32 pixels."""
    height, width = inputs["sar"].shape[2:]
    filled = {}
    for name, image in inputs.items():
        shape = (*image.shape[:2], -(-height // 32) * 32, -(-width // 32) * 32)
        whole = np.full(shape, np.nan, np.float32)
        whole[:, :, :height, :width] = image
        filled[name] = torch.from_numpy(whole)
    with torch.inference_mode():
        heads = network.predict(filled["sar"], filled["optical"] if optical else None)
    head = heads[optical]
    assert head is not None
    return head.numpy()[:, :, :height, :width]


def run(path: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    return session.run(None, {name: inputs[name] for name in names})


def shape_of(value: onnx.ValueInfoProto) -> list[str | int]:
    return [side.dim_param or side.dim_value for side in value.type.tensor_type.shape.dim]


@pytest.mark.parametrize("optical", [False, True])
@pytest.mark.parametrize(("count", "height", "width"), SIZES)
def test_onnx_runtime_gives_the_same_as_pytorch(network, files, optical, count, height, width):
    inputs = images(count, height, width)
    (result,) = run(files[optical], inputs)
    np.testing.assert_allclose(result, expected(network, inputs, optical), rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize("optical", [False, True])
def test_heads_are_told_apart(network, files, optical):
    inputs = images(1, 64, 64)
    (result,) = run(files[optical], inputs)
    other = expected(network, inputs, not optical)
    assert np.abs(result - other).max() > 100 * TOLERANCE


@pytest.mark.parametrize("optical", [False, True])
def test_file_is_valid_and_names_inputs_and_outputs(files, optical):
    model = onnx.load(files[optical])
    onnx.checker.check_model(model, full_check=True)
    inputs, outputs = (
        {value.name: shape_of(value) for value in values}
        for values in (model.graph.input, model.graph.output)
    )
    sar = {"sar": ["batch", 4, "height", "width"]}
    both = {**sar, "optical": ["batch", 5, "height", "width"]}
    assert inputs == (both if optical else sar)
    assert outputs == {"opt_sar" if optical else "hal_sar": ["batch", 2, "height", "width"]}


def test_file_can_have_both_heads(network, tmp_path):
    inputs = images(1, 40, 40)
    results = run(write(network, tmp_path / "both.onnx", True, True), inputs)
    for optical, result in enumerate(results):
        whole = expected(network, inputs, bool(optical))
        np.testing.assert_allclose(result, whole, rtol=0, atol=TOLERANCE)


def test_missing_library_is_named(network, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(InputError, match="pip install onnx"):
        write_onnx(network, tmp_path / "a.onnx", True, False)
    assert list(tmp_path.iterdir()) == []
