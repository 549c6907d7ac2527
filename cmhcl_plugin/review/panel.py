"""The review dock: footprints one by one, from the least certain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface, QgsDockWidget, QgsMapLayerComboBox, QgsRubberBand
from qgis.PyQt.QtCore import Qt, QTimer, pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtGui import QColor, QHideEvent, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ..help.button import HelpButton
from ..layers.project import is_polygonal
from .walk import ACCEPTED, CONFIDENCE, MARKED, UNDECIDED, ReviewWalk, number

GROUND_AROUND = 10.0  # times the footprint's own size, when the map is zoomed to it
LEAST_SHARE, MOST_SHARE = 0.04, 0.5  # of the map that a footprint may take up unzoomed
COLOUR, HALO = "#00d5ff", "#102030"


class ReviewDock(QgsDockWidget):
    """Its keys work here and on the map. ``labels_wanted`` carries a reviewed layer."""

    labels_wanted = pyqtSignal(object)

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cmhclReview")
        self.setWindowTitle(self.tr("Review footprints"))
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._walk: Optional[ReviewWalk] = None
        self._deciding = False
        self._refresh_soon = QTimer(self)
        self._refresh_soon.setSingleShot(True)
        self._refresh_soon.timeout.connect(self._refresh)
        self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(QColor(COLOUR))
        self._band.setSecondaryStrokeColor(QColor(HALO))
        self._band.setFillColor(QColor(Qt.GlobalColor.transparent))
        self._band.setWidth(3)
        self._build()
        self.layers.layerChanged.connect(self._on_layer)
        self.show_which.currentIndexChanged.connect(self._restart)
        self.facts.linkActivated.connect(self._restart)
        self._canvas.destinationCrsChanged.connect(self._show_on_map)
        self._on_layer(None)

    def review(self, layer: Optional[QgsVectorLayer] = None) -> None:
        """Open the dock, with this layer or with the likeliest one."""
        self.layers.setLayer(layer or self._likeliest())
        self.setUserVisible(True)
        self.accept_button.setFocus()

    def leave(self) -> None:
        """Take everything back; the layer's edits stay as they are."""
        self._on_layer(None)
        self._canvas.destinationCrsChanged.disconnect(self._show_on_map)
        for action in self._step_actions:
            self._canvas.removeAction(action)
        self._canvas.scene().removeItem(self._band)
        self._iface.removeDockWidget(self)
        self.deleteLater()

    # Widgets

    def _build(self) -> None:
        self._step_actions: list[QAction] = []
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layers.setAllowEmptyLayer(True, self.tr("Choose a layer of footprints…"))
        self.layers.setCurrentIndex(0)
        self.layers.setToolTip(self.tr("Its decisions are kept in the field “review”"))
        self.show_which = QComboBox()
        self.show_which.addItem("", UNDECIDED)
        self.show_which.addItem("", MARKED)
        self.show_which.setToolTip(self.tr("Which footprints to go through"))
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.figures = QLabel()
        self.figures.setWordWrap(True)

        undo = self.tr("; Ctrl+Z takes it back")
        self.accept_button = self._button(
            self.tr("Accept (A)"),
            self.tr("It is a building, and its outline is good") + undo,
            "/mIconSuccess.svg",
            Qt.Key.Key_A,
            lambda walk: walk.accept(),
        )
        self.delete_button = self._button(
            self.tr("Delete (D)"),
            self.tr("Take it out of the layer") + undo,
            "/mActionDeleteSelected.svg",
            Qt.Key.Key_D,
            lambda walk: walk.delete(),
        )
        self.mark_button = self._button(
            self.tr("Mark for later (M)"),
            self.tr("Keep it for a second look") + undo,
            "/mIconFavorites.svg",
            Qt.Key.Key_M,
            lambda walk: walk.mark(),
        )
        self.back_button = self._button(
            self.tr("Back (B)"),
            self.tr("The footprint before this one"),
            "/mActionArrowLeft.svg",
            Qt.Key.Key_B,
            lambda walk: walk.back(),
        )
        self.skip_button = self._button(
            self.tr("Skip (N)"),
            self.tr("The next footprint, without a decision on this one"),
            "/mActionArrowRight.svg",
            Qt.Key.Key_N,
            lambda walk: walk.skip(),
        )
        self.save_button = QPushButton(
            QgsApplication.getThemeIcon("/mActionSaveEdits.svg"), self.tr("&Save")
        )
        self.save_button.setToolTip(self.tr("Save the edits of the layer"))
        self.save_button.clicked.connect(self._save)
        self.labels_button = QPushButton(self.tr("Use as &labels for fine-tuning…"))
        self.labels_button.clicked.connect(self._use_as_labels)

        self.help_button = HelpButton(lambda: "review")

        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Layer"), self.layers)
        form.addRow(self.tr("Show"), self.show_which)
        buttons = QGridLayout()
        buttons.addWidget(self.accept_button, 0, 0)
        buttons.addWidget(self.delete_button, 0, 1)
        buttons.addWidget(self.mark_button, 1, 0, 1, 2)
        buttons.addWidget(self.back_button, 2, 0)
        buttons.addWidget(self.skip_button, 2, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addLayout(form)
        layout.addWidget(self.facts)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self.figures)
        layout.addWidget(self.save_button)
        layout.addWidget(self.labels_button)
        layout.addStretch(1)
        layout.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setWidget(content)

    def _button(
        self, text: str, tip: str, image: str, key: Qt.Key, step: Callable[[ReviewWalk], None]
    ) -> QToolButton:
        """A step of the walk as a button, whose key works while the dock or the map has focus."""
        action = QAction(QgsApplication.getThemeIcon(image), text, self)
        action.setToolTip(tip)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._step(step))
        self.addAction(action)
        self._canvas.addAction(action)
        self._step_actions.append(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    # Layers

    def _likeliest(self) -> Optional[QgsVectorLayer]:
        """The active layer if it has footprints, else the one that is being reviewed, else the
        uppermost one with footprints."""
        active = self._iface.activeLayer()
        if is_polygonal(active) and active.fields().indexFromName(CONFIDENCE) >= 0:
            return active
        if self._walk:
            return self._walk.layer
        for layer in QgsProject.instance().layerTreeRoot().layerOrder():
            if is_polygonal(layer) and layer.fields().indexFromName(CONFIDENCE) >= 0:
                return layer
        return active if is_polygonal(active) else None

    def _on_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Leave one layer for another, or for none."""
        if self._walk:
            for signal, slot in self._signals(self._walk.layer):
                signal.disconnect(slot)
        self._walk = ReviewWalk(layer) if layer and layer.isValid() else None
        if self._walk:
            for signal, slot in self._signals(self._walk.layer):
                signal.connect(slot)
            self._iface.setActiveLayer(layer)  # whose edits Ctrl+Z takes back
        self._restart()

    def _signals(self, layer: QgsVectorLayer) -> list[tuple[pyqtBoundSignal, Callable[..., None]]]:
        """What is to be known of a layer: edits, undo and redo, their end, another content, filter,
        removal."""
        return [
            (layer.undoStack().indexChanged, self._on_edited),
            (layer.afterCommitChanges, self._on_edited),
            (layer.afterRollBack, self._on_edited),
            (layer.dataChanged, self._on_edited),
            (layer.subsetStringChanged, self._on_edited),
            (layer.willBeDeleted, self._on_removed),
        ]

    def _on_edited(self) -> None:
        if not self._deciding:
            self._refresh_soon.start(0)  # once for many edits

    def _on_removed(self) -> None:
        self._walk = None  # its layer can no longer be asked for anything
        self.layers.setCurrentIndex(0)
        self._show()

    def _refresh(self) -> None:
        if self._walk:
            before = self._walk.current
            self._walk.refresh()
            self._show(move=self._walk.current != before)

    def _restart(self) -> None:
        if self._walk:
            self._walk.restart(self.show_which.currentData())
        self._show()

    # Steps

    def _step(self, step: Callable[[ReviewWalk], None]) -> None:
        if not self._walk:
            return
        self._deciding = True
        try:
            step(self._walk)
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
        finally:
            self._deciding = False
        self._show()

    def _save(self) -> None:
        if self._walk and not self._walk.layer.commitChanges(stopEditing=False):
            text = self.tr("“{}” cannot be saved ({}); free the file, and save again.")
            problem = "; ".join(self._walk.layer.commitErrors())
            self._tell(text.format(self._walk.layer.name(), problem), Qgis.MessageLevel.Critical)

    def _use_as_labels(self) -> None:
        if not self._walk:
            return
        if self._walk.layer.isModified():
            text = self.tr("“{}” has unsaved edits; save it, then use it as labels.")
            self._tell(text.format(self._walk.layer.name()), Qgis.MessageLevel.Warning)
        else:
            self.labels_wanted.emit(self._walk.layer)

    # What is seen

    def _show(self, *, move: bool = True) -> None:
        """Bring all widgets and the map up to date; ``move``: the map goes to the footprint."""
        walk = self._walk
        feature = walk.feature() if walk else None
        self._show_on_map()
        if move and feature and self.isVisible():
            self._bring_into_view(feature.geometry().boundingBox())
        self.facts.setText(self._describe(walk, feature))
        waiting = walk.count(UNDECIDED) if walk else 0
        marked = walk.count(MARKED) if walk else 0
        self.show_which.setItemText(0, self.tr("Not yet reviewed ({:,})").format(waiting))
        self.show_which.setItemText(1, self.tr("Marked for later ({:,})").format(marked))
        total = walk.total if walk else 0
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(total - waiting)
        self.figures.setText(
            self.tr("{:,} of {:,} reviewed, {:,} deleted").format(
                total - waiting, total, walk.deleted
            )
            if walk
            else ""
        )
        self._enable_steps()
        self.save_button.setEnabled(bool(walk and walk.layer.isModified()))
        at_the_end = walk and walk.count(ACCEPTED) and not waiting and not feature
        self.labels_button.setVisible(bool(at_the_end))

    def _describe(self, walk: Optional[ReviewWalk], feature: Optional[QgsFeature]) -> str:
        """The sentence about the footprint, or about what to do where there is none."""
        if not walk:
            return self.tr("Choose the layer whose footprints you want to go through.")
        if not walk.total:
            return self.tr("This layer has no footprint.")
        if feature:
            return " · ".join(self._facts(walk, feature))
        skipped = walk.count(walk.wanted)
        if skipped:
            text = self.tr("{:,} left that you skipped.").format(skipped)
            return f'{text} <a href="again">{self.tr("Go through them")}</a>'
        if walk.wanted == MARKED:
            return self.tr("No footprint is marked for later.")
        text = self.tr("All are reviewed: {:,} accepted, {:,} marked for later, {:,} deleted.")
        return text.format(walk.count(ACCEPTED), walk.count(MARKED), walk.deleted)

    def _facts(self, walk: ReviewWalk, feature: QgsFeature) -> list[str]:
        """What is known of a footprint."""
        states = {
            ACCEPTED: self.tr("<b>accepted</b>"),
            MARKED: self.tr("<b>marked for later</b>"),
        }
        facts = []
        if walk.state in states:
            facts.append(states[walk.state])
        for name, text in (
            (CONFIDENCE, self.tr("Confidence {:.2f}")),
            ("area_m2", self.tr("{:,.0f} m²")),
            ("optical_share", self.tr("{:.0%} with optical")),
        ):
            if feature.fields().indexFromName(name) >= 0:
                value = number(feature[name])
                if value is not None:
                    facts.append(text.format(value))
        if feature.geometry().isEmpty():
            facts.append(self.tr("no outline; delete it"))
        return facts or [self.tr("Footprint {}").format(feature.id())]

    def _show_on_map(self) -> None:
        feature = self._walk.feature() if self._walk else None
        if self._walk and feature and self.isVisible():
            self._band.setToGeometry(feature.geometry(), self._walk.layer)
        else:
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def _bring_into_view(self, box: QgsRectangle) -> None:
        """Move the map to a footprint; zoom only where its size in the view asks for it."""
        if not self._walk or box.isEmpty():
            return
        settings = self._canvas.mapSettings()
        box = settings.layerExtentToOutputExtent(self._walk.layer, box)
        view = min(settings.extent().width(), settings.extent().height())
        if LEAST_SHARE * view <= max(box.width(), box.height()) <= MOST_SHARE * view:
            self._canvas.setCenter(box.center())
        else:
            self._canvas.setExtent(box.scaled(GROUND_AROUND))
        self._canvas.refresh()

    def _enable_steps(self) -> None:
        """Only while the dock is seen, for the keys work on the map too."""
        walk = self._walk if self.isVisible() else None
        for action in self._step_actions:
            action.setEnabled(bool(walk and walk.current is not None))
        self.back_button.defaultAction().setEnabled(bool(walk and walk.can_go_back))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._show_on_map()
        self._enable_steps()

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage("CMH-CL", text, level)
