# QGIS 4 keeps the three that Qt 6 has moved to QtGui here too.
from PyQt6.QtGui import QAction as QAction
from PyQt6.QtGui import QActionGroup as QActionGroup
from PyQt6.QtGui import QShortcut as QShortcut
from PyQt6.QtWidgets import *  # noqa: F403
