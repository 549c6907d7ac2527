"""Paths in the plugin's folder and in the user's profile."""

from __future__ import annotations

import configparser
import os
import sys
from hashlib import sha256
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from .settings import Settings

ROOT = Path(__file__).resolve().parent.parent
# By default Windows limits paths to 259 characters, and PyTorch 2.13 has one of 167 (a licence) in
# Lib/site-packages.
LONGEST_ON_WINDOWS = 259 - len("/Lib/site-packages/") - 167


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


def _profile_folder() -> Path:
    """The plugin's folder in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl"


def logs_folder() -> Path:
    """The folder of the worker's logs in the user's profile."""
    return _profile_folder() / "logs"


def models_folder() -> Path:
    """The folder of the user's own models: as set, else in the user's profile."""
    chosen = Settings.load().models
    return Path(chosen) if chosen else _profile_folder() / "models"


def runs_folder() -> Path:
    """The folder of running and interrupted fine-tunings, in the user's profile."""
    return _profile_folder() / "runs"


def history_file() -> Path:
    """The list of past extractions, in the user's profile."""
    return _profile_folder() / "history.jsonl"


def environment_folder() -> Path:
    """The folder of the worker's Python that the plugin installs.

    As set, else in the user's profile, or where ``within_windows_limit`` says.
    """
    chosen = Settings.load().environment
    if chosen:
        return Path(chosen)
    folder = _profile_folder() / "env"
    local = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    return within_windows_limit(folder, Path(local)) if local else folder


def certificates_file() -> Path:
    """Where QGIS's certificates are written for other programs, beside the worker's Python."""
    return environment_folder().parent / "certificates.pem"


def within_windows_limit(folder: Path, local: Path) -> Path:
    """The folder, or a shorter one in ``local``, so that Windows can have PyTorch's files in it."""
    if len(str(folder)) <= LONGEST_ON_WINDOWS or folder.exists():
        return folder
    return local / "cmhcl" / sha256(str(folder).encode()).hexdigest()[:8]


def working_folder() -> Path:
    """The current folder of every process that the plugin starts, in the user's profile.

    It stays empty. Programs take modules and settings from their current folder, and that of QGIS
    can be a folder of somebody else's files. The plugin's own folder, if the profile cannot be
    written.
    """
    folder = _profile_folder() / "working"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return ROOT
    return folder
