"""Provenance of footprints: written to and read from a layer's properties and its metadata."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file, is_folder
from ...core.hatch.jobs import AUTO, ExtractJob, SceneInput
from ...core.hatch.library import DEFAULT_MODEL, entry_of
from ...core.hatch.protocol import VERSION, ProtocolError, job_from_json
from ...core.hatch.records import from_json
from ...core.hatch.results import BuildingResult, ClusterResult, ExtractResult
from ..numbers import fill_in
from ..online.record import layer_shown_in
from ..paths import version
from ..widgets.plain_text import without_tags
from .file_properties import is_in_place, read_property, write_property
from .inputs import scale_name
from .layer_file import file_of
from .moved_files import moved, moved_scene
from .probabilities import may_be_of

PROPERTY = "cmhcl/extraction"  # custom property of the layer: a Provenance as JSON
SCENE_PROPERTY = "cmhcl/scene"  # custom property of a layer without that: a SceneInput as JSON
PROTOCOL = "protocol"  # key in that JSON: version of the protocol; plugin 0.1.0 wrote none
_OUTPUTS = ("out", "probability", "overwrite")  # fields of the job that are not stored

_UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    InputError,
    ProtocolError,
)

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Provenance:
    """How footprints were extracted.

    Attributes
    ----------
    job
        Settings of the extraction; its output paths are empty.
    model
        Name of the model.
    threshold
        Probability, 0 to 1, at which the present footprints are outlined.
    engine
        What computed them.
    probability
        GeoTIFF of probabilities, or "".
    date
        Date and time in ISO format, to the minute.
    version
        Version of the plugin.
    online
        Name and host of the online layer whose picture was the optical file, or "".
    """

    job: ExtractJob
    model: str
    threshold: float
    engine: str
    probability: str
    date: str
    version: str
    online: str = ""

    @classmethod
    def from_result(
        cls, job: ExtractJob, result: Union[ExtractResult, BuildingResult, ClusterResult]
    ) -> Provenance:
        """The provenance of an extraction that has just ended."""
        return cls.of(job, result.model, result.threshold, result.engine)

    @classmethod
    def of(cls, job: ExtractJob, model: str, threshold: float, engine: str = "") -> Provenance:
        """The provenance of an extraction of now."""
        return cls(
            job=replace(job, out="", probability="", overwrite=False),
            model=model,
            threshold=threshold,
            engine=engine,
            probability=job.probability,
            date=f"{datetime.now():%Y-%m-%d %H:%M}",
            version=version(),
            online=layer_shown_in(job.scene.optical),
        )

    def model_folder(self) -> Optional[Path]:
        """The folder of the model, None if it no longer exists.

        The default model is that of this installation, wherever the layer comes from.
        """
        folder = self.job.model
        if folder and is_folder(folder):
            return Path(folder)
        default = entry_of(DEFAULT_MODEL).manifest
        is_default = not folder or (default is not None and self.model == default.name)
        return DEFAULT_MODEL if is_default else None

    def text(self) -> str:
        """Everything as lines of text, for a layer's metadata."""
        job, scene = self.job, self.job.scene
        none, detected = translate("Provenance", "none"), translate("Provenance", "detected")
        yes, no = translate("Provenance", "yes"), translate("Provenance", "no")
        lines = [
            translate("Provenance", "Date: {}").format(self.date),
            translate("Provenance", "Plugin: CMH-CL Footprints {}").format(self.version),
            translate("Provenance", "Model: {}").format(self.model),
            translate("Provenance", "SAR: {}").format(", ".join(scene.sar)),
            translate("Provenance", "Optical: {}").format(self._optical() or none),
            translate("Provenance", "Polarisations: {}").format(
                ", ".join(scene.polarisations) or detected
            ),
            translate("Provenance", "SAR values: {}").format(
                detected if scene.radiometry == AUTO else scale_name(scene.radiometry)
            ),
            translate("Provenance", "Area: {}").format(
                scene.area.wkt if scene.area else translate("Provenance", "whole SAR layer")
            ),
            fill_in(translate("Provenance", "Threshold: {:.3g}"), self.threshold),
            fill_in(translate("Provenance", "Smallest area: {:g} m²"), job.min_area_m2),
            translate("Provenance", "Careful: {}").format(yes if job.careful else no),
            translate("Provenance", "Probabilities: {}").format(self.probability or none),
            translate("Provenance", "Engine: {}").format(self.engine),
        ]
        return "\n".join(lines)

    def _optical(self) -> str:
        if not self.online:
            return self.job.scene.optical
        return translate("Provenance", "online layer {}").format(self.online)


def provenance_to_json(provenance: Provenance) -> str:
    """Everything on one line."""
    values = {PROTOCOL: VERSION, **asdict(provenance)}
    for name in _OUTPUTS:
        del values["job"][name]
    return json.dumps(values)


def provenance_from_json(text: str) -> Optional[Provenance]:
    """What ``provenance_to_json`` wrote; None if it is something else, or of a newer plugin."""
    try:
        values = json.loads(text)
        protocol = values.pop(PROTOCOL, 1)
        if protocol not in (1, VERSION):
            return None
        arguments = {**values["job"], "out": ""}
        values["job"] = job_from_json(ExtractJob.name, arguments, protocol)
        found = from_json(Provenance, asdict(Provenance(**values)))  # from_json checks the types
    except _UNREADABLE:
        return None
    return found if 0.0 <= found.threshold <= 1.0 else None


def write_provenance(layer: QgsMapLayer, provenance: Provenance) -> None:
    """Store it in the layer's properties, which a project keeps, and in its metadata."""
    write_property(layer, PROPERTY, provenance_to_json(provenance))
    write_metadata(layer, provenance)


def write_metadata(layer: QgsMapLayer, provenance: Provenance) -> None:
    """Store it as text in the layer's metadata alone, where ``read_provenance`` does not look."""
    metadata = layer.metadata()
    metadata.setAbstract(without_tags(provenance.text()))
    layer.setMetadata(metadata)


def read_provenance(layer: Optional[QgsMapLayer]) -> Optional[Provenance]:
    """The provenance stored in a layer, with files and model where they are now.

    None if there is none, as in a layer of another source, or if a newer plugin wrote it.
    """
    text = read_property(layer, PROPERTY) if layer else None
    found = provenance_from_json(text) if text else None
    if layer is None or found is None:
        return None
    job = found.job
    job = replace(job, scene=moved_scene(layer, job.scene), model=moved(layer, job.model))
    return replace(found, job=job)


def write_scene(layer: QgsMapLayer, scene: SceneInput, online: str) -> None:
    """Store the scene of a layer's latest footprints in its properties.

    ``online`` is its online layer as in Provenance.
    """
    scene = _without_picture(replace(scene, area=None), online)
    values: dict[str, Any] = {PROTOCOL: VERSION, "scene": asdict(scene), "online": online}
    write_property(layer, SCENE_PROPERTY, json.dumps(values))


def read_scene(layer: QgsMapLayer) -> tuple[Optional[SceneInput], str]:
    """The scene whose footprints a layer has, and its online layer as in Provenance.

    None if the scene is unknown. With an online layer it has no optical file.
    """
    provenance = read_provenance(layer)
    if provenance:
        return _without_picture(provenance.job.scene, provenance.online), provenance.online
    try:
        values = json.loads(read_property(layer, SCENE_PROPERTY) or "")
        job = job_from_json(ExtractJob.name, {"scene": values["scene"], "out": ""})
        known = values[PROTOCOL] == VERSION
        scene = moved_scene(layer, job.scene)
        return (scene, str(values.get("online", ""))) if known else (None, "")
    except _UNREADABLE:
        return None, ""


def _without_picture(scene: SceneInput, online: str) -> SceneInput:
    return replace(scene, optical="") if online else scene


def find_probability_file(layer: QgsVectorLayer, provenance: Provenance) -> Optional[Path]:
    """The GeoTIFF of probabilities, None if it no longer exists.

    If the layer's file was moved or copied, that is the one next to it. Where it was written there
    may be a file of another scene by now, as in a copied project; ``may_be_of`` tells some of them.
    """
    if not provenance.probability:
        return None
    written, file = Path(provenance.probability), file_of(layer)
    if is_in_place(layer) and is_file(written):
        return written
    places = [Path(file).with_name(written.name), written] if file else [written]
    return next((path for path in places if is_file(path) and may_be_of(path, layer)), None)
