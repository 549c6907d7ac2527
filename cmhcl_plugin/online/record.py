"""Files that say which online layer a picture shows, next to the pictures."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ...core.hatch.existence import exists
from ...core.hatch.jobs import SceneInput

ENDING = ".online.json"


def write_record(picture: Path, layer: str) -> None:
    """``layer`` is the name and the host of the layer. Raises OSError."""
    _record_of(picture).write_text(json.dumps({"layer": layer}), encoding="utf-8")


def layer_shown_in(path: str) -> str:
    """Name and host of the online layer whose picture a file is, "" for other files."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads(_record_of(Path(path)).read_text(encoding="utf-8"))["layer"])
    return ""


def with_kept_picture(scene: SceneInput, folder: Path) -> SceneInput:
    """The scene with its picture in a folder where it stays; unchanged if optical is not a picture.

    Raises OSError if the folder cannot be written.
    """
    if not scene.optical or not layer_shown_in(scene.optical):
        return scene
    picture = Path(scene.optical)
    kept, number = folder / picture.name, 2
    while exists(kept) and not kept.samefile(picture):
        kept = folder / f"{picture.stem}_{number}{picture.suffix}"
        number += 1
    if not exists(kept):
        for source, copy in ((picture, kept), (_record_of(picture), _record_of(kept))):
            try:
                os.link(source, copy)  # takes no room
            except OSError:
                shutil.copy(source, copy)
    return replace(scene, optical=str(kept))


def _record_of(picture: Path) -> Path:
    return picture.with_name(picture.stem + ENDING)
