"""The choice of a device to compute on."""

from __future__ import annotations

from ...core.hatch.jobs import AUTO, INT8
from .narrow_combo import NarrowCombo


class DeviceCombo(NarrowCombo):
    """The data of an item is the device as jobs name it. ``predicts`` adds 8-bit inference."""

    def __init__(self, predicts: bool = False) -> None:
        super().__init__()
        self.addItem(self.tr("Fastest available"), AUTO)
        self.addItem(self.tr("CPU"), "cpu")
        self.addItem(self.tr("NVIDIA GPU (CUDA)"), "cuda")
        self.setToolTip(
            self.tr("Device for the computation; results differ only in the last digits")
        )
        if predicts:
            self.addItem(self.tr("CPU, 8-bit (faster, less exact)"), INT8)
            self.setToolTip(
                self.tr(
                    "Device for the computation; results differ only in the last digits; 8-bit "
                    "inference is faster for large scenes on many processors, and changes up to "
                    "1 % of the pixels"
                )
            )

    def choose(self, device: str) -> None:
        """Show this device, "auto" if it is not offered."""
        self.setCurrentIndex(max(0, self.findData(device)))
