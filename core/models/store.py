"""Models on disk: a folder of manifest and safetensors, checked before it is used."""

from __future__ import annotations

import hashlib
import platform
import shutil
from dataclasses import replace
from pathlib import Path

import numpy
import safetensors
import safetensors.torch
import torch

from .. import __version__
from ..hatch.errors import InputError
from ..hatch.manifest import WEIGHTS, Manifest, read_manifest, write_manifest
from ..networks import CMHCL, PRESETS, build


def _default_model() -> Path:
    """Folder of the default model: in the installed package, else in the clone or plugin."""
    package = Path(__file__).parents[1]
    installed = package / "default_model"
    return installed if installed.is_dir() else package.parent / "resources/models/default"


DEFAULT_MODEL = _default_model()


def load_model(folder: Path) -> tuple[CMHCL, Manifest]:
    """A network in evaluation mode, float32, on the CPU, and its manifest.

    Raises InputError when the weights are missing, not those of the manifest, or of another
    network than it names.
    """
    manifest = read_manifest(folder)
    if manifest.preset not in PRESETS:
        raise InputError(
            f"The model {folder} needs a network {manifest.preset!r} that this version lacks; "
            "update the plugin or choose another model."
        )
    path = Path(folder) / WEIGHTS
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The weights {path} cannot be read ({error.strerror}); install the model again."
        ) from error
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise InputError(
            f"The weights {path} are not those that the model was made with (wrong sha-256); "
            "install the model again."
        )
    network = build(manifest.preset)
    try:
        weights = safetensors.torch.load(data)
        network.load_state_dict({name: value.float() for name, value in weights.items()})
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise InputError(
            f"The weights {path} do not fit the network {manifest.preset!r}; "
            "install the model again."
        ) from error
    return network.eval(), manifest


def save_model(network: CMHCL, manifest: Manifest, folder: Path) -> Manifest:
    """Write a model folder: weights as float16, manifest with their sha-256 and the versions.

    The folder appears whole or not at all; one that is there already is replaced.
    """
    folder = Path(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Counters of batch norm are integers and needed by training alone.
    weights = {
        name: value.half() if value.is_floating_point() else value
        for name, value in network.state_dict().items()
    }
    data = safetensors.torch.save(
        {name: value.cpu().contiguous() for name, value in weights.items()}
    )
    manifest = replace(manifest, sha256=hashlib.sha256(data).hexdigest(), versions=versions())
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)  # of a process that was killed
    partial.mkdir()
    try:
        (partial / WEIGHTS).write_bytes(data)
        write_manifest(manifest, partial)
        if folder.exists():
            shutil.rmtree(folder)
        partial.replace(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return manifest


def versions() -> dict[str, str]:
    """Versions of this project and of the libraries that decide what a model computes."""
    return {
        "cmhcl": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": numpy.__version__,
    }
