"""The slider of a share, with a button that goes back to the marked value."""

from __future__ import annotations

from typing import Any


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
