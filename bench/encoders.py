"""Candidates for the encoder of the preset ``light``, on this machine's CPU.

    python -m bench.encoders

Extraction from SAR alone on tiles of 512 px, and one forward and backward pass of all branches on
a batch of 8 x 256 px, in float32 and under bfloat16 autocast.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import torch

from core.inference.device import on_device
from core.networks import CMHCL, PRESETS, Preset, assemble
from core.networks.encoder import BasicBlock, ResNet

CANDIDATES = {
    "EfficientNet-Lite0": PRESETS["light"],
    "ResNet-18, half width": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2), 32), 32),
    "ResNet-18": PRESETS["base"],
}
REPEATS = 3


def main() -> None:
    """Print the table."""
    print(f"{'encoder':24}{'M parameters':>14}{'precision':>11}{'Mpx/s':>8}{'s/step':>8}")
    for name, parts in CANDIDATES.items():
        network = on_device(assemble(parts), torch.device("cpu"))
        millions = sum(p.numel() for p in network.parameters()) / 1e6
        for bf16 in (False, True):
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                tile = seconds_of(partial(extract, network))
            step = seconds_of(partial(train, network, bf16))
            precision = "bf16" if bf16 else "fp32"
            speed = 512 * 512 / 1e6 / tile
            print(f"{name:24}{millions:14.1f}{precision:>11}{speed:8.2f}{step:8.2f}")


def extract(network: CMHCL) -> None:
    """One tile through HAL and SAR."""
    with torch.inference_mode():
        network.eval().predict(torch.randn(1, 4, 512, 512), None)


def train(network: CMHCL, bf16: bool) -> None:
    """One pass forward and backward through everything."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        out = network.train()(torch.randn(8, 4, 256, 256), torch.randn(8, 5, 256, 256))
    logits = (out.z_share_opt, out.z_share_hal, out.z_opt, out.z_hal, out.z_os, out.z_hs)
    torch.stack([z.float().square().mean() for z in logits]).sum().backward()


def seconds_of(work: Callable[[], None]) -> float:
    """The fastest of a few runs, after one to warm up."""
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
