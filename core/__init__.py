"""Building footprints from SAR, and from optical where there is one.

The public functions work on files, open scenes and loaded models. Importing the package loads the
standard library alone; torch and rasterio are loaded when a function is first used. The package is
called ``cmhcl`` when it is installed and ``core`` in a clone and in the plugin, whose Python may
be 3.9.

Examples
--------
>>> import cmhcl
>>> model = cmhcl.load_model()
>>> with cmhcl.open_scene("sar.tif", optical="rgb.tif") as scene:
...     result = cmhcl.extract(scene, model, "footprints.gpkg", threshold=0.4)
>>> result.threshold
0.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hatch.errors import Cancelled, CmhclError, InputError, ModelError, SceneError

if TYPE_CHECKING:
    from .api.functions import (
        building,
        compare,
        evaluate,
        extract,
        finetune,
        load_model,
        open_scene,
        osm,
        predict,
        regularise,
        simulate,
    )

__version__ = "0.1.0"
__all__ = [
    "Cancelled",
    "CmhclError",
    "InputError",
    "ModelError",
    "SceneError",
    "building",
    "compare",
    "evaluate",
    "extract",
    "finetune",
    "load_model",
    "open_scene",
    "osm",
    "predict",
    "regularise",
    "simulate",
]

if not TYPE_CHECKING:  # a type checker would accept any name after this

    def __getattr__(name):
        """Load the function of this name when it is first used (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .api import functions

        globals()[name] = value = getattr(functions, name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
