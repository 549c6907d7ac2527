"""Model folders: a manifest, and weights as safetensors that are verified when loaded."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import replace
from pathlib import Path

import numpy
import safetensors
import safetensors.torch
import torch

from .. import __version__
from ..hatch.errors import DivergedError, ModelError, raise_shortage, reason_of
from ..hatch.files import atomic_folder, writing
from ..hatch.manifest import WEIGHTS, Manifest, read_manifest, unknown_preset, write_manifest
from ..hatch.pipes import refuse_pipe
from ..networks import CMHCL, PRESETS, build


def load_model(folder: Path) -> tuple[CMHCL, Manifest]:
    """Load a network, in evaluation mode, float32, on the CPU, and its manifest.

    Raises ModelError if the manifest or the weights cannot be read, the checksum of the weights is
    wrong, a weight is not finite, or they do not fit the network that the manifest names.
    """
    manifest = read_manifest(folder)
    if manifest.preset not in PRESETS:
        raise unknown_preset(manifest, folder)
    path = Path(folder) / WEIGHTS
    refuse_pipe(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise_shortage(error)
        raise ModelError(
            "The weights {path} cannot be read ({reason}); install the model again.",
            path=path,
            reason=reason_of(error),
        ) from error
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise ModelError(
            "The weights {path} are not those that the model was made with (wrong sha-256); "
            "install the model again.",
            path=path,
        )
    network = build(manifest.preset)
    if manifest.click_head:
        network.add_click_head()
    try:
        weights = safetensors.torch.load(data)
        are_finite = _are_finite(weights)
        network.load_state_dict({name: value.float() for name, value in weights.items()})
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise_shortage(error)
        raise ModelError(
            "The weights {path} do not fit the network {preset}; install the model again.",
            path=path,
            preset=repr(manifest.preset),
        ) from error
    if not are_finite:
        raise ModelError(
            "The weights {path} are not all finite numbers; choose another model, or train this "
            "one again.",
            path=path,
        )
    return network.eval(), manifest


def _are_finite(weights: dict[str, torch.Tensor]) -> bool:
    return all(bool(torch.isfinite(value).all()) for value in weights.values())


def save_model(network: CMHCL, manifest: Manifest, folder: Path) -> Manifest:
    """Write a model folder atomically, replacing an existing one.

    Returns the manifest as written.
    """
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder(folder) as new:
        return write_model(network, manifest, new)


def write_model(network: CMHCL, manifest: Manifest, folder: Path) -> Manifest:
    """Write weights as float16, and a manifest with their sha-256 and the library versions.

    ``folder`` must exist. Returns the manifest as written. Raises DivergedError if a weight is not
    finite.
    """
    # num_batches_tracked of batch norm is an integer.
    weights = {
        name: value.half() if value.is_floating_point() else value
        for name, value in network.state_dict().items()
    }
    if not _are_finite(weights):
        raise DivergedError
    data = safetensors.torch.save(
        {name: value.cpu().contiguous() for name, value in weights.items()}
    )
    manifest = replace(
        manifest,
        sha256=hashlib.sha256(data).hexdigest(),
        click_head=network.click is not None,
        versions=versions(),
    )
    with writing(folder / WEIGHTS):
        (folder / WEIGHTS).write_bytes(data)
    write_manifest(manifest, folder)
    return manifest


def versions() -> dict[str, str]:
    """Versions of this package and of the libraries that affect the output of a model."""
    return {
        "cmhcl": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": numpy.__version__,
    }
