"""Date-times with their offsets from UTC, as columns of vector files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import numpy as np

# A column in which some have an offset: the time as clocks there show it, and GDAL's number of the
# time zone. Without any offset a column is of the type datetime64.
ZONED = np.dtype([("time", "datetime64[ms]"), ("zone", np.int16)])
_UTC = 100  # GDAL's number, plus the offset in quarters of an hour; 0 and 1 are of no known offset
_QUARTER = timedelta(minutes=15)
_TEXT = re.compile(r"(.+[T ][\d:.]+)(Z|[+-]\d\d(?::?\d\d)?)?")
_FIRST, _LAST = np.datetime64("0001-01-01"), np.datetime64("9999-12-31")  # that formats can store


def from_texts(texts: Iterable[str | None]) -> np.ndarray:
    """Date-times [n] written as in ISO 8601, of the type ZONED if one has an offset.

    Raises ValueError for one that does not exist.
    """
    rows = [_from_text(text) for text in texts]
    values = np.array(rows, dtype=ZONED)
    return values if (values["zone"] > 1).any() else values["time"].copy()


def existing_dates(texts: Iterable[str | None]) -> np.ndarray:
    """Dates [n] written as year, month and day, without those that do not exist."""
    return storable(np.array([_date(text) for text in texts], "datetime64[D]"))


def from_utc(times: np.ndarray, zone: str) -> np.ndarray:
    """Date-times [n] in UTC -> those of a time zone, as ZONED; in UTC if the zone is not known."""
    known = _zone_of(zone)
    instants, rows = np.unique(times, return_inverse=True)
    quarters = np.array([_quarters(one, known) for one in instants.tolist()], np.int16)[rows]
    values = np.empty(len(times), ZONED)
    values["time"] = storable(times + quarters * np.timedelta64(_QUARTER))
    values["zone"] = _UTC + quarters
    return values


def to_utc(values: np.ndarray) -> tuple[np.ndarray, str]:
    """Date-times [n] of the type ZONED in UTC, and their offset as text, "UTC" if they differ.

    Those whose offset is not known are taken to be in UTC.
    """
    zones = values["zone"]
    quarters = np.where(zones > 1, zones.astype(np.int64) - _UTC, 0)
    times: np.ndarray = values["time"] - quarters * np.timedelta64(_QUARTER)
    found = np.unique(quarters[~np.isnat(times)])
    if len(found) != 1 or found[0] == 0:
        return times, "UTC"
    hours, minutes = divmod(abs(int(found[0])) * 15, 60)
    return times, f"{'-' if found[0] < 0 else '+'}{hours:02}:{minutes:02}"


def storable(times: np.ndarray) -> np.ndarray:
    """Dates or date-times [n], without those that formats of vector files cannot store."""
    kept: np.ndarray = np.where((times < _FIRST) | (times > _LAST), np.datetime64("NaT"), times)
    return kept.astype(times.dtype)


def _date(text: str | None) -> np.datetime64:
    with suppress(ValueError):
        return np.datetime64((text or "NaT").replace("/", "-"), "D")
    return np.datetime64("NaT")


def _from_text(text: str | None) -> tuple[np.datetime64, int]:
    found = _TEXT.fullmatch(text or "")
    if not found:
        return np.datetime64("NaT", "ms"), 0
    time = np.datetime64(found[1].replace("/", "-"), "ms")
    if not found[2]:
        return time, 0
    digits = found[2].replace("Z", "+00").replace(":", "").ljust(5, "0")
    minutes = int(digits[1:3]) * 60 + int(digits[3:])
    return time, _UTC + round(minutes / 15) * (-1 if digits[0] == "-" else 1)


def _zone_of(name: str) -> tzinfo:
    """The time zone of this name or offset, UTC if it is not known here."""
    with suppress(ValueError):
        return datetime.strptime(name, "%z").tzinfo or timezone.utc
    with suppress(ValueError, KeyError, OSError):
        return ZoneInfo(name)
    return timezone.utc


def _quarters(instant: datetime | None, zone: tzinfo) -> int:
    """Quarters of an hour that clocks are ahead of UTC at an instant in UTC."""
    offset = None
    if instant is not None:
        with suppress(OverflowError):  # in the first or the last year
            offset = instant.replace(tzinfo=timezone.utc).astimezone(zone).utcoffset()
    return round((offset or timedelta()) / _QUARTER)
