"""Shared by benchmarks that fine-tune on real scenes: options, scenes, a folder of figures."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.scenes import with_buildings
from core.hatch.jobs import EFFORTS
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import read_manifest
from core.tasks.check import FEW_BUILDINGS


def parser_of(doc: str | None, name: str) -> argparse.ArgumentParser:
    """A parser of the options REAL, --model, --effort, --scenes, --threads and --work.

    ``doc`` is the docstring of the bench, ``name`` its folder in build/.
    """
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--effort", default="quick", choices=EFFORTS)
    parser.add_argument("--scenes", nargs="+", help="names; default: all")
    parser.add_argument("--threads", type=int, default=2, help="of each run")
    parser.add_argument("--work", type=Path, default=Path("build") / name)
    return parser


def scenes_of(arguments: argparse.Namespace) -> list[Path]:
    """The chosen scenes that have enough buildings to fine-tune on."""
    return [
        folder
        for folder in with_buildings(arguments.real, FEW_BUILDINGS)
        if not arguments.scenes or folder.name in arguments.scenes
    ]


def work_of(arguments: argparse.Namespace) -> Path:
    """The folder for figures of this base and this effort, which is made."""
    sha256 = read_manifest(arguments.model).sha256
    work: Path = arguments.work / f"{sha256[:8]}-{arguments.effort}"
    work.mkdir(parents=True, exist_ok=True)
    return work


def title_of(arguments: argparse.Namespace) -> str:
    """The base and the effort, to print above the figures."""
    manifest = read_manifest(arguments.model)
    return f"{manifest.name} ({manifest.sha256[:8]}), {arguments.effort}"
