"""The cache of statistics."""

from __future__ import annotations

import pytest

from core.raster.cache import LRUCache


def test_cache_has_the_latest_values_and_no_exception() -> None:
    cache = LRUCache(size=2)
    for question in ("a", "b", "a", "c"):
        cache.get_or_compute(question, lambda question=question: question.upper())
    with pytest.raises(ZeroDivisionError):
        cache.get_or_compute("d", lambda: 1 // 0)
    assert cache.get_or_compute("a", lambda: "new") == "A"
    assert cache.get_or_compute("b", lambda: "new") == "new"
    assert cache.get_or_compute("d", lambda: "new") == "new"
