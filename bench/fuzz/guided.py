"""Fuzz the parsers that are written in Python, guided by the code that an input reaches.

    make fuzz-guided [ARGS="--seconds 60"]

libFuzzer, through atheris, starts from the valid inputs and keeps those that reach new code. Only
for parsers without native libraries: a crash would end the run.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["core"]):
    from core.footprints.wkb import decode
    from core.hatch.errors import InputError
    from core.hatch.protocol import ProtocolError, decode_event, decode_request, ended_job
    from core.hatch.references import check_references
    from core.simulator.cityfiles import read_city

from .kind import check_sentence
from .kinds import KINDS

LONGEST = 20_000  # bytes of an input


def _request(data: bytes, _: Path) -> None:
    try:
        decode_request(data)
    except ProtocolError as error:
        check_sentence(str(error))


def _event(data: bytes, _: Path) -> None:
    try:
        decode_event(data)
    except ProtocolError as error:
        check_sentence(str(error))
        ended_job(data)


def _city(data: bytes, folder: Path) -> None:
    path = folder / "city.json"
    path.write_bytes(data)
    read_city(path)


def _references(data: bytes, folder: Path) -> None:
    path = folder / "virtual.vrt"
    path.write_bytes(data)
    check_references(path)


def _wkb(data: bytes, _: Path) -> None:
    decode([data])


# Each parser, and the kind whose valid inputs it starts from.
PARSERS: dict[str, tuple[Callable[[bytes, Path], None], str]] = {
    "requests": (_request, "requests"),
    "events": (_event, "events"),
    "cities": (_city, "cities"),
    "references": (_references, "rasters"),
    "wkb": (_wkb, ""),
}


def main() -> int:
    """Run each parser in a process of its own; the exit status."""
    parser = argparse.ArgumentParser(prog="bench.fuzz.guided")
    parser.add_argument("parsers", nargs="*", choices=[*PARSERS, []], help="default: all")
    parser.add_argument("--seconds", type=int, default=60, help="for each parser")
    options = parser.parse_args()
    failed = []
    for name in options.parsers or PARSERS:
        process = multiprocessing.Process(target=_run, args=(name, options.seconds))
        process.start()
        process.join()
        if process.exitcode:
            failed.append(name)
    print("faults in: " + (", ".join(failed) or "none"), flush=True)
    return bool(failed)


def _run(name: str, seconds: int) -> None:
    """Fuzz a parser; ends the process with another status than 0 at the first fault."""
    read, kind = PARSERS[name]
    with tempfile.TemporaryDirectory() as temporary:
        made, corpus, room = (Path(temporary, part) for part in ("made", "corpus", "room"))
        for folder in (made, corpus, room):
            folder.mkdir()
        for number, sample in enumerate(KINDS[kind].seeds(made) if kind else ()):
            if len(sample.data) <= LONGEST:
                (corpus / str(number)).write_bytes(sample.data)

        def try_one(data: bytes) -> None:
            try:
                read(data, room)
            except InputError as error:
                check_sentence(str(error))

        print(name, flush=True)
        limits = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            "-timeout=20",
            "-verbosity=0",
        ]
        found = f"-artifact_prefix=build/fuzz/{name}-"
        Path("build", "fuzz").mkdir(parents=True, exist_ok=True)
        atheris.Setup(
            [
                sys.argv[0],
                str(corpus),
                *limits,
                "-rss_limit_mb=4096",
                "-print_final_stats=1",
                found,
            ],
            try_one,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
