"""The page Extract and a result on the map, for the tests of what can be done with results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

TIMEOUT_MS = 120_000
TITLE = "Footprints sar 12:00"


class Desk:
    """The page Extract and a result on the map."""

    def __init__(self, iface: Any, worker: Any, qtbot: Any, folder: Path) -> None:
        from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
        from cmhcl_footprints.cmhcl_plugin.pages import Pages

        self.iface = iface
        self.qtbot = qtbot
        self.folder = folder
        self.settings = ExtractSettings()
        self.dialog = Pages(iface, worker, worker, self.settings)
        self.dialog.show()
        self.page = self.dialog.extract
        self.form = self.page.form
        self.box = self.page.result

    def add(self, scene: dict[str, Any] | None = None, **settings: Any) -> QgsVectorLayer:
        """Add the footprints to the map, as an extraction of this scene and settings does."""
        from cmhcl_footprints.cmhcl_plugin.layers.content import PROPERTY, mark_unedited
        from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance, write_provenance
        from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints
        from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput
        from cmhcl_footprints.core.hatch.results import ExtractResult

        probability = str(self.folder / "f_probability.tif")
        out = str(self.folder / "f.gpkg")
        scene = SceneInput(**{"sar": (str(self.folder / "sar.tif"),), **(scene or {})})
        job = ExtractJob(**{"scene": scene, "out": out, "probability": probability, **settings})
        result = ExtractResult(
            footprints=9,
            out=out,
            probability=probability,
            threshold=0.3,
            model="a model",
            seconds=1.0,
            megapixels=0.1,
            engine="an engine",
        )
        crs = QgsCoordinateReferenceSystem("EPSG:32631")
        layer = add_footprints(Path(out), crs, TITLE, QgsProject.instance())
        write_provenance(layer, Provenance.from_result(job, result))
        mark_unedited(layer)
        self.qtbot.waitUntil(lambda: bool(layer.customProperty(PROPERTY)), timeout=TIMEOUT_MS)
        self.activate(layer)
        return layer

    def area(self) -> Any:
        """The area that an extraction would be limited to."""
        return self.settings.area(self.iface.mapCanvas().mapSettings(), self.iface.activeLayer())

    def activate(self, layer: Any) -> None:
        self.iface.setActiveLayer(layer)
        self.iface.currentLayerChanged.emit(self.iface.mapCanvas())

    def slide(self, percent: int) -> None:
        """Move the slider, and wait for the end."""
        self.form.threshold.slider.setValue(percent)
        self.qtbot.waitUntil(self.is_quiet, timeout=TIMEOUT_MS)

    def is_quiet(self) -> bool:
        return not self.box.is_busy

    def says(self) -> str:
        return scenes.visible_text(self.dialog)


def content(layer: QgsVectorLayer) -> set[tuple[str, float]]:
    return {(f.geometry().asWkt(3), round(f["confidence"], 2)) for f in layer.getFeatures()}
