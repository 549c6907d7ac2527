"""Take the guide's pictures from a real QGIS window, in QGIS's own look and in its dark theme:
``python tests/desktop/screenshots.py docs/images``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from window import drive, newest_zip, profile, simulate

SCREEN = "1280x800x24"
# The end of a picture's name, and QGIS's theme.
THEMES = {"": "default", "-dark": "Night Mapping"}
COLOURS = 256


def main(images: Path) -> None:
    """Make a scene, photograph every page in every theme, and put the pictures into the folder."""
    work = Path(tempfile.mkdtemp(prefix="cmhcl_screenshots_"))
    scene = work / "scene"
    simulate(scene, size=512, seed=5, style="industrial")
    plan = {
        "zip": str(newest_zip()),
        "sar": str(scene / "sar.tif"),
        "optical": str(scene / "optical.tif"),
        "labels": str(scene / "buildings.geojson"),
    }
    for suffix, theme in THEMES.items():
        folder = work / f"qgis{suffix}"  # xvfb-run takes no path with a blank in it
        profile(folder, theme)
        seen = drive(folder, "drive_guide.py", plan, timeout_s=3600, screen=SCREEN)
        if "traceback" in seen:
            sys.exit(f"{seen['traceback']}\nSee {folder}.")
        for path in sorted(folder.glob("*.png")):
            save_small(path, images / f"{path.stem}{suffix}.png")


def save_small(picture: Path, out: Path) -> None:
    """A PNG of 256 colours, which is a third of the size and looks the same.

    Of the methods this one keeps rare colours best, those of legends and outlines.
    """
    image = Image.open(picture).convert("RGB")
    method, refinements = Image.Quantize.MAXCOVERAGE, 2
    image = image.quantize(COLOURS, method, refinements, dither=Image.Dither.NONE)
    image.save(out, optimize=True)
    print(f"{out.name}: {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
