"""The footprints of a scene from its parts, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..footprints.part_footprints import PartFootprintsFile
from ..footprints.vectorise import Footprints, Vectoriser
from ..hatch.messages import Message
from ..hatch.names import part_footprints_of
from ..raster.part_file import PartFile, PartHeader
from .outline_part import Report, completed_by, outlines_key, vectoriser_at, warmed_up


def footprints_of_parts(
    parts: Iterable[PartFile], settings: PartHeader, report: Report
) -> Iterator[Footprints]:
    """The batches of footprints of all parts in order, exactly those of the undivided scene.

    Threshold and smallest area are those of ``settings``. Footprints that ``outline_part`` has
    written for a part are used if its saved start state equals the current state; they are then the
    same as if they were computed here. Otherwise they are computed here.
    """
    state = vectoriser_at(0, settings).state()
    vectoriser: Vectoriser | None = None  # in this state, if there is one
    done: list[PartFile] = []
    for part in parts:
        if part.header.rows[0] == part.header.rows[1]:
            continue
        outlines = _footprints_of(part, settings)
        if outlines and outlines.header.before == state:
            yield from outlines.batches()
            state, vectoriser = outlines.header.after, None
            report(part.header.rows[1], part.header.height, Message("Joining"))
        else:
            vectoriser = vectoriser or _in_state(state, done, settings)
            yield from completed_by(part, vectoriser, report)
            state = vectoriser.state()
        done.append(part)


def _footprints_of(part: PartFile, settings: PartHeader) -> PartFootprintsFile | None:
    """The footprints that were written for a part with these settings, None if there are none."""
    path = Path(part_footprints_of(str(part.path)))
    own = part.header.threshold, part.header.min_area_m2
    if own != (settings.threshold, settings.min_area_m2) or not path.is_file():
        return None
    outlines = PartFootprintsFile(path)
    return outlines if outlines.header.part == outlines_key(part.header) else None


def _in_state(state: str, parts: Sequence[PartFile], settings: PartHeader) -> Vectoriser:
    """The vectoriser after these parts, by the last of them if that is enough."""
    for first in (max(0, len(parts) - 1), 0):
        vectoriser = vectoriser_at(0, settings)
        if first:
            vectoriser = warmed_up(parts[first].header, parts[first - 1])
        for part in parts[first:]:
            for strip in part.strips():
                vectoriser.add(strip)
        if vectoriser.state() == state:
            break
    return vectoriser
