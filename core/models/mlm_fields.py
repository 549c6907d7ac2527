"""The fields of the STAC extension MLM, "Machine Learning Model", version 1.4, for a model.

The specification is https://github.com/stac-extensions/mlm.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from ..hatch.manifest import Manifest
from .onnx_file import HAL_SAR, OPT_SAR, OPTICAL, SAR

EXTENSION = "https://stac-extensions.github.io/mlm/v1.4.0/schema.json"
_TASKS = ["semantic-segmentation"]
_VARIABLE = -1  # a dimension of any size
_DIMENSIONS = ["batch", "channel", "height", "width"]
_VERSION = re.compile(r"\d+\.\d+\.\d+(\+[0-9A-Za-z]+)?")
_BANDS = {
    **{name: f"SAR backscatter, {name} polarisation" for name in POLARISATIONS},
    **dict(zip(OPTICAL_BANDS, ("red", "green", "blue", "near infrared", "panchromatic"))),
}
_STANDARDISED = (
    "Each band minus its median, divided by its interquartile range / 1.349, both measured over "
    "the whole scene, and limited to -5..5. NaN is nodata; bands that a scene lacks are NaN."
)


def model_fields(manifest: Manifest, optical: bool, parameters: int, tile: int) -> dict[str, Any]:
    """The properties of a STAC item for one head of a model.

    Parameters
    ----------
    manifest
        Of the model.
    optical
        Whether it is the head for SAR with optical, else that for SAR alone.
    parameters
        Number of the model's parameters.
    tile
        Side in pixels of the tiles that it is used with.
    """
    names = [*POLARISATIONS, *(OPTICAL_BANDS if optical else ())]
    fields = {
        "bands": [
            {"name": name, "description": _BANDS[name], "data_type": "float32", "nodata": "nan"}
            for name in names
        ],
        "gsd": manifest.pixel_size_m,
        "mlm:name": model_name(manifest),
        "mlm:architecture": f"CMH-CL ({manifest.preset})",
        "mlm:tasks": _TASKS,
        "mlm:framework": "PyTorch",
        "mlm:total_parameters": parameters,
        "mlm:batch_size_suggestion": 1,
        "mlm:accelerator": None,
        "mlm:accelerator_constrained": False,
        "mlm:accelerator_summary": "Any device of the runtime; tested on CPUs.",
        "mlm:input": [_sar(manifest), *([_optical(manifest)] if optical else [])],
        "mlm:output": [_output(manifest, OPT_SAR if optical else HAL_SAR)],
        "mlm:hyperparameters": _finite(
            {
                "preset": manifest.preset,
                "threshold": manifest.threshold,
                "pixel_size_m": manifest.pixel_size_m,
                "tile": tile,
                "fixed_look": manifest.fixed_look,
                "training": manifest.training,
                "figures": manifest.figures,
                "versions": manifest.versions,
            }
        ),
    }
    if manifest.parent:
        fields.update({"mlm:pretrained": True, "mlm:pretrained_source": manifest.parent})
    version = manifest.versions.get("torch", "")
    if _VERSION.fullmatch(version):
        fields["mlm:framework_version"] = version
    return fields


def model_name(manifest: Manifest) -> str:
    """The name of a model in the characters that ``mlm:name`` allows."""
    ascii_name = unicodedata.normalize("NFKD", manifest.name).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9_. -]+", "-", ascii_name)
    name = re.sub(r"^[^A-Za-z]+|[^A-Za-z0-9]+$", "", name)
    return name if len(name) > 2 else f"CMH-CL {manifest.sha256[:8]}".strip()


def _finite(value: Any) -> Any:
    """Replace numbers that are not finite by None, as JSON has none of them."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _sar(manifest: Manifest) -> dict[str, Any]:
    pixels = f"North-up pixels of {manifest.pixel_size_m:g} m, in decibels. "
    return _input(SAR, POLARISATIONS, pixels + _STANDARDISED)


def _optical(manifest: Manifest) -> dict[str, Any]:
    pixels = f"On the grid of {SAR}, pixels of {manifest.pixel_size_m:g} m. "
    return _input(OPTICAL, OPTICAL_BANDS, pixels + _STANDARDISED)


def _input(name: str, bands: tuple[str, ...], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "description": description,
        "bands": list(bands),
        "input": _array(len(bands)),
        "value_scaling": None,  # the statistics are those of each scene
        "resize_type": None,
        "pre_processing_function": {
            "format": "python",
            "expression": "cmhcl.raster.scene:Scene.read",
        },
    }


def _output(manifest: Manifest, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "tasks": _TASKS,
        "description": (
            "Probabilities, 0 to 1, after the model's calibration if it has one. Channel 0, A in "
            "the expression: that a pixel is building; channel 1: that it lies between two "
            "buildings that touch. They have no meaning where no SAR band is valid."
        ),
        "result": _array(2),
        "classification:classes": [
            {"value": 0, "name": "background", "description": "every other pixel"},
            {
                "value": 1,
                "name": "building",
                "description": f"probability of at least {manifest.threshold}",
            },
        ],
        "post_processing_function": {
            "format": "gdal-calc",
            "expression": f"A >= {manifest.threshold}",
        },
    }


def _array(channels: int) -> dict[str, Any]:
    return {
        "shape": [_VARIABLE, channels, _VARIABLE, _VARIABLE],
        "dim_order": _DIMENSIONS,
        "data_type": "float32",
    }
