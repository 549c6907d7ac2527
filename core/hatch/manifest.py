"""The manifest of a model, ``manifest.json``. Standard library only, Python 3.9+."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Optional

from .errors import ModelError, raise_shortage, reason_of
from .existence import exists
from .files import atomic_output, writing
from .messages import Message
from .pipes import refuse_pipe

FORMAT = 1
PRESETS = ("paper", "base", "light", "fast", "mixed")  # the networks that core.networks can build
MANIFEST = "manifest.json"
WEIGHTS = "weights.safetensors"
LABELS_FROM_OPTICAL = "from optical"  # in the record of a fine-tuning, in place of a file's name
MEAN_WITH_BASE, BASE = "mean_with_base", "base"  # in that record: it has the base's weights
_DIGEST = "sha256:"  # prefix of the digest in the file, without which it looks like a secret
LARGEST = 1 << 20  # bytes of a manifest
DEEPEST = 20  # levels of nested records
LONGEST_NAME = 200
UNNAMED = "model"  # a model whose folder has no printable name
# The longest texts, and the least and greatest numbers, that a manifest may have.
LENGTHS = {"name": LONGEST_NAME, "parent": LONGEST_NAME, "notice": 2000, "preset": 50}
RANGES = {"pixel_size_m": (0.01, 100.0), "threshold": (0.0, 1.0)}
# Control characters, line ends, marks of text direction, and invisible characters, by which two
# names could look the same. Joiners are part of words in some scripts.
_UNPRINTABLE = (
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
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
        Network, one of PRESETS.
    pixel_size_m
        Pixel size in metres of the scenes that it expects, 0.01 to 100.
    threshold
        Probability, 0 to 1, from which a pixel is building.
    sha256
        Digest of the weights file.
    format
        Version of this format.
    fixed_look
        It was trained on scenes in which layover falls in one direction only.
    click_head
        Its weights include a head for clicks on single buildings.
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
    click_head: bool = False
    training: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


def is_copy_of_base(manifest: Manifest) -> bool:
    """Whether a fine-tuned model has the weights of its base."""
    return manifest.training.get(MEAN_WITH_BASE) == BASE


def model_name(text: str) -> str:
    """A text as the name of a model: one line, not too long; empty if nothing is visible."""
    return " ".join(re.sub(_UNPRINTABLE, " ", text).split())[:LONGEST_NAME]


def read_manifest(folder: Path, model: Optional[Path] = None) -> Manifest:
    """Read the manifest of a model folder.

    ``model`` is the path that errors name; default: the folder. Raises ModelError if the manifest
    is missing, damaged, of a newer format, or has a value that no model can have.
    """
    model = model or folder
    values = _read_json(Path(folder) / MANIFEST, model)
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ModelError(
            "The model is of a format that this version does not know; update the plugin or "
            "choose another model: {model}.",
            model=model,
        )
    known = {f.name for f in fields(Manifest)}
    try:
        manifest = Manifest(**{key: value for key, value in values.items() if key in known})
    except TypeError as error:
        raise ModelError(
            "The manifest of the model is incomplete ({reason}); install the model again: {model}.",
            reason=error,
            model=model,
        ) from error
    for item in fields(Manifest):
        problem = _problem(item.name, str(item.type), getattr(manifest, item.name))
        if problem:
            raise ModelError(
                "The model has no valid {name} ({problem}); choose another model: {model}.",
                name=item.name,
                problem=problem,
                model=model,
            )
    return replace(manifest, sha256=manifest.sha256.removeprefix(_DIGEST))


def unknown_preset(manifest: Manifest, model: Path) -> ModelError:
    """The error for a model whose network this version cannot build."""
    return ModelError(
        "The model needs a network {preset} that this version does not have; update the plugin or "
        "choose another model: {model}.",
        preset=repr(manifest.preset),
        model=model,
    )


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write ``manifest.json`` into an existing folder, whole or not at all."""
    values = {**asdict(manifest), "sha256": _DIGEST + manifest.sha256}
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    path = Path(folder) / MANIFEST
    with atomic_output(path) as new, writing(path):
        new.write_text(text, encoding="utf-8")


def _read_json(path: Path, model: Path) -> Any:
    """The decoded file. Raises ModelError if it is missing, too large, damaged or too nested."""
    refuse_pipe(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ValueError(f"more than {LARGEST:,} bytes")
        values = json.loads(data.decode("utf-8"))
        json.dumps(values, ensure_ascii=False).encode("utf-8")  # fails for half a character
    except (FileNotFoundError, NotADirectoryError) as error:
        if not exists(model):
            raise ModelError(
                "The model does not exist; choose another model: {model}.", model=model
            ) from error
        raise ModelError(
            "The folder is not a model: it has no {manifest}; choose a model folder: {model}.",
            manifest=MANIFEST,
            model=model,
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise_shortage(error)
        raise ModelError(
            "The manifest of the model cannot be read ({reason}); install the model again: "
            "{model}.",
            reason=reason_of(error) if isinstance(error, OSError) else error,
            model=model,
        ) from error
    if _depth(values) > DEEPEST:
        raise ModelError(
            "The manifest of the model cannot be read (more than {levels} levels); choose another "
            "model: {model}.",
            levels=DEEPEST,
            model=model,
        )
    return values


def _problem(name: str, kind: str, value: Any) -> str:
    """Why a field cannot have this value, as a Message; empty if it can."""
    expected = _KINDS[kind.partition("[")[0]]
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        return Message("it is of type {kind}", kind=type(value).__name__)
    if name in RANGES:
        low, high = RANGES[name]
        if not low <= value <= high:
            return Message(
                "{value} is not between {low:g} and {high:g}",
                value=str(value)[:20],
                low=low,
                high=high,
            )
    if name in LENGTHS:
        if len(value) > LENGTHS[name]:
            return Message(
                "it has {count:,} characters, more than {most:,}",
                count=len(value),
                most=LENGTHS[name],
            )
        if re.search(_UNPRINTABLE, value):
            return Message("it has control characters")
        if name == "name" and not value.strip():
            return Message("it is empty")
    if name == "sha256" and not re.fullmatch("(?:[0-9a-f]{64})?", value.removeprefix(_DIGEST)):
        return Message("it is not a SHA-256")
    if name == "versions" and not all(isinstance(version, str) for version in value.values()):
        return Message("a version is not a text")
    return ""


def _depth(value: Any) -> int:
    """The number of nested objects and lists."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, (dict, list))]:
        depth += 1
        level = [
            item
            for nested in level
            for item in (nested.values() if isinstance(nested, dict) else nested)
        ]
    return depth
