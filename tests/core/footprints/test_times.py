"""Date-times with offsets from UTC: as text, in UTC and in other time zones."""

from __future__ import annotations

import numpy as np
import pytest

from core.footprints.times import ZONED, from_texts, from_utc, storable, to_utc


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2024-01-02T03:04:05Z", 100),
        ("2024-01-02T03:04:05+02:00", 108),
        ("2024-01-02T03:04:05-0330", 86),
        ("2024-01-02T03:04:05+05:45", 123),
        ("2024/01/02 03:04:05+02", 108),
    ],
)
def test_text_with_an_offset_has_its_zone(text: str, zone: int) -> None:
    (value,) = from_texts([text])
    assert value["time"] == np.datetime64("2024-01-02T03:04:05") and value["zone"] == zone


def test_texts_without_an_offset_have_no_zones() -> None:
    values = from_texts(["2024-01-02T03:04:05.678", None, "2024-01-02T03:04"])
    assert values.dtype == "datetime64[ms]" and np.isnat(values).tolist() == [False, True, False]
    assert from_texts([]).dtype == "datetime64[ms]"


def test_text_of_no_day_is_an_error() -> None:
    with pytest.raises(ValueError, match="out of range"):
        from_texts(["2024-02-30T03:04:05Z"])


@pytest.mark.parametrize(
    ("zone", "local", "number"),
    [
        ("UTC", "2024-07-01T12:00", 100),
        ("+02:00", "2024-07-01T14:00", 108),
        ("-03:30", "2024-07-01T08:30", 86),
        ("Nowhere/At all", "2024-07-01T12:00", 100),
    ],
)
def test_time_in_utc_is_shown_as_in_its_zone(zone: str, local: str, number: int) -> None:
    value, missing = from_utc(np.array(["2024-07-01T12:00", "NaT"], "datetime64[ms]"), zone)
    assert value["time"] == np.datetime64(local) and value["zone"] == number
    assert np.isnat(missing["time"])


def test_zone_with_summer_time_has_two_offsets() -> None:
    times = np.array(["2024-07-01T12:00", "2024-01-01T12:00"], "datetime64[ms]")
    values = from_utc(times, "Europe/Berlin")
    if (values["zone"] == 100).all():
        pytest.skip("there are no time zones on this computer")
    assert values["zone"].tolist() == [108, 104]
    np.testing.assert_array_equal(to_utc(values)[0], times)


@pytest.mark.parametrize(
    ("zones", "name"),
    [((108, 108), "+02:00"), ((86, 86), "-03:30"), ((100, 100), "UTC"), ((108, 100), "UTC")],
)
def test_times_in_utc_have_the_offset_that_all_have(zones: tuple[int, int], name: str) -> None:
    local = np.datetime64("2024-07-01T12:00", "ms")
    values = np.array([*((local, zone) for zone in zones), (np.datetime64("NaT"), 0)], ZONED)
    times, found = to_utc(values)
    assert found == name
    for time, zone in zip(times, zones):
        assert time == local - np.timedelta64(15 * (zone - 100), "m")


def test_times_beyond_the_year_9999_are_missing() -> None:
    times = np.array(["2024-01-01", "20000-01-01"], "datetime64[ms]")
    assert np.isnat(storable(times)).tolist() == [False, True]
    last = from_utc(np.array(["9999-12-30T23:00", "0001-01-01"], "datetime64[ms]"), "+14:00")
    assert np.isnat(last["time"]).tolist() == [True, False]
