"""Quantised convolutions."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("openvino")

from openvino import Core, Model
from openvino import opset13 as ops

from core.inference.int8_graph import quantised


def convolved(weights: np.ndarray, image: np.ndarray, quantise: bool) -> np.ndarray:
    """An image through one convolution."""
    parameter = ops.parameter([1, *image.shape[1:]], np.float32)
    ends = [1, 1], [0, 0], [0, 0], [1, 1]
    graph = Model(
        [ops.convolution(parameter, ops.constant(weights), *ends)], [parameter], "convolution"
    )
    if quantise:
        graph = quantised(graph, [[image]])
    settings = {"INFERENCE_PRECISION_HINT": "f32"}
    request = Core().compile_model(graph, "CPU", settings).create_infer_request()
    (result,) = request.infer([image]).values()
    return np.array(result)


def test_the_largest_values_and_weights_do_not_overflow() -> None:
    weights, image = np.ones((32, 64, 1, 1), np.float32), np.ones((1, 64, 8, 8), np.float32)
    image[0, 0, 0, 0] = 0
    found = convolved(weights, image, quantise=True)
    np.testing.assert_allclose(found[..., 1:, 1:], 64, rtol=0.01)
    np.testing.assert_allclose(found[..., 0, 0], 63, rtol=0.01)


def test_random_weights_give_nearly_the_same() -> None:
    rng = np.random.default_rng(0)
    weights = rng.normal(size=(32, 64, 3, 3)).astype(np.float32)
    image = rng.normal(size=(1, 64, 16, 16)).astype(np.float32)
    expected = convolved(weights, image, quantise=False)
    found = convolved(weights, image, quantise=True)
    assert not np.array_equal(found, expected)
    assert np.abs(found - expected).mean() < 0.02 * expected.std()
