"""The result of a fine-tuning: verdict, figures before and after, and what to do with it."""

from __future__ import annotations

import math
from dataclasses import asdict
from html import escape

from qgis.PyQt.QtCore import QLocale, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ...core.hatch.existence import is_file
from ...core.hatch.results import FinetuneResult, ModelFigures
from ..models.verdict import figures_help, is_gain, verdict_text
from ..numbers import fill_in
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import HtmlLabel, PlainLabel, literal

WORD_JOINER = "\u2060"


class TrainingResult(QWidget):
    """``use`` and ``keep_base`` are emitted when the new model is wanted or not, ``again`` when
    another fine-tuning is to be prepared."""

    use = pyqtSignal()
    keep_base = pyqtSignal()
    again = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._report = ""
        self.verdict = PlainLabel()
        self.table = HtmlLabel()
        self.table.setToolTip(literal(figures_help()))
        self.facts = PlainLabel()
        for label in (self.verdict, self.table, self.facts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.verdict.font()
        font.setBold(True)
        self.verdict.setFont(font)
        self.use_button = QPushButton(self.tr("&Use this model"))
        self.use_button.setToolTip(self.tr("Chooses it on the page Extract"))
        self.keep_button = QPushButton(self.tr("&Keep base model"))
        self.keep_button.setToolTip(self.tr("Deletes the new model"))
        self.report_button = QPushButton(self.tr("Open re&port"))
        self.again_button = QPushButton(self.tr("&New fine-tuning"))
        self.use_button.clicked.connect(self.use)
        self.keep_button.clicked.connect(self.keep_base)
        self.again_button.clicked.connect(self.again)
        self.report_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._report))
        )
        content = QWidget()
        scrolled = QVBoxLayout(content)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addWidget(self.verdict)
        scrolled.addWidget(self.table)
        scrolled.addWidget(self.facts)
        scrolled.addStretch(1)
        buttons = QGridLayout()  # one row is too long in German
        buttons.addWidget(self.again_button, 0, 0)
        buttons.addWidget(self.report_button, 0, 1)
        buttons.addWidget(self.use_button, 1, 0)
        buttons.addWidget(self.keep_button, 1, 1)  # it may be hidden
        buttons.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageScroll(content), 1)
        layout.addLayout(buttons)

    def show_result(self, title: str, result: FinetuneResult) -> None:
        """Show the result of the model of this name."""
        self._report = result.report
        rows = [asdict(row) for row in result.figures]
        is_copy = result.best_step == 0
        self.verdict.setText(verdict_text(title, result.verdict, rows, is_copy=is_copy))
        self.table.setText(self._table(result.figures))
        self.table.setVisible(bool(result.figures))
        self.facts.setText(self._facts(result))
        self.report_button.setEnabled(is_file(self._report))
        gain = is_gain(result.verdict)
        self.keep_button.setVisible(not gain)
        (self.use_button if gain else self.keep_button).setFocus()

    def _facts(self, result: FinetuneResult) -> str:
        ends = {
            "steps": self.tr("The training ended after all {steps} steps."),
            "early": self.tr(
                "The training ended after {steps} steps, because the model no longer improved."
            ),
            "finish": self.tr("You stopped the training after {steps} steps."),
        }
        text = ends[result.stopped].format(steps=result.steps)
        if 0 < result.best_step < result.steps:
            text += " " + self.tr("The new model is that of step {}, the best one.").format(
                result.best_step
            )
        if result.labels_from_optical:
            text += " " + self.tr(
                "The labels come from the optical image: the figures compare the predictions from "
                "SAR alone with those of the base model with optical, not with the truth."
            )
        validation = result.validation
        if validation.blocks:
            blocks = self.tr(
                "Validation blocks, which are on the map: {:,}; buildings in them: {:,}."
            )
            text += " " + fill_in(blocks, validation.blocks, validation.buildings)
        return text

    def _table(self, rows: list[ModelFigures]) -> str:
        heads = {"sar": self.tr("SAR alone"), "optical": self.tr("With optical")}
        whats = {
            "base": self.tr("Base model"),
            "base_own_threshold": self.tr("Base model with its threshold chosen here"),
            "new": self.tr("New model"),
        }
        titles = (self.tr("IoU"), self.tr("F1"), self.tr("Object F1"), self.tr("Calibration error"))
        # Names have lines of their own, as the panel can be narrow.
        html = ["<table cellspacing='0' cellpadding='2'>"]
        header = "".join(f"<th align='right'>&nbsp;&nbsp;{escape(title)}</th>" for title in titles)
        html.append(f"<tr>{header}</tr>")
        for head, name in heads.items():
            chosen = [row for row in rows if row.head == head]
            if chosen:
                html.append(f"<tr><td colspan='4'><b>{escape(name)}</b></td></tr>")
            for row in chosen:
                values = (row.iou, row.f1, row.object_f1, row.ece)
                figures = "".join(f"<td align='right'>{_number(value)}</td>" for value in values)
                html.append(f"<tr><td colspan='4'>{escape(whats[row.what])}</td></tr>")
                html.append(f"<tr>{figures}</tr>")
        html.append("</table>")
        return "".join(html)


def _number(value: float) -> str:
    """Three digits, joined: Qt breaks a line after the decimal point in a narrow column."""
    if math.isnan(value):
        return "–"
    point = QLocale().decimalPoint()
    return fill_in("{:.3f}", value).replace(point, f"{point}{WORD_JOINER}")
