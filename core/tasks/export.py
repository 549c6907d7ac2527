"""A model in formats of other programs: ONNX files, STAC items and its weights."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..hatch.files import atomic_folder, writing
from ..hatch.jobs import ExportJob
from ..hatch.library import DEFAULT_MODEL
from ..hatch.manifest import WEIGHTS, write_manifest
from ..hatch.messages import Message
from ..hatch.names import EXPORTED, ONNX
from ..hatch.reporter import Reporter
from ..hatch.results import ExportResult
from ..models.onnx_file import require_onnx, write_onnx
from ..models.stac_item import stac_item, write_item
from ..models.store import load_model
from ..raster.tiles import TILE_SIZE
from ..timing import Timing


def export(job: ExportJob, reporter: Reporter) -> ExportResult:
    """Write the folder ``job.out``, whole or not at all.

    Raises ModelError if the model is damaged, InputError if the library onnx is missing or the
    folder cannot be written, and Cancelled if the user cancelled the job.
    """
    timing = Timing()
    if job.onnx:
        require_onnx()
    model, out = Path(job.model or DEFAULT_MODEL), Path(job.out)
    network, manifest = load_model(model)
    parameters = sum(weights.numel() for weights in network.parameters())
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder(out) as new:
        with writing(out):
            shutil.copyfile(model / WEIGHTS, new / WEIGHTS)
        write_manifest(manifest, new)
        for number, head in enumerate(EXPORTED):
            reporter.progress(number, len(EXPORTED), Message("Writing"))
            if job.onnx:
                with_optical = number > 0
                write_onnx(network, new / (head + ONNX), not with_optical, with_optical)
            write_item(stac_item(manifest, new, head, parameters, TILE_SIZE), new, head)
        files = sorted(path.name for path in new.iterdir())
    return ExportResult(job.out, manifest.name, files, parameters, round(timing.total, 2))
