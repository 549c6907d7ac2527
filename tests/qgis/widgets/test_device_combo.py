"""The devices that a page offers."""

from __future__ import annotations


def test_8_bits_are_offered_to_predict_with_only() -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.device_combo import DeviceCombo

    training, predicting = DeviceCombo(), DeviceCombo(predicts=True)
    assert training.findData("cpu-int8") == -1
    predicting.choose("cpu-int8")
    assert predicting.currentData() == "cpu-int8" and "1 %" in predicting.toolTip()
    training.choose("cpu-int8")
    assert training.currentData() == "auto"
