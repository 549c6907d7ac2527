"""The devices that a job can run on. Standard library only, Python 3.9+."""

from __future__ import annotations

AUTO = "auto"  # the fastest available
DEVICES = (AUTO, "cpu", "cuda", "mps")
