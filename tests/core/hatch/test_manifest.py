"""Manifests: what is read is what was written; what no model can have is refused."""

from __future__ import annotations

import json
import math
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.hatch.errors import InputError, ModelError
from core.hatch.library import entry_of
from core.hatch.manifest import (
    LARGEST,
    LONGEST_NAME,
    MANIFEST,
    PRESETS,
    RANGES,
    WEIGHTS,
    Manifest,
    model_name,
    read_manifest,
    write_manifest,
)
from core.networks import PRESETS as NETWORKS

VALUES = {
    "format": 1,
    "name": "Łódź 2026",
    "notice": "Take care.",
    "preset": "light",
    "pixel_size_m": 0.8,
    "threshold": 0.4,
    "sha256": "sha256:" + "0" * 64,
}
# What is not shown or changes the direction or the line of the text around.
UNSEEN = "\xad\u061c\u200b\u200e\u200f\u2060\ufeff\U000e0041"
DIRECTIONS = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cf"], exclude_characters=DIRECTIONS
)
NAMES = st.text(CHARACTERS, max_size=40).filter(str.strip)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
HOSTILE = [
    ("pixel_size_m", 0),
    ("pixel_size_m", -0.8),
    ("pixel_size_m", math.nan),
    ("pixel_size_m", math.inf),
    ("pixel_size_m", 1e9),
    ("pixel_size_m", 10**400),
    ("pixel_size_m", True),
    ("pixel_size_m", "0.8"),
    ("threshold", math.nan),
    ("threshold", 7),
    ("threshold", -0.1),
    ("threshold", None),
    ("name", "x" * 1_000_000),
    ("name", ["a"]),
    ("name", "two\nlines"),
    ("name", ""),
    ("name", " \u00a0\u3000 "),
    *(("name", f"a{character}b") for character in DIRECTIONS + UNSEEN + "\x85"),
    ("notice", "safe \u202e"),
    ("parent", "\u2066"),
    ("notice", "x" * 1_000_000),
    ("notice", {}),
    ("parent", "x" * 300),
    ("preset", 4),
    ("sha256", "zz"),
    ("fixed_look", 1),
    ("training", []),
    ("figures", "none"),
    ("versions", {"torch": 2}),
]


def write(folder: Path, values: Any) -> Path:
    (folder / MANIFEST).write_text(json.dumps(values), encoding="utf-8")
    (folder / WEIGHTS).touch()
    return folder


def test_presets_are_the_networks_that_can_be_built() -> None:
    assert set(PRESETS) == set(NETWORKS)


@given(NAMES, st.floats(*RANGES["pixel_size_m"]), st.floats(0, 1))
def test_manifest_is_read_as_written(name: str, pixel_size_m: float, threshold: float) -> None:
    manifest = Manifest(name, name, "light", pixel_size_m, threshold, "0" * 64)
    with tempfile.TemporaryDirectory() as folder:
        write_manifest(manifest, Path(folder))
        assert read_manifest(Path(folder)) == manifest


@pytest.mark.parametrize(("field", "value"), HOSTILE)
def test_value_that_no_model_can_have_is_refused_by_name(
    field: str, value: Any, tmp_path: Path
) -> None:
    folder = write(tmp_path, {**VALUES, field: value})
    with pytest.raises(ModelError) as caught:
        read_manifest(folder)
    sentence = str(caught.value)
    assert (f"no valid {field} (" in sentence or "more than 1,048,576 bytes" in sentence) and str(
        folder
    ) in sentence
    assert len(sentence) < 300 + len(str(folder)) and "\n" not in sentence
    assert entry_of(folder).manifest is None


@settings(max_examples=300)
@given(st.sampled_from(sorted({**VALUES, "training": 0, "figures": 0, "versions": 0})), JSON)
def test_any_value_is_either_valid_or_refused_in_one_sentence(field: str, value: Any) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), {**VALUES, field: value})
        try:
            manifest = read_manifest(folder)
        except InputError as error:
            assert "\n" not in str(error) and len(str(error)) < 500
        else:
            for bounded, (low, high) in RANGES.items():
                assert low <= getattr(manifest, bounded) <= high
            assert max(len(manifest.name), len(manifest.parent)) <= LONGEST_NAME


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        json.dumps({**VALUES, "training": json.loads('{"a":' * 200 + "1" + "}" * 200)}),
        json.dumps({**VALUES, "figures": "x" * LARGEST}),
        '{"name": "\\ud800"}',
        "\ufeff{}",
        "9" * 5000,
    ],
    ids=["brackets", "levels", "size", "surrogate", "mark", "digits"],
)
def test_file_that_is_no_manifest_is_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        read_manifest(tmp_path)
    assert len(str(caught.value)) < 400


def test_unknown_network_makes_a_broken_model(tmp_path: Path) -> None:
    entry = entry_of(write(tmp_path, {**VALUES, "preset": "vast"}))
    assert entry.manifest is None and "'vast'" in entry.problem


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" a\n b ", "a b"),
        ("x" * 999, "x" * LONGEST_NAME),
        ("Łódź", "Łódź"),
        ("a\u2028b\u202e", "a b"),
        ("a\u200db\u200b", "a\u200db"),
        ("\u202e \x85", ""),
    ],
)
def test_name_of_a_new_model_can_be_read_again(text: str, name: str) -> None:
    assert model_name(text) == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none", "The model does not exist; choose another model: "),
        ("file/below", "The model does not exist; choose another model: "),
        ("folder", r"is not a model: .*; choose a model folder: "),
        ("file", r"is not a model: .*; choose a model folder: "),
    ],
)
def test_what_is_no_model_is_to_be_replaced_by_another(
    tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("no model", encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        read_manifest(tmp_path / name)
