"""The main job from end to end, through QGIS without a window.

    /usr/bin/python3 tools/demo.py dist/cmhcl-VERSION.zip build/demo

Makes a simulated scene of a city that no model was trained on, installs the zip into a throw-away
QGIS profile, extracts footprints with the plugin's worker from SAR alone and from SAR and optical,
measures both against the scene's truth, and writes a map as a page. The last line is one JSON
object.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv" / "bin" / "python"
# One of the best from SAR alone of 24 scenes (six seeds, four styles): large halls are easy in SAR.
# docs/figures.md says what to expect of others.
SEED, SIZE, STYLE = 5, 640, "industrial"


def main(archive: Path, folder: Path) -> None:
    """Do it all; ``folder`` is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    scene = folder / "scene"
    kind = ["--seed", str(SEED), "--size", str(SIZE), "--style", STYLE]
    simulate = [PYTHON, "-m", "core", "simulate", *kind, "--out", scene]
    subprocess.run(simulate, cwd=ROOT, check=True)

    profile = folder / "profile"
    plugins = profile / "python" / "plugins"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(plugins)
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(profile)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["CMHCL_PYTHON"] = str(PYTHON)
    sys.path.insert(0, str(plugins))
    print(json.dumps(run_in_qgis(scene, folder)))


def run_in_qgis(scene: Path, folder: Path) -> dict[str, Any]:
    """Extract, measure and draw with the installed plugin."""
    from qgis.core import QgsApplication, QgsProject, QgsRasterLayer

    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], True)
    application.initQgis()
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import raster_path
    from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess
    from cmhcl_footprints.core.hatch.jobs import EvaluateJob, ExtractJob, SceneInput
    from demo_map import write_map

    project = QgsProject.instance()
    optical = QgsRasterLayer(str(scene / "optical.tif"), "optical")
    sar = QgsRasterLayer(str(scene / "sar.tif"), "sar")
    project.setCrs(sar.crs())
    project.addMapLayers([sar, optical])
    alone = SceneInput((raster_path(sar),))
    both = SceneInput((raster_path(sar),), raster_path(optical))

    worker = WorkerProcess()
    out = folder / "footprints.gpkg"
    found = do(worker, ExtractJob(both, str(out)))
    labels = str(scene / "buildings.geojson")
    iou_sar, iou_optical = (
        round(do(worker, EvaluateJob(scene, labels)).iou, 3) for scene in (alone, both)
    )
    worker.stop()

    footprints = add_footprints(out, sar.crs(), "Footprints demo", project)
    picture = folder / "map.png"
    write_map(footprints, sar, optical, picture)
    project.clear()
    application.exitQgis()
    return {
        "iou_sar": iou_sar,
        "iou_optical": iou_optical,
        "footprints": found.footprints,
        "gpkg": str(out),
        "map": str(picture),
    }


def do(worker: Any, job: Any) -> Any:
    """Run one job to its end; its result. Exits with the sentence when it fails."""
    from qgis.PyQt.QtCore import QEventLoop

    loop = QEventLoop()
    results: list[Any] = []
    failures: list[Any] = []
    handle = worker.submit(job)
    handle.progress.connect(
        lambda at: print(f"{at.message} {at.done:g} of {at.total:g}", file=sys.stderr)
    )
    for signal, ends in ((handle.finished, results), (handle.failed, failures)):
        signal.connect(ends.append)
        signal.connect(loop.quit)
    loop.exec()
    if failures:
        sys.exit(f"{failures[0].sentence}\n{failures[0].details}")
    return results[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
