"""Take the README's picture from the real window:
``python tests/desktop/screenshot.py SAR OPTICAL OUT.png``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from window import drive_window

if __name__ == "__main__":
    sar, optical, out = (Path(argument).resolve() for argument in sys.argv[1:4])
    folder = Path(tempfile.mkdtemp(prefix="cmhcl_window_"))
    seen = drive_window(folder, sar, optical, timeout_s=300)
    print(seen, file=sys.stderr)
    shutil.copy(folder / "done.png", out)
