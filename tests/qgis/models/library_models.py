"""Models in a folder, made by hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

WEIGHTS = b"weights" * 1000
AREA = {
    "wkt": "POLYGON((590000 5750000,590800 5750000,590800 5750600,590000 5750600,590000 5750000))",
    "crs": "EPSG:32631",
}
ROWS = [
    {"what": what, "head": head, "threshold": 0.3, "iou": iou, "f1": 0.5, "object_f1": 0.2}
    | {"ece": float("nan")}
    for head in ("sar", "optical")
    for what, iou in (("base", 0.311), ("base_own_threshold", 0.342), ("new", 0.473))
]


def make_model(folder: Path, name: str, **changes: Any) -> Path:
    """A fine-tuned model; ``changes`` to its training record."""
    path = folder / name
    path.mkdir(parents=True)
    training = {"date": "2026-11-21T10:12:00", "sar": ["umbra.tif"], "optical": "ortho.tif"}
    training |= {"labels": "drawn.gpkg", "area": AREA, "buildings": 143, "pixel_size_m": 0.8}
    training |= {"blocks": {"training": 11, "validation": 4}, "settings": {"steps": 150}}
    manifest = {"format": 1, "name": name, "notice": "Take care.", "preset": "light"}
    manifest |= {"pixel_size_m": 0.8, "threshold": 0.4, "parent": "the base"}
    manifest |= {"sha256": hashlib.sha256(WEIGHTS).hexdigest(), "training": training | changes}
    manifest |= {"figures": {"rows": ROWS, "verdict": "better"}}
    (path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (path / "weights.safetensors").write_bytes(WEIGHTS)
    return path
