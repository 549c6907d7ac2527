"""The speed of two processes of a Dask cluster, as a multiple of that of one.

    .venv/bin/python -m bench.cluster [--size 8192] [--runs 3] [--workers 2]

Makes one raster, starts a scheduler with one process and another with several, each pinned to a
core of its own, and extracts the raster by ``--scheduler`` with both in turns. All processes have
loaded the model before. Prints the seconds of each run, and the median ratio of the pairs. The
footprints must be the same as those of an undivided extraction.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import distributed
import psutil

from bench.memory import ROOT, make_raster
from core.tasks import cluster_part

PARTS = 6


def load_model() -> int:
    """Load the default model, in a process of a cluster; its number."""
    cluster_part._engines.get("", "auto")
    return os.getpid()


def start_cluster(workers: int, stack: ExitStack) -> str:
    """The address of a scheduler of so many processes, each on one core."""
    cluster = stack.enter_context(
        distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, memory_limit=None, dashboard_address=":0"
        )
    )
    with distributed.Client(cluster) as client:
        for core, process in enumerate(client.run(load_model).values()):
            psutil.Process(process).cpu_affinity([core])
    address: str = cluster.scheduler_address
    return address


def extract(sar: Path, out: Path, *options: str) -> dict[str, Any]:
    """Extract by the command line; its result."""
    command = [sys.executable, "-m", "core", "extract", "--sar", str(sar), "--out", str(out)]
    environment = {**os.environ, "OGR_CURRENT_DATE": "2024-01-01T00:00:00.000Z"}
    done = subprocess.run(
        [*command, "--overwrite", *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    values: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return values


def main() -> None:
    """Print the seconds of each run and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=8192, help="side of the raster in pixels")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    ratios = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sar, out = Path(folder) / "sar.tif", Path(folder) / "out.gpkg"
        make_raster(sar, arguments.size, arguments.size)
        extract(sar, out)
        expected = out.read_bytes()
        schedulers = [start_cluster(workers, stack) for workers in (1, arguments.workers)]
        for _ in range(arguments.runs):
            seconds = []
            for scheduler in schedulers:
                options = ("--scheduler", scheduler, "--parts", str(PARTS))
                seconds.append(extract(sar, out, *options)["seconds"])
                if out.read_bytes() != expected:
                    raise SystemExit("The footprints differ from those of one process.")
            ratios.append(seconds[0] / seconds[1])
            print(
                f"1 process {seconds[0]:.1f} s, {arguments.workers} processes {seconds[1]:.1f} s, "
                f"ratio {ratios[-1]:.2f}",
                flush=True,
            )
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
