"""Text of shapefiles that do not say its encoding."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.vector_file import read_features


@pytest.mark.parametrize(
    ("encoding", "text", "read", "is_doubtful"),
    [
        ("utf-8", "Straße Š", "Straße Š", False),
        ("latin-1", "Straße", "Straße", False),
        ("cp1252", "Škoda – €", "Škoda – €", True),
        ("cp437", "Größe", "Gr”áe", True),  # that of DOS, which cannot be known
    ],
)
def test_letters_that_latin_1_lacks_are_those_of_windows_with_a_note(
    tmp_path: Path, encoding: str, text: str, read: str, is_doubtful: bool
) -> None:
    path = tmp_path / "a.shp"
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([shapely.box(0, 0, 1, 1)]),
        field_data=[np.array([text], dtype=object)],
        fields=["name"],
        crs="EPSG:32631",
        geometry_type="Polygon",
        encoding="utf-8",
    )
    path.with_suffix(".cpg").unlink()
    table = path.with_suffix(".dbf")
    stored, wanted = text.encode(), text.encode(encoding)
    content = table.read_bytes().replace(stored, wanted.ljust(len(stored)))
    table.write_bytes(content[:29] + b"\0" + content[30:])  # the number of the encoding
    found = read_features(path)
    assert found.fields["name"].tolist() == [read]
    assert ["letters with accents" in note for note in found.notes] == [True] * is_doubtful
