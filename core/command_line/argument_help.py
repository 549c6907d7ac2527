"""Helpers shared by the command-line parsers: help texts, types, fields of jobs."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from typing import Any


class Parser(argparse.ArgumentParser):
    """A parser whose help ends the text of an option with its default."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Help, **settings)


class _Help(argparse.HelpFormatter):
    def _get_help_string(self, action: argparse.Action) -> str:
        text = action.help or ""
        default = action.default
        if action.option_strings and isinstance(default, (str, int, float, list)):
            is_switch = isinstance(default, bool)
            if not is_switch and default not in ("", 0, argparse.SUPPRESS) and default != []:
                text += f"; default: {' '.join(default) if isinstance(default, list) else default}"
        return text


LAYER = ", or PATH|layername=NAME for one of its layers"
VECTOR_OUTPUT = "vector file to write: .gpkg, .geojson, .fgb or .parquet"
PROBABILITY = "GeoTIFF of probabilities to write, for outline; default: none"
SAR = "1 to 4 raster files, or folders of the rasters of a mosaic"
OPTICAL = "raster file of 1, 3 or 4 bands; default: none"
BANDS = "of the SAR bands, in their order; default: detected"
RADIOMETRY = "what SAR values are; auto detects it"
CRS = "EPSG:code, WKT or PROJJSON; default: that of the file"
MODEL = "model folder; default: the one shipped"
DEVICE = "where the network is computed; auto chooses a GPU if there is one"
PREDICTION_DEVICE = (
    f"{DEVICE}; cpu-int8: integers of 8 bits, which are faster on processors without bfloat16"
)
OVERWRITE = "replace an existing output of this program"


def threshold(text: str) -> float:
    """A probability, for argparse."""
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a threshold is between 0 and 1")
    return value


def pop_fields(cls: Any, values: dict[str, Any], defaults: Any = None) -> Any:
    """A dataclass made of the values named like its fields, which are removed from ``values``."""
    taken = {field.name: values.pop(field.name) for field in fields(cls) if field.name in values}
    return cls(**taken) if defaults is None else replace(defaults, **taken)
