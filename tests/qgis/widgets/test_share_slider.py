"""The slider of a share, its number, and its button that goes back to the marked value."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtCore import QLocale

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def test_the_button_is_for_values_other_than_the_marked_one(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.share_slider import ShareSlider

    slider = ShareSlider(1, 99, with_mark=True)
    qtbot.addWidget(slider)
    slider.set_value(0.3)
    assert not slider.reset.isEnabled()  # nothing is marked
    slider.set_mark(0.3)
    assert not slider.reset.isEnabled() and slider.value == 0.3
    slider.number.setValue(0.4)
    assert slider.reset.isEnabled()
    slider.reset.click()
    assert slider.value is None and slider.number.value() == 0.3
    assert not slider.reset.isEnabled()


@pytest.mark.parametrize(("locale", "shown"), [("en_US", "40%"), ("de_DE", f"40{NO_BREAK_SPACE}%")])
def test_number_in_per_cent_stands_for_a_share(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, locale: str, shown: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin import numbers
    from cmhcl_footprints.cmhcl_plugin.widgets.share_slider import ShareSlider

    monkeypatch.setattr(numbers, "QLocale", lambda: QLocale(locale))
    slider = ShareSlider(0, 99, in_percent=True)
    qtbot.addWidget(slider)
    slider.set_value(0.4)
    assert slider.number.text() == shown and slider.slider.value() == 40
    seen: list[float] = []
    slider.moved.connect(seen.append)
    slider.number.setValue(57)
    slider.slider.setValue(29)
    slider.number.stepUp()
    assert seen == [0.57, 0.29, 0.3] and slider.slider.value() == 30
