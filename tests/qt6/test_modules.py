"""Every module of the plugin can be imported, and brings no other Qt."""

from __future__ import annotations

import importlib
import pkgutil
import sys


def test_every_module_is_imported_without_qt_5() -> None:
    import cmhcl_footprints.cmhcl_plugin as package

    names = [m.name for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for name in names:
        importlib.import_module(name)
    assert len(names) > 100
    assert not {"PyQt5", "PyQt5.QtCore", "PySide6"} & set(sys.modules)
