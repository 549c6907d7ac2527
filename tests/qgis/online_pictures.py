"""What the tests see of pictures of online layers: files, and questions about them."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QMessageBox


class Questions(list[str]):
    """The questions that the plugin has asked; ``answer`` is given to all."""

    answer = QMessageBox.StandardButton.Yes


def pictures(folder: Path) -> list[Path]:
    """The pictures of online layers in the folder of temporary files."""
    return sorted(folder.glob("cmhcl_*/*_127_0_0_1_*"))
