"""Settings of a training or fine-tuning. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass, field

from .checks import at_least, one_of
from .devices import AUTO, DEVICES
from .errors import InputError

DISTANCES = ("kl", "mse", "features")
LAMBDAS = ("lambda_msa", "lambda_mfa", "lambda_edge", "lambda_contact")  # weights of loss terms
SCHEDULES = ("poly", "cosine")
SCOPES = ("heads", "decoders", "everything")
# Greatest values: larger ones only overflow, or need more memory than there is.
LARGEST = {
    "steps": 10**7,
    "learning_rate": 10,
    "patience": 10**7,
    "seed": 2**63 - 1,
    "batch": 1024,
    "validate_every": 10**7,
    "checkpoint_every": 10**7,
    "crop": 4096,
    "lambda": 1000,
    "temperature": 100,
}
LEAST_TEMPERATURE = 0.01
STRIDE = 32  # pixels; sides of crops, tiles and views are multiples of the networks' deepest stride


@dataclass(frozen=True)
class LossSettings:
    """Switches of the training loss; core.networks.losses has the formulas.

    ``distance`` of the alignments is one of DISTANCES: KL or MSE on logits, or MSE on features.
    ``mutual`` lets the gradient of the alignments through to the teacher too. ``share`` and
    ``decoders`` switch the two alignments inside L_msa. A ``lambda`` of 0 removes its whole term.
    """

    temperature: float = 2.0
    lambda_msa: float = 1.0
    lambda_mfa: float = 1.0
    lambda_edge: float = 0.25
    lambda_contact: float = 0.1
    distance: str = "kl"
    mutual: bool = False
    share: bool = True
    decoders: bool = True

    def __post_init__(self) -> None:
        at_least("temperature", self.temperature, LEAST_TEMPERATURE, LARGEST["temperature"])
        for name in LAMBDAS:
            at_least(name, getattr(self, name), 0, LARGEST["lambda"])
        one_of("distance", self.distance, DISTANCES)


@dataclass(frozen=True)
class TrainingSettings:
    """How the training loop works, for training and fine-tuning alike.

    Attributes
    ----------
    steps, learning_rate
        0 lets the fine-tuning choose it by its effort and scope.
    crop
        Side of a crop in pixels, a multiple of 32.
    schedule
        Of the learning rate, one of SCHEDULES.
    scope
        What is trained, one of SCOPES: from the heads and the shared block alone to everything.
    frozen_teacher
        Keep the OPT branch as it is in the base.
    fixed_look
        Layover falls the same way in all scenes, so they are not turned.
    patience
        Number of steps without a better validation after which the training ends; 0 means never.
    validate_every, checkpoint_every
        In steps.
    device
        One of DEVICES.
    """

    steps: int = 2000
    batch: int = 8
    crop: int = 256
    learning_rate: float = 5e-4
    schedule: str = "poly"
    losses: LossSettings = field(default_factory=LossSettings)
    scope: str = "everything"
    frozen_teacher: bool = False
    fixed_look: bool = False
    patience: int = 0
    validate_every: int = 100
    checkpoint_every: int = 50
    seed: int = 0
    device: str = AUTO

    def __post_init__(self) -> None:
        for name in ("steps", "learning_rate", "patience", "seed"):
            at_least(name, getattr(self, name), 0, LARGEST[name])
        for name in ("batch", "validate_every", "checkpoint_every"):
            at_least(name, getattr(self, name), 1, LARGEST[name])
        # Batch norm needs two values at the deepest stride.
        at_least("crop", self.crop, STRIDE if self.batch > 1 else 2 * STRIDE, LARGEST["crop"])
        if self.crop % STRIDE:
            raise InputError(
                "crop must be a multiple of {stride} pixels, not {crop}.",
                stride=STRIDE,
                crop=self.crop,
            )
        one_of("schedule", self.schedule, SCHEDULES)
        one_of("scope", self.scope, SCOPES)
        one_of("device", self.device, DEVICES)


TRAINING = TrainingSettings()
FINETUNING = TrainingSettings(steps=0, batch=4, learning_rate=0.0, scope="decoders")
