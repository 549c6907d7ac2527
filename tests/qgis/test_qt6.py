"""tools/check_qt6.py: clean on the plugin in the QGIS at hand, and blind to no kind of fault."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import REPOSITORY

TOOL = REPOSITORY / "tools" / "check_qt6.py"
SAFE = """
from qgis.core import Qgis, QgsProcessing, QgsTask, QgsVectorFileWriter
from qgis.PyQt import QtCore
from qgis.PyQt.QtCore import Qt, QVariant
from qgis.PyQt.QtWidgets import QAction, QDialog, QMessageBox

class Window(QDialog):
    def mousePressEvent(self, event):
        return event.pos(), self.DialogCode.Accepted

def answer(button: QMessageBox.StandardButton) -> QtCore.QProcess.ExitStatus:
    Window().exec()
    QgsVectorFileWriter.SaveVectorOptions()
    return (
        Qt.AlignmentFlag.AlignLeft, QtCore.Qt.Key.Key_Escape, QVariant.Int, Qgis.QGIS_VERSION,
        QgsTask.Flag.CanCancel, Qgis.MessageLevel.Warning, QgsProcessing.TEMPORARY_OUTPUT,
    )
"""


@pytest.fixture(scope="module")
def findings() -> Any:
    return runpy.run_path(str(TOOL))["findings"]


def test_the_plugin_is_clean() -> None:
    done = subprocess.run([sys.executable, TOOL], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_works_with_both_is_left_alone(findings: Any) -> None:
    assert findings(SAFE) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import PyQt5.QtCore", "import it from qgis.PyQt"),
        ("from PyQt6.QtCore import Qt", "import it from qgis.PyQt"),
        ("import sip", "import it from qgis.PyQt"),
        ("from qgis.PyQt.Qt import QIcon", "gone or elsewhere"),
        ("from qgis.PyQt.QtCore import QRegExp", "gone or elsewhere"),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "gone or elsewhere"),
        ("from qgis.PyQt.QtWidgets import QUndoStack", "gone or elsewhere"),
        ("from qgis.PyQt.QtGui import QAction", "gone or elsewhere"),
        ("from qgis.PyQt.QtSvg import QSvgWidget", "gone or elsewhere"),
        ("from qgis.PyQt import QtWidgets; QtWidgets.QDesktopWidget()", "gone or elsewhere"),
        ("from qgis.core import QgsNowhere", "is not in this QGIS"),
        ("from qgis.core import Qgis; Qgis.Nowhere.Warning", "Qgis.Nowhere is not in this QGIS"),
        ("from qgis.PyQt.QtCore import Qt; Qt.AlignLeft", "Qt.AlignmentFlag.AlignLeft"),
        ("from qgis.PyQt import QtCore; QtCore.Qt.Key_Escape", "Qt.Key.Key_Escape"),
        (
            "from qgis.PyQt.QtWidgets import QMessageBox as Box\nBox.Yes",
            "Box.Yes lacks its enum: QMessageBox.StandardButton.Yes",
        ),
        ("from qgis.core import QgsTask; QgsTask.CanCancel", "QgsTask.Flag.CanCancel"),
        ("from qgis.core import Qgis; Qgis.Warning", "Qgis.MessageLevel.Warning"),
        (
            "from qgis.PyQt.QtWidgets import QDialog\n"
            "class Window(QDialog):\n"
            "    def f(self): return self.Accepted",
            "DialogCode.Accepted",
        ),
        ("def f(dialog): dialog.exec_()", "call exec"),
        ("from qgis.PyQt.QtCore import QVariant; QVariant.Type.Int", "QVariant.Type is gone"),
        ("def mouseMoveEvent(self, event): event.globalPos()", "globalPos is gone"),
        ("def canvasPressEvent(self, e): e.x()", "x is gone"),
        ("def dropEvent(self, event): event.pos()", "pos is gone"),
        ("def wheelEvent(self, event): event.delta()", "delta is gone"),
    ],
)
def test_a_planted_fault_is_seen(line: str, said: str, findings: Any) -> None:
    found = findings("# first line\n" + line)
    assert len(found) == 1 and said in found[0].text
    assert found[0].line == 2 + line.count("\n")


def test_file_and_line_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("\nwindow.exec_()\n")
    done = subprocess.run([sys.executable, TOOL, tmp_path], capture_output=True, text=True)
    assert done.returncode == 1
    assert f"{path}:2: exec_ is gone: call exec" in done.stdout
