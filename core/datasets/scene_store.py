"""Store of many labelled scenes of one size, read through memory maps.

A store is a folder with ``store.json`` (names and pixel size) and one array per kind for all
scenes: ``sar.npy`` and ``optical.npy``, float16 [n, 4 or 5, H, W], and ``targets.npy``, uint8
[n, 3, H, W] in the order of TARGETS. Three open files serve any number of scenes in constant
memory. Lists of windows, ``*.windows``, are one folder deeper: text files with the name of a scene,
first and stop column on each line.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.lib.format import open_memmap

from ..hatch.errors import InputError
from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from ..hatch.names import TARGETS
from .scenes import LabelledScene, all_labelled

LIST_SUFFIX = ".windows"
STORE_FILES = re.compile(r"store\.json|(sar|optical|targets)\.npy|footprints\.csv")
STORE_FOLDERS = r"fold\d+"  # of lists
_SAME_SIZE = 0.02  # tolerance of the pixel size, as in core.raster.scene
_KINDS = {
    "sar": (np.float16, len(POLARISATIONS)),
    "optical": (np.float16, len(OPTICAL_BANDS)),
    "targets": (np.uint8, len(TARGETS)),
}


@dataclass(frozen=True)
class ColumnRange:
    """Columns ``first`` to ``last`` (not included) of a scene."""

    name: str
    first: int
    last: int


class SceneStore:
    """A store opened for reading; ``create`` makes one for writing.

    ``pixel_size_m`` is that of all scenes. Raises InputError if the folder is not a store.
    """

    def __init__(self, folder: Path, writable: bool = False) -> None:
        mode: Literal["r", "r+"] = "r+" if writable else "r"
        try:
            metadata = json.loads((folder / "store.json").read_text(encoding="utf-8"))
            names, self.pixel_size_m = metadata["names"], metadata["pixel_size_m"]
            self._arrays = {
                kind: np.asarray(np.load(folder / f"{kind}.npy", mmap_mode=mode)) for kind in _KINDS
            }
        except (OSError, ValueError, KeyError) as error:
            raise InputError(
                "The folder has no prepared scenes ({reason}); prepare them again: {folder}",
                folder=folder,
                reason=error,
            ) from error
        self._index = {name: i for i, name in enumerate(names)}

    @classmethod
    def create(
        cls, folder: Path, names: Sequence[str], shape: tuple[int, int], pixel_size_m: float
    ) -> SceneStore:
        """Create a store in an empty folder, for scenes of these names and this [H, W].

        Each scene is then ``put`` once. Raises InputError if the disk is too small: a write to a
        memory map on a full disk would kill the process.
        """
        pixels = len(names) * shape[0] * shape[1]
        needed = pixels * sum(np.dtype(dtype).itemsize * n for dtype, n in _KINDS.values())
        free = shutil.disk_usage(folder).free
        if needed > free:
            raise InputError(
                "The scenes need {needed:.0f} GB and the disk has {free:.0f} GB free; choose a "
                "folder on a larger disk.",
                needed=needed / 1e9,
                free=free / 1e9,
            )
        for kind, (dtype, bands) in _KINDS.items():
            open_memmap(folder / f"{kind}.npy", "w+", dtype, (len(names), bands, *shape))
        metadata = {"pixel_size_m": pixel_size_m, "names": list(names)}
        (folder / "store.json").write_text(json.dumps(metadata), encoding="utf-8")
        return cls(folder, writable=True)

    def put(self, scene: LabelledScene) -> None:
        """Write a scene of the store's size. Thread-safe for different scenes."""
        i = self._index[scene.name]
        self._arrays["sar"][i] = scene.sar
        self._arrays["optical"][i] = scene.optical
        self._arrays["targets"][i] = [getattr(scene, name) for name in TARGETS]

    def read(self, window: ColumnRange) -> LabelledScene:
        """Read a window of a scene as views of the files.

        Raises InputError if there is no such scene.
        """
        if window.name not in self._index:
            raise InputError(
                "There is no scene {name} in the store; prepare the scenes again.", name=window.name
            )
        i, columns = self._index[window.name], slice(window.first, window.last)
        sar, optical, targets = (self._arrays[kind][i, :, :, columns] for kind in _KINDS)
        labelled = all_labelled(targets.shape[1:])
        by_name = dict(zip(TARGETS, targets, strict=True))
        return LabelledScene(window.name, sar, optical, **by_name, labelled=labelled)


def write_list(path: Path, windows: Iterable[ColumnRange]) -> None:
    """Write a list of windows, for ``read_list``."""
    lines = [f"{window.name} {window.first} {window.last}\n" for window in windows]
    path.write_text("".join(lines), encoding="utf-8")


def read_list(path: Path) -> list[ColumnRange]:
    """Read a list of windows. Raises InputError if it is invalid or empty."""
    try:
        rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
        windows = [ColumnRange(name, int(first), int(last)) for name, first, last in rows]
    except (OSError, ValueError) as error:
        raise InputError(
            "The file is not a list of prepared scenes ({reason}); give one that was written with "
            "the scenes: {path}",
            path=path,
            reason=error,
        ) from error
    if not windows:
        raise InputError(
            "The file lists no scenes; prepare the scenes with fewer folds: {path}", path=path
        )
    return windows


def listed_scenes(path: Path, pixel_size_m: float) -> list[LabelledScene]:
    """Read the scenes of a list from the store around its folder.

    Raises InputError if list or store cannot be read, or if the pixel size differs.
    """
    store = SceneStore(path.parent.parent)
    if abs(store.pixel_size_m / pixel_size_m - 1) > _SAME_SIZE:
        raise InputError(
            "The scenes of {path} have pixels of {prepared_m:g} m, not {pixel_size_m:g} m; train "
            "with --pixel-size {prepared_m:g}.",
            path=path,
            prepared_m=store.pixel_size_m,
            pixel_size_m=pixel_size_m,
        )
    return [store.read(window) for window in read_list(path)]
