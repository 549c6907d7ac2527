"""The page Extract: layers in, footprints onto the map."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import (
    QgisInterface,
    QgsCollapsibleGroupBox,
    QgsFileWidget,
    QgsMessageBar,
)
from qgis.PyQt.QtCore import QStandardPaths, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Event, Progress, Ready, Result
from ...core.hatch.jobs import AUTO, Area, ExtractJob
from ..layers import outputs
from ..layers import project as layers
from ..layers.content import mark_as_made
from ..layers.provenance import Memory, remember
from ..layers.sar_input import SarInput, choose_images
from ..layers.sar_layers import raster_combo
from ..models.library import Library
from ..models.model_combo import ModelChoice
from ..options.page import PAGE
from ..paths import DEFAULT_MODEL
from ..settings import Settings
from ..worker.process import Worker
from ..worker.task import JobTask
from .result_box import ResultBox

PROGRESS_STEPS = 1000


@dataclass(frozen=True)
class Run:
    """The extraction under way; ``crs`` is that of the SAR layer."""

    id: str
    title: str
    job: ExtractJob
    crs: QgsCoordinateReferenceSystem


class ExtractPage(QWidget):
    """Fields on top, progress and buttons below. One extraction at a time."""

    def __init__(
        self, iface: QgisInterface, worker: Worker, messages: QgsMessageBar, library: Library
    ) -> None:
        super().__init__()
        self._iface = iface
        self._worker = worker
        self._messages = messages
        self._project = QgsProject.instance()
        self._run: Optional[Run] = None
        self._task: Optional[JobTask] = None  # kept from the garbage collector
        self._area_again: Optional[Area] = None
        self._suggested = ""
        self._build(library)
        self._restore(Settings.load())
        self._connect()
        if isinstance(iface.activeLayer(), QgsRasterLayer):
            self.sar.layers.choose(iface.activeLayer())
        self._on_model()
        self._on_sar()

    # Widgets

    def _build(self, library: Library) -> None:
        self.sar = SarInput(self._worker)
        self.optical = raster_combo()
        self.optical.setAllowEmptyLayer(True, self.tr("None"))
        self.optical.setCurrentIndex(0)
        self.optical.setToolTip(self.tr("Used where it has valid pixels; SAR alone elsewhere"))
        self.extent = QComboBox()
        self.extent.addItem(self.tr("Whole SAR layer"), "")
        self.extent.addItem(self.tr("Current map view"), "view")
        self.extent.addItem(self.tr("Selected polygons"), "selection")
        self.extent.setToolTip(self.tr("The ground on which footprints are looked for"))
        self.model = ModelChoice(library)
        self.output = QgsFileWidget()
        self.output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output.setFilter(self.tr("GeoPackage (*.gpkg)"))
        self.output.setConfirmOverwrite(False)  # asked when Extract is clicked
        self.output.lineEdit().setPlaceholderText(self.tr("Temporary file"))
        self.output.setToolTip(self.tr("GeoPackage to write; empty: a temporary file"))
        self.device = QLabel(self.tr("starting…"))
        self.device.setWordWrap(True)
        self.result = ResultBox(self._iface, self._worker)
        self.progress = QProgressBar()
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.status = QLabel()
        self.button = QPushButton(self.tr("Extract"))
        self.button.setDefault(True)
        self.review_button = QPushButton(self.tr("Review…"))
        self.review_button.setAutoDefault(False)
        self.review_button.setToolTip(
            self.tr("Go through the footprints of a layer, the least certain first")
        )
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)

        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("SAR"), self.sar)
        form.addRow(self.tr("Optical"), self.optical)
        form.addRow(self.tr("Extent"), self.extent)
        form.addRow(self.tr("Model"), self.model)
        form.addRow(self.tr("Save to"), self.output)
        form.addRow(self._build_advanced())
        form.addRow(self.tr("Computes on"), self.device)
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.review_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.result)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _build_advanced(self) -> QWidget:
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(0.0, 0.99)
        self.threshold.setSingleStep(0.05)
        self.threshold.setToolTip(self.tr("Probability from which a pixel is building"))
        self.min_area = QDoubleSpinBox()
        self.min_area.setRange(0.0, 100_000.0)
        self.min_area.setDecimals(0)
        self.min_area.setSuffix(self.tr(" m²"))
        self.min_area.setToolTip(self.tr("Smaller footprints are left out"))
        self.careful = QCheckBox(self.tr("Careful (about 8 times slower)"))
        self.careful.setToolTip(
            self.tr("Looks at the scene turned and mirrored as well, and takes the mean")
        )
        self.adapt = QCheckBox(self.tr("Adapt to this scene (about a minute more)"))
        self.adapt.setEnabled(False)
        self.adapt.setToolTip(
            self.tr(
                "Needs optical: the model first learns from its own confident answers here; "
                "mostly better where the scene is unlike what it knows"
            )
        )
        self.compute = QComboBox()
        self.compute.addItem(self.tr("Fastest there is"), AUTO)
        self.compute.addItem(self.tr("CPU"), "cpu")
        self.compute.addItem(self.tr("NVIDIA GPU (CUDA)"), "cuda")
        self.compute.setToolTip(self.tr("What computes; results differ in the last digits only"))
        self.advanced = QgsCollapsibleGroupBox(self.tr("Advanced"))
        self.advanced.setCollapsed(True)
        form = QFormLayout(self.advanced)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Polarisations"), self.sar.polarisations)
        form.addRow(self.tr("SAR values"), self.sar.radiometry)
        form.addRow(self.tr("Threshold"), self.threshold)
        form.addRow(self.tr("Smallest area"), self.min_area)
        form.addRow("", self.careful)
        form.addRow("", self.adapt)
        form.addRow(self.tr("Device"), self.compute)
        return self.advanced

    def _connect(self) -> None:
        self.sar.changed.connect(self._on_sar)
        self.optical.layerChanged.connect(self._on_optical)
        self.model.changed.connect(self._on_model)
        self.button.clicked.connect(self._on_button)
        self.device.linkActivated.connect(self._open_options)
        self.result.again.connect(self.fill_in)
        self.result.problem.connect(lambda text: self._tell(text, Qgis.MessageLevel.Warning))
        self.result.done.connect(self.status.setText)
        self._worker.ready.connect(self._on_ready)
        self._worker.unavailable.connect(self._on_unavailable)
        self._worker.event_received.connect(self._on_event)

    # Settings

    def _restore(self, settings: Settings) -> None:
        self.threshold.setValue(settings.threshold)
        self.min_area.setValue(settings.min_area_m2)
        self.careful.setChecked(settings.careful)
        self.adapt.setChecked(settings.adapt)
        self.compute.setCurrentIndex(max(0, self.compute.findData(settings.device)))
        if settings.model and Path(settings.model).is_dir():
            self.model.choose(Path(settings.model))

    def remember(self, settings: Settings) -> None:
        """Put this page's fields into the settings."""
        settings.threshold = self.threshold.value()
        settings.min_area_m2 = self.min_area.value()
        settings.careful = self.careful.isChecked()
        settings.adapt = self.adapt.isChecked()
        settings.device = self.compute.currentData()
        settings.model = "" if self.model.folder == DEFAULT_MODEL else str(self.model.folder)

    # What the fields say

    def _on_sar(self) -> None:
        self._messages.clearWidgets()  # they were about another choice
        self._suggest_output()

    def _on_optical(self) -> None:
        """Say at once what would be refused at the start."""
        self._on_sar()
        layer = self.optical.currentLayer()
        self.adapt.setEnabled(layer is not None)
        try:
            if layer:
                layers.raster_path(layer)
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)

    def _on_model(self) -> None:
        manifest = self.model.manifest
        own = self.tr("Model’s own ({:.3g})").format(manifest.threshold) if manifest else ""
        self.threshold.setSpecialValueText(own or self.tr("Model’s own"))

    def _suggest_output(self) -> None:
        """A fresh file name, unless the user has chosen one."""
        chosen = self.sar.layers.layers()
        if chosen and self.output.filePath() == self._suggested:
            documents = QStandardPaths.StandardLocation.DocumentsLocation
            folder = outputs.first_folder(
                Settings.load().output_folder,
                self._project.homePath(),
                QStandardPaths.writableLocation(documents),
            )
            self._suggested = str(outputs.fresh(folder, chosen[0].name()))
            self.output.setFilePath(self._suggested)

    def fill_in(self, memory: Memory) -> None:
        """Show the settings of an extraction, to be changed and run again."""
        job = memory.job
        missing = choose_images(job, self.sar, self.optical)
        if missing:
            text = self.tr("{} is not there any more; choose the layer anew.")
            self._tell(text.format(missing), Qgis.MessageLevel.Warning)
            return
        self._messages.clearWidgets()
        self._fill_in_area(job.area)
        self._fill_in_model(memory)
        self.threshold.setValue(memory.threshold)
        self.min_area.setValue(job.min_area_m2)
        self.careful.setChecked(job.careful)
        self.adapt.setChecked(job.adapt)
        self.compute.setCurrentIndex(max(0, self.compute.findData(job.device)))
        self.advanced.setCollapsed(False)
        if self.output.filePath():
            self._suggested = self.output.filePath()  # not over the first result
            self._suggest_output()

    def _fill_in_area(self, area: Optional[Area]) -> None:
        """The same area becomes one more choice."""
        self._area_again = area
        self.extent.removeItem(self.extent.findData("again"))
        if area:
            self.extent.addItem(self.tr("The same area again"), "again")
        self.extent.setCurrentIndex(max(0, self.extent.findData("again")))

    def _fill_in_model(self, memory: Memory) -> None:
        folder = Path(memory.job.model)
        if folder.is_dir():
            self.model.choose(folder)
            text = self.tr("Settings filled in; change some and press Extract.")
            self._tell(text, Qgis.MessageLevel.Info)
        else:
            text = self.tr("The model “{}” is not there any more; choose another.")
            self._tell(text.format(memory.model), Qgis.MessageLevel.Warning)

    # From fields to a job

    def _area(self) -> Optional[Area]:
        if self.extent.currentData() == "view":
            return layers.view_area(self._iface.mapCanvas().mapSettings())
        if self.extent.currentData() == "selection":
            return layers.selected_area(self._iface.activeLayer(), self._project)
        return self._area_again if self.extent.currentData() == "again" else None

    def job(self, out: Path, area: Optional[Area]) -> ExtractJob:
        """The job that the fields describe, but for the extent. Raises InputError."""
        optical = self.optical.currentLayer()
        return ExtractJob(
            sar=self.sar.paths(),
            optical=layers.raster_path(optical) if optical else "",
            out=str(out),
            model=str(self.model.folder),
            area=area,
            polarisations=tuple(self.sar.polarisations.currentData()),
            radiometry=self.sar.radiometry.currentData(),
            threshold=self.threshold.value() or None,
            min_area_m2=self.min_area.value(),
            careful=self.careful.isChecked(),
            adapt=optical is not None and self.adapt.isChecked(),
            device=self.compute.currentData(),
        )

    # Run, follow, end

    def _on_button(self) -> None:
        if self._run:
            self.button.setEnabled(False)
            self.status.setText(self.tr("Cancelling…"))
            self._worker.cancel(self._run.id)
            return
        self._messages.clearWidgets()
        try:
            self.sar.paths()
            out = self._output()
            if out:
                kept = outputs.probabilities_beside(out)
                self._start(replace(self.job(out, self._area()), probability=str(kept)))
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)

    def output_folder(self) -> Optional[Path]:
        """Where outputs are to be written; None: in a temporary folder."""
        text = self.output.filePath()
        return Path(text).parent if text else None

    def _output(self) -> Optional[Path]:
        """The file to write; None when the user does not want to overwrite. Raises InputError."""
        text = self.output.filePath()
        if not text:
            return Path(tempfile.mkdtemp(prefix="cmhcl_")) / "footprints.gpkg"
        out = outputs.checked(Path(text), self._project)
        if out.exists():
            answer = QMessageBox.question(
                self, self.tr("Overwrite?"), self.tr("{} exists. Overwrite it?").format(out)
            )
            if answer != QMessageBox.StandardButton.Yes:
                return None
        return out

    def _start(self, job: ExtractJob) -> None:
        sar = self.sar.layers.layers()[0]
        title = self.tr("Footprints {} {:%H:%M}").format(sar.name(), datetime.now())
        self._run = Run(self._worker.run(job), title, job, sar.crs())
        self._task = JobTask(title, self._worker, self._run.id)
        QgsApplication.taskManager().addTask(self._task)
        self.progress.setRange(0, 0)
        self.status.setText(self.tr("Starting…"))
        self.button.setText(self.tr("Cancel"))
        self.result.setEnabled(False)

    def _on_event(self, id: str, event: Event) -> None:
        if self._run and id == self._run.id:
            if isinstance(event, Progress):
                self._show_progress(event)
            elif isinstance(event, (Result, Error)):
                self._end(self._run, event)

    def _show_progress(self, event: Progress) -> None:
        if event.total > 0:
            self.progress.setRange(0, PROGRESS_STEPS)
            self.progress.setValue(int(PROGRESS_STEPS * event.done / event.total))
        if self.button.isEnabled():
            left = outputs.time_left(event.eta_s)
            self.status.setText(" · ".join(part for part in (event.message, left) if part))

    def _end(self, run: Run, event: Event) -> None:
        self._run = self._task = None
        self.button.setText(self.tr("Extract"))
        self.button.setEnabled(True)
        self.result.setEnabled(True)
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setValue(0)
        self.status.clear()
        if isinstance(event, Result):
            self._show_result(run, event.values)
        elif isinstance(event, Error) and event.kind == "cancelled":
            self._tell(self.tr("Cancelled; nothing was written."), Qgis.MessageLevel.Info)
        elif isinstance(event, Error):
            self._tell(" ".join((event.message, event.hint)).strip(), Qgis.MessageLevel.Critical)

    def _show_result(self, run: Run, values: dict[str, Any]) -> None:
        memory = Memory.of(run.job, values)
        try:
            layer = layers.add_footprints(Path(values["out"]), run.crs, run.title, self._project)
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Critical)
            return
        remember(layer, memory)
        mark_as_made(layer)
        self._iface.setActiveLayer(layer)
        self.result.follow()
        settings = Settings.load()
        if self.output.filePath():
            settings.output_folder = str(Path(values["out"]).parent)
            settings.save()
        self._suggest_output()
        one = self.tr("{:,} footprint in {:.1f} s, in the group “{}”.")
        many = self.tr("{:,} footprints in {:.1f} s, in the group “{}”.")
        text = one if values["footprints"] == 1 else many
        text = text.format(values["footprints"], values["seconds"], run.title)
        self._tell(text, Qgis.MessageLevel.Success)

    # Messages

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        """In the dialog while it is open, else in QGIS's window; with the log when it failed."""
        bar = self._messages if self.isVisible() else self._iface.messageBar()
        self._messages.clearWidgets()  # what was said before is no longer so
        item = bar.createMessage("" if self.isVisible() else "CMH-CL", text)
        log = self._worker.log_path
        if level == Qgis.MessageLevel.Critical and log:
            button = QPushButton(self.tr("Open log"))
            button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
            item.layout().addWidget(button)
        bar.pushWidget(item, level)

    def _on_ready(self, event: Ready) -> None:
        self.device.setText(f"{event.device} ({event.reason})")

    def _on_unavailable(self, sentence: str) -> None:
        self.device.setText(f'{sentence} <a href="options">{self.tr("Options…")}</a>')

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
