"""How far simulated SAR is from real SAR: what the network sees, measured scene by scene.

    python -m bench.simulator REAL [--scenes N] [--picture FILE.png]

REAL is a folder of real scenes (sar.tif, buildings.geojson). For every figure: the value of each
real scene, the 5th, 50th and 95th percentile over simulated scenes of random cities and radars, and
how many of the real scenes lie outside of that span. All on standardised decibels at the model's
pixel size. The picture puts patches of both side by side.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import matplotlib
import numpy as np
from scipy import ndimage

from core.datasets.scenes import LabelledScene, read_labelled
from core.tasks.train import PIXEL_SIZE_M

from .pretrain.held_out import make_scene

matplotlib.use("Agg")
from matplotlib import pyplot as plt

SEED = 500_000
SIZE = 480
PATCH = 224
LAGS = (1, 2, 4, 8)


def main() -> None:
    """Measure, print the table, draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--scenes", type=int, default=60)
    parser.add_argument("--picture", type=Path)
    arguments = parser.parse_args()
    real = [read_labelled(p, PIXEL_SIZE_M) for p in sorted(arguments.real.iterdir()) if p.is_dir()]
    with tempfile.TemporaryDirectory() as work:
        folders = [Path(work) / str(SEED + i) for i in range(arguments.scenes)]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(_make, folders))
        simulated = [read_labelled(folder, PIXEL_SIZE_M) for folder in folders]
    report(real, simulated)
    if arguments.picture:
        draw(real, simulated, arguments.picture)


def _make(folder: Path) -> None:
    make_scene(int(folder.name), None, folder, SIZE)


def report(real: Sequence[LabelledScene], simulated: Sequence[LabelledScene]) -> None:
    """Print the table."""
    ours = [figures(scene) for scene in simulated]
    theirs = [figures(scene) for scene in real]
    print(f"{'':22}{'simulated 5 / 50 / 95 %':>26}  outside  " + "  ".join(s.name for s in real))
    for name in ours[0]:
        low, middle, high = np.nanpercentile([f[name] for f in ours], (5, 50, 95))
        values = np.array([f[name] for f in theirs])
        outside = int(((values < low) | (values > high)).sum())
        cells = "  ".join(f"{v:{len(s.name)}.2f}" for v, s in zip(values, real, strict=True))
        span = f"{low:.2f} / {middle:.2f} / {high:.2f}"
        print(f"{name:22}{span:>26}  {outside:>7}  {cells}")


def figures(scene: LabelledScene) -> dict[str, float]:
    """The figures of a scene; NaN where a scene has too little of a class or one polarisation.

    Per class: percentiles of the standardised values. "lag": autocorrelation along the direction in
    which it is larger, and across. "noise": share of the variance that differs from a pixel to the
    mean of its four neighbours. "found": area under the ROC curve of brightness alone, of the pixel
    and of a mean over 5 x 5 pixels. "shift": by how many metres the footprints must be moved to lie
    on the brightest pixels, and by how much these are brighter.
    """
    image = _band(scene)
    known = np.isfinite(image)
    building = (scene.building > 0) & known
    background = ~ndimage.binary_dilation(scene.building > 0, iterations=4) & known
    out: dict[str, float] = {}
    for name, where in (("building", building), ("background", background)):
        values = image[where] if where.sum() > 500 else np.array([np.nan])
        for q in (5, 50, 95, 99):
            out[f"{name} p{q}"] = float(np.percentile(values, q))
    filled = np.where(known, image, np.median(image[known]))
    for lag in LAGS:
        along = sorted((_correlation(filled, lag, axis) for axis in (0, 1)), reverse=True)
        out[f"lag {lag} along"], out[f"lag {lag} across"] = along
    cross = ndimage.convolve(filled, np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]) / 4)
    out["noise"] = float((filled - cross)[known].var() / image[known].var())
    smooth = ndimage.uniform_filter(filled, 5)
    out["found, pixel"] = _auc(filled, building, background)
    out["found, 5 x 5"] = _auc(smooth, building, background)
    out["shift, m"], out["shift, gain"] = _shift(smooth, building)
    return out


def _band(scene: LabelledScene) -> np.ndarray:
    """The first polarisation that the scene has."""
    there = np.isfinite(scene.sar).any(axis=(1, 2))
    return scene.sar[int(there.argmax())].astype(np.float32)


def _correlation(image: np.ndarray, lag: int, axis: int) -> float:
    first = np.take(image, range(image.shape[axis] - lag), axis).ravel()
    second = np.take(image, range(lag, image.shape[axis]), axis).ravel()
    return float(np.corrcoef(first, second)[0, 1])


def _auc(image: np.ndarray, building: np.ndarray, background: np.ndarray) -> float:
    if building.sum() < 500 or background.sum() < 500:
        return float("nan")
    values = np.concatenate([image[building], image[background]])
    ranks = values.argsort().argsort()[: building.sum()]
    return float((ranks.mean() - (building.sum() - 1) / 2) / background.sum())


def _shift(image: np.ndarray, building: np.ndarray) -> tuple[float, float]:
    """Metres from the footprints to where the image is brightest, and the gain in brightness."""
    if building.sum() < 500:
        return float("nan"), float("nan")
    best, at = -np.inf, (0, 0)
    rows, cols = np.nonzero(building)
    reach = 12
    inside = (rows >= reach) & (rows < image.shape[0] - reach)
    inside &= (cols >= reach) & (cols < image.shape[1] - reach)
    rows, cols = rows[inside], cols[inside]
    for down in range(-reach, reach + 1, 2):
        for right in range(-reach, reach + 1, 2):
            mean = float(image[rows + down, cols + right].mean())
            if mean > best:
                best, at = mean, (down, right)
    return float(np.hypot(*at)) * PIXEL_SIZE_M, best - float(image[rows, cols].mean())


def draw(real: Sequence[LabelledScene], simulated: Sequence[LabelledScene], path: Path) -> None:
    """Patches of real scenes above, of simulated ones below, footprints in red."""
    columns = len(real)
    built = [s for s in simulated if s.building.mean() > 0.08][: 2 * columns]
    figure, axes = plt.subplots(3, columns, figsize=(3 * columns, 9), squeeze=False)
    for axis, scene in zip(axes.ravel(), [*real, *built], strict=False):
        image, mask = _band(scene), scene.building
        top, left = (max((n - PATCH) // 2, 0) for n in image.shape)
        part = np.s_[top : top + PATCH, left : left + PATCH]
        axis.imshow(image[part], cmap="gray", vmin=-2.5, vmax=4)
        axis.contour(mask[part], [0.5], colors="r", linewidths=0.4)
        axis.set_title(scene.name, fontsize=8)
    for axis in axes.ravel():
        axis.axis("off")
    figure.tight_layout()
    figure.savefig(path, dpi=60)


if __name__ == "__main__":
    main()
