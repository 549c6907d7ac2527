"""Files of parts: what comes back is exact, and damage is an error that names the file."""

from __future__ import annotations

import json
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.errors import InputError
from core.raster.blend import Strip
from core.raster.part_file import PartFile, PartHeader, PartWriter

WIDTH = 13
HEADER = PartHeader(
    *(2, 3, (6, 18), "", (0.5, 0.0, 10.0, 0.0, -0.5, 20.0), WIDTH, 30, 2.0),
    *("POLYGON ((0 0, 0 9, 9 9, 0 0))", "scene", "a model", 1 / 3, 20.0, "n", "m", 0.0),
)


def strips(seed: int) -> list[Strip]:
    """Two strips with invalid pixels."""
    rng = np.random.default_rng(seed)
    made = []
    for row in (6, 10):
        valid = rng.random((row - 2, WIDTH)) < rng.choice([0.0, 0.7, 1.0])
        values = rng.random((3, *valid.shape), dtype=np.float32) * valid
        made.append(Strip(row, values[0], values[1], valid, values[2]))
    return made


def write(path: Path, header: PartHeader = HEADER, seed: int = 0) -> list[Strip]:
    made = strips(seed)
    with PartWriter(path, header) as writer:
        for strip in made:
            writer.add(strip)
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 99), floor=st.sampled_from([0.0, 0.4, 1.0]))
def test_pixels_from_the_floor_on_come_back_exactly(
    tmp_path: Path, seed: int, floor: float
) -> None:
    made = write(tmp_path / "2.part", replace(HEADER, floor=floor), seed)
    file = PartFile(tmp_path / "2.part")
    assert file.header == replace(HEADER, floor=floor)
    for expected, strip in zip(made, file.strips(), strict=True):
        assert strip.row == expected.row
        np.testing.assert_array_equal(strip.valid, expected.valid)
        written = expected.probability >= floor
        for name in ("probability", "contact", "optical_share"):
            values = getattr(strip, name)
            assert values.dtype == np.float32
            np.testing.assert_array_equal(values, getattr(expected, name) * written)


@pytest.mark.parametrize(
    "values",
    [
        *({"area": text} for text in ("nonsense", "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 0 0))")),
        {"area": "GEOMETRYCOLLECTION (" * 200_000},
        *({"crs": text} for text in ("nonsense", "EPSG:5703")),
        *({"transform": numbers} for numbers in ([1, 0], [0] * 6, [1e300] * 6)),
        *({"width": number} for number in (0, -5, 10**12)),
        *({"height": number} for number in (3, 10**12)),
        *({"rows": rows} for rows in ([5, 2], [-3, 9])),
        *({"unit_m": number} for number in (0.0, -1.0, float("inf"))),
        *({"parts": number} for number in (0, 10**9)),
        *({"part": number} for number in (0, 7)),
        *({"threshold": 5.0}, {"floor": -1.0}, {"min_area_m2": float("nan")}),
    ],
)
def test_header_with_impossible_values_is_damaged(tmp_path: Path, values: dict) -> None:
    with zipfile.ZipFile(tmp_path / "bad.part", "w") as bad:
        bad.writestr("part.json", json.dumps({**asdict(HEADER), **values}))
    with pytest.raises(InputError, match=r"damaged or not a part of a scene.*bad\.part"):
        PartFile(tmp_path / "bad.part")


def test_header_has_the_grid_and_the_area() -> None:
    assert HEADER.grid.bounds == (10.0, 5.0, 16.5, 20.0) and HEADER.grid.unit_m == 2.0
    assert HEADER.area_polygon == shapely.Polygon([(0, 0), (0, 9), (9, 9)])
    assert replace(HEADER, area="").area_polygon is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_an_error_that_names_the_file_or_changes_nothing(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = tmp_path / "2.part"
    made = write(path)
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del content[place:]
    path.write_bytes(content)
    try:
        found = list(PartFile(path).strips())
    except InputError as error:
        assert str(path) in str(error) and "\n" not in str(error)
        return
    for expected, strip in zip(made, found, strict=True):
        np.testing.assert_array_equal(strip.probability, expected.probability)
        np.testing.assert_array_equal(strip.valid, expected.valid)


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.part"
    with pytest.raises(InputError, match=r"cannot be read \(No such file"):
        PartFile(path)
    path.write_text("the user's")
    with pytest.raises(InputError, match="damaged or not a part"):
        PartFile(path)
    for values, words in (
        ({**asdict(HEADER), "format": 99}, "another version"),
        ({**asdict(HEADER), "width": "wide"}, "width must be of type int"),
        ([], "another version"),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("part.json", json.dumps(values))
        with pytest.raises(InputError, match=words):
            PartFile(path)


def test_part_without_rows_has_no_strips(tmp_path: Path) -> None:
    with PartWriter(tmp_path / "x.part", replace(HEADER, rows=(6, 6))):
        pass
    assert list(PartFile(tmp_path / "x.part").strips()) == []
