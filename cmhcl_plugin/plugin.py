"""What QGIS sees of the plugin: actions, map tool, panels, options page, Processing provider."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.gui import QgisInterface, QgsApplicationExitBlockerInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMessageBox
from qgis.utils import plugins

from ..core.hatch.jobs import ExtractJob
from .click.extract_by_click import ExtractByClick
from .extract.run_again import RunAgainAction
from .extract.settings import ExtractSettings
from .help import guide
from .language import install_translator
from .layers.provenance import Provenance
from .options.install_box import InstallBox
from .options.page import PAGE, OptionsFactory
from .pages import Pages
from .panel import Panel
from .paths import icon, runs_folder
from .processing.provider import Provider
from .review.panel import ReviewDock
from .runs.resume_offers import ResumeOffers, ResumeRows
from .runs.run import Run, interrupted_runs
from .widgets.plain_text import literal
from .worker.process import WorkerProcess
from .worker.stall_message import show_stall

MENU = "CMH-CL"
EARLIER_FOLDER = "cmhcl"  # of the plugin until version 0.1.0, by which QGIS knows it

translate = QCoreApplication.translate


class CmhclPlugin:
    """Created by ``classFactory``. Each step of ``initGui`` is undone by one of ``unload``."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.review: Optional[ReviewDock] = None

    def initProcessing(self) -> None:  # noqa: N802 (the only method that qgis_process calls)
        self.translator = install_translator()
        provider = Provider()
        added = QgsApplication.processingRegistry().addProvider(provider)
        self.provider = provider if added else None  # QGIS has deleted it: there is one of this id

    def initGui(self) -> None:  # noqa: N802 (the name that QGIS calls)
        self.initProcessing()
        self.worker = WorkerProcess()
        self.trainer = WorkerProcess("training")
        self.worker.stalled.connect(lambda text: self._show_stall(self.worker, text))
        self.trainer.stalled.connect(lambda text: self._show_stall(self.trainer, text))
        self.extract_settings = ExtractSettings()
        self._add_actions()
        self._add_panel()
        self._add_options()
        self.exit_blocker = ExitBlocker(self)
        self.iface.registerApplicationExitBlocker(self.exit_blocker)
        self.iface.initializationCompleted.connect(self.on_started)
        self.start_timer = QTimer()
        self.start_timer.setSingleShot(True)
        self.start_timer.timeout.connect(self.on_started)
        if self.iface.mainWindow().isVisible():  # QGIS has started before
            self.start_timer.start(0)

    def unload(self) -> None:
        self.start_timer.stop()
        self.iface.initializationCompleted.disconnect(self.on_started)
        self.iface.unregisterApplicationExitBlocker(self.exit_blocker)
        self._remove_options()
        for worker in (self.worker, self.trainer):
            worker.stop()  # before what shows its jobs is removed
        self.offers.withdraw()
        self._remove_panels()
        self._remove_actions()
        self.extract_settings.unload()
        self.extract_settings.deleteLater()
        for worker in (self.trainer, self.worker):
            worker.deleteLater()
        self._unload_processing()

    def _unload_processing(self) -> None:
        if self.provider:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _add_actions(self) -> None:
        self.action = self._action(
            "cmhclExtract", icon("extract"), translate("Plugin", "Extract building footprints…")
        )
        self.action.setCheckable(True)
        self.extract_by_click = ExtractByClick(self.iface, self.worker, self.extract_settings)
        self.extract_by_click.labels_requested.connect(self.use_as_labels)
        self.review_action = self._action(
            "cmhclReviewFootprints",
            icon("review"),
            translate("Plugin", "Review footprints…"),
            self.show_review,
        )
        self.help_action = self._action(
            "cmhclGuide",
            QgsApplication.getThemeIcon("/mActionHelpContents.svg"),
            translate("Plugin", "Guide"),
            lambda: guide.show("index"),
        )
        for action in (self.action, self.extract_by_click.action):
            self.iface.addToolBarIcon(action)
        for action in self._menu_actions():
            self.iface.addPluginToRasterMenu(MENU, action)
        self.again_action = RunAgainAction(self.iface, self.run_again)

    def _remove_actions(self) -> None:
        self.again_action.unload()
        for action in self._menu_actions():
            self.iface.removePluginRasterMenu(MENU, action)
        for action in (self.action, self.extract_by_click.action):
            self.iface.removeToolBarIcon(action)
        for action in (self.action, self.review_action, self.help_action):
            action.deleteLater()
        self.extract_by_click.unload()

    def _action(
        self, name: str, icon: QIcon, text: str, slot: Optional[Callable[[], None]] = None
    ) -> QAction:
        action = QAction(icon, text, self.iface.mainWindow())
        action.setObjectName(name)
        if slot:
            action.triggered.connect(lambda: slot())
        return action

    def _menu_actions(self) -> tuple[QAction, ...]:
        """The actions of the menu, in this order."""
        extract, click = self.action, self.extract_by_click.action
        return extract, click, self.review_action, self.help_action

    def _add_options(self) -> None:
        self.options = OptionsFactory(self.on_options, lambda: self.is_training)
        self.iface.registerOptionsWidgetFactory(self.options)

    def _remove_options(self) -> None:
        self.iface.unregisterOptionsWidgetFactory(self.options)
        self.options.close()

    # Panels

    def _add_panel(self) -> None:
        self.panel = Panel(self.iface, self.worker, self.trainer, self.extract_settings)
        self.offers = ResumeOffers(self.iface.messageBar(), self.resume, self.panel.open)
        self.panel.built.connect(self._on_built)
        self.panel.follow(self.action)

    def _on_built(self, pages: Pages) -> None:
        pages.add_on_top(ResumeRows(self.offers))
        window = self.iface.mainWindow()
        install = InstallBox(
            self.options.installer, lambda: self.iface.showOptionsDialog(window, PAGE)
        )
        pages.extract.add_on_top(install)
        install.show_state()  # not before: it would be a window of its own
        for signal in (self.worker.ready, self.worker.unavailable):
            signal.connect(install.show_state)
        pages.extract.review_button.clicked.connect(self.show_review)
        pages.extract.extraction.interrupted.connect(lambda run: self.offers.offer([run]))

    def show_review(self) -> None:
        """Open the panel for the review of footprints."""
        if self.review is None:
            self.review = ReviewDock(self.iface)
            self.review.labels_requested.connect(self.use_as_labels)
            area, window = Qt.DockWidgetArea.RightDockWidgetArea, self.iface.mainWindow()
            self.iface.addDockWidget(area, self.review)
            if window.dockWidgetArea(self.panel) == area:
                window.tabifyDockWidget(self.panel, self.review)  # each is too high for a half
        self.review.review()

    def _remove_panels(self) -> None:
        if self.review:
            self.review.unload()
            self.review = None
        self.panel.unload()

    @property
    def pages(self) -> Optional[Pages]:
        """The pages of the panel, None before it is first opened."""
        return self.panel.pages

    # Actions that open a page of the panel

    def run_again(self, provenance: Provenance) -> None:
        """Open the page Extract with the settings of an extraction."""
        pages = self.panel.open()
        pages.show_page(pages.extract)
        pages.extract.fill_in(provenance)

    def use_as_labels(self, layer: QgsVectorLayer, area: Optional[QgsVectorLayer] = None) -> None:
        """Open the page Fine-tune with this layer as the labels, and its labelled area."""
        pages = self.panel.open()
        pages.finetune.settings.use_labels(layer, area)
        pages.show_page(pages.finetune)

    def resume(self, run: Run) -> bool:
        """Resume a run in the panel. Returns False if it cannot be resumed now."""
        pages = self.panel.open()
        page = pages.extract if isinstance(run.job, ExtractJob) else pages.finetune
        pages.show_page(page)
        return page.resume(run)

    @property
    def is_training(self) -> bool:
        """Whether a fine-tuning is running."""
        return self.pages is not None and self.pages.finetune.is_training

    # Events of QGIS

    def on_started(self) -> None:
        """QGIS has started: offer interrupted runs, warn of an earlier installation."""
        self.offers.offer(interrupted_runs(runs_folder()))
        if EARLIER_FOLDER in plugins:
            text = translate(
                "Plugin",
                "An earlier version of CMH-CL Footprints is still installed in the folder "
                "“{}”; uninstall it in Plugins > Manage and Install Plugins…, then restart "
                "QGIS.",
            )
            level = Qgis.MessageLevel.Warning
            bar = self.iface.messageBar()
            bar.pushMessage(MENU, literal(text.format(EARLIER_FOLDER)), level, 0)

    def _show_stall(self, worker: WorkerProcess, sentence: str) -> None:
        """A worker does not answer: say so on the page that waits for it, if it is visible."""
        pages = self.pages
        page = (pages.finetune if worker is self.trainer else pages.extract) if pages else None
        area = page.messages if page and page.isVisible() else None
        show_stall(worker, sentence, self.iface.messageBar(), area)

    def on_options(self) -> None:
        """Another Python was chosen: restart the worker with it."""
        self.worker.stop()
        if not self.is_training:
            self.trainer.stop()
        if self.pages:
            self.worker.start()
            self.pages.finetune.preparing.check_soon()


class ExitBlocker(QgsApplicationExitBlockerInterface):
    """Asks before QGIS is closed during a fine-tuning."""

    def __init__(self, plugin: CmhclPlugin) -> None:
        super().__init__()
        self._plugin = plugin

    def allowExit(self) -> bool:  # noqa: N802
        if not self._plugin.is_training:
            return True
        answer = QMessageBox.question(
            self._plugin.iface.mainWindow(),
            translate("Plugin", "Exit QGIS?"),
            translate(
                "Plugin",
                "A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at "
                "the next start.",
            ),
        )
        return answer == QMessageBox.StandardButton.Yes
