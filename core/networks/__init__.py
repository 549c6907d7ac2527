"""The CMH-CL network: encoders, decoder, shared block (MSAL), fusion heads and the three branches."""

from .build import PRESETS, Preset, build
from .cmhcl import CMHCL, Outputs

__all__ = ["CMHCL", "PRESETS", "Outputs", "Preset", "build"]
