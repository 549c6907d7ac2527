"""The arguments of the commands that find buildings, and the jobs that they stand for."""

from __future__ import annotations

import argparse
from typing import Any

from ..hatch.errors import InputError
from ..hatch.jobs import ClusterJob, ExtractJob, Job, OutlineJob, PartJob
from .argument_help import PROBABILITY, VECTOR_OUTPUT, Parser, threshold


def add_extract(commands: Any, images: Parser, careful: Parser, output: Parser) -> None:
    """The command ``extract``."""
    extract = commands.add_parser(
        "extract", parents=[images, careful, output], help="footprints of a scene"
    )
    extract.add_argument(
        "--min-area",
        dest="min_area_m2",
        type=float,
        default=ExtractJob.min_area_m2,
        help="smallest area in m2",
    )
    extract.add_argument("--out", required=True, help=f"{VECTOR_OUTPUT}; with --part: .part")
    extract.add_argument("--probability", default="", help=PROBABILITY)
    _add_parts(extract)


def _add_parts(extract: Parser) -> None:
    """Options of ``extract`` for more than one machine."""
    extract.add_argument(
        "--part",
        type=_part,
        metavar="I/N",
        help="compute only the I-th of N parts, for join; default: the whole scene",
    )
    extract.add_argument(
        "--all-pixels",
        action="store_true",
        help="with --part: also pixels below the threshold, for join --probability",
    )
    extract.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="of a Dask cluster that computes the parts, or local:N; default: this process",
    )
    extract.add_argument(
        "--parts",
        type=int,
        help="with --scheduler: number of parts; default: by the height of the scene",
    )


def add_outline_part(commands: Any, output: Parser) -> None:
    """The command ``outline-part``."""
    outline = commands.add_parser(
        "outline-part", parents=[output], help="footprints of one part, which join then copies"
    )
    outline.add_argument("part", help="file that extract --part wrote")
    outline.add_argument("--after", default="", help="the part before; default: none, as it is 1/N")


def add_join(commands: Any, output: Parser) -> None:
    """The command ``join``."""
    join = commands.add_parser("join", parents=[output], help="footprints from parts of a scene")
    join.add_argument("parts", nargs="+", help="files that extract --part wrote, in any order")
    join.add_argument("--threshold", type=threshold, help="0..1; default: that of the parts")
    join.add_argument(
        "--min-area",
        dest="min_area_m2",
        type=float,
        help="smallest area in m2; default: that of the parts",
    )
    join.add_argument("--out", required=True, help=VECTOR_OUTPUT)
    join.add_argument("--probability", default="", help=PROBABILITY)


def add_building(commands: Any, rasters: Parser, model: Parser) -> None:
    """The command ``building``."""
    building = commands.add_parser(
        "building", parents=[rasters, model], help="the footprint of one building"
    )
    building.add_argument(
        "--inside",
        action="extend",
        nargs="+",
        type=float,
        required=True,
        metavar="X Y",
        help="points of it",
    )
    building.add_argument(
        "--outside",
        action="extend",
        nargs="+",
        type=float,
        default=[],
        metavar="X Y",
        help="points outside it; default: none",
    )
    building.add_argument("--previous", default="", help="footprint to correct, WKT; default: none")


def add_outline(commands: Any, output: Parser) -> None:
    """The command ``outline``."""
    outline = commands.add_parser(
        "outline", parents=[output], help="footprints at another threshold, at once"
    )
    outline.add_argument("probability", help="GeoTIFF that extract --probability wrote")
    outline.add_argument(
        "--threshold", type=threshold, help="0..1; default: that of the extraction"
    )
    outline.add_argument(
        "--min-area",
        dest="min_area_m2",
        type=float,
        default=OutlineJob.min_area_m2,
        help="smallest area in m2",
    )
    outline.add_argument("--out", required=True, help=VECTOR_OUTPUT)


def extract_job(values: dict[str, Any]) -> Job:
    """The extraction of a scene, or of a part, here or on a cluster. Raises InputError."""
    part, all_pixels = values.pop("part"), values.pop("all_pixels")
    scheduler, parts = values.pop("scheduler"), values.pop("parts")
    if part and scheduler:
        raise InputError("--part and --scheduler are given; choose one of them.")
    if all_pixels and not part:
        raise InputError("--all-pixels needs --part; leave it out, or add --part I/N.")
    if parts is not None and not scheduler:
        raise InputError("--parts needs --scheduler; leave it out, or use --part I/N.")
    if not part:
        job = ExtractJob(**values)
        return ClusterJob(job, scheduler, parts or ClusterJob.parts) if scheduler else job
    if values.pop("probability"):
        raise InputError("--probability does not go with --part; give it to join.")
    return PartJob(part=part[0], parts=part[1], all_pixels=all_pixels, **values)


def _part(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal()):
        raise argparse.ArgumentTypeError("a part is I/N, such as 2/8")
    return int(number), int(count)


def points(option: str, numbers: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Pairs of x and y. Raises InputError if a number is left over."""
    if len(numbers) % 2:
        raise InputError(
            "{option} has an odd number of coordinates; give x and y of each point.", option=option
        )
    return tuple(zip(numbers[::2], numbers[1::2]))
