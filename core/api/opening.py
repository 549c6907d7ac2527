"""Open scenes and load models, for the public functions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..hatch import jobs
from ..hatch.library import DEFAULT_MODEL
from ..inference.engine import TorchEngine
from ..inference.engine_selection import load_engine
from ..raster import scene as rasters
from .inputs import Files, StrPath, area_of, path_of, paths_of


def load_model(folder: StrPath | None = None, *, device: str = jobs.AUTO) -> TorchEngine:
    """Load a model.

    Parameters
    ----------
    folder
        Model folder; by default the default model, which was trained on simulated scenes.
    device
        "cpu", "cuda", "mps", or "auto": CUDA or MPS if available, else CPU. "cpu-int8" is the CPU
        with 8-bit inference for large scenes.

    Returns
    -------
    TorchEngine
        The model on its device. Its ``manifest`` has, among others, ``name``, ``pixel_size_m``
        and ``threshold``.

    Raises
    ------
    ModelError
        If the model is missing or damaged.
    InputError
        If the device is not available, or for "cpu-int8" OpenVINO is not installed.

    Examples
    --------
    >>> model = cmhcl.load_model(device="cpu")
    >>> model.manifest.pixel_size_m
    0.8
    """
    return load_engine(DEFAULT_MODEL if folder is None else Path(folder), device)


def open_scene(
    sar: Files,
    *,
    optical: StrPath | None = None,
    area: jobs.Area | StrPath | None = None,
    polarisations: Sequence[str] = (),
    radiometry: str = jobs.AUTO,
    pixel_size_m: float | None = None,
) -> rasters.Scene:
    """Open the rasters of a scene.

    Parameters
    ----------
    sar
        One to four raster files of one acquisition.
    optical
        Raster file of the same place, on any grid.
    area
        Limits the work: a polygon, or a vector file of polygons. None for the whole scene.
    polarisations
        Names of the SAR bands in the order of files and bands, among "HH", "HV", "VH" and "VV".
        Empty: detected.
    radiometry
        What SAR values are: "db", "amplitude", "power", or "auto": detected.
    pixel_size_m
        Pixel size of ``Scene.grid`` and ``Scene.read`` in metres; None for that of the SAR file.
        Functions that take a model resample the scene to the model's pixel size in any case.

    Returns
    -------
    Scene
        The open scene, a context manager.

    Raises
    ------
    SceneError
        If a raster cannot be read or the rasters do not fit together.

    Examples
    --------
    >>> with cmhcl.open_scene("sar.tif", optical="rgb.tif") as scene:
    ...     sar, optical = scene.read(row=0, col=0, height=64, width=64)
    >>> sar.shape, optical.shape
    ((4, 64, 64), (5, 64, 64))
    >>> scene.radiometry, scene.polarisations
    ('db', ('HH', 'HV', 'VH', 'VV'))
    """
    area_path = "" if isinstance(area, jobs.Area) else path_of(area)
    source = jobs.SceneInput(
        paths_of(sar), path_of(optical), tuple(polarisations), radiometry, area_of(area), area_path
    )
    return rasters.open_scene(source, pixel_size_m)
