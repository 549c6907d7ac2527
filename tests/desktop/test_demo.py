"""``make demo``, but for its set-up: the main job through QGIS without a window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from window import REPOSITORY, newest_zip


def test_the_last_line_tells_what_was_made(tmp_path: Path) -> None:
    script = REPOSITORY / "tools" / "demo.py"
    done = subprocess.run(
        [sys.executable, script, newest_zip(), tmp_path / "demo"], stdout=subprocess.PIPE, text=True
    )
    assert done.returncode == 0
    told = json.loads(done.stdout.splitlines()[-1])
    assert 0.4 < told["iou_sar"] < told["iou_optical"] and told["footprints"] > 0
    assert Path(told["gpkg"]).is_file() and Path(told["map"]).stat().st_size > 50_000
