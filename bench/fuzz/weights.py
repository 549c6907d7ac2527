"""Weights of models as safetensors, with a manifest that has their digest."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

import safetensors.torch
import torch

from core.hatch.manifest import WEIGHTS, Manifest, write_manifest
from core.models.store import load_model
from core.networks import PRESETS, Preset, build
from core.networks.encoder import BasicBlock, ResNet

from .kind import Kind, Sample
from .mutation import damaged_bytes, damaged_json, json_bytes

PRESET = "tiny"  # a network that is built in no time
_LENGTH = 8  # bytes that hold the length of the header


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """The weights of a network."""
    use_tiny_network()
    torch.manual_seed(0)
    state = build(PRESET).state_dict()
    return [Sample(safetensors.torch.save({name: t.contiguous() for name, t in state.items()}))]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """Weights whose header, tensors or length are changed."""
    data = random.choice(samples).data
    (length,) = struct.unpack_from("<Q", data)
    header, tensors = data[_LENGTH : _LENGTH + length], data[_LENGTH + length :]
    choice = random.random()
    if choice < 0.5:
        header = json_bytes(random, damaged_json(random, json.loads(header)))
        length = len(header)
    elif choice < 0.7:
        header = damaged_bytes(random, header)
        length = len(header)
    elif choice < 0.8:
        length = random.choice((0, 1, length - 1, length + 1, 2**31, 2**63, 2**64 - 1))
    else:
        tensors = damaged_bytes(random, tensors)
    return Sample(struct.pack("<Q", length) + header + tensors)


def read(path: Path) -> None:
    """Load a model of these weights. Raises InputError."""
    use_tiny_network()
    folder = path.parent / "model"
    folder.mkdir()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.rename(folder / WEIGHTS)
    write_manifest(Manifest("a model", "", PRESET, 0.8, 0.5, digest), folder)
    load_model(folder)


@cache
def use_tiny_network() -> None:
    PRESETS[PRESET] = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), width=8), 8)


KIND = Kind(seeds, damage, read, share=0.03, written=lambda path: path.parts[0] == "model")
