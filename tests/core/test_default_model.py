"""The model that ships: it answers the same however a scene's SAR was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.formats import OUTPUTS, Figures, ious
from core.inference.engine import TorchEngine
from core.models.store import DEFAULT_MODEL

TOLERANCE = 0.05
POLARISATIONS = (("VV",), ("VV", "VH"), ("HH", "HV", "VH", "VV"))
SEED = 900_103  # a scene with enough buildings for an IoU that is not of chance


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    folder: Path = tmp_path_factory.mktemp("formats")
    return ious(TorchEngine(DEFAULT_MODEL, "cpu"), SEED, 256, folder, POLARISATIONS)


@pytest.mark.parametrize("polarisations", POLARISATIONS, ids=len)
def test_decibels_amplitude_and_8_bits_give_the_same(figures, polarisations):
    found = [figures[polarisations, output] for output in OUTPUTS]

    assert min(found) > 0.1  # something is found, or equal figures would say nothing
    assert max(found) - min(found) < TOLERANCE
