"""Labels from an optical image: what the base model predicts with it.

Where SAR and an optical image show the same place, OPT-SAR predictions serve as labels for HAL-SAR,
which predicts worse; nobody has to draw labels. Predictions are means over rotated and scaled
views. Only the most confident ones of each class are trained on, the same share of buildings and of
background, so that the rarer and less confident class is not lost (class-balanced self-training,
Zou et al., ECCV 2018).

Buildings that a person has drawn or clicked take the place of predicted ones.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..datasets.labelled_area import LabelledArea, Labels, check_trainable, labelled_area
from ..datasets.scenes import rasterise
from ..footprints.read import Table, labels_on, read_polygons
from ..footprints.state_digest import state_digest
from ..footprints.vectorise import vectorise
from ..hatch.errors import InputError
from ..hatch.jobs import SceneInput
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..inference.evaluation import MIN_AREA_M2
from ..inference.predict import Engine
from ..raster.grid import Grid
from ..raster.placement import labels_outside
from ..raster.scene import Scene, open_scene
from ..timing import Timing
from .averaged_views import ALL, averaged_strips

KEPT = 0.65  # share of each class's pixels, the most confident ones, that is trained on
MARGIN = 3  # pixels around a drawn building that are background
SAME = 0.25  # of the smaller one in the other: two outlines of one building


def area_labelled_by_optical(
    source: SceneInput, corrections: str, engine: Engine, seed: int, reporter: Reporter
) -> LabelledArea:
    """The area of a scene, labelled by a model that sees its optical image.

    Parameters
    ----------
    source
        With optical. Its ``area`` limits the labels; None for the whole scene.
    corrections
        Vector file of buildings that are right, "" for none.
    engine
        The model that labels.
    seed
        Determines the validation blocks.

    Raises
    ------
    InputError
        If a file cannot be read, optical is valid nowhere in the area, there is no building, no
        correction is on the scene, or the area is too large.
    """
    given = read_polygons(corrections) if corrections else None
    pixel_size_m = engine.manifest.pixel_size_m
    with open_scene(source, pixel_size_m) as scene:
        check_trainable(scene.grid, pixel_size_m)
        labels = optical_labels(scene, engine, reporter)
        placed = Table(np.empty(0, object))
        if given is not None:
            placed = labels_on(given, scene.grid)
            if not len(placed.geometries):
                raise labels_outside(corrections)
            inside = scene.inside(0, 0, scene.grid.height, scene.grid.width)
            labels = with_drawn(labels, placed.geometries, inside, scene.grid)
        missing = Message(
            "{model} finds no building in the optical layer; choose another area, or draw labels.",
            model=engine.manifest.name,
        )
        return labelled_area(
            scene,
            labels,
            pixel_size_m,
            seed,
            missing,
            repaired=placed.repaired,
            warnings=placed.warnings,
        )


def optical_labels(scene: Scene, engine: Engine, reporter: Reporter) -> Labels:
    """The footprints that a model finds with optical; they are known where optical is valid.

    Raises InputError if optical is valid nowhere.
    """
    strips = averaged_strips(scene, engine, reporter)
    probability = np.concatenate([strip.probability for strip in strips])
    known = np.concatenate([strip.valid & (strip.optical_share >= ALL) for strip in strips])
    if not known.any():
        raise InputError(
            "The file has no valid pixels where SAR has some; choose an optical layer of this "
            "place, or draw labels: {path}",
            path=scene.source.optical,
        )
    threshold = max(engine.manifest.threshold, threshold_of_expected(probability[known]))
    batches = vectorise(iter(strips), scene.grid, threshold, MIN_AREA_M2, Timing(), scene.area)
    polygons = np.concatenate([footprints.polygons for footprints in batches])
    building = rasterise(polygons, scene.grid)[0] > 0
    return Labels(polygons, known, sure_pixels(probability, building, known))


def with_drawn(labels: Labels, buildings: np.ndarray, inside: np.ndarray, grid: Grid) -> Labels:
    """Labels with drawn buildings in place of the predicted ones that they overlap.

    They and a margin around them are trained on, whatever the model is sure of. What else a
    replaced outline covered is not known any more: perhaps another building.

    Parameters
    ----------
    labels
        As ``optical_labels`` gives them.
    buildings
        Valid polygons [n] in the CRS of the grid.
    inside
        The labelled area, bool [H, W].
    grid
        That of the scene.
    """
    replaced = _overlapping(labels.polygons, buildings)
    kept = labels.polygons[~replaced]
    surroundings = shapely.buffer(buildings, MARGIN * grid.transform.a)
    drawn, around, predicted, gone = (
        rasterise(polygons, grid)[0] > 0
        for polygons in (buildings, surroundings, kept, labels.polygons[replaced])
    )
    right = inside & (drawn | (around & ~predicted))
    known = (labels.known & ~gone) | right
    sure = known if labels.sure is None else (labels.sure & known) | right
    return replace(
        labels,
        polygons=np.concatenate([kept, buildings]),
        known=known,
        sure=sure,
        drawn=len(buildings),
        given=state_digest(buildings),
    )


def _overlapping(polygons: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Bool [n]: polygons [n] that are another outline of one of the others [m]."""
    one, other = shapely.STRtree(others).query(polygons, predicate="intersects")
    shared = shapely.area(shapely.intersection(polygons[one], others[other]))
    smaller = np.minimum(shapely.area(polygons[one]), shapely.area(others[other]))
    found = np.zeros(len(polygons), bool)
    found[one[shared >= SAME * smaller]] = True
    return found


def threshold_of_expected(probability: np.ndarray) -> float:
    """The threshold at which the number of building pixels equals its expected value.

    The expected value is the sum of the probabilities [n]. The threshold of the model is chosen for
    the highest IoU and therefore lower: a network that is trained on its footprints would predict
    too many buildings.
    """
    return float(np.quantile(probability, 1 - probability.mean(dtype=np.float64)))


def sure_pixels(probability: np.ndarray, building: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The most confident pixels of each class: KEPT of the known ones, more if some are tied.

    Parameters
    ----------
    probability
        Of building, float [H, W], 0 to 1.
    building, known
        The labels, and where they are known, bool [H, W].

    Returns
    -------
    bool [H, W]
    """
    sure = np.zeros(known.shape, bool)
    for pixels, sureness in ((known & building, probability), (known & ~building, -probability)):
        if pixels.any():
            least = np.quantile(sureness[pixels], 1 - KEPT, method="lower")
            sure |= pixels & (sureness >= least)
    return sure
