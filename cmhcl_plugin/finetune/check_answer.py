"""What the check of the labels answered, below the form of the page Fine-tune."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt

from ...core.hatch.results import CheckResult
from ..durations import duration_text
from ..numbers import fill_in
from ..widgets.plain_text import HtmlLabel

ICON = "<img src=':/images/themes/default/{}.svg' width='16' height='16'>"


class CheckAnswer(HtmlLabel):
    """HTML. The link "options" asks for the options page."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    def show_missing(self, sentence: str) -> None:
        """Show what is still to be chosen."""
        self.setText(escape(sentence))

    def show_progress(self, message: str = "") -> None:
        """Show what the worker is doing."""
        if message:
            self.setText(self.tr("Checking: {}").format(escape(message)))
        else:
            self.setText(self.tr("Checking…"))

    def show_refusal(self, sentence: str, *, link_options: bool) -> None:
        """Show why no fine-tuning can be started."""
        text = f"{ICON.format('mIconCritical')} {escape(sentence)}"
        if link_options:
            text += f' <a href="options">{self.tr("Options…")}</a>'
        self.setText(text)

    def show_result(self, result: CheckResult) -> None:
        """Show what a fine-tuning would work with, and for how long."""
        if result.validation_blocks:
            buildings = self.tr("Buildings: {:,}, of which in validation blocks: {:,}")
            blocks = self.tr("Blocks: {} for training, {} for validation")
            facts = [
                fill_in(buildings, result.buildings, result.validation_buildings),
                blocks.format(result.training_blocks, result.validation_blocks),
            ]
        else:
            facts = [fill_in(self.tr("Buildings: {:,}"), result.buildings)]
        time = self.tr("Takes {} on {}.").format(duration_text(result.seconds), result.device)
        lines = [escape(line) for line in (*facts, time)]
        lines += [f"{ICON.format('mIconWarning')} {escape(text)}" for text in result.warnings]
        self.setText("".join(f"<p style='margin:4px 0'>{line}</p>" for line in lines))
