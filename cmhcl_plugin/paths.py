"""Paths in the plugin's folder and in the user's profile."""

from __future__ import annotations

import configparser
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

ROOT = Path(__file__).resolve().parent.parent


def icon(name: str) -> QIcon:
    """The icon ``resources/icons/NAME.svg``."""
    return QIcon(str(ROOT / "resources" / "icons" / f"{name}.svg"))


def style(name: str) -> Path:
    """The layer style ``resources/styles/NAME.qml``."""
    return ROOT / "resources" / "styles" / f"{name}.qml"


def translations_folder() -> Path:
    """The folder of the translations, ``cmhcl_LANGUAGE.qm``."""
    return ROOT / "resources" / "i18n"


def guide_folder() -> Path:
    """The folder of the guide's pages, which ``make zip`` makes."""
    return ROOT / "resources" / "docs" / "guide"


def version() -> str:
    """The plugin's version, from ``metadata.txt``."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version")


def logs_folder() -> Path:
    """The folder of the worker's logs in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl" / "logs"


def models_folder() -> Path:
    """The folder of the user's own models in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl" / "models"


def runs_folder() -> Path:
    """The folder of running and interrupted fine-tunings, in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl" / "runs"


def environment_folder() -> Path:
    """The folder of the worker's Python that the plugin installs, in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl" / "env"


def working_folder() -> Path:
    """The current folder of every process that the plugin starts, in the user's profile.

    It stays empty. Programs take modules and settings from their current folder, and that of QGIS
    can be a folder of somebody else's files. The plugin's own folder, if the profile cannot be
    written.
    """
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl" / "working"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return ROOT
    return folder
