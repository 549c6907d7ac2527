"""Quantisation of an OpenVINO graph to 8-bit integers.

A convolution multiplies 8-bit integers: its input in 256 steps between the lowest and the highest
value that some images gave there, and its weights in 129 steps on both sides of 0, for each output
channel by itself (Krishnamoorthi 2018, "Quantizing deep convolutional networks for efficient
inference", static quantisation after training). Weights are -64 to 64 because processors without
VNNI add two products in 16 bits: 2 * 255 * 64 fits, 2 * 255 * 127 does not. All else, depthwise
convolutions among it, is computed as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from .openvino_graphs import Graphs, batches, openvino
from .predict import Images

_INPUT_LEVELS, _WEIGHT_LEVELS = 256, 255
_USED = 64 / 127  # part of the range of weights, so that products add up to less than 2 ** 15
_LEAST = 1e-12  # width of a range; one of 0 has no steps

Source = tuple[str, int]  # name of a node, index of its output
Range = tuple[float, float]


class Int8Graphs(Graphs):
    """Other graphs, quantised by some images, or as they are if they read optical and none has it.

    The images are float32, as for ``Predictor.predict``. They are kept, as a graph is made when it
    is first used.
    """

    def __init__(self, graphs: Graphs, images: Sequence[Images]) -> None:
        super().__init__(graphs._network, graphs._key, "f32", graphs._streams)
        self._images = images

    def _graph(self, *kind: bool) -> Any:
        graph = super()._graph(*kind)
        _, reads_optical, _ = kind
        inputs = [
            batches(sar, optical if reads_optical else None)
            for sar, optical in self._images
            if optical is not None or not reads_optical
        ]
        return quantised(graph, inputs) if inputs else graph


def quantised(graph: Any, images: Sequence[Sequence[np.ndarray]]) -> Any:
    """Quantise the convolutions of a graph, in place, by the images that it computes.

    ``images`` are those of an inference, float32 [1, C, h, w] for each input of the graph. The same
    images give the same graph.
    """
    from openvino import opset13 as ops

    def steps(values: Any, low: np.ndarray, high: np.ndarray, levels: int) -> Any:
        ends = [ops.constant(end.astype(np.float32)) for end in (low, high, low, high)]
        return ops.fake_quantize(values, *ends, levels).output(0)

    ranges = _ranges(graph, images)
    inputs: dict[Source, Any] = {}
    for convolution in _convolutions(graph):
        values, weights = convolution.input(0), convolution.input(1)
        source = _source(values)
        if source not in inputs:
            low, high = (np.full((1, 1, 1, 1), end) for end in _with_sign(*ranges[source]))
            inputs[source] = steps(values.get_source_output(), low, high, _INPUT_LEVELS)
        values.replace_source_output(inputs[source])
        constant = weights.get_source_output()
        largest = np.abs(constant.get_node().get_data()).max(axis=(1, 2, 3), keepdims=True)
        reach = (largest + _LEAST) / _USED
        weights.replace_source_output(steps(constant, -reach, reach, _WEIGHT_LEVELS))
    graph.validate_nodes_and_infer_types()
    return graph


def _ranges(graph: Any, images: Sequence[Sequence[np.ndarray]]) -> dict[Source, Range]:
    """The lowest and the highest value of each input of a convolution."""
    from openvino import Model
    from openvino import opset13 as ops

    sources = {_source(node.input(0)): node.input(0) for node in _convolutions(graph)}
    axes = np.arange(4)
    watched = [
        ops.result(reduce(port.get_source_output(), axes))
        for port in sources.values()
        for reduce in (ops.reduce_min, ops.reduce_max)
    ]
    settings = {
        "INFERENCE_PRECISION_HINT": "f32",
        "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        "NUM_STREAMS": 1,
    }
    model = Model(watched, graph.get_parameters(), "ranges")
    request = openvino().Core().compile_model(model, "CPU", settings).create_infer_request()
    ends = np.array([[float(end) for end in request.infer(list(i)).values()] for i in images])
    lows, highs = ends[:, 0::2].min(axis=0), ends[:, 1::2].max(axis=0)
    return dict(zip(sources, zip(lows.tolist(), highs.tolist(), strict=True), strict=True))


def _with_sign(low: float, high: float) -> Range:
    """A range from 0, or if there are negative values one of which 0 is a step."""
    if low >= 0:
        return 0.0, max(high, _LEAST)
    reach = max(-low * 127 / 128, high)
    return -reach * 128 / 127, reach


def _convolutions(graph: Any) -> list[Any]:
    return [node for node in graph.get_ordered_ops() if node.get_type_name() == "Convolution"]


def _source(port: Any) -> Source:
    """What gives the values of an input of a node."""
    output = port.get_source_output()
    return output.get_node().get_friendly_name(), output.get_index()
