"""The rasters of a scene as jobs name them. Standard library only, Python 3.9+."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from .checks import one_of
from .devices import AUTO
from .errors import InputError

POLARISATIONS = ("HH", "HV", "VH", "VV")
OPTICAL_BANDS = ("R", "G", "B", "N", "PAN")
RADIOMETRIES = ("db", "amplitude", "power")
MOST_PARTS = 10_000  # of a scene
AREA_CONTEXT = 64  # pixels around an area that are predicted along with it
TILE_CONTEXT = 128  # pixels beyond these that tiles reach, and less than STRIDE more


def check_polarisations(names: Sequence[str]) -> None:
    """Raise InputError unless all are among POLARISATIONS and no two are the same."""
    for name in names:
        one_of("polarisations", name, POLARISATIONS)
    if len(set(names)) < len(names):
        raise InputError(
            "Two bands have the same polarisation ({names}); choose a different one for each.",
            names=", ".join(names),
        )


@dataclass(frozen=True)
class Area:
    """A polygon that limits a job: geometry and coordinate system, both as WKT."""

    wkt: str
    crs: str


@dataclass(frozen=True)
class SceneInput:
    """The rasters of a scene, how to read them, and which part of them to use.

    Attributes
    ----------
    sar
        One to four raster files of one acquisition, or folders of the rasters of a mosaic.
    optical
        Raster file of the same place, or such a folder, "" if there is none.
    polarisations
        Different names of the SAR bands in the order of files and bands; empty to detect them.
    radiometry
        What SAR values are: "auto" (detected) or one of RADIOMETRIES.
    area
        Limits the work to a polygon; None for the whole scene.
    area_path
        Vector file that ``area`` was read from, "" if there is none. No job overwrites it.
    sar_crs, optical_crs
        CRS to use in place of that of the files, as WKT or "EPSG:code"; "" for that of the files.
    """

    sar: tuple[str, ...]
    optical: str = ""
    polarisations: tuple[str, ...] = ()
    radiometry: str = AUTO
    area: Optional[Area] = None
    area_path: str = ""
    sar_crs: str = ""
    optical_crs: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.sar, str) or not all(self.sar) or not self.sar:
            raise InputError("sar must name at least one raster file.")
        check_polarisations(self.polarisations)
        one_of("radiometry", self.radiometry, (AUTO, *RADIOMETRIES))
        if self.optical_crs and not self.optical:
            raise InputError(
                "optical_crs is given without an optical image; leave it out, or give the image."
            )
