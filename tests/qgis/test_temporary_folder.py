"""Temporary folders that do not fail when they are removed."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path


def test_it_is_removed_with_its_object_or_block() -> None:
    from cmhcl_footprints.cmhcl_plugin.temporary_folder import TemporaryFolder

    with TemporaryFolder() as name:
        (Path(name) / "a.txt").touch()
    assert not Path(name).exists()
    folder = TemporaryFolder()
    path = Path(folder.name)
    assert path.is_dir()
    del folder
    gc.collect()
    assert not path.exists()


def test_a_folder_that_is_gone_is_no_error() -> None:
    from cmhcl_footprints.cmhcl_plugin.temporary_folder import TemporaryFolder

    folder = TemporaryFolder()
    shutil.rmtree(folder.name)
    folder.cleanup()
    folder.cleanup()
