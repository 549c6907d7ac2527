"""A network as a file of ONNX. The library onnx is optional."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..hatch.errors import InputError
from ..hatch.files import writing
from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS, STRIDE
from ..networks import CMHCL

SAR, OPTICAL = "sar", "optical"  # inputs
HAL_SAR, OPT_SAR = "hal_sar", "opt_sar"  # outputs, one of each head
OPSET = 17  # old enough for most runtimes
_TRACED = (2, 2 * STRIDE, 3 * STRIDE)  # images, rows and columns that a network is traced with


class AnySize(nn.Module):
    """The prediction of a network for images of any size, as a tuple of its heads.

    The images are filled up with nodata, on the right and at the bottom, to multiples of STRIDE.
    """

    def __init__(self, network: CMHCL, hallucinate: bool) -> None:
        super().__init__()
        self.network = network
        self.hallucinate = hallucinate

    def forward(self, sar: Tensor, optical: Tensor | None = None) -> tuple[Tensor, ...]:
        """Arguments and outputs are those of ``CMHCL.predict``, without outputs that are None."""
        height, width = sar.shape[2:]
        fill = (0, -width % STRIDE, 0, -height % STRIDE)
        sar = F.pad(sar, fill, value=torch.nan)
        if optical is not None:
            optical = F.pad(optical, fill, value=torch.nan)
        heads = self.network.predict(sar, optical, self.hallucinate)
        return tuple(head[:, :, :height, :width] for head in heads if head is not None)


def require_onnx() -> None:
    """Raise InputError if the library onnx cannot be imported."""
    try:
        import_module("onnx")
    except ImportError as error:
        raise InputError(
            "ONNX files need the library onnx; export without them (on the command line: "
            "--no-onnx), or install it: {command}",
            command=f"{sys.executable} -m pip install onnx",
        ) from error


def write_onnx(network: CMHCL, path: Path, hallucinate: bool, optical: bool) -> None:
    """Write the prediction of a network in float32, for any number of images of any size.

    Parameters
    ----------
    network
        In evaluation mode, float32, on the CPU.
    path
        File to write.
    hallucinate
        Whether the file has the output "hal_sar".
    optical
        Whether it has the input "optical" and the output "opt_sar".

    Raises
    ------
    InputError
        If the library onnx is missing, or the file cannot be written.

    Notes
    -----
    Inputs are "sar" [n, 4, h, w] and "optical" [n, 5, h, w], outputs [n, 2, h, w], with the meaning
    of ``CMHCL.predict``.
    """
    require_onnx()
    bands = {SAR: len(POLARISATIONS), **({OPTICAL: len(OPTICAL_BANDS)} if optical else {})}
    outputs = [*([HAL_SAR] if hallucinate else []), *([OPT_SAR] if optical else [])]
    count, height, width = _TRACED
    images = tuple(torch.zeros(count, channels, height, width) for channels in bands.values())
    with torch.inference_mode(), warnings.catch_warnings(), writing(path):
        # The exporter that needs no further library is the older one, which says so.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            AnySize(network, hallucinate).eval(),
            images,
            path,
            dynamo=False,
            opset_version=OPSET,
            input_names=list(bands),
            output_names=outputs,
            dynamic_axes={
                name: {0: "batch", 2: "height", 3: "width"} for name in (*bands, *outputs)
            },
        )
