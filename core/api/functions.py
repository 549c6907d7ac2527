"""The public functions of the package: files, open scenes and models in, results out.

A ``scene`` is an open scene, or the SAR file or files of a scene without optical. A ``model`` is a
loaded model or its folder. ``progress`` is called with events of ``done``, ``total``,
``message`` and ``eta_s`` (seconds left or None); an exception that it raises ends the work: raise
``Cancelled`` to stop. Invalid arguments and files, and outputs that cannot be written, raise
``InputError``. Output files appear when they are complete or not at all, and replace existing ones
only with ``overwrite``. Log messages go to the logger ``cmhcl``.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace

from ..hatch import jobs, results
from ..inference.engine import TorchEngine
from ..inference.predict import ClickEngine, probability_strips
from ..inference.scene_engine import scene_engine
from ..outputs.check import check_outputs
from ..raster import scene as rasters
from ..raster.blend import Strip
from ..tasks.building import building as building_task
from ..tasks.evaluate import evaluate as evaluate_task
from ..tasks.extract import extract as extract_task
from ..tasks.finetune import finetune as finetune_task
from ..tasks.simulate import simulate as simulate_task
from ..timing import Timing
from .inputs import (
    ModelLike,
    OnProgress,
    SceneLike,
    StrPath,
    base_of,
    engine_of,
    path_of,
    reporter_for,
    source_of,
)
from .opening import load_model as load_model
from .opening import open_scene as open_scene
from .polygons import compare as compare
from .polygons import osm as osm
from .polygons import regularise as regularise


def extract(
    scene: SceneLike,
    model: ModelLike,
    out: StrPath,
    *,
    threshold: float | None = None,
    min_area_m2: float = jobs.ExtractJob.min_area_m2,
    careful: bool = False,
    probability: StrPath | None = None,
    overwrite: bool = False,
    progress: OnProgress = None,
) -> results.ExtractResult:
    """Extract the building footprints of a scene.

    Parameters
    ----------
    scene
        Open scene, or SAR file or files.
    model
        Loaded model, or its folder.
    out
        Vector file to write (.gpkg, .geojson, .fgb or .parquet), in the CRS of SAR.
    threshold
        Probability, 0 to 1, from which a pixel is building; None for the model's own.
    min_area_m2
        Smaller footprints are left out.
    careful
        Average over eight views of every tile; about eight times slower.
    probability
        GeoTIFF of probabilities to write as well.
    overwrite
        Replace outputs of this package that exist. Other files are never replaced.
    progress
        Called with events of progress.

    Returns
    -------
    ExtractResult
        Among others ``footprints``, their number, and the ``threshold`` that was used.

    Examples
    --------
    >>> cmhcl.extract("sar.tif", cmhcl.load_model(), "footprints.gpkg", threshold=0.4).threshold
    0.4
    """
    job = jobs.ExtractJob(
        source_of(scene),
        path_of(out),
        threshold=threshold,
        min_area_m2=min_area_m2,
        careful=careful,
        probability=path_of(probability),
        overwrite=overwrite,
    )
    check_outputs(job)
    return extract_task(job, engine_of(model), reporter_for(progress))


def building(
    scene: SceneLike,
    model: ClickEngine | StrPath,
    inside: Sequence[tuple[float, float]],
    *,
    outside: Sequence[tuple[float, float]] = (),
    previous: str = "",
    threshold: float | None = None,
) -> results.BuildingResult:
    """Find the footprint of the one building that contains some points.

    The tile around the points is kept in memory, so that further calls nearby are much faster.

    Parameters
    ----------
    scene, model, threshold
        As in ``extract``; the area of a scene is not used.
    inside, outside
        Points (x, y) of the building, at least one, and points outside it, in the CRS of SAR.
    previous
        Footprint to correct, as WKT in the same CRS.

    Returns
    -------
    BuildingResult
        Among others ``wkt``, a polygon in the CRS of SAR, empty if there is no building, and its
        ``area_m2`` and ``confidence``.

    Raises
    ------
    InputError
        If a point is outside the scene.

    Examples
    --------
    >>> model = cmhcl.load_model()
    >>> with cmhcl.open_scene("sar.tif", optical="rgb.tif") as scene:
    ...     left, bottom, right, top = scene.grid.bounds
    ...     middle = (left + right) / 2, (bottom + top) / 2
    ...     result = cmhcl.building(scene, model, [middle])
    >>> result.wkt == "" or result.wkt.startswith("POLYGON")
    True
    """
    job = jobs.BuildingJob(
        source_of(scene),
        tuple((float(x), float(y)) for x, y in inside),
        tuple((float(x), float(y)) for x, y in outside),
        previous,
        threshold=threshold,
    )
    return building_task(job, engine_of(model), reporter_for(None))


def predict(
    scene: SceneLike, model: ModelLike, *, careful: bool = False, progress: OnProgress = None
) -> Generator[Strip, None, None]:
    """Predict the probability of building, strip by strip; memory does not grow with the scene.

    Parameters
    ----------
    scene, model, careful, progress
        As in ``extract``.

    Yields
    ------
    Strip
        The next rows: ``row``, the first one, and the arrays ``probability``, ``contact``
        (probability that two buildings touch), ``optical_share`` and ``valid``, all [h, w]. Their
        grid is the ``grid`` of the scene when it is opened at the model's pixel size.

    Examples
    --------
    >>> import numpy as np
    >>> model = cmhcl.load_model()
    >>> with cmhcl.open_scene("sar.tif", pixel_size_m=model.manifest.pixel_size_m) as scene:
    ...     strips = [strip.probability for strip in cmhcl.predict(scene, model)]
    >>> np.concatenate(strips).shape == (scene.grid.height, scene.grid.width)
    True
    """
    engine, reporter = engine_of(model), reporter_for(progress)
    with rasters.open_scene(source_of(scene), engine.manifest.pixel_size_m) as resampled:
        prepared = scene_engine(engine, resampled, careful, None, reporter)
        with closing(probability_strips(resampled, prepared, reporter, Timing())) as strips:
            yield from strips


def evaluate(
    scene: SceneLike,
    model: ModelLike,
    labels: StrPath,
    *,
    threshold: float | None = None,
    careful: bool = False,
    progress: OnProgress = None,
) -> results.EvaluateResult:
    """Compare a prediction with label polygons, over the pixels where SAR is valid.

    Parameters
    ----------
    labels
        Vector file of building polygons.
    scene, model, threshold, careful, progress
        As in ``extract``.

    Returns
    -------
    EvaluateResult
        ``iou``, ``f1``, ``precision``, ``recall``, ``boundary_iou`` and ``ece`` of pixels,
        ``object_f1``, ``object_precision`` and ``object_recall`` of footprints, all 0 to 1.

    Examples
    --------
    >>> figures = cmhcl.evaluate("sar.tif", cmhcl.load_model(), "buildings.geojson")
    >>> 0 <= figures.iou <= figures.f1 <= 1
    True
    """
    job = jobs.EvaluateJob(source_of(scene), path_of(labels), threshold=threshold, careful=careful)
    return evaluate_task(job, engine_of(model), reporter_for(progress))


def finetune(
    scene: SceneLike,
    model: TorchEngine | StrPath,
    labels: StrPath,
    out: StrPath,
    *,
    labels_quality: str = jobs.FinetuneJob.labels_quality,
    corrections: StrPath = "",
    title: str = "",
    effort: str = jobs.FinetuneJob.effort,
    scope: str = jobs.FinetuneJob.training.scope,
    steps: int = 0,
    seed: int = 0,
    overwrite: bool = False,
    progress: OnProgress = None,
) -> results.FinetuneResult:
    """Fine-tune a model on the labelled area of a scene.

    Inside the scene's area (by default the hull of the labels; with labels "optical", the scene)
    pixels without a label are background, except where "optical" is unsure. Part of the area is
    held out for validation. The same call resumes an interrupted run.

    Parameters
    ----------
    scene, overwrite, progress
        As in ``extract``.
    model, out
        Loaded model, or its folder, which is not changed, and the folder of the new model.
    labels
        Vector file of building polygons, or "optical": what the model predicts with optical.
    labels_quality
        "complete", or "partial" if polygons may be missing, shifted or old; they are corrected.
    corrections
        Vector file of buildings, drawn or clicked, in place of labels "optical"; "" for none.
    title
        Name of the new model; "" for that of the folder.
    effort, steps, scope
        "quick" or "thorough", which choose the number of training steps if ``steps`` is 0, and what
        is trained: "heads", "decoders" or "everything".

    Returns
    -------
    FinetuneResult
        ``model``, the new folder, ``report``, an HTML file, ``verdict``, "better", "no
        better", "worse" or "unknown", and the ``figures`` of both models on the validation blocks.

    Examples
    --------
    >>> with cmhcl.open_scene("sar.tif", area="buildings.geojson") as scene:
    ...     result = cmhcl.finetune(scene, cmhcl.load_model(), "buildings.geojson", "town")
    >>> cmhcl.load_model(result.model).manifest.name
    'town'
    """
    base, device = base_of(model)
    job = jobs.FinetuneJob(source_of(scene), path_of(labels), path_of(out), base, title, effort)
    job = replace(job, labels_quality=labels_quality, corrections=path_of(corrections))
    training = replace(job.training, scope=scope, steps=steps, seed=seed, device=device)
    job = replace(job, training=training, overwrite=overwrite)
    check_outputs(job)
    return finetune_task(job, reporter_for(progress))


def simulate(
    out: StrPath,
    *,
    seed: int,
    size: int,
    city: StrPath | None = None,
    style: str = "",
    output: str = jobs.SimulateJob.output,
    polarisations: Sequence[str] = jobs.POLARISATIONS,
    overwrite: bool = False,
) -> results.SimulateResult:
    """Simulate a scene: SAR, optical and the buildings.

    Parameters
    ----------
    out
        Folder to write sar.tif, optical.tif and buildings.geojson to.
    seed
        The same seed gives the same scene.
    size
        Side of the rasters in pixels.
    city
        City model (CityJSON, CityJSONSeq or GeoJSON); None for a generated city.
    style
        Kind of generated city; "" for any.
    output
        What SAR values are: "db", "amplitude" or "8bit".
    polarisations
        Bands of sar.tif.
    overwrite
        As in ``extract``.

    Returns
    -------
    SimulateResult
        ``folder`` and the number of ``buildings``.

    Examples
    --------
    >>> cmhcl.simulate("simulated", seed=1, size=64).folder
    'simulated'
    """
    job = jobs.SimulateJob(
        seed,
        size,
        path_of(out),
        city=path_of(city),
        style=style,
        output=output,
        polarisations=tuple(polarisations),
        overwrite=overwrite,
    )
    check_outputs(job)
    return simulate_task(job, reporter_for(None))
