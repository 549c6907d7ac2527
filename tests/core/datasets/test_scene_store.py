"""Scenes in memory-mapped files, and lists of parts of them."""

from __future__ import annotations

import pytest

from core.datasets.scene_store import ColumnRange, SceneStore, listed_scenes, read_list
from core.hatch.errors import InputError
from tests.builders.spacenet6 import PIXEL_M, SIZE


def test_a_list_gives_views_of_the_files(prepared):
    path = prepared / "fold0" / "train.windows"
    scenes = listed_scenes(path, PIXEL_M)
    assert [scene.building.shape for scene in scenes] == [
        (SIZE, window.last - window.first) for window in read_list(path)
    ]
    assert not any(scene.sar.flags.owndata or scene.sar.flags.writeable for scene in scenes)
    with pytest.raises(InputError, match=r"train with --pixel-size 0\.5"):
        listed_scenes(path, 0.8)


def test_a_file_that_is_not_a_list_of_scenes_is_refused(prepared, tmp_path):
    for text, sentence in (("x 1\n", "is not a list"), ("", "lists no scenes")):
        (tmp_path / "a.windows").write_text(text)
        with pytest.raises(InputError, match=sentence):
            read_list(tmp_path / "a.windows")
    with pytest.raises(InputError, match="has no prepared scenes"):
        listed_scenes(tmp_path / "fold0" / "a.windows", PIXEL_M)
    with pytest.raises(InputError, match="There is no scene x"):
        SceneStore(prepared).read(ColumnRange("x", 0, 100))
