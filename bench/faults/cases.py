"""The jobs that faults happen to, on the inputs of one small folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from core.command_line.arguments import job_of, make_parser
from core.hatch.jobs import Job
from core.hatch.library import CHECKPOINT
from core.hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE

INPUTS, OTHERS, OUTPUTS, TEMPORARY = "in", "others", "out", "tmp"
AREA_FILE, PROBABILITY_FILE, MODEL_FOLDER = "area.geojson", "probabilities.tif", "base"
WEIGHTS = f"{MODEL_FOLDER}/weights.safetensors"


@dataclass(frozen=True)
class Case:
    """A kind of job.

    Attributes
    ----------
    name
        Name in the table.
    command
        Arguments of the command line, in which IN/ and OUT/ stand for the folders.
    former
        Further arguments, with which the result is another one: an earlier output.
    sources
        Files that it reads, relative to the folder of inputs.
    outputs
        Files and folders that it writes, relative to the folder of outputs.
    checkpoint
        The output that is there only while the job is not done, "" if there is none.
    """

    name: str
    command: str
    former: tuple[str, ...]
    sources: tuple[str, ...]
    outputs: tuple[str, ...] = ()
    checkpoint: str = ""

    def arguments(self, folder: Path, overwrite: bool = False) -> list[str]:
        """The arguments of the command line in this folder."""
        places = {"IN/": f"{folder / INPUTS}/", "OUT/": f"{folder / OUTPUTS}/"}
        words = self.command.split()
        for short, place in places.items():
            words = [word.replace(short, place) for word in words]
        return [*words, "--overwrite"] if overwrite and self.outputs else words

    def job(self, folder: Path, overwrite: bool = False) -> Job:
        """The job that they stand for."""
        return job_of(make_parser().parse_args(self.arguments(folder, overwrite)))

    def earlier(self) -> Case:
        """The same job with the result of an earlier run."""
        return replace(self, command=" ".join([self.command, *self.former]))


_SCENE = "--sar IN/sar.tif --optical IN/optical.tif"
CASES = {
    case.name: case
    for case in (
        Case(
            "extract",
            f"extract {_SCENE} --model IN/base --out OUT/f.gpkg --probability OUT/p.tif",
            ("--threshold", "0.6"),
            (SAR_FILE, OPTICAL_FILE, WEIGHTS),
            ("f.gpkg", "p.tif"),
        ),
        Case(
            "click",
            "extract --sar IN/sar.tif --model IN/base --area IN/area.geojson --out OUT/1.gpkg",
            ("--threshold", "0.6"),
            (SAR_FILE,),
            ("1.gpkg",),
        ),
        Case(
            "outline",
            f"outline IN/{PROBABILITY_FILE} --out OUT/f.gpkg",
            ("--threshold", "0.6"),
            (PROBABILITY_FILE,),
            ("f.gpkg",),
        ),
        Case(
            "finetune",
            f"train {_SCENE} --labels IN/buildings.geojson --base IN/base --out OUT/model "
            "--steps 3 --batch 2",
            ("--seed", "5"),
            (SAR_FILE, OPTICAL_FILE, LABELS_FILE, WEIGHTS),
            ("model",),
            f"model{CHECKPOINT}",
        ),
        Case(
            "regularise",
            "regularise IN/buildings.geojson --out OUT/r.fgb",
            ("--tolerance", "2"),
            (LABELS_FILE,),
            ("r.fgb",),
        ),
        Case(
            "evaluate",
            f"evaluate {_SCENE} --labels IN/buildings.geojson --model IN/base",
            (),
            (SAR_FILE, OPTICAL_FILE, LABELS_FILE),
        ),
        Case(
            "simulate",
            "simulate --seed 1 --size 64 --out OUT/scene",
            ("--seed", "2"),
            (),
            tuple(f"scene/{name}" for name in (SAR_FILE, OPTICAL_FILE, LABELS_FILE)),
        ),
    )
}
