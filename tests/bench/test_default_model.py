"""The default model: equal accuracy for all radiometries of the same scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.formats import OUTPUTS, Figures, ious
from core.hatch.library import DEFAULT_MODEL
from core.inference.engine import TorchEngine

TOLERANCE = 0.05
POLARISATIONS = (("VV",), ("VV", "VH"), ("HH", "HV", "VH", "VV"))
SEED = 900_103  # a scene with enough buildings for a meaningful IoU


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    folder: Path = tmp_path_factory.mktemp("formats")
    return ious(TorchEngine(DEFAULT_MODEL, "cpu"), SEED, 256, folder, POLARISATIONS)


@pytest.mark.slow
@pytest.mark.parametrize("polarisations", POLARISATIONS, ids=len)
def test_iou_does_not_depend_on_the_radiometry(figures, polarisations):
    ious_found = [figures[polarisations, output] for output in OUTPUTS]

    assert min(ious_found) > 0.1  # otherwise equal values would be meaningless
    assert max(ious_found) - min(ious_found) < TOLERANCE
