"""Count the clicks from the zip to the first footprint in a real QGIS window, and the waiting.

    .venv/bin/python tests/desktop/first_footprint.py FOLDER

FOLDER gets pictures, and a profile with an environment of 1.6 GB, which is really installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from window import drive, newest_zip

TIMEOUT_S = 1800

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    seen = drive(folder, "drive_first_footprint.py", {"zip": str(newest_zip())}, TIMEOUT_S)
    for number, name in enumerate(seen.get("clicks", ()), start=1):
        print(number, name)
    print(
        seen.get("traceback")
        or f"{seen['footprints']} footprints, {seen['waited_s']:.0f} s apart from the installation"
    )
