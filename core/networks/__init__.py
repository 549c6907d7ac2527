"""The CMH-CL network: three branches of encoder and decoder, shared block, fusion heads."""

from .build import PRESETS, Preset, assemble, build
from .cmhcl import CMHCL, Outputs

__all__ = ["CMHCL", "PRESETS", "Outputs", "Preset", "assemble", "build"]
