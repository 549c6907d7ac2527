"""An output that replaces another one has its permissions."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from core.hatch.files import atomic_folder, atomic_output


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_permissions_of_what_is_replaced_are_kept(tmp_path: Path) -> None:
    out, folder = tmp_path / "out.txt", tmp_path / "model"
    out.touch()
    folder.mkdir()
    (folder / "weights").touch()
    for path, mode in ((out, 0o640), (folder, 0o750), (folder / "weights", 0o600)):
        path.chmod(mode)
    with atomic_output(out) as new:
        new.touch()
    with atomic_folder(folder) as new:
        (new / "weights").touch()
    modes = [path.stat().st_mode & 0o777 for path in (out, folder, folder / "weights")]
    assert modes == [0o640, 0o750, 0o600]


def test_access_list_of_what_is_replaced_is_kept(tmp_path: Path) -> None:
    out, name = tmp_path / "out.txt", "system.posix_acl_access"
    out.touch()
    anyone = 0xFFFFFFFF
    # The owner, the user 1234, the group, the mask and others, each with its permissions.
    entries = ((1, 6, anyone), (2, 4, 1234), (4, 4, anyone), (16, 4, anyone), (32, 0, anyone))
    access = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    try:
        os.setxattr(out, name, access)
    except (AttributeError, OSError):
        pytest.skip("this system or disk has no access lists")
    with atomic_output(out) as new:
        new.touch()
    assert os.getxattr(out, name) == access
