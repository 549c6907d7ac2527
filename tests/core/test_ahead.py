"""Generators run ahead by a thread."""

from __future__ import annotations

import threading
from collections.abc import Generator

import pytest

from core.ahead import ahead
from core.timing import Timing


def test_items_come_in_order_from_one_other_thread() -> None:
    threads = set()

    def numbers() -> Generator[int, None, None]:
        for i in range(20):
            threads.add(threading.get_ident())
            yield i

    assert list(ahead(numbers(), 3, Timing(), "waiting")) == list(range(20))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_items_are_computed_than_asked_for(count: int) -> None:
    computed = []

    def numbers() -> Generator[int, None, None]:
        for i in range(20):
            computed.append(i)
            yield i

    items = ahead(numbers(), count, Timing(), "waiting")
    for i in range(5):
        assert next(items) == i
    items.close()
    assert 5 <= len(computed) <= 5 + count


def test_exceptions_are_raised_after_the_items_before_them() -> None:
    def failing() -> Generator[int, None, None]:
        yield 1
        raise ValueError("broken")

    items = ahead(failing(), 2, Timing(), "waiting")
    assert next(items) == 1
    with pytest.raises(ValueError, match="broken"):
        next(items)


def test_closing_ends_generator_and_thread() -> None:
    ended = threading.Event()

    def endless() -> Generator[int, None, None]:
        try:
            while True:
                yield 0
        finally:
            ended.set()

    before = threading.active_count()
    items = ahead(endless(), 2, Timing(), "waiting")
    next(items)
    items.close()
    assert ended.is_set()
    assert threading.active_count() == before
