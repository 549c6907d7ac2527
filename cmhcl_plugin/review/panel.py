"""The review panel: footprints one by one, the least certain first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.names import ACCEPTED, CONFIDENCE, MARKED, UNDECIDED
from ..core_translations import error_text
from ..help.button import HelpButton
from ..layers.project_layers import is_polygonal
from ..numbers import fill_in
from ..widgets.layer_combo import POLYGONS, LayerCombo
from ..widgets.message_area import MessageArea
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.overhang import Overhang
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import HtmlLabel, PlainLabel
from .description import describe
from .edit_buttons import EditButtons
from .edit_tools import Tool
from .keyed_button import KeyedButton
from .marker import FootprintMarker
from .session import ReviewSession
from .walk import ReviewWalk


class ReviewDock(QgsDockWidget):
    """Its keys work in it and on the map. ``labels_requested`` carries a reviewed layer."""

    labels_requested = pyqtSignal(object)

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cmhclReview")
        self.setWindowTitle(self.tr("Review footprints"))
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._session = ReviewSession(self)
        self._marker = FootprintMarker(self._canvas)
        self._buttons: list[KeyedButton] = []  # of which each has a key
        self._build()
        self._build_steps()
        self.edit_buttons = EditButtons(self, self._canvas)
        self._buttons += self.edit_buttons.buttons
        self._lay_out()
        self._connect()
        self._on_layer(None)
        Overhang(self, iface.mainWindow())

    def review(self, layer: Optional[QgsVectorLayer] = None) -> None:
        """Open the panel with this layer, or with the default one."""
        self.layers.setLayer(layer or self._default_layer())
        self.setUserVisible(True)
        self.accept_button.setFocus()

    def unload(self) -> None:
        """Undo all that this added to QGIS; the layer's edits stay."""
        self._on_layer(None)
        self._canvas.destinationCrsChanged.disconnect(self._show_on_map)
        for button in self._buttons:
            button.unload()
        self._marker.unload()
        self._iface.removeDockWidget(self)
        self.deleteLater()

    # Widgets

    def _build(self) -> None:
        self.layers = LayerCombo(POLYGONS, self.tr("Choose a layer of footprints…"))
        self.layers.setToolTip(self.tr("Decisions are stored in the field “review”"))
        self.show_which = NarrowCombo()
        self.show_which.addItem("", UNDECIDED)
        self.show_which.addItem("", MARKED)
        self.show_which.setToolTip(self.tr("Which footprints to go through"))
        self.facts = HtmlLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.figures = PlainLabel()
        self.messages = MessageArea()
        self.save_button = QPushButton(
            QgsApplication.getThemeIcon("/mActionSaveEdits.svg"), self.tr("&Save")
        )
        self.save_button.setToolTip(self.tr("Save the edits of the layer"))
        self.labels_button = QPushButton(self.tr("Use as &labels for fine-tuning…"))
        self.help_button = HelpButton(lambda: "review")

    def _build_steps(self) -> None:
        undo = self.tr("; Ctrl+Z undoes it")
        self.accept_button = self._button("/mIconSuccess.svg", Qt.Key.Key_A, ReviewWalk.accept)
        self.accept_button.describe(
            self.tr("Accept (A)"), self.tr("It is a building, and its outline is good") + undo
        )
        self.delete_button = self._button(
            "/mActionDeleteSelected.svg", Qt.Key.Key_D, ReviewWalk.delete
        )
        self.delete_button.describe(
            self.tr("Delete (D)"), self.tr("Remove it from the layer") + undo
        )
        self.mark_button = self._button("/mIconFavorites.svg", Qt.Key.Key_M, ReviewWalk.mark)
        self.mark_button.describe(
            self.tr("Mark for later (M)"), self.tr("Keep it for a second look") + undo
        )
        self.back_button = self._button("/mActionArrowLeft.svg", Qt.Key.Key_B, ReviewWalk.back)
        self.back_button.describe(self.tr("Back (B)"), self.tr("The footprint before this one"))
        self.skip_button = self._button("/mActionArrowRight.svg", Qt.Key.Key_N, ReviewWalk.skip)
        self.skip_button.describe(
            self.tr("Skip (N)"), self.tr("The next footprint, without a decision on this one")
        )

    def _button(self, icon: str, key: Qt.Key, step: Callable[[ReviewWalk], None]) -> KeyedButton:
        """A button for a step of the walk."""
        image = QgsApplication.getThemeIcon(icon)
        button = KeyedButton(self, self._canvas, image, key, lambda: self._step(step))
        self._buttons.append(button)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("La&yer"), self.layers)
        form.addRow(self.tr("S&how"), self.show_which)
        buttons = QGridLayout()
        buttons.addWidget(self.accept_button, 0, 0)
        buttons.addWidget(self.delete_button, 0, 1)
        buttons.addWidget(self.mark_button, 1, 0, 1, 2)
        buttons.addWidget(self.back_button, 2, 0)
        buttons.addWidget(self.skip_button, 2, 1)
        buttons.addWidget(self.edit_buttons, 3, 0, 1, 2)
        content = QWidget()
        scrolled = QVBoxLayout(content)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addLayout(form)
        scrolled.addWidget(self.facts)
        scrolled.addWidget(self.progress)
        scrolled.addWidget(self.figures)
        scrolled.addStretch(1)
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.addWidget(PageScroll(content), 1)
        layout.addWidget(self.messages)
        layout.addLayout(buttons)
        last = QHBoxLayout()
        last.addWidget(self.save_button, 1)
        last.addWidget(self.help_button)
        layout.addLayout(last)
        layout.addWidget(self.labels_button)
        self.setWidget(panel)

    def _connect(self) -> None:
        self.layers.layerChanged.connect(self._on_layer)
        self.show_which.currentIndexChanged.connect(self._restart)
        self.facts.linkActivated.connect(self._restart)
        self.save_button.clicked.connect(self._save)
        self.labels_button.clicked.connect(self._use_as_labels)
        self.edit_buttons.square_requested.connect(lambda: self._step(ReviewWalk.square))
        self.edit_buttons.tool_requested.connect(self._start)
        self._session.changed.connect(self._show)
        self._session.layer_removed.connect(lambda: self.layers.setCurrentIndex(0))
        self._canvas.destinationCrsChanged.connect(self._show_on_map)

    # Layers

    def _default_layer(self) -> Optional[QgsVectorLayer]:
        """The layer to review if none is given.

        That is the active layer if it has footprints, else the one under review, else the topmost
        one with footprints.
        """
        active = self._iface.activeLayer()
        if _has_footprints(active):
            return active
        if self._session.walk:
            return self._session.walk.layer
        for layer in QgsProject.instance().layerTreeRoot().layerOrder():
            if _has_footprints(layer):
                return layer
        return active if is_polygonal(active) else None

    def _on_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        self.messages.clear()
        self._session.start(layer, self.show_which.currentData())
        if self._session.walk:
            self._iface.setActiveLayer(layer)  # so that Ctrl+Z undoes its edits
            node = QgsProject.instance().layerTreeRoot().findLayer(layer)
            if node:
                node.setItemVisibilityCheckedParentRecursive(True)  # a comparison hides it

    def _restart(self) -> None:
        self._session.restart(self.show_which.currentData())

    # Steps

    def _step(self, step: Callable[[ReviewWalk], None]) -> None:
        self.messages.clear()
        try:
            self._session.step(step)
        except InputError as error:
            self.messages.show_message(error_text(error), Qgis.MessageLevel.Warning)

    def _start(self, tool: Tool) -> None:
        walk = self._session.walk
        feature = walk.feature() if walk else None
        self.messages.clear()
        try:
            if walk and feature:
                tool(self._iface, walk.layer, feature)
        except InputError as error:
            self.messages.show_message(error_text(error), Qgis.MessageLevel.Warning)

    def _save(self) -> None:
        walk = self._session.walk
        self.messages.clear()
        if walk and not walk.layer.commitChanges(stopEditing=False):
            text = self.tr(
                "“{}” cannot be saved ({}); close other programs that use the file, and save again."
            )
            problem = "; ".join(walk.layer.commitErrors())
            self.messages.show_message(
                text.format(walk.layer.name(), problem), Qgis.MessageLevel.Critical
            )

    def _use_as_labels(self) -> None:
        walk = self._session.walk
        self.messages.clear()
        if walk and walk.layer.isModified():
            text = self.tr("“{}” has unsaved edits; save them, then use the layer as labels.")
            self.messages.show_message(text.format(walk.layer.name()), Qgis.MessageLevel.Warning)
        elif walk:
            self.labels_requested.emit(walk.layer)

    # What is shown

    def _show(self, move: bool = True) -> None:
        """Update all widgets and the marker; ``move``: also pan or zoom to the footprint."""
        walk = self._session.walk
        feature = walk.feature() if walk else None
        self._show_on_map()
        if move and walk and feature and self.isVisible():
            self._marker.pan_or_zoom_to(walk.layer, feature)
        self.facts.setText(describe(walk, feature))
        waiting = walk.count(UNDECIDED) if walk else 0
        marked = walk.count(MARKED) if walk else 0
        self.show_which.setItemText(0, fill_in(self.tr("Not yet reviewed ({:,})"), waiting))
        self.show_which.setItemText(1, fill_in(self.tr("Marked for later ({:,})"), marked))
        total = walk.total if walk else 0
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(total - waiting)
        text = self.tr("{:,} of {:,} reviewed, {:,} deleted")
        self.figures.setText(fill_in(text, total - waiting, total, walk.deleted) if walk else "")
        self._enable_steps()
        self.save_button.setEnabled(bool(walk and walk.layer.isModified()))
        at_the_end = walk and walk.count(ACCEPTED) and not waiting and not feature
        self.labels_button.setVisible(bool(at_the_end))

    def _show_on_map(self) -> None:
        walk = self._session.walk if self.isVisible() else None
        self._marker.show(walk.layer if walk else None, walk.feature() if walk else None)

    def _enable_steps(self) -> None:
        """Only while the panel is visible, because the keys work on the map too."""
        walk = self._session.walk if self.isVisible() else None
        for button in self._buttons:
            button.action.setEnabled(bool(walk and walk.current is not None))
        self.back_button.action.setEnabled(bool(walk and walk.can_go_back))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._show_on_map()
        self._enable_steps()


def _has_footprints(layer: object) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and is_polygonal(layer)
        and layer.fields().indexFromName(CONFIDENCE) >= 0
    )
