"""Threads of the plugin's own."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import QObject, QThread


class Node:
    """One of two objects that reference each other."""

    def __init__(self) -> None:
        self.other: Any = None


def garbage() -> weakref.ref[Node]:
    """A cycle that is referenced no more."""
    first, second = Node(), Node()
    first.other, second.other = second, first
    return weakref.ref(first)


@pytest.fixture(autouse=True)
def automatic_collection() -> None:
    """As in QGIS."""
    gc.enable()


@pytest.fixture
def collecting_threads() -> Iterator[set[threading.Thread]]:
    """The threads in which garbage has been collected."""
    threads: set[threading.Thread] = set()

    def note(*_: Any) -> None:
        threads.add(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def allocate_much() -> list[Any]:
    """So many objects that Python collects garbage here unless it is kept from it."""
    return [[] for _ in range(100_000)]


def test_garbage_of_a_thread_is_collected_in_that_of_qgis(
    qtbot: Any, collecting_threads: set[threading.Thread]
) -> None:
    """Else objects of QGIS would be deleted in a thread that may not touch them."""
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    old, going_on, owner, done = garbage(), threading.Event(), QObject(), []

    def work() -> int:
        objects = allocate_much()
        going_on.wait()
        return len(objects)

    run_in_background(work, lambda *answer: done.append(answer), owner)
    try:
        qtbot.waitUntil(lambda: old() is None)
        assert not done and collecting_threads == {threading.main_thread()}
    finally:
        going_on.set()
        qtbot.waitUntil(lambda: bool(done))
    assert done == [(100_000, None)] and gc.isenabled()


def test_garbage_is_kept_until_the_last_of_two_threads_ends(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    owner, done = QObject(), []
    events = [threading.Event(), threading.Event()]
    for event in events:
        run_in_background(event.wait, lambda *_: done.append(gc.isenabled()), owner)
    for event in events:
        event.set()
        count = len(done)
        qtbot.waitUntil(lambda: len(done) > count)  # noqa: B023
    assert done == [False, True]


def test_collector_that_was_off_stays_off(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    owner, answers = QObject(), []
    gc.disable()
    try:
        run_in_background(lambda: 7, lambda *answer: answers.append(answer), owner)
        qtbot.waitUntil(lambda: answers == [(7, None)])
        assert not gc.isenabled()
    finally:
        gc.enable()


class Receiver:
    """Takes an answer."""

    answer = 0

    def receive(self, answer: int, _: Any) -> None:
        self.answer = answer


def test_nothing_is_kept_after_the_answer(qtbot: Any) -> None:
    """A layer that ``done`` refers to would keep its file open until garbage is collected."""
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    owner, receivers = QObject(), [Receiver()]
    reference = weakref.ref(receivers[0])
    gc.disable()
    try:
        run_in_background(lambda: 7, receivers[0].receive, owner)
        qtbot.waitUntil(lambda: receivers[0].answer == 7)
        receivers.clear()
        qtbot.waitUntil(lambda: reference() is None)
    finally:
        gc.enable()


def test_thread_of_processing_collects_no_garbage(
    qtbot: Any, collecting_threads: set[threading.Thread]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.garbage import kept_to_main_thread

    def work() -> None:
        with kept_to_main_thread():
            allocate_much()

    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert thread not in collecting_threads and gc.isenabled()


def test_in_the_thread_of_qgis_garbage_is_collected_as_always() -> None:
    from cmhcl_footprints.cmhcl_plugin.garbage import kept_to_main_thread

    with kept_to_main_thread():
        assert gc.isenabled()


def test_answer_comes_in_the_thread_of_qgis(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    owner = QObject()
    threads: list[Any] = []
    problems: list[Any] = []

    def work() -> None:
        threads.append(threading.current_thread())
        raise ValueError("of no use")

    def done(_: Any, problem: Any) -> None:
        problems.append(problem)
        assert QThread.currentThread() == owner.thread()

    run_in_background(work, done, owner)
    qtbot.waitUntil(lambda: bool(problems))
    assert isinstance(problems[0], ValueError) and threads[0] is not threading.main_thread()
