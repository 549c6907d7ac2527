"""Settings that persist between sessions, in QgsSettings.

In order of precedence, the value of a setting comes from

1. an environment variable, for those in PRESETS: ``CMHCL_INDEX`` for ``index``;
2. the QGIS profile;
3. the section ``[cmhcl]`` of QGIS's global settings file, ``qgis_global_settings.ini``;
4. the default, also in place of a value of the wrong type or out of range.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from qgis.core import QgsSettings

from ..core.hatch.devices import AUTO, PREDICTION_DEVICES

PREFIX = "cmhcl/"
PRESETS = (
    "index",
    "extra_index",
    "wheels",
    "proxy",
    "environment",
    "models",
    "device",
    "allow_network",
)
BOOLEANS = {
    **dict.fromkeys(("0", "false", "no", "off"), False),
    **dict.fromkeys(("1", "true", "yes", "on"), True),
}
RANGES = {"threshold": (0.0, 1.0), "min_area_m2": (0.0, 100_000.0)}
PATHS = ("python", "wheels", "environment", "models", "output_folder", "model")
LONGEST_NAME, LONGEST_PATH = 255, 1000  # bytes of a file's name, characters of a path


@dataclass
class Settings:
    """Each field is stored under its name with PREFIX; the prefix is that of version 0.1.0.

    Attributes
    ----------
    python
        The worker's interpreter, "" to detect it.
    index
        URL of the package index to install from, "" for the one that pip is configured for.
    extra_index
        URL of an additional package index, or "".
    wheels
        Folder of wheels to install from instead, or "".
    proxy
        URL of the proxy to install through, "" for that of QGIS.
    environment
        Folder that the worker's environment is installed in, "" for one in the QGIS profile.
    models
        Folder of the user's models, "" for one in the QGIS profile.
    allow_network
        Whether packages and pictures may be downloaded, and GDAL may read from servers.
    output_folder
        Folder that the latest footprints were written to, "" before the first.
    model
        Model folder, "" for the default model.
    threshold
        Probability, 0 to 1, from which a pixel is building; 0 for the model's own.
    min_area_m2, careful, device
        As in jobs.ExtractJob.
    allow_references
        Whether rasters and vector files may refer to files elsewhere and to the network.
    """

    python: str = ""
    index: str = ""
    extra_index: str = ""
    wheels: str = ""
    proxy: str = ""
    environment: str = ""
    models: str = ""
    allow_network: bool = True
    output_folder: str = ""
    model: str = ""
    threshold: float = 0.0
    min_area_m2: float = 20.0
    careful: bool = False
    device: str = AUTO
    allow_references: bool = False

    @classmethod
    def load(cls) -> Settings:
        """The settings as they are now."""
        return cls(**{field.name: _value(field.name, field.default) for field in fields(cls)})

    def save(self) -> None:
        """Store the fields that have changed; the others keep following the presets."""
        store, stored = QgsSettings(), Settings.load()
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(stored, field.name):
                store.setValue(PREFIX + field.name, value)


def variable_of(name: str) -> str:
    """The environment variable that presets a setting, "" if it is not set."""
    variable = f"CMHCL_{name.upper()}"
    return variable if name in PRESETS and os.environ.get(variable) else ""


def _value(name: str, default: Any) -> Any:
    variable = variable_of(name)
    if variable:
        value = _of_type(os.environ[variable].strip(), type(default))
    else:
        value = _of_type(QgsSettings().value(PREFIX + name, default), type(default))
    if name == "device" and value is not None:
        value = value.lower()
    return value if _is_in_range(name, value) else default


def _of_type(value: Any, kind: type) -> Any:
    """A stored value, or its text, as a bool, float or str; None if it is invalid."""
    if kind is bool:
        return BOOLEANS.get(str(value).strip().lower())
    if kind is float:
        try:
            return float(str(value))
        except ValueError:
            return None
    return value if isinstance(value, kind) else None


def _is_in_range(name: str, value: Any) -> bool:
    if value is None:
        return False
    if name == "device":
        return value in PREDICTION_DEVICES
    if name in PATHS:
        return _is_path(value)
    least, most = RANGES.get(name, (value, value))
    return bool(least <= value <= most)  # NaN is not


def _is_path(text: str) -> bool:
    """Whether a text can be a path; others raise an exception in the file system's functions."""
    lengths = [len(part.encode("utf-8", "replace")) for part in Path(text).parts]
    return (
        "\0" not in text and max(lengths, default=0) <= LONGEST_NAME and len(text) <= LONGEST_PATH
    )
