"""Convert public arguments to job fields."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Optional, TypeVar, Union

from ..footprints.area import read_area
from ..hatch.events import Event, Log, Metric, Progress
from ..hatch.jobs import AUTO, Area, SceneInput
from ..hatch.reporter import Reporter
from ..inference.engine import TorchEngine
from ..inference.engine_selection import load_engine
from ..inference.predict import Engine
from ..raster.scene import Scene

StrPath = Union[str, PathLike[str]]
Files = Union[StrPath, Sequence[StrPath]]
SceneLike = Union[Scene, Files]  # an open scene, or SAR files to open as they are
ModelLike = Union[Engine, StrPath]  # a loaded model, or its folder
Loaded = TypeVar("Loaded", bound=Engine)
OnProgress = Optional[Callable[[Progress], None]]

LOGGER = logging.getLogger("cmhcl")


def path_of(path: StrPath | None) -> str:
    """The path as jobs have it, "" for None."""
    return "" if path is None else fspath(path)


def paths_of(files: Files) -> tuple[str, ...]:
    """The paths of one file or several."""
    several = [files] if isinstance(files, (str, PathLike)) else files
    return tuple(fspath(path) for path in several)


def area_of(area: Area | StrPath | None) -> Area | None:
    """The area itself, or the union of the polygons in a file. Raises InputError."""
    return area if area is None or isinstance(area, Area) else read_area(fspath(area))


def source_of(scene: SceneLike) -> SceneInput:
    """The rasters of an open scene, or of these SAR files."""
    return scene.source if isinstance(scene, Scene) else SceneInput(paths_of(scene))


def engine_of(model: Loaded | StrPath) -> Loaded | TorchEngine:
    """The model itself, or the one in a folder, loaded. Raises ModelError."""
    return load_engine(Path(model)) if isinstance(model, (str, PathLike)) else model


def base_of(model: TorchEngine | StrPath) -> tuple[str, str]:
    """Folder and device of a model to fine-tune, which is not loaded."""
    if isinstance(model, TorchEngine):
        return path_of(model.folder), model.device.type
    return path_of(model), AUTO


def reporter_for(progress: OnProgress) -> Reporter:
    """A reporter that passes progress to the callback and messages to the logger ``cmhcl``."""

    def send(event: Event) -> None:
        if isinstance(event, Progress) and progress is not None:
            progress(event)
        elif isinstance(event, Log):
            LOGGER.log(logging.WARNING if event.level == "warning" else logging.INFO, event.message)
        elif isinstance(event, Metric):
            LOGGER.info("%s", event.values)

    return Reporter(send)
