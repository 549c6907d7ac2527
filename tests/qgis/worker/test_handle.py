"""Slots of jobs that outlive what they report to."""

from __future__ import annotations

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject


def test_slot_is_skipped_once_its_owner_is_deleted() -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.handle import while_alive

    owner = QObject()
    received: list[int] = []
    slot = while_alive(owner, received.append)
    slot(1)
    sip.delete(owner)
    slot(2)
    assert received == [1]
