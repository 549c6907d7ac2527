"""What an extraction computes on: the chosen device, or the one that the worker has found."""

from __future__ import annotations

from html import escape
from typing import Optional

from ...core.hatch.devices import training_device
from ...core.hatch.events import Ready
from ...core.hatch.messages import Message
from ..core_translations import translate_core_text
from ..widgets.plain_text import HtmlLabel
from ..worker.process import WorkerProcess
from .settings import ExtractSettings


class DeviceLabel(HtmlLabel):
    """Names the device and why it was chosen; without a worker, why, with a link to the options."""

    def __init__(self, worker: WorkerProcess, settings: ExtractSettings) -> None:
        super().__init__()
        self._settings = settings
        self._ready: Optional[Ready] = None
        self.setText(self.tr("starting…"))
        settings.changed.connect(self._show)
        worker.ready.connect(self.on_ready)
        worker.unavailable.connect(self._on_unavailable)
        if worker.readiness:
            self.on_ready(worker.readiness)

    def on_ready(self, event: Ready) -> None:
        """The worker has started on this device."""
        self._ready = event
        self._show()

    def _show(self) -> None:
        if self._ready is None:
            return
        name, reason = self._ready.device, self._ready.reason
        if training_device(self._settings.values.device) == "cpu":
            name, reason = "CPU", translate_core_text(Message("as chosen in the settings"))
        self.setText(escape(f"{name} ({reason})"))

    def _on_unavailable(self, sentence: str) -> None:
        self._ready = None
        link = f'<a href="options">{self.tr("Options…")}</a>'
        self.setText(f"{escape(sentence)} {link}")
