"""Inference and training steps of the candidates on this machine's CPU.

Extraction on tiles of 512 px, from SAR alone and with optical, and one forward and backward pass of
all branches on a batch of 8 x 160 px: one thread, float32, and bfloat16 if the CPU computes it
fast. The networks take turns, so that other programs slow down all of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

from core.inference.device import computes_bfloat16, on_device
from core.networks import CMHCL

from .candidates import CANDIDATES

TILE, CROP, BATCH = 512, 160, 8
REPEATS = 3
BASELINE = "EfficientNet-Lite0, 32 channels throughout (light)"


def print_speed() -> None:
    """Print CPU seconds as Markdown; in brackets, those of the baseline divided by these."""
    torch.set_num_threads(1)
    cpu = torch.device("cpu")
    networks = {name: on_device(candidate.network(), cpu) for name, candidate in CANDIDATES.items()}
    print("| network | M parameters | precision | SAR alone | with optical | step |")
    print("|---|---|---|---|---|---|")
    for bf16 in (False, True) if computes_bfloat16(cpu) else (False,):
        times = measure(networks, bf16)
        for name, network in networks.items():
            millions = sum(p.numel() for p in network.parameters()) / 1e6
            cells = [
                f"{own:.2f} ({base / own:.2f})"
                for own, base in zip(times[name], times[BASELINE], strict=True)
            ]
            precision = "bf16" if bf16 else "fp32"
            print(f"| {name} | {millions:.1f} | {precision} | {' | '.join(cells)} |", flush=True)


def measure(networks: dict[str, CMHCL], bf16: bool) -> dict[str, tuple[float, ...]]:
    """Best CPU seconds of each network: a tile from SAR alone, one with optical, a step."""
    optical = torch.randn(1, 5, TILE, TILE)
    found: dict[str, list[float]] = {name: [float("inf")] * 3 for name in networks}
    for _ in range(REPEATS):
        for name, network in networks.items():
            works = (
                partial(extract, network, None, bf16),
                partial(extract, network, optical, bf16),
                partial(train, network, bf16),
            )
            times = [cpu_seconds(work) for work in works]
            found[name] = [min(pair) for pair in zip(found[name], times, strict=True)]
    return {name: tuple(times) for name, times in found.items()}


def extract(network: CMHCL, optical: Tensor | None, bf16: bool) -> None:
    """One tile through HAL and SAR, or through OPT and SAR."""
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        network.eval().predict(torch.randn(1, 4, TILE, TILE), optical, optical is None)


def train(network: CMHCL, bf16: bool) -> None:
    """One pass forward and backward through everything."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        out = network.train()(torch.randn(BATCH, 4, CROP, CROP), torch.randn(BATCH, 5, CROP, CROP))
    logits = (out.z_share_opt, out.z_share_hal, out.z_opt, out.z_hal, out.z_os, out.z_hs)
    torch.stack([z.float().square().mean() for z in logits]).sum().backward()


def cpu_seconds(work: Callable[[], None]) -> float:
    """CPU time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start
