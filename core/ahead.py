"""Generators that a thread runs ahead of their consumer."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

from .timing import Timing

Item = TypeVar("Item")

_END = object()


def ahead(
    items: Generator[Item, None, None], count: int, timing: Timing, part: str
) -> Generator[Item, None, None]:
    """Yield the items of a generator, which a thread computes up to ``count`` items ahead.

    The time spent waiting for items is added to this part of the job. Exceptions of the generator
    are raised here. Closing this one closes that one, in its thread.
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
