"""Labels from an optical image: what the base model predicts with it.

Where SAR and an optical image show the same place, OPT-SAR predictions serve as labels for HAL-SAR,
which predicts worse; nobody has to draw labels. Predictions are means over rotated and scaled
views. Only the most confident ones of each class are trained on, the same share of buildings and of
background, so that the rarer and less confident class is not lost (class-balanced self-training,
Zou et al., ECCV 2018).
"""

from __future__ import annotations

import numpy as np

from ..datasets.labelled_area import (
    LabelledArea,
    Labels,
    check_trainable,
    labelled_area,
)
from ..datasets.scenes import rasterise
from ..footprints.vectorise import vectorise
from ..hatch.errors import InputError
from ..hatch.jobs import SceneInput
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..inference.evaluation import MIN_AREA_M2
from ..inference.predict import Engine
from ..raster.cache import LRUCache
from ..raster.scene import Scene, open_scene
from ..timing import Timing
from .averaged_views import ALL, averaged_strips

KEPT = 0.65  # share of each class's pixels, the most confident ones, that is trained on
_LABELS = LRUCache(size=1)  # a check and the training that follows use the same ones


def area_labelled_by_optical(
    source: SceneInput, engine: Engine, seed: int, reporter: Reporter
) -> LabelledArea:
    """The area of a scene, labelled by a model that sees its optical image.

    Parameters
    ----------
    source
        With optical. Its ``area`` limits the labels; None for the whole scene.
    engine
        The model that labels.
    seed
        Determines the validation blocks.

    Raises
    ------
    InputError
        If a file cannot be read, optical is valid nowhere in the area, the model finds no building
        there, or the area is too large.
    """
    pixel_size_m = engine.manifest.pixel_size_m
    with open_scene(source, pixel_size_m) as scene:
        check_trainable(scene.grid, pixel_size_m)
        key = (scene.fingerprint or object(), engine.manifest.sha256, engine.name)
        labels = _LABELS.get_or_compute(key, lambda: optical_labels(scene, engine, reporter))
        missing = Message(
            "{model} finds no building in the optical layer; choose another area, or draw labels.",
            model=engine.manifest.name,
        )
        return labelled_area(scene, labels, pixel_size_m, seed, missing)


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


def threshold_of_expected(probability: np.ndarray) -> float:
    """The threshold that as many of the pixels [n] reach as buildings are expected among them.

    That is the sum of their probabilities. A model's own threshold is lower, for the highest IoU,
    and a network that learns from its footprints would predict too many buildings.
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
