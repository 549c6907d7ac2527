"""The arguments of the command line, and the jobs that they stand for."""

from __future__ import annotations

import argparse
from typing import Any

from ..hatch.jobs import (
    AUTO,
    JOBS,
    POLARISATIONS,
    PREDICTION_DEVICES,
    RADIOMETRIES,
    SAR_OUTPUTS,
    STYLES,
    CompareJob,
    ExtractJob,
    Job,
    LabelNextJob,
    OsmJob,
    RegulariseJob,
    SceneInput,
    Spacenet6Job,
    TrainJob,
)
from .argument_help import (
    BANDS,
    CRS,
    LAYER,
    MODEL,
    OPTICAL,
    OVERWRITE,
    PREDICTION_DEVICE,
    RADIOMETRY,
    SAR,
    VECTOR_OUTPUT,
    Parser,
    pop_fields,
    threshold,
)
from .extract_arguments import (
    add_building,
    add_extract,
    add_join,
    add_outline,
    add_outline_part,
    extract_job,
    points,
)
from .training_arguments import add_train, training_job


def make_parser(program: str | None = None) -> Parser:
    """The parser, with a subcommand for each job; CheckJob is ``train --check``.

    ``program`` is the name in the help, by default that of the script.
    """
    parser = Parser(prog=program, description="CMH-CL Footprints")
    commands = parser.add_subparsers(dest="command", required=True)
    rasters, model, output = _raster_options(), _model_options(), _output_options()
    images, careful = _area_options(rasters), _careful_option(model)
    add_extract(commands, images, careful, output)
    add_outline_part(commands, output)
    add_join(commands, output)
    add_building(commands, rasters, model)
    add_outline(commands, output)
    _add_regularise(commands, output)
    _add_osm(commands, output)
    _add_evaluate(commands, images, careful)
    _add_compare(commands, output)
    _add_label_next(commands, output)
    commands.add_parser("inspect", parents=[images], help="what a SAR raster is")
    add_train(commands)
    _add_export(commands, output)
    _add_simulate(commands, output)
    _add_spacenet6(commands, output)
    return parser


def _add_regularise(commands: Any, output: Parser) -> None:
    regularise = commands.add_parser(
        "regularise", parents=[output], help="straight walls for polygons of any source"
    )
    regularise.add_argument("polygons", help=f"vector file{LAYER}")
    regularise.add_argument(
        "--tolerance",
        dest="tolerance_m",
        type=float,
        default=RegulariseJob.tolerance_m,
        help="metres by which a wall may miss the outline",
    )
    regularise.add_argument("--out", required=True, help=VECTOR_OUTPUT)


def _add_osm(commands: Any, output: Parser) -> None:
    osm = commands.add_parser(
        "osm", parents=[output], help="buildings for OpenStreetMap's editors JOSM and Rapid"
    )
    osm.add_argument("polygons", help=f"vector file{LAYER}")
    osm.add_argument("--source", default=OsmJob.source, help="tag source: which imagery it is from")
    osm.add_argument(
        "--accepted", action="store_true", help="only footprints that a review in QGIS accepted"
    )
    osm.add_argument(
        "--keep-outlines", dest="square", action="store_false", help="do not straighten walls"
    )
    osm.add_argument("--out", required=True, help="file to write: .osm (JOSM) or .geojson (Rapid)")


def _add_evaluate(commands: Any, images: Parser, careful: Parser) -> None:
    evaluate = commands.add_parser(
        "evaluate", parents=[images, careful], help="figures against labels"
    )
    evaluate.add_argument(
        "--labels", required=True, help=f"vector file of building polygons{LAYER}"
    )


def _add_compare(commands: Any, output: Parser) -> None:
    compare = commands.add_parser(
        "compare", parents=[output], help="differences between two layers of polygons"
    )
    compare.add_argument("polygons", help=f"vector file to check, or the newer map{LAYER}")
    compare.add_argument("reference", help=f"vector file of the reference, or the older map{LAYER}")
    compare.add_argument(
        "--min-iou",
        type=float,
        default=CompareJob.min_iou,
        help="from which two polygons are the same building",
    )
    compare.add_argument(
        "--changed-iou",
        type=float,
        default=CompareJob.changed_iou,
        help="below which the same building has changed",
    )
    compare.add_argument(
        "--max-shift",
        dest="max_shift_m",
        type=float,
        default=CompareJob.max_shift_m,
        help="metres beyond which the same building has changed",
    )
    compare.add_argument(
        "--area",
        default="",
        help=f"vector file whose polygons limit the comparison{LAYER}; default: everything",
    )
    compare.add_argument(
        "--probability", default="", help="GeoTIFF that extract --probability wrote; default: none"
    )
    compare.add_argument("--out", required=True, help=VECTOR_OUTPUT)


def _add_label_next(commands: Any, output: Parser) -> None:
    label_next = commands.add_parser(
        "label-next", parents=[output], help="blocks where the model is least certain"
    )
    label_next.add_argument("probability", help="GeoTIFF that extract --probability wrote")
    label_next.add_argument(
        "--count", type=int, default=LabelNextJob.count, help="number of blocks, at most"
    )
    label_next.add_argument(
        "--block", dest="block_m", type=float, default=LabelNextJob.block_m, help="side in metres"
    )
    label_next.add_argument("--out", required=True, help=VECTOR_OUTPUT)


def _add_export(commands: Any, output: Parser) -> None:
    export = commands.add_parser(
        "export", parents=[output], help="a model as ONNX and as STAC items, for other programs"
    )
    export.add_argument("model", nargs="?", default="", help=MODEL)
    export.add_argument(
        "--no-onnx", dest="onnx", action="store_false", help="STAC items and weights only"
    )
    export.add_argument("--out", required=True, help="folder to write")


def _raster_options() -> Parser:
    """Options of every command that reads one scene."""
    options = Parser(add_help=False)
    options.add_argument("--sar", action="extend", nargs="+", required=True, help=SAR)
    options.add_argument("--optical", default="", help=OPTICAL)
    options.add_argument(
        "--polarisations", action="extend", nargs="+", default=[], choices=POLARISATIONS, help=BANDS
    )
    options.add_argument(
        "--radiometry", default=AUTO, choices=(AUTO, *RADIOMETRIES), help=RADIOMETRY
    )
    options.add_argument("--sar-crs", default="", help=CRS)
    options.add_argument("--optical-crs", default="", help=CRS)
    return options


def _area_options(rasters: Parser) -> Parser:
    """Options of every command that reads a part of one scene."""
    options = Parser(add_help=False, parents=[rasters])
    options.add_argument(
        "--area",
        default="",
        help=f"vector file whose polygons limit the work{LAYER}; default: the whole scene",
    )
    return options


def _model_options() -> Parser:
    """Options of every command that predicts."""
    options = Parser(add_help=False)
    options.add_argument("--model", default="", help=MODEL)
    options.add_argument("--threshold", type=threshold, help="0..1; default: the model's own")
    options.add_argument(
        "--device", default=AUTO, choices=PREDICTION_DEVICES, help=PREDICTION_DEVICE
    )
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
    options.add_argument("--overwrite", action="store_true", help=OVERWRITE)
    return options


def _add_simulate(commands: Any, output: Parser) -> None:
    simulate = commands.add_parser("simulate", parents=[output], help="one simulated scene")
    simulate.add_argument(
        "--seed", type=int, required=True, help="the same seed gives the same scene"
    )
    simulate.add_argument("--size", type=int, required=True, help="side in pixels")
    simulate.add_argument("--out", required=True, help="folder to write")
    simulate.add_argument(
        "--city", default="", help="CityJSON, CityJSONSeq or GeoJSON; default: a generated city"
    )
    simulate.add_argument(
        "--style", default="", choices=STYLES, help="kind of city to generate; default: any"
    )
    simulate.add_argument(
        "--output", default="db", choices=SAR_OUTPUTS, help="what values of sar.tif are"
    )
    simulate.add_argument(
        "--polarisations",
        nargs="+",
        default=list(POLARISATIONS),
        choices=POLARISATIONS,
        help="bands of sar.tif",
    )


def _add_spacenet6(commands: Any, output: Parser) -> None:
    spacenet6 = commands.add_parser(
        "spacenet6", parents=[output], help="prepare the training data of SpaceNet 6"
    )
    spacenet6.add_argument("folder", help="AOI_11_Rotterdam of the unpacked tarball")
    spacenet6.add_argument("--out", required=True, help="folder to write")
    spacenet6.add_argument(
        "--folds", type=int, default=Spacenet6Job.folds, help="number of cross-validation folds"
    )
    spacenet6.add_argument(
        "--guard-m",
        type=float,
        default=Spacenet6Job.guard_m,
        help="least distance in metres between tiles of different sets",
    )


def job_of(arguments: argparse.Namespace) -> Job:
    """The job that the arguments stand for. Raises InputError if they do not make sense."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in vars(arguments).items()
        if name != "command"
    }
    if "area" in values:
        from ..footprints.area import read_area  # with rasterio, which --help does without

        values["area_path"] = values["area"]
        values["area"] = read_area(values["area"]) if values["area"] else None
    if arguments.command == TrainJob.name:
        return training_job(values)
    if "sar" in values:
        values["scene"] = pop_fields(SceneInput, values)
    if arguments.command == ExtractJob.name:
        return extract_job(values)
    for name in {"inside", "outside"} & values.keys():
        values[name] = points(f"--{name}", values[name])
    job: Job = JOBS[arguments.command](**values)
    return job
