"""Environment variables that a worker starts with, unless they are set already."""

from __future__ import annotations

WORKER_VARIABLES = {
    # Threads of PyTorch sleep while they wait for one another. By default they spin, and where QGIS
    # draws the map at the same time, a tile takes seconds instead of a fraction of one.
    "OMP_WAIT_POLICY": "passive",
    # All threads allocate from one heap of glibc. By default they have several, each of which keeps
    # freed memory, and the worker grows with each job.
    "MALLOC_ARENA_MAX": "1",
}
