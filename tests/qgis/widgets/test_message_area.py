"""The messages of a page."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtWidgets import QLabel

LONG = "/home/somebody/a folder with a long name/scenes of 2026/footprints_umbra.gpkg"


@pytest.mark.parametrize(
    ("text", "elided"),
    [
        ("No path.", "No path."),
        ("It is short: /tmp/a.gpkg", "It is short: /tmp/a.gpkg"),
        (f"It cannot be read: {LONG}", "It cannot be read: …/scenes of 2026/footprints_umbra.gpkg"),
        (f"Written to {LONG.replace(' ', '_')} again", "Written to …/footprints_umbra.gpkg again"),
        (
            r"It is bad: C:\Users\somebody\Documents\projects\of this year\old.gpkg",
            r"It is bad: …\Documents\projects\of this year\old.gpkg",
        ),
        (
            "/home/somebody/a folder of many words/v1.2 of it/sar.tif is 3/4 of b.tif; see e.g. it",
            "…/v1.2 of it/sar.tif is 3/4 of b.tif; see e.g. it",
        ),
        (
            r"C:\Users\Anna Maria\Documents\projects\of this year\old.gpkg is truncated.",
            r"…\Documents\projects\of this year\old.gpkg is truncated.",
        ),
        (
            f"They do not overlap: {LONG} and {LONG}",
            "They do not overlap: …/scenes of 2026/footprints_umbra.gpkg and "
            "…/scenes of 2026/footprints_umbra.gpkg",
        ),
        ("1/2 of 3 and http://a.example/" + "x" * 60, "1/2 of 3 and http://a.example/" + "x" * 60),
    ],
)
def test_long_paths_are_elided(qgis_iface: Any, text: str, elided: str) -> None:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.widgets.message_area import elide_paths

    found = elide_paths(text)
    if "again" in text:
        assert found.startswith("Written to …/") and found.endswith("footprints_umbra.gpkg again")
    else:
        assert found == elided


def test_tool_tip_and_log_have_the_whole_text(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_area import MessageArea

    logged = []
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(
        lambda text, tag, _: logged.append((tag, text))
    )
    area, clicked = MessageArea(), []
    qtbot.addWidget(area)
    assert area.isHidden()
    area.show_message(
        f"It cannot be read: {LONG}",
        Qgis.MessageLevel.Critical,
        [("Do", lambda: clicked.append(1))],
    )
    labels = [label for label in area.findChildren(QLabel) if label.text()]
    assert not area.isHidden() and LONG not in labels[0].text() and LONG in labels[0].toolTip()
    assert ("CMH-CL", f"It cannot be read: {LONG}") in logged
    area.buttons[0].click()
    assert clicked == [1]
    area.show_message("Another.", Qgis.MessageLevel.Info)
    assert area.text == "Another." and area.buttons == []
    area.close_button.click()
    assert area.isHidden() and area.text == ""
