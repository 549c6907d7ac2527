"""Fine-tuning on top of the training loop: settings, validation blocks, mean with the base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from ..datasets.labelled_area import LabelledArea, View
from ..datasets.scenes import LabelledScene
from ..datasets.validation_blocks import Block
from ..hatch.jobs import TrainingSettings
from ..hatch.manifest import BASE
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..metrics import PixelCounts
from ..networks import CMHCL
from ..raster.tiles import whole_strides
from ..report.html_report import BlockResult
from ..report.pictures import block_pictures
from .calibration import limit_level
from .gain import is_better
from .state import State
from .validation import predictions, validate

STEPS = {"quick": 150, "thorough": 600}
LEARNING_RATES = {"heads": 2e-3, "decoders": 1e-3, "everything": 5e-4}
VALIDATIONS = 10  # in a run
PATIENCE = 4  # validations without a better one
HALLUCINATION, EVERYTHING = "hallucination", "everything"
PARTS = {HALLUCINATION: ("hal.", "shared.", "fuse_hal."), EVERYTHING: ("",)}  # prefixes of weights


def finetuning_settings(
    settings: TrainingSettings, effort: str, area: LabelledArea
) -> TrainingSettings:
    """The settings of the training loop on this area.

    Steps and learning rate of 0 are chosen by effort and scope; schedule, patience and the steps
    between validations are always those of a fine-tuning.
    """
    steps = settings.steps or STEPS[effort]
    every = max(1, steps // VALIDATIONS)
    side = min(settings.crop, max(area.grid.width, area.grid.height))
    return replace(
        settings,
        steps=steps,
        crop=whole_strides(side),
        learning_rate=settings.learning_rate or LEARNING_RATES[settings.scope],
        schedule="cosine",
        patience=PATIENCE * every,
        validate_every=every,
        checkpoint_every=every,
    )


def figures_on(views: Sequence[View], network: CMHCL) -> dict[str, float]:
    """``validate`` on the pixels of all validation blocks together, empty without any block."""
    return validate(network, _scenes_of(views), pooled=True) if views else {}


def join_with_base(network: CMHCL, base: CMHCL, threshold: float, area: LabelledArea) -> str:
    """Make the new model of the best weights and the base, in place.

    The weights are those of ``mix_with_base``. With drawn labels the level of the probabilities
    from SAR alone is limited by ``limit_level``: the Dice loss raises it where the network is
    unsure, and it is often different in another part of the scene. If the validation blocks do not
    show that the result is better, the new model has the weights of the base.

    Returns BASE then, else the same as ``mix_with_base``.
    """
    mixed = mix_with_base(network, base.state_dict(), area)
    if area.is_labelled_by_optical:
        return mixed
    limit_level(network, base, area.whole)
    views = area.validation_views
    if views and not is_better(network, base, views, threshold):
        network.load_state_dict(base.state_dict())
        return BASE
    return mixed


def mix_with_base(network: CMHCL, base: Mapping[str, Tensor], area: LabelledArea) -> str:
    """Replace weights of the hallucination branch by the mean with those of the base.

    On parts of a scene without labels, such a mean is often better than the fine-tuned weights,
    and seldom much worse than the base (Wortsman et al., CVPR 2022, "Robust fine-tuning of
    zero-shot models"). The other branches generalise better as they are fine-tuned, except with
    labels from optical, where the mean is taken of everything. ``base`` is a state dict.

    Returns HALLUCINATION or EVERYTHING: of which weights the mean was taken.
    """
    mixed = EVERYTHING if area.is_labelled_by_optical else HALLUCINATION
    network.load_state_dict(
        {
            name: torch.lerp(base[name].to(value.device), value, 0.5)
            if value.is_floating_point() and name.startswith(PARTS[mixed])
            else value
            for name, value in network.state_dict().items()
        }
    )
    return mixed


def _scenes_of(views: Sequence[View]) -> list[LabelledScene]:
    """The scenes that a network is validated on."""
    return [view.input for view in views]


def show_preview(state: State, views: Sequence[View], reporter: Reporter) -> None:
    """Report pictures of the first validation block, predicted from SAR alone."""
    if not views:
        return
    block, step = views[0].blocks[0], state.step
    ((scene, heads),) = predictions(state.average, [views[0].input])
    pictures = block_pictures(*_crop(block, scene, heads["sar"]))
    shown = {name: pictures[name] for name in ("sar", "labels", "prediction")}
    caption = Message("Validation block {number}, step {step}", number=block.number, step=step)
    reporter.preview(shown, caption)


def block_results(network: CMHCL, threshold: float, views: Sequence[View]) -> list[BlockResult]:
    """IoU by head of each block that has buildings, and pictures of its prediction from SAR."""
    results = []
    for view, (_, heads) in zip(views, predictions(network, _scenes_of(views)), strict=True):
        scene = view.scene
        for block in view.blocks:
            part, from_sar = _crop(block, scene, heads["sar"])
            if not (part.building > 0)[part.evaluation_mask].any():
                continue
            ious = {}
            for head, probability in heads.items():
                counts = PixelCounts()
                _, of_block = _crop(block, scene, probability)
                counts.add(of_block >= threshold, part.building > 0, part.evaluation_mask)
                ious[head] = counts.figures()["iou"]
            results.append(BlockResult(part.name, ious, block_pictures(part, from_sar)))
    return results


def _crop(
    block: Block, scene: LabelledScene, probability: np.ndarray
) -> tuple[LabelledScene, np.ndarray]:
    window = block.rows, block.cols
    return scene.part(f"block {block.number}", *window), probability[window]
