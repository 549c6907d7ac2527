"""The offer of a demo scene, in a project that has nothing to extract from."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ..layers.project_timer import ProjectTimer
from ..widgets.job_progress import JobProgress
from ..widgets.plain_text import PlainLabel
from .scene import DemoScene


class DemoBox(QFrame):
    """Hidden where the project has a raster layer, unless a demo scene is being simulated.

    Call ``show_state`` once it is in a layout; before, it would be a separate window.
    """

    def __init__(self, demo: DemoScene) -> None:
        super().__init__()
        self._demo = demo
        self._project = QgsProject.instance()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.button = QPushButton()
        self.progress = JobProgress()
        layout = QVBoxLayout(self)
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "The project has no raster layer. Add your own SAR layer, or make a simulated "
                    "scene with SAR, optical and known buildings to try the plugin."
                )
            )
        )
        layout.addWidget(self.progress)
        layout.addWidget(self.button)
        self._soon = ProjectTimer(self.show_state, self)  # layers are removed after the signal
        self._connect()

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_button)
        self._demo.waits.connect(self.progress.show_text)
        self._demo.progressed.connect(self.progress.show_event)
        self._demo.ended.connect(self.show_state)
        project = self._project
        self._signals = (project.layersAdded, project.layersRemoved, project.cleared)
        for signal in self._signals:
            signal.connect(self._on_layers)

    def unload(self) -> None:
        """Stop following the project."""
        for signal in self._signals:
            signal.disconnect(self._on_layers)
        self._soon.stop()

    def show_state(self) -> None:
        """Show the button, what is under way, or nothing."""
        layers = self._project.mapLayers().values()
        has_raster = any(isinstance(layer, QgsRasterLayer) for layer in layers)
        running = self._demo.is_running
        self.setVisible(running or not has_raster)
        self.button.setText(self.tr("Cance&l") if running else self.tr("Make a &demo scene"))
        if not running:
            self.progress.end()

    def _on_layers(self, *_: object) -> None:
        self._soon.start()

    def _on_button(self) -> None:
        if self._demo.is_running:
            self._demo.cancel()
            return
        self._demo.start()
        if self._demo.is_running:
            self.progress.start()
            self.show_state()
