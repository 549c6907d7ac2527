"""What the tests see of pictures of online layers: files, and questions about them."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QMessageBox


class Questions(list[str]):
    """The questions that the plugin has asked; ``answer`` is given to all."""

    answer = QMessageBox.StandardButton.Yes


def pictures(folder: Path) -> list[Path]:
    """The pictures of online layers in the folder of temporary files, and what else is left.

    Not the records of pictures that exist.
    """
    files = sorted(folder.glob("cmhcl_*/*_127_0_0_1_*"))
    records = {picture.with_name(f"{picture.stem}.online.json") for picture in files}
    return [file for file in files if file not in records]
