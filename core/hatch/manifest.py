"""The manifest of a model, ``manifest.json``. Standard library only, Python 3.9+."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from .errors import ModelError
from .files import atomic_output, writing

FORMAT = 1
MANIFEST = "manifest.json"
WEIGHTS = "weights.safetensors"
_DIGEST = "sha256:"  # prefix of the digest in the file, without which it looks like a secret
_KINDS: dict[str, Any] = {"str": str, "int": int, "float": (int, float), "bool": bool, "dict": dict}


@dataclass(frozen=True)
class Manifest:
    """Properties of a model.

    Attributes
    ----------
    name, parent
        Names of the model and of its base.
    notice
        Sentence that every user of the model must see.
    preset
        Network, one of core.networks.PRESETS.
    pixel_size_m
        Pixel size in metres of the scenes that it expects.
    threshold
        Probability, 0 to 1, from which a pixel is building.
    sha256
        Digest of the weights file.
    format
        Version of this format.
    fixed_look
        It was trained on scenes in which layover falls in one direction only.
    training, figures, versions
        Free-form records for people.
    """

    name: str
    notice: str
    preset: str
    pixel_size_m: float
    threshold: float
    sha256: str
    format: int = FORMAT
    parent: str = ""
    fixed_look: bool = False
    training: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a model folder.

    Raises ModelError if it is missing, damaged or of a newer format.
    """
    path = Path(folder) / MANIFEST
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(
            f"{folder} is not a model: it has no {MANIFEST}; choose a model folder."
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(
            f"The manifest of the model {folder} cannot be read ({error}); install the model again."
        ) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ModelError(
            f"The model {folder} is of a format that this version does not know; "
            "update the plugin or choose another model."
        )
    known = {f.name for f in fields(Manifest)}
    try:
        manifest = Manifest(**{key: value for key, value in values.items() if key in known})
    except TypeError as error:
        raise ModelError(
            f"The manifest of the model {folder} is incomplete ({error}); install the model again."
        ) from error
    for item in fields(Manifest):
        if not isinstance(getattr(manifest, item.name), _KINDS[str(item.type).partition("[")[0]]):
            raise ModelError(
                f"The manifest of the model {folder} has no valid {item.name!r}; "
                "install the model again."
            )
    return replace(manifest, sha256=manifest.sha256.removeprefix(_DIGEST))


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write ``manifest.json`` into an existing folder, whole or not at all."""
    values = {**asdict(manifest), "sha256": _DIGEST + manifest.sha256}
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    path = Path(folder) / MANIFEST
    with atomic_output(path) as new, writing(path):
        new.write_text(text, encoding="utf-8")
