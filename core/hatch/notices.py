"""The notices of trained models, which their manifests keep in English. Standard library only."""

from __future__ import annotations

SCENES = "Trained on scenes of your own; check its figures before you rely on it."
FINETUNED = "Fine-tuned on “{}”, an area of your own; its figures may not apply elsewhere."
# What follows FINETUNED.
BY_OPTICAL = (
    "It learnt what its base predicts with an optical image, without drawn labels: use it for SAR "
    "alone; with an optical layer, its base is the better choice."
)
SAR_ALONE = "It learnt from SAR alone: with an optical layer, its base is the better choice."
COPY = "It is a copy of its base: the trained weights were not better by more than chance."


def finetuned(scene: str, caveat: str = "") -> str:
    """The notice of a model that was fine-tuned on a scene of this name."""
    return " ".join(filter(None, (FINETUNED.format(scene), caveat)))
