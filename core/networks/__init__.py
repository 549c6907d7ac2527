"""The CMH-CL network: encoders, decoder, shared block (MSAL), fusion heads, three branches."""

from .build import PRESETS, Preset, assemble, build
from .cmhcl import CMHCL, Outputs

__all__ = ["CMHCL", "PRESETS", "Outputs", "Preset", "assemble", "build"]
