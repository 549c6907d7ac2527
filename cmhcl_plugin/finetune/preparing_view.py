"""The form of a fine-tuning with the answer of its check and the button that starts it."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...core.hatch.results import CheckResult
from ..layers.project_timer import ProjectTimer
from ..models.library import ModelLibrary
from ..online.fetch import PictureFetch
from ..recipes.copy_button import CopyFinetuneButton
from ..widgets.page_scroll import PageScroll
from ..worker.process import WorkerProcess
from .block_layers import BlockLayers
from .check_answer import CheckAnswer
from .form import FinetuneForm
from .label_check import LabelCheck
from .settings import FinetuneSettings

CHECK_DELAY_MS = 600
HIGHEST_ANSWER = 120  # pixels; what is longer scrolls


class PreparingView(QWidget):
    """Checks the settings whenever they have changed, while it is visible.

    ``start_button`` is enabled once the check of the current settings has succeeded.
    """

    def __init__(
        self,
        worker: WorkerProcess,
        library: ModelLibrary,
        settings: FinetuneSettings,
        blocks: BlockLayers,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._blocks = blocks
        self._unavailable = ""
        self.form = FinetuneForm(worker, library, settings)
        fetch = PictureFetch(settings.pictures, self, self)
        self.check = LabelCheck(worker, settings, fetch, self)
        self._checked_settings = self._settings_to_check()
        self._check_soon = ProjectTimer(self._start_check, self, CHECK_DELAY_MS)
        self._build()
        self._connect()
        worker.unavailable.connect(self._on_unavailable)

    def _build(self) -> None:
        self.answer = CheckAnswer()
        self.start_button = QPushButton(self.tr("Sta&rt"))
        self.start_button.setEnabled(False)
        self.copy_button = CopyFinetuneButton(self._settings)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageScroll(self.form), 1)
        layout.addWidget(PageScroll(self.answer, highest=HIGHEST_ANSWER))
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._settings.changed.connect(self._on_settings)
        self._settings.edited.connect(self.check_soon)
        self.check.started.connect(self.answer.show_progress)
        self.check.progressed.connect(self.answer.show_progress)
        self.check.finished.connect(self._on_checked)
        self.check.refused.connect(self._on_refused)
        self.check.cancelled.connect(self.check_soon)

    def check_soon(self) -> None:
        """Check again, because the settings or the worker changed."""
        self.start_button.setEnabled(False)
        self.check.stop()
        self._check_soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self.check.is_needed:
            self._check_soon.start()

    def _on_settings(self) -> None:
        settings = self._settings_to_check()
        if settings != self._checked_settings:
            self._checked_settings = settings
            self.check_soon()

    def _settings_to_check(self) -> tuple[object, object]:
        """All settings but the title, which makes no difference to a check."""
        return replace(self._settings.values, title=""), self._settings.scene.choice

    def _start_check(self) -> None:
        if not self.isVisible():
            return
        missing = self._settings.missing()
        if missing:
            self._blocks.remove()
            self.answer.show_missing(missing)
        else:
            self.check.start()

    def _on_checked(self, result: CheckResult) -> None:
        if self.check.blocks:
            self.form.hide_layer(self._blocks.show(self.check.blocks))
        inspection = self._settings.scene.inspection
        shown = inspection.warnings if inspection else ()  # beside the SAR layer
        warnings = [text for text in result.warnings if text not in shown]
        self.answer.show_result(replace(result, warnings=warnings))
        self.start_button.setEnabled(True)

    def _on_refused(self, sentence: str) -> None:
        self._blocks.remove()
        self.answer.show_refusal(sentence, link_options=sentence == self._unavailable)

    def _on_unavailable(self, sentence: str) -> None:
        self._unavailable = sentence
