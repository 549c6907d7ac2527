"""Compute items in threads, ahead of their consumer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar, cast

from .timing import Timing

Item = TypeVar("Item")
Result = TypeVar("Result")

_END = object()


def prefetch(
    items: Generator[Item, None, None], count: int, timing: Timing, part: str
) -> Generator[Item, None, None]:
    """Prefetch items of a generator in a background thread, up to ``count`` items ahead.

    The time spent waiting for items is added to this part of the job. Exceptions of the generator
    are raised here. Closing it also closes the source.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = deque(pool.submit(next, items, _END) for _ in range(count))
        try:
            while True:
                with timing.part(part):
                    item = futures.popleft().result()
                if item is _END:
                    return
                futures.append(pool.submit(next, items, _END))
                yield cast(Item, item)
        finally:
            for future in futures:
                future.cancel()
            pool.submit(items.close).result()


def parallel_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    workers: int,
    timing: Timing,
    part: str,
) -> Generator[Result, None, None]:
    """Yield ``function(item)`` for each item in order, computed by this number of threads.

    Items are taken in this thread, one more at a time than there are workers. The time spent
    waiting for results is added to this part of the job. Exceptions of the function are raised
    here. Closing it waits for what is being computed.
    """
    with ThreadPoolExecutor(workers) as pool:
        futures: deque[Future[Result]] = deque()

        def first() -> Result:
            with timing.part(part):
                return futures.popleft().result()

        try:
            for item in items:
                futures.append(pool.submit(function, item))
                if len(futures) > workers:
                    yield first()
            while futures:
                yield first()
        finally:
            for future in futures:
                future.cancel()
