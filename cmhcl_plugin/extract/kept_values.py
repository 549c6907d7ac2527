"""The values of the page Extract that are kept with a project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Optional

from qgis.core import QgsProject

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area
from ...core.hatch.library import DEFAULT_MODEL
from ...core.hatch.records import from_json
from ..layers.scene_selection import SCOPE
from .values import SAME_AREA, SELECTION, VIEW, WHOLE, ExtractValues

KEY = "/extract/values"  # a project's entry


@dataclass(frozen=True)
class KeptValues:
    """Those of ExtractValues that belong to a project; ``model`` empty: the default model."""

    extent: str = WHOLE
    area: Optional[Area] = None
    model: str = ""
    output: Optional[str] = None


def write_values(values: ExtractValues, project: QgsProject) -> None:
    """Keep values with a project; the output as the paths of layers, so that it can be moved."""
    output = project.writePath(values.output) if values.output else values.output
    model = "" if values.model == DEFAULT_MODEL else str(values.model)
    kept = KeptValues(values.extent, values.area, model, output)
    project.writeEntry(SCOPE, KEY, json.dumps(asdict(kept)))


def read_values(project: QgsProject) -> Optional[KeptValues]:
    """What was kept with a project, None: nothing that can be read."""
    text, _ = project.readEntry(SCOPE, KEY)
    try:
        kept = from_json(KeptValues, json.loads(text))
    except (ValueError, RecursionError, InputError):
        return None
    if kept.extent not in (WHOLE, VIEW, SELECTION) and not (kept.extent == SAME_AREA and kept.area):
        return None
    output = project.readPath(kept.output) if kept.output else kept.output
    return KeptValues(kept.extent, kept.area, kept.model, output)
