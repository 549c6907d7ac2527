"""What was found out about files by looking at their pixels, kept until the files change.

Without it a job on a small part of a large scene would spend most of its time on that.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Memory:
    """The latest answers, each by its question. Threads may share it."""

    def __init__(self, size: int) -> None:
        """``size``: how many answers are kept."""
        self._size = size
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def recall(self, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer that is kept, else what ``find`` finds; what that raises is not kept."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        answer = find()
        with self._lock:
            self._answers[question] = answer
            if len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer


FILE_CACHE = Memory(size=32)


def stamp(files: Iterable[str]) -> Hashable:
    """Equal to an earlier stamp of these files while they are as they were; of files that are not
    on a disk, equal to no other."""
    try:
        states = [(file, Path(file).stat()) for file in files]
    except OSError:
        return object()
    return tuple((file, state.st_mtime_ns, state.st_size) for file, state in states)
