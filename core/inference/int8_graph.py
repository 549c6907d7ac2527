"""Quantisation of a graph of OpenVINO to integers of 8 bits.

A convolution multiplies integers of 8 bits: its input in 256 steps between the lowest and the
highest value that some images gave there, and its weights in 255 steps on both sides of 0, for each
output channel by itself (Krishnamoorthi 2018, "Quantizing deep convolutional networks for efficient
inference", static quantisation after training). All else is computed as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import torch

from .openvino_graphs import Graphs, batches, openvino

_INPUT_LEVELS, _WEIGHT_LEVELS = 256, 255
_LEAST = 1e-12  # width of a range; one of 0 has no steps

Images = tuple[np.ndarray, Optional[np.ndarray]]  # SAR [4, h, w] and optical [5, h, w] of a place
Source = tuple[str, int]  # name of a node, index of its output
Range = tuple[float, float]


class Int8Graphs(Graphs):
    """Other graphs, quantised by some images, or as they are if they read optical and none has it.

    The images are float32, as for ``Predictor.predict``.
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
    """Quantise all convolutions of a graph, in place, by the images that it computes.

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
        reach = np.abs(constant.get_node().get_data()).max(axis=(1, 2, 3), keepdims=True) + _LEAST
        weights.replace_source_output(steps(constant, -reach, reach, _WEIGHT_LEVELS))
    graph.validate_nodes_and_infer_types()
    return graph


def _ranges(graph: Any, images: Sequence[Sequence[np.ndarray]]) -> dict[Source, Range]:
    """The lowest and the highest value of each input of a convolution."""
    from openvino import Model
    from openvino import opset13 as ops

    sources = {_source(node.input(0)): node.input(0) for node in _convolutions(graph)}
    watched = [ops.result(port.get_source_output()) for port in sources.values()]
    settings = {
        "INFERENCE_PRECISION_HINT": "f32",
        "INFERENCE_NUM_THREADS": torch.get_num_threads(),
        "NUM_STREAMS": 1,
    }
    model = Model(watched, graph.get_parameters(), "ranges")
    request = openvino().Core().compile_model(model, "CPU", settings).create_infer_request()
    ends = []
    for image in images:
        found = request.infer(list(image)).values()
        ends.append([(float(values.min()), float(values.max())) for values in found])
    return {
        source: (min(low for low, _ in of_source), max(high for _, high in of_source))
        for source, of_source in zip(sources, zip(*ends, strict=True), strict=True)
    }


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
