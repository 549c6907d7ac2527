"""What QGIS sees of the plugin: actions, map tool, dialog, options page, Processing provider."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgisInterface, QgsApplicationExitBlockerInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMessageBox

from .click.extraction import ClickExtraction
from .dialog import Dialog
from .extract.run_again import RunAgainAction
from .extract.settings import ExtractSettings
from .finetune import finetuning_runs
from .finetune.finetuning_runs import FinetuningRun
from .finetune.resume_offers import ResumeOffers, ResumeRows
from .help import guide
from .language import install_translator
from .layers.provenance import Provenance
from .options.page import OptionsFactory
from .paths import icon, runs_folder
from .processing.provider import Provider
from .review.panel import ReviewDock
from .worker.process import WorkerProcess

MENU = "CMH-CL"


class CmhclPlugin:
    """Made by ``classFactory``; ``unload`` takes back line by line what ``initGui`` gave."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.dialog: Optional[Dialog] = None
        self.review: Optional[ReviewDock] = None

    def initProcessing(self) -> None:  # noqa: N802 (the name that qgis_process calls, alone)
        self.translator = install_translator()
        self.provider = Provider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802 (the name that QGIS calls)
        self.initProcessing()
        self.worker = WorkerProcess()
        self.trainer = WorkerProcess("training")
        self.action = self._action(
            "cmhclExtract",
            icon("extract"),
            QCoreApplication.translate("Plugin", "Extract building footprints…"),
            self.show_dialog,
        )
        self.extract_settings = ExtractSettings()
        self.by_click = ClickExtraction(self.iface, self.worker, self.extract_settings)
        self.review_action = self._action(
            "cmhclReviewFootprints",
            icon("review"),
            QCoreApplication.translate("Plugin", "Review footprints…"),
            self.show_review,
        )
        self.help_action = self._action(
            "cmhclGuide",
            QgsApplication.getThemeIcon("/mActionHelpContents.svg"),
            QCoreApplication.translate("Plugin", "Guide"),
            lambda: guide.show("index"),
        )
        for action in (self.action, self.by_click.action):
            self.iface.addToolBarIcon(action)
        for action in self._menu():
            self.iface.addPluginToRasterMenu(MENU, action)
        self.again_action = RunAgainAction(self.iface, self.run_again)
        self.options = OptionsFactory(self.on_options, lambda: self.is_training)
        self.iface.registerOptionsWidgetFactory(self.options)
        self.exit_blocker = ExitBlocker(self)
        self.iface.registerApplicationExitBlocker(self.exit_blocker)
        self.offers = ResumeOffers(self.iface.messageBar(), self.resume)
        self.iface.initializationCompleted.connect(self.offer_to_resume)
        if self.iface.mainWindow().isVisible():  # the signal has come and gone
            QTimer.singleShot(0, self.offer_to_resume)

    def unload(self) -> None:
        self.iface.initializationCompleted.disconnect(self.offer_to_resume)
        self.offers.withdraw()
        self.iface.unregisterApplicationExitBlocker(self.exit_blocker)
        QgsApplication.processingRegistry().removeProvider(self.provider)
        self.iface.unregisterOptionsWidgetFactory(self.options)
        self.options.close()
        self.again_action.unload()
        for action in (self.action, self.by_click.action):
            self.iface.removeToolBarIcon(action)
        for action in self._menu():
            self.iface.removePluginRasterMenu(MENU, action)
        for action in (self.action, self.review_action, self.help_action):
            action.deleteLater()
        if self.review:
            self.review.unload()
            self.review = None
        for worker in (self.worker, self.trainer):
            worker.stop()
        self.by_click.unload()
        for worker in (self.worker, self.trainer):
            worker.deleteLater()
        if self.dialog:
            self.dialog.leave()
            self.dialog = None
        self.extract_settings.deleteLater()
        if self.translator:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _action(self, name: str, icon: QIcon, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(icon, text, self.iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda: slot())
        return action

    def _menu(self) -> tuple[QAction, ...]:
        """What stands in QGIS's menu, in this order."""
        return self.action, self.by_click.action, self.review_action, self.help_action

    def show_dialog(self) -> None:
        """Open the dialog, or bring it to the front."""
        dialog = self._dialog()
        dialog.bring(dialog.tabs.currentWidget())

    def show_review(self) -> None:
        """Open the dock that goes through the footprints of a layer."""
        if self.review is None:
            self.review = ReviewDock(self.iface)
            self.review.labels_wanted.connect(self.use_as_labels)
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.review)
        self.review.review()

    def run_again(self, provenance: Provenance) -> None:
        """Open the page Extract with the settings of an extraction."""
        dialog = self._dialog()
        dialog.bring(dialog.extract)
        dialog.extract.fill_in(provenance)

    def use_as_labels(self, layer: QgsVectorLayer) -> None:
        """Open the page Fine-tune with this layer as the labels."""
        dialog = self._dialog()
        dialog.finetune.settings.use_labels(layer)
        dialog.bring(dialog.finetune)

    def offer_to_resume(self) -> None:
        """Offer to resume interrupted fine-tunings."""
        self.offers.offer(finetuning_runs.interrupted(runs_folder()))

    def resume(self, run: FinetuningRun) -> bool:
        """Go on with a fine-tuning in the dialog; False while another one is under way there."""
        dialog = self._dialog()
        dialog.bring(dialog.finetune)
        if dialog.finetune.is_busy:
            return False
        dialog.finetune.resume(run)
        return True

    @property
    def is_training(self) -> bool:
        """Whether a fine-tuning is under way."""
        return self.dialog is not None and self.dialog.finetune.is_training

    def _dialog(self) -> Dialog:
        if self.dialog is None:
            self.dialog = Dialog(self.iface, self.worker, self.trainer, self.extract_settings)
            self.dialog.add_on_top(ResumeRows(self.offers))
            self.dialog.extract.review_button.clicked.connect(self.show_review)
        return self.dialog

    def on_options(self) -> None:
        """Another Python was chosen: leave the old one, and look at the new one."""
        self.worker.stop()
        if not self.is_training:
            self.trainer.stop()
        if self.dialog:
            self.worker.start()
            self.dialog.finetune.preparing.check_soon()


class ExitBlocker(QgsApplicationExitBlockerInterface):
    """Asks before QGIS is closed on a fine-tuning."""

    def __init__(self, plugin: CmhclPlugin) -> None:
        super().__init__()
        self._plugin = plugin

    def allowExit(self) -> bool:  # noqa: N802
        if not self._plugin.is_training:
            return True
        answer = QMessageBox.question(
            self._plugin.iface.mainWindow(),
            QCoreApplication.translate("Plugin", "Leave QGIS?"),
            QCoreApplication.translate(
                "Plugin",
                "A model is being fine-tuned. Leave QGIS? It can be resumed at the next start.",
            ),
        )
        return answer == QMessageBox.StandardButton.Yes
