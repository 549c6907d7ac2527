"""The public functions that work on polygons alone, without a network."""

from __future__ import annotations

from ..hatch import jobs, results
from ..outputs.check import check_outputs
from ..tasks.compare import compare as compare_task
from ..tasks.osm import osm as osm_task
from ..tasks.regularise import regularise as regularise_task
from .inputs import OnProgress, StrPath, area_of, path_of, reporter_for


def regularise(
    polygons: StrPath,
    out: StrPath,
    *,
    tolerance_m: float = jobs.RegulariseJob.tolerance_m,
    overwrite: bool = False,
    progress: OnProgress = None,
) -> results.RegulariseResult:
    """Give the polygons of any vector file straight walls and right angles.

    Parameters
    ----------
    polygons, out
        Vector file to read, and one to write with the same fields.
    tolerance_m
        Distance in metres by which a wall may miss the outline.
    overwrite, progress
        As in ``extract``.

    Returns
    -------
    RegulariseResult
        ``polygons``, their number.

    Examples
    --------
    >>> cmhcl.regularise("buildings.geojson", "regular.gpkg", tolerance_m=0.5).polygons > 0
    True
    """
    job = jobs.RegulariseJob(path_of(polygons), path_of(out), tolerance_m, overwrite)
    check_outputs(job)
    return regularise_task(job, reporter_for(progress))


def osm(
    polygons: StrPath,
    out: StrPath,
    *,
    source: str = jobs.OsmJob.source,
    square: bool = jobs.OsmJob.square,
    accepted: bool = jobs.OsmJob.accepted,
    overwrite: bool = False,
    progress: OnProgress = None,
) -> results.OsmResult:
    """Write the polygons of any vector file as buildings for OpenStreetMap's editors.

    Parameters
    ----------
    polygons, out
        Vector file to read, and one to write: .osm for JOSM, .geojson for Rapid.
    source
        Value of the tag ``source``.
    square
        Whether the walls of polygons that no extraction wrote are straightened.
    accepted
        Whether only features that a review accepted are written.
    overwrite, progress
        As in ``extract``.

    Returns
    -------
    OsmResult
        ``buildings``, their number, and others.

    Examples
    --------
    >>> cmhcl.osm("buildings.geojson", "buildings.osm", source="Sentinel-1").buildings > 0
    True
    """
    job = jobs.OsmJob(path_of(polygons), path_of(out), source, square, accepted, overwrite)
    check_outputs(job)
    return osm_task(job, reporter_for(progress))


def compare(
    polygons: StrPath,
    reference: StrPath,
    out: StrPath,
    *,
    min_iou: float = jobs.CompareJob.min_iou,
    changed_iou: float = jobs.CompareJob.changed_iou,
    max_shift_m: float = jobs.CompareJob.max_shift_m,
    area: jobs.Area | StrPath | None = None,
    probability: StrPath | None = None,
    overwrite: bool = False,
    progress: OnProgress = None,
) -> results.CompareResult:
    """Compare a layer of building polygons with a reference, or a newer map with an older one.

    Polygons match one to one, best IoU first. The file to write has the polygons of both layers
    with the fields ``status`` ("matched", "changed", "new" or "missing"), ``iou``, ``shift_m``,
    ``covered``, ``area_m2``, ``confidence``, and their ids and numbers in both layers.

    Parameters
    ----------
    polygons, reference
        Vector files. The reference may have another CRS.
    out
        Vector file to write, in the CRS of ``polygons``.
    min_iou
        IoU, above 0 to 1, from which two polygons are the same building.
    changed_iou, max_shift_m
        The same building has changed below this IoU, or if its centroid has moved by more metres.
    area
        Polygon, or vector file of polygons, to compare in; by default what was extracted, or all.
    probability
        GeoTIFF of probabilities of the extraction that gave ``polygons``, for the confidence.
    overwrite, progress
        As in ``extract``.

    Returns
    -------
    CompareResult
        ``precision``, ``recall``, ``f1`` and ``mean_iou``, 0 to 1, and counts by status.

    Examples
    --------
    >>> cmhcl.compare("buildings.geojson", "buildings.geojson", "same.gpkg").f1
    1.0
    """
    job = jobs.CompareJob(
        path_of(polygons),
        path_of(reference),
        path_of(out),
        min_iou=min_iou,
        changed_iou=changed_iou,
        max_shift_m=max_shift_m,
        area=area_of(area),
        area_path="" if isinstance(area, jobs.Area) else path_of(area),
        probability=path_of(probability),
        overwrite=overwrite,
    )
    check_outputs(job)
    return compare_task(job, reporter_for(progress))
