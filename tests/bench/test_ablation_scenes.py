"""The scenes of the ablation: what their fingerprint is of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.ablation import scenes
from bench.ablation.radar import random_radar


@pytest.mark.slow
def test_fingerprint_changes_with_the_radar(monkeypatch):
    digest = scenes.fingerprint.__wrapped__  # not cached
    before = digest()
    assert digest() == before
    monkeypatch.setattr(scenes, "random_radar", lambda rng: replace(random_radar(rng), looks=1.3))
    assert digest() != before
