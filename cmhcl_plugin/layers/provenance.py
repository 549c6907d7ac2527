"""What a layer of footprints remembers of its extraction, in the project and in its metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.jobs import ExtractJob
from ...core.hatch.protocol import ProtocolError, job_from_arguments
from ..paths import version

PROPERTY = "cmhcl/extraction"  # of the layer: a Memory as JSON
_ELSEWHERE = ("out", "probability")  # fields of the job that are no settings

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Memory:
    """An extraction: its settings (``job``, without outputs) and what came of it.

    ``threshold`` is the one that the footprints are outlined at, ``probability`` the file of kept
    probabilities (empty: none), ``date`` is in ISO format.
    """

    job: ExtractJob
    model: str
    threshold: float
    engine: str
    probability: str
    date: str
    version: str

    @classmethod
    def of(cls, job: ExtractJob, result: Mapping[str, Any]) -> Memory:
        """What there is to remember when a job has ended now."""
        return cls(
            job=replace(job, out="", probability=""),
            model=result["model"],
            threshold=result["threshold"],
            engine=result["engine"],
            probability=job.probability,
            date=f"{datetime.now():%Y-%m-%d %H:%M}",
            version=version(),
        )

    def text(self) -> str:
        """All of it in words, for a layer's metadata."""
        job, none = self.job, translate("Provenance", "none")
        given = translate("Provenance", "found out")
        yes, no = translate("Provenance", "yes"), translate("Provenance", "no")
        lines = [
            translate("Provenance", "Date: {}").format(self.date),
            translate("Provenance", "Plugin: CMH-CL Footprints {}").format(self.version),
            translate("Provenance", "Model: {}").format(self.model),
            translate("Provenance", "SAR: {}").format(", ".join(job.sar)),
            translate("Provenance", "Optical: {}").format(job.optical or none),
            translate("Provenance", "Polarisations: {}").format(
                ", ".join(job.polarisations) or given
            ),
            translate("Provenance", "SAR values: {}").format(
                given if job.radiometry == "auto" else job.radiometry
            ),
            translate("Provenance", "Area: {}").format(
                job.area.wkt if job.area else translate("Provenance", "whole SAR layer")
            ),
            translate("Provenance", "Threshold: {:.3g}").format(self.threshold),
            translate("Provenance", "Smallest area: {:g} m²").format(job.min_area_m2),
            translate("Provenance", "Careful: {}").format(yes if job.careful else no),
            translate("Provenance", "Adapted to the scene: {}").format(yes if job.adapt else no),
            translate("Provenance", "Probabilities: {}").format(self.probability or none),
            translate("Provenance", "Engine: {}").format(self.engine),
        ]
        return "\n".join(lines)


def remember(layer: QgsMapLayer, memory: Memory) -> None:
    """Put it into the layer's properties, which a project keeps, and into its metadata."""
    values = asdict(memory)
    for name in _ELSEWHERE:
        del values["job"][name]
    layer.setCustomProperty(PROPERTY, json.dumps(values))
    describe(layer, memory)


def describe(layer: QgsMapLayer, memory: Memory) -> None:
    """Put it into the layer's metadata alone."""
    metadata = layer.metadata()
    metadata.setAbstract(memory.text())
    layer.setMetadata(metadata)


def recall(layer: Optional[QgsMapLayer]) -> Optional[Memory]:
    """What a layer remembers; None where it is no result of this plugin, or of a newer version."""
    text = layer.customProperty(PROPERTY) if layer else None
    if not text:
        return None
    try:
        values = json.loads(text)
        values["job"] = job_from_arguments(ExtractJob.name, {**values["job"], "out": ""})
        return Memory(**values)
    except (ValueError, TypeError, KeyError, ProtocolError):
        return None


def kept_probabilities(layer: QgsMapLayer, memory: Memory) -> Optional[Path]:
    """The file of kept probabilities, where it was or beside the layer's file; None: it is gone."""
    if not memory.probability:
        return None
    kept = Path(memory.probability)
    source = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    beside = Path(source.get("path", "")).with_name(kept.name)  # both were moved
    return next((path for path in (kept, beside) if path.is_file()), None)
