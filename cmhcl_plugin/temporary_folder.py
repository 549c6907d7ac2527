"""A temporary folder whose files may still be open when it is removed."""

from __future__ import annotations

import shutil
import tempfile
import weakref


class TemporaryFolder:
    """A new folder, removed with this object or at the end of a with block.

    On Windows, files that QGIS still has open stay, as with ``ignore_cleanup_errors`` of
    ``tempfile.TemporaryDirectory`` from Python 3.10 on. ``name`` is the path, which a with block
    gets.
    """

    def __init__(self) -> None:
        self.name = tempfile.mkdtemp(prefix="cmhcl_")
        self._remove = weakref.finalize(self, shutil.rmtree, self.name, ignore_errors=True)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_: object) -> None:
        self.cleanup()

    def cleanup(self) -> None:
        """Remove the folder now."""
        self._remove()
