"""``make demo``, but for its set-up: the main job through QGIS without a window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from qgis.PyQt.QtGui import QImage
from window import REPOSITORY, newest_zip


def test_the_last_line_tells_what_was_made(tmp_path: Path) -> None:
    script = REPOSITORY / "tools" / "demo.py"
    done = subprocess.run(
        [sys.executable, script, newest_zip(), tmp_path / "demo"], stdout=subprocess.PIPE, text=True
    )
    assert done.returncode == 0
    told = json.loads(done.stdout.splitlines()[-1])
    assert 0.4 < told["iou_sar"] < told["iou_optical"] and told["footprints"] > 0
    assert Path(told["gpkg"]).is_file()
    picture = QImage(told["map"])
    assert picture.width() > 1500 and white_share(picture) < 0.02


def white_share(picture: QImage) -> float:
    """The share of nearly white pixels among some of all rows and columns."""
    step = range(0, picture.height(), 5), range(0, picture.width(), 5)
    colours = [picture.pixelColor(x, y) for y in step[0] for x in step[1]]
    return sum(min(c.red(), c.green(), c.blue()) >= 250 for c in colours) / len(colours)
