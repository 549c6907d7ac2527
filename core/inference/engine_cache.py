"""The model that was used last, kept in memory for the next job."""

from __future__ import annotations

from pathlib import Path

from ..hatch.library import DEFAULT_MODEL
from ..hatch.manifest import MANIFEST
from .engine import TorchEngine
from .engine_selection import load_engine


class EngineCache:
    """Loads models, and keeps the last one until another one is asked for."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Path, str, float], TorchEngine] | None = None

    def get(self, model: str, device: str) -> TorchEngine:
        """A model on a device, as from ``load_engine``; ``model`` is "" for the default model.

        Raises ModelError if it is damaged, InputError if the device is missing.
        """
        folder = Path(model) if model else DEFAULT_MODEL
        # A model that was trained again under the same name is another model.
        key = (folder, device, _time(folder / MANIFEST))
        if self._last is None or self._last[0] != key:
            self._last = key, load_engine(folder, device)
        return self._last[1]


def _time(path: Path) -> float:
    """When a file was changed, in seconds, 0 if there is none."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
