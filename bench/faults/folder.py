"""The folder that a fault happens in: inputs, others to replace them, outputs, temporary files."""

from __future__ import annotations

import shutil
from pathlib import Path

from .cases import INPUTS, OTHERS, OUTPUTS, TEMPORARY, Case
from .process import chown_to_user


def earlier_folder(reference: Path, case: Case) -> Path:
    """The folder of the earlier outputs of a case."""
    return reference / "earlier" / case.name


def fill(folder: Path, reference: Path, case: Case, over: bool) -> None:
    """Make a folder with the inputs and, if ``over``, the earlier outputs of a case."""
    folder.mkdir()
    for name in (INPUTS, OTHERS):
        shutil.copytree(reference / name, folder / name)
    for name in (OUTPUTS, TEMPORARY):
        (folder / name).mkdir()
    if over:
        copy_earlier(folder, reference, case)
    chown_to_user(folder)


def copy_earlier(folder: Path, reference: Path, case: Case) -> None:
    """Copy the earlier outputs of a case to where it writes."""
    shutil.copytree(earlier_folder(reference, case), folder / OUTPUTS, dirs_exist_ok=True)
    chown_to_user(folder / OUTPUTS)
