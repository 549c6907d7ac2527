"""Threads of the plugin's own."""

from __future__ import annotations

import gc
import threading
from typing import Any

from qgis.PyQt.QtCore import QObject, QThread


def test_no_garbage_is_collected_in_a_thread(qtbot: Any) -> None:
    """Else objects of QGIS would be deleted in a thread that may not touch them."""
    from cmhcl_footprints.cmhcl_plugin.background import start_thread

    held = [threading.Event(), threading.Event()]
    for event in held:
        start_thread(event.wait)
    assert not gc.isenabled()
    held[0].set()
    qtbot.wait(10)
    assert not gc.isenabled()  # the other one runs
    held[1].set()
    qtbot.waitUntil(gc.isenabled)


def test_collector_that_was_off_stays_off(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background

    owner, answers = QObject(), []
    gc.disable()
    try:
        run_in_background(lambda: 7, lambda *answer: answers.append(answer), owner)
        qtbot.waitUntil(lambda: answers == [(7, None)])
        qtbot.wait(10)
        assert not gc.isenabled()
    finally:
        gc.enable()


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
    qtbot.waitUntil(gc.isenabled)
