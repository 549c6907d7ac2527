"""Fingerprint of a training, checked on resume."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from ..datasets.labelled_area import LabelledArea
from ..datasets.scenes import LabelledScene
from ..footprints.state_digest import state_digest
from ..hatch.errors import InputError
from ..hatch.training_settings import TrainingSettings


@dataclass(frozen=True)
class TrainingFingerprint:
    """Digests of the labels, and of the images, the base and the settings that define the task.

    Steps, learning rate, batch and crop are not included: a run may be resumed with others.
    """

    labels: str
    task: str

    def check_same(self, saved: dict[str, str], path: object) -> None:
        """Raise an error unless the digests ``saved`` in a checkpoint are the same.

        InputError if the labels differ, ValueError if the task differs. Digests that a checkpoint
        of an earlier version lacks are not compared. ``path`` is the file, for the message.
        """
        own = asdict(self)
        if saved.get("labels", self.labels) != self.labels:
            raise InputError(
                "The checkpoint belongs to a training with other labels; write the model under "
                "another name, or remove the checkpoint to start again: {path}.",
                path=path,
            )
        if {**own, **saved} != own:
            raise ValueError("another task")


def area_fingerprint(
    area: LabelledArea,
    settings: TrainingSettings,
    base_sha256: str,
    from_optical: bool,
    labels_quality: str,
) -> TrainingFingerprint:
    """Fingerprint of a fine-tuning with the settings of its job.

    Labels that a model corrects or makes follow from the base and the images. They are not in the
    digest, because they differ in details from device to device.
    """
    images = (area.scene.sar, area.scene.optical)
    return TrainingFingerprint(
        state_digest(from_optical, labels_quality, area.labels.given),
        state_digest(base_sha256, area.area, images, *_objective(settings)),
    )


def scenes_fingerprint(
    scenes: Sequence[LabelledScene],
    held_out: Sequence[LabelledScene],
    settings: TrainingSettings,
    base_sha256: str,
) -> TrainingFingerprint:
    """Fingerprint of a training on folders of scenes, except their images, which may be huge."""
    labels = [
        [scene.name, scene.building.shape, np.packbits(scene.building), np.packbits(scene.labelled)]
        for scene in (*scenes, *held_out)
    ]
    return TrainingFingerprint(
        state_digest(len(scenes), labels),
        state_digest(base_sha256, *_objective(settings)),
    )


def _objective(settings: TrainingSettings) -> tuple[object, ...]:
    return (
        settings.losses,
        settings.scope,
        settings.frozen_teacher,
        settings.fixed_look,
        settings.seed,
    )
