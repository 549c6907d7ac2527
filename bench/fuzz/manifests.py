"""Manifests of models."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from core.hatch.library import DEFAULT_MODEL, entry_of
from core.hatch.manifest import MANIFEST, read_manifest, write_manifest

from .kind import FaultError, Kind, Sample, check_sentence
from .mutation import damaged_document


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """The manifest of the default model."""
    return [Sample((DEFAULT_MODEL / MANIFEST).read_bytes(), ".json")]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A changed manifest."""
    return Sample(damaged_document(random, [sample.data for sample in samples]), ".json")


def read(path: Path) -> None:
    """List the model, read its manifest, and write it again. Raises InputError."""
    folder = path.parent / "model"
    folder.mkdir()
    path.rename(folder / MANIFEST)
    entry = entry_of(folder)
    if entry.problem:
        check_sentence(entry.problem)
    manifest = read_manifest(folder)
    write_manifest(manifest, folder)
    if read_manifest(folder) != manifest and "nan" not in repr(manifest):
        raise FaultError("a manifest that is another one once it is written")


KIND = Kind(seeds, damage, read, share=0.12, written=lambda path: path.parts[0] == "model")
