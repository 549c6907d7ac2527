"""Labels that are partly missing, shifted or old, corrected by predictions of the base model.

The prediction is the mean over rotated and scaled views. With optical the labels are moved to where
it shows buildings. Pixels where the model is sure of a building that the labels lack, or with
optical of none where they have one, count as not labelled, in training and in validation.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely

from ..datasets.label_alignment import aligned
from ..datasets.labelled_area import Correction, LabelledArea, Labels, read_labelled_area
from ..datasets.scenes import rasterise
from ..hatch.jobs import SceneInput
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..inference.predict import Engine
from ..raster.blend import Strip
from ..raster.grid import Grid
from ..raster.scene import Scene
from .averaged_views import ALL, averaged_strips

# Probabilities up to which the model is sure of background, and from which it is of a building.
NONE, SURE = 0.1, 0.7
MOST = 0.5  # share of the labelled buildings; a model that is sure of none there does not know them


def area_with_partial_labels(
    source: SceneInput, labels_path: Path, engine: Engine, seed: int, reporter: Reporter
) -> LabelledArea:
    """As ``read_labelled_area``, with the labels corrected by a model; a warning says how."""
    pixel_size_m = engine.manifest.pixel_size_m

    def correct(scene: Scene, labels: Labels) -> Labels:
        predicted = averaged_strips(scene, engine, reporter)
        return corrected(labels, predicted, scene.grid, pixel_size_m)

    area = read_labelled_area(source, labels_path, pixel_size_m, seed, correct)
    correction = area.labels.correction
    return replace(area, warnings=[*area.warnings, _sentence(correction)]) if correction else area


def corrected(labels: Labels, predicted: list[Strip], grid: Grid, pixel_size_m: float) -> Labels:
    """Labels without their offset, known where the prediction does not confidently contradict them.

    ``predicted`` are all strips of the grid, whose pixels have this size in metres.
    """
    probability = np.concatenate([strip.probability for strip in predicted])
    valid = np.concatenate([strip.valid for strip in predicted])
    share = np.concatenate([strip.optical_share for strip in predicted])
    # From SAR alone buildings are seen up to several metres off their place.
    evidence = np.where(valid & (share >= ALL), probability, np.nan)
    polygons = aligned(labels.polygons, evidence, labels.known, grid, pixel_size_m)
    building = rasterise(polygons, grid)[0] > 0
    gone = building & (evidence <= NONE)
    if (gone & labels.known).sum() > MOST * (building & labels.known).sum():
        gone[:] = False
    contradicted = gone | (~building & valid & (probability >= SURE))
    before, after = shapely.centroid(labels.polygons), shapely.centroid(polygons)
    moved_m = shapely.distance(before, after) / grid.transform.a * pixel_size_m
    usable = labels.known & valid
    left_out = (contradicted & usable).sum() / max(usable.sum(), 1)
    correction = Correction(float(moved_m.sum()) / max(len(polygons), 1), float(left_out))
    return replace(
        labels, polygons=polygons, known=labels.known & ~contradicted, correction=correction
    )


def _sentence(correction: Correction) -> Message:
    """The correction as a message for the user."""
    if correction.moved_m:
        return Message(
            "The labels are moved by {metres:.1f} m on average, to the buildings in the optical "
            "image. {share:.0%} of the labelled area is left out, where the base model confidently "
            "contradicts the labels.",
            metres=correction.moved_m,
            share=correction.left_out,
        )
    return Message(
        "{share:.0%} of the labelled area is left out, where the base model confidently "
        "contradicts the labels.",
        share=correction.left_out,
    )
