"""What the drive_* scripts inside QGIS share: plan, waiting, screenshots, clicks, result."""

import json
import os
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractAnimation, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

PLAN = json.loads(Path(os.environ["CMHCL_DRIVE"]).read_text(encoding="utf-8"))
FOLDER = Path(PLAN["folder"])


def wait(condition, seconds=120):
    """Process QGIS's events until the condition is true. Raises TimeoutError with its names."""
    for _ in range(int(seconds * 20)):
        if condition():
            return
        QTest.qWait(50)
    code = getattr(condition, "__code__", None)  # not that of a method of Qt
    names = [*code.co_freevars, *code.co_names] if code else [condition.__name__]
    raise TimeoutError(f"still not true after {seconds} s: {' '.join(names)}")


def is_still():
    """Whether the map is drawn, no animation is under way, and every window is on the screen."""
    QApplication.sync()  # handles all events, also those that the display has yet to send
    canvas = iface.mapCanvas()
    # The canvas starts its drawing with timers, half a second after another size.
    timers = canvas.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    is_drawing = canvas.isDrawing() or any(timer.isActive() for timer in timers)
    is_moving = any(
        animation.state() == QAbstractAnimation.State.Running
        and animation.totalDuration() > 0  # those of progress bars never end
        for animation in iface.mainWindow().findChildren(QAbstractAnimation)
    )
    windows = [window for window in QApplication.topLevelWindows() if window.isVisible()]
    return not is_drawing and not is_moving and all(window.isExposed() for window in windows)


def settle():
    """Wait until nothing on the screen changes by itself."""
    wait(is_still)


def maximise():
    """Give QGIS's window the whole screen, so that every toolbar has room."""
    window = iface.mainWindow()
    window.showMaximized()
    screen = QApplication.primaryScreen().availableGeometry()
    wait(lambda: window.frameGeometry().contains(screen))
    settle()


def save_screen(name):
    """Save a screenshot of the whole screen as it is."""
    screen = QApplication.primaryScreen().grabWindow(0)
    screen.save(str(FOLDER / f"{name}.png"))


def picture(name):
    """Save a screenshot of the whole screen, once nothing changes on it."""
    settle()
    save_screen(name)


def click(widget):
    wait(lambda: widget.isVisible() and widget.isEnabled())
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def move_mouse(place):
    """Move the mouse to a pixel of the map, and wait until the map has noticed."""
    canvas = iface.mapCanvas()
    QTest.mouseMove(canvas.viewport(), place)
    wait(lambda: canvas.mouseLastXY() == place)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key on the map once it has the focus, without which shortcuts do nothing."""
    wait(iface.mapCanvas().hasFocus)
    QTest.keyClick(iface.mapCanvas(), key, modifier)


def when_modal(act):
    """Call ``act`` with the dialog that the next step opens and waits for, once it is there.

    If that fails, QGIS ends: the dialog would wait for ever.
    """
    before = QApplication.activeModalWidget()

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog in (None, before) or not dialog.isVisible():
            QTimer.singleShot(50, look)
            return
        try:
            act(dialog)
        except Exception:
            write({"traceback": traceback.format_exc()})
            save_screen("failed")
            os._exit(1)

    look()


def add_raster(path):
    layer = QgsRasterLayer(path, Path(path).stem)
    QgsProject.instance().addMapLayer(layer)
    return layer


def message(dialog):
    return dialog.messages.text


def write(seen):
    (FOLDER / "seen.json").write_text(json.dumps(seen, indent=2), encoding="utf-8")


def run(drive):
    """Once QGIS has started: call ``drive``, write its result to seen.json, quit QGIS."""

    def main():
        try:
            seen = drive()
        except Exception:
            seen = {"traceback": traceback.format_exc()}
            save_screen("failed")
        write(seen)
        for layer in QgsProject.instance().mapLayers().values():  # or QGIS asks about edits
            if isinstance(layer, QgsVectorLayer):
                layer.rollBack()
        QgsProject.instance().clear()  # or QGIS asks about unsaved layers
        tasks = QgsApplication.taskManager()
        tasks.cancelAll()  # or QGIS asks about its own, such as the installation of its font
        wait(lambda: tasks.countActiveTasks() == 0)
        iface.actionExit().trigger()

    iface.initializationCompleted.connect(lambda: QTimer.singleShot(0, main))
