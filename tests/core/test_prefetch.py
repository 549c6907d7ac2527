"""Items that threads compute ahead of their consumer."""

from __future__ import annotations

import threading
from collections.abc import Generator

import pytest

from core.prefetch import parallel_map, prefetch
from core.timing import Timing


def test_items_come_in_order_from_one_other_thread() -> None:
    threads = set()

    def numbers() -> Generator[int, None, None]:
        for i in range(20):
            threads.add(threading.get_ident())
            yield i

    assert list(prefetch(numbers(), 3, Timing(), "waiting")) == list(range(20))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_items_are_computed_than_asked_for(count: int) -> None:
    computed = []

    def numbers() -> Generator[int, None, None]:
        for i in range(20):
            computed.append(i)
            yield i

    items = prefetch(numbers(), count, Timing(), "waiting")
    for i in range(5):
        assert next(items) == i
    items.close()
    assert 5 <= len(computed) <= 5 + count


def test_exceptions_are_raised_after_the_items_before_them() -> None:
    def failing() -> Generator[int, None, None]:
        yield 1
        raise ValueError("broken")

    items = prefetch(failing(), 2, Timing(), "waiting")
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
    items = prefetch(endless(), 2, Timing(), "waiting")
    next(items)
    items.close()
    assert ended.is_set()
    assert threading.active_count() == before


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_order_from_that_many_threads_at_once(workers: int) -> None:
    together = threading.Barrier(workers)

    def squared(number: int) -> int:
        together.wait(60)  # for as many as there are workers
        return number**2

    results = parallel_map(squared, range(12), workers, Timing(), "squaring")
    assert list(results) == [number**2 for number in range(12)]


def test_items_are_taken_one_more_than_there_are_workers() -> None:
    taken = []

    def numbers() -> Generator[int, None, None]:
        for i in range(20):
            taken.append(i)
            yield i

    results = parallel_map(abs, numbers(), 2, Timing(), "waiting")
    for i in range(5):
        assert next(results) == i
        assert len(taken) == i + 3
    results.close()
    assert len(taken) == 7


def test_exceptions_are_raised_after_the_results_before_them() -> None:
    before = threading.active_count()
    results = parallel_map((6).__truediv__, [2, 3, 0, 1], 2, Timing(), "dividing")
    assert [next(results), next(results)] == [3, 2]
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert threading.active_count() == before
