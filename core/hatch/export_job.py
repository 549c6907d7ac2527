"""The job that exports a model. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class ExportJob:
    """A model in formats of other programs: a folder of ONNX files, STAC items and the weights.

    ``model`` is as in ExtractJob. Without ``onnx`` there are no ONNX files.
    """

    name: ClassVar[str] = "export"
    out: str
    model: str = ""
    onnx: bool = True
    overwrite: bool = False
