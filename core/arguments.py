"""The arguments of the command line, and the jobs that they stand for."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from typing import Any

from .hatch.errors import InputError
from .hatch.jobs import (
    AUTO,
    DEVICES,
    DISTANCES,
    EFFORTS,
    JOBS,
    POLARISATIONS,
    RADIOMETRIES,
    SAR_OUTPUTS,
    SCHEDULES,
    SCOPES,
    STYLES,
    CheckJob,
    ExtractJob,
    FinetuneJob,
    Job,
    LossSettings,
    OutlineJob,
    RegulariseJob,
    SceneInput,
    Spacenet6Job,
    TrainingSettings,
    TrainJob,
)

Parser = argparse.ArgumentParser
_LAYER = ", or PATH|layername=NAME for one of its layers"

_VECTOR_OUTPUT = "vector file to write: .gpkg, .geojson, .fgb or .parquet"
_CRS = "EPSG:code or WKT, in place of that of the file"
_OVERWRITE = "replace an existing output of this program"


def make_parser(program: str | None = None) -> Parser:
    """The parser, with a subcommand for each job; CheckJob is ``train --check``.

    ``program`` is the name in the help, None: that of the script.
    """
    parser = Parser(prog=program, description="CMH-CL Footprints")
    commands = parser.add_subparsers(dest="command", required=True)
    rasters, model, output = _raster_options(), _model_options(), _output_options()
    images, careful = _area_options(rasters), _careful_option(model)
    extract = commands.add_parser(
        "extract", parents=[images, careful, output], help="footprints of a scene"
    )
    extract.add_argument("--min-area", type=float, default=ExtractJob.min_area_m2, help="m2")
    extract.add_argument("--out", required=True, help=_VECTOR_OUTPUT)
    extract.add_argument(
        "--probability", default="", help="GeoTIFF of probabilities to write, for outline"
    )

    _add_building(commands, rasters, model)

    outline = commands.add_parser(
        "outline", parents=[output], help="footprints at another threshold, at once"
    )
    outline.add_argument("probability", help="GeoTIFF that extract --probability wrote")
    outline.add_argument("--threshold", type=_share, help="0..1; default: that of the extraction")
    outline.add_argument("--min-area", type=float, default=OutlineJob.min_area_m2, help="m2")
    outline.add_argument("--out", required=True, help=_VECTOR_OUTPUT)

    regularise = commands.add_parser(
        "regularise", parents=[output], help="straight walls for polygons of any source"
    )
    regularise.add_argument("polygons", help=f"vector file{_LAYER}")
    regularise.add_argument(
        "--tolerance",
        dest="tolerance_m",
        type=float,
        default=RegulariseJob.tolerance_m,
        help="metres by which a wall may miss the outline",
    )
    regularise.add_argument("--out", required=True, help=_VECTOR_OUTPUT)

    evaluate = commands.add_parser(
        "evaluate", parents=[images, careful], help="figures against labels"
    )
    evaluate.add_argument(
        "--labels", required=True, help=f"vector file of building polygons{_LAYER}"
    )

    commands.add_parser("inspect", parents=[images], help="what a SAR raster is")
    _add_train(commands)
    _add_data_commands(commands, output)
    return parser


def _add_building(commands: Any, rasters: Parser, model: Parser) -> None:
    """The command ``building``."""
    building = commands.add_parser(
        "building", parents=[rasters, model], help="the footprint of one building"
    )
    building.add_argument(
        "--inside", nargs="+", type=float, required=True, metavar="X Y", help="points of it"
    )
    building.add_argument(
        "--outside", nargs="+", type=float, default=[], metavar="X Y", help="points beside it"
    )
    building.add_argument("--previous", default="", help="footprint to correct, WKT")


def _raster_options() -> Parser:
    """Options of every command that reads one scene."""
    options = Parser(add_help=False)
    options.add_argument("--sar", nargs="+", required=True, help="1 to 4 raster files")
    options.add_argument("--optical", default="", help="raster file of 1, 3 or 4 bands")
    options.add_argument(
        "--polarisations", nargs="+", default=[], choices=POLARISATIONS, help="in order of bands"
    )
    options.add_argument("--radiometry", default=AUTO, choices=(AUTO, *RADIOMETRIES))
    options.add_argument("--sar-crs", default="", help=_CRS)
    options.add_argument("--optical-crs", default="", help=_CRS)
    return options


def _area_options(rasters: Parser) -> Parser:
    """Options of every command that reads a part of one scene."""
    options = Parser(add_help=False, parents=[rasters])
    options.add_argument(
        "--area", default="", help=f"vector file whose polygons limit the work{_LAYER}"
    )
    return options


def _model_options() -> Parser:
    """Options of every command that predicts."""
    options = Parser(add_help=False)
    options.add_argument("--model", default="", help="model folder; default: the one shipped")
    options.add_argument("--threshold", type=_share, help="0..1; default: the model's own")
    options.add_argument("--device", default=AUTO, choices=DEVICES)
    return options


def _careful_option(model: Parser) -> Parser:
    """Options of every command that predicts a whole scene."""
    options = Parser(add_help=False, parents=[model])
    options.add_argument(
        "--careful", action="store_true", help="mean over eight views, about 8 times slower"
    )
    return options


def _output_options() -> Parser:
    """Options of every command that writes files."""
    options = Parser(add_help=False)
    options.add_argument("--overwrite", action="store_true", help=_OVERWRITE)
    return options


def _add_train(commands: Any) -> None:
    """The command ``train``; an option that is not given is not in the namespace."""
    train = commands.add_parser(
        "train",
        argument_default=argparse.SUPPRESS,
        help="train on folders of scenes, or fine-tune on an area of one scene",
        description="On folders of scenes: train SCENE ... --out MODEL. On a labelled area of your "
        "own: train --sar S --labels L --area A --base B --out MODEL.",
    )
    train.add_argument("--out", required=True, help="model folder to write")
    train.add_argument("--overwrite", action="store_true", help=_OVERWRITE)
    train.add_argument("--base", help="model folder to start from")
    train.add_argument("--scope", choices=SCOPES, help="what is trained")
    train.add_argument("--steps", type=int)
    train.add_argument("--batch", type=int)
    train.add_argument("--learning-rate", type=float)
    train.add_argument("--frozen-teacher", action="store_true", help="keep the base's OPT branch")
    train.add_argument("--seed", type=int)
    train.add_argument("--device", choices=DEVICES)
    _add_losses(train.add_argument_group("losses"))

    scenes = train.add_argument_group("folders of scenes")
    scenes.add_argument("scenes", nargs="*", help="sar.tif, optical.tif, buildings.geojson in each")
    scenes.add_argument("--validation", nargs="+", help="folders never trained on")
    scenes.add_argument("--imagenet", help="state dict for encoders without a base")
    scenes.add_argument("--preset", help="network without a base")
    scenes.add_argument("--crop", type=int, help="pixels, multiple of 32")
    scenes.add_argument("--schedule", choices=SCHEDULES)
    scenes.add_argument("--pixel-size", dest="pixel_size_m", type=float, help="metres")
    scenes.add_argument(
        "--fixed-look", action="store_true", help="don't turn scenes: layover falls one way in all"
    )
    scenes.add_argument("--patience", type=int, help="steps without a better validation")
    scenes.add_argument("--validate-every", type=int, help="steps")
    scenes.add_argument("--checkpoint-every", type=int, help="steps")

    area = train.add_argument_group("an area of your own")
    area.add_argument("--sar", nargs="+", help="1 to 4 raster files")
    area.add_argument("--optical", help="raster file of 1, 3 or 4 bands")
    area.add_argument("--labels", help=f"vector file of building polygons{_LAYER}")
    area.add_argument("--area", help="vector file: where the labels are complete")
    area.add_argument("--title", help="name of the model")
    area.add_argument("--effort", choices=EFFORTS)
    area.add_argument("--polarisations", nargs="+", choices=POLARISATIONS)
    area.add_argument("--radiometry", choices=(AUTO, *RADIOMETRIES))
    area.add_argument("--sar-crs", help=_CRS)
    area.add_argument("--optical-crs", help=_CRS)
    area.add_argument("--check", action="store_true", help="don't train: say what it would meet")


_ONLY_SCENES = {
    *("scenes", "validation", "imagenet", "preset", "crop", "schedule", "pixel_size_m"),
    *("fixed_look", "patience", "validate_every", "checkpoint_every"),
}
_ONLY_AREA = {
    *("sar", "optical", "labels", "area", "title", "effort", "polarisations", "radiometry"),
    *("sar_crs", "optical_crs", "check"),
}


def _add_losses(group: Any) -> None:
    for name in ("temperature", "lambda_msa", "lambda_mfa", "lambda_edge", "lambda_contact"):
        group.add_argument(f"--{name.replace('_', '-')}", type=float)
    group.add_argument("--distance", choices=DISTANCES)
    group.add_argument("--mutual", action="store_true", help="teach OPT by HAL too")
    group.add_argument(
        "--no-share", dest="share", action="store_false", help="L_msa without z_share"
    )
    group.add_argument(
        "--no-decoders", dest="decoders", action="store_false", help="L_msa without z"
    )


def _add_data_commands(commands: Any, output: Parser) -> None:
    """The commands that make training data."""
    simulate = commands.add_parser("simulate", parents=[output], help="one simulated scene")
    simulate.add_argument("--seed", type=int, required=True)
    simulate.add_argument("--size", type=int, required=True, help="pixels")
    simulate.add_argument("--out", required=True, help="folder to write")
    simulate.add_argument("--city", default="", help="CityJSON, CityJSONSeq or GeoJSON")
    simulate.add_argument("--style", default="", choices=STYLES, help="kind of city to generate")
    simulate.add_argument("--output", default="db", choices=SAR_OUTPUTS)
    simulate.add_argument(
        "--polarisations", nargs="+", default=list(POLARISATIONS), choices=POLARISATIONS
    )

    spacenet6 = commands.add_parser(
        "spacenet6", parents=[output], help="prepare the training data of SpaceNet 6"
    )
    spacenet6.add_argument("folder", help="AOI_11_Rotterdam of the unpacked tarball")
    spacenet6.add_argument("--out", required=True, help="folder to write")
    spacenet6.add_argument("--folds", type=int, default=Spacenet6Job.folds)
    spacenet6.add_argument("--guard-m", type=float, default=Spacenet6Job.guard_m)


def job_of(arguments: argparse.Namespace) -> Job:
    """The job that the arguments stand for. Raises InputError if they do not make sense."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in vars(arguments).items()
        if name != "command"
    }
    if "area" in values:
        from .footprints.area import read_area  # with rasterio, which --help does without

        values["area_path"] = values["area"]
        values["area"] = read_area(values["area"]) if values["area"] else None
    if "min_area" in values:
        values["min_area_m2"] = values.pop("min_area")
    if arguments.command == TrainJob.name:
        return _training_job(values)
    if "sar" in values:
        values["scene"] = _pop_fields(SceneInput, values)
    for name in {"inside", "outside"} & values.keys():
        values[name] = _points(f"--{name}", values[name])
    job: Job = JOBS[arguments.command](**values)
    return job


def _training_job(values: dict[str, Any]) -> Job:
    """The job of the command train, which has three. Raises InputError if they are mixed."""
    area = "sar" in values
    mixed = sorted(set(values) & (_ONLY_SCENES if area else _ONLY_AREA))
    if mixed:
        names = ", ".join("--" + name.replace("_", "-") for name in mixed)
        raise InputError(f"{names} cannot be combined with the other options; see train --help.")
    only_check = values.pop("check", False)
    losses = _pop_fields(LossSettings, values)
    kind: Any = FinetuneJob if area else TrainJob
    values["training"] = _pop_fields(
        TrainingSettings, values, replace(kind.training, losses=losses)
    )
    if kind is TrainJob:
        return TrainJob(**{"scenes": (), **values})
    if "labels" not in values:
        raise InputError(
            "There are no labels to train on; give a file of building polygons with --labels."
        )
    job = FinetuneJob(scene=_pop_fields(SceneInput, values), **values)
    return CheckJob(job) if only_check else job


def _pop_fields(cls: Any, values: dict[str, Any], defaults: Any = None) -> Any:
    """A dataclass made of the values named like its fields, which are removed from ``values``."""
    taken = {field.name: values.pop(field.name) for field in fields(cls) if field.name in values}
    return cls(**taken) if defaults is None else replace(defaults, **taken)


def _points(option: str, numbers: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Pairs of x and y. Raises InputError if a number is left over."""
    if len(numbers) % 2:
        raise InputError(f"{option} has an odd number of coordinates; give x and y of each point.")
    return tuple(zip(numbers[::2], numbers[1::2]))


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a threshold is between 0 and 1")
    return value
