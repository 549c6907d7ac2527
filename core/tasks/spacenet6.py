"""SpaceNet 6 prepared once for training and evaluation: tiles as arrays, and lists by fold."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from ..datasets.scene_store import LIST_SUFFIX, ColumnRange, SceneStore, write_list
from ..datasets.spacenet6 import (
    AOI,
    PIXEL_SIZE_M,
    SUMMARY,
    Footprints,
    Tile,
    find_tiles,
    read_summary,
    read_tile,
    write_summary,
)
from ..datasets.spatial_folds import spatial_folds
from ..hatch.errors import InputError
from ..hatch.files import atomic_folder, writing
from ..hatch.jobs import Spacenet6Job
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import Spacenet6Result


def spacenet6(job: Spacenet6Job, reporter: Reporter) -> Spacenet6Result:
    """Write all tiles as a store at ``job.out``, with lists for each fold.

    Raises InputError for files that are missing or not as expected, Cancelled if the user
    cancelled the job. Either way nothing is left behind.
    """
    out = Path(job.out)
    if out.exists() and not job.overwrite:
        raise InputError(
            "The folder already exists; remove it or choose another folder: {out}", out=out
        )
    root = _root(Path(job.folder))
    tiles = find_tiles(root)
    folds = _split(tiles, job)
    summary = root / SUMMARY
    known = read_summary(summary) if summary.is_file() else None
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder(out) as folder:
        footprints = _write(folder, tiles, folds, known, reporter)
    return Spacenet6Result(
        out=job.out,
        tiles=len(tiles),
        turned=sum(tile.turned for tile in tiles),
        footprints=sum(len(polygons) for polygons in footprints.values()),
    )


def _write(
    folder: Path,
    tiles: list[Tile],
    folds: list[dict[str, list[ColumnRange]]],
    known: Footprints | None,
    reporter: Reporter,
) -> Footprints:
    """Write store, footprints and lists into an empty folder; returns the footprints."""
    with writing(folder):
        shape = (tiles[0].grid.height, tiles[0].grid.width)
        store = SceneStore.create(folder, [tile.name for tile in tiles], shape, PIXEL_SIZE_M)
        footprints = _store_tiles(tiles, known, store, reporter)
        write_summary(folder / "footprints.csv", footprints)
        for number, sets in enumerate(folds):
            (folder / f"fold{number}").mkdir()
            for name, windows in sets.items():
                write_list(folder / f"fold{number}" / f"{name}{LIST_SUFFIX}", windows)
    return footprints


def _root(folder: Path) -> Path:
    """The folder of the area, which may be given itself or by the folder around it."""
    return folder / AOI if (folder / AOI).is_dir() else folder


def _split(tiles: list[Tile], job: Spacenet6Job) -> list[dict[str, list[ColumnRange]]]:
    """For each fold the parts of the tiles, as they are stored, that belong to each set."""
    wests, width = [tile.grid.transform.c for tile in tiles], tiles[0].grid.width
    return [
        {
            name: [_window(tiles[i], first, last) for i, first, last in parts]
            for name, parts in sets.items()
        }
        for sets in spatial_folds(wests, width, PIXEL_SIZE_M, job.folds, job.guard_m)
    ]


def _window(tile: Tile, first: int, last: int) -> ColumnRange:
    """A range of columns, counted from the west, of the stored tile."""
    if tile.turned:
        first, last = tile.grid.width - last, tile.grid.width - first
    return ColumnRange(tile.name, first, last)


def _store_tiles(
    tiles: list[Tile], known: Footprints | None, store: SceneStore, reporter: Reporter
) -> Footprints:
    """Read all tiles into the store; their footprints."""

    def put(tile: Tile) -> np.ndarray:
        scene, polygons = read_tile(tile, known)
        store.put(scene)
        return polygons

    footprints: Footprints = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            for tile, polygons in zip(tiles, pool.map(put, tiles)):
                footprints[tile.name] = polygons
                reporter.progress(
                    len(footprints), len(tiles), Message("Prepared {name}", name=tile.name)
                )
        finally:
            pool.shutdown(cancel_futures=True)
    return footprints
