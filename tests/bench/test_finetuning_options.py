"""The options of the benches that fine-tune."""

from __future__ import annotations

from bench import finetuning_options
from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import read_manifest


def test_figures_of_a_base_and_an_effort_have_a_folder_of_their_own(tmp_path):
    parser = parser_of("What it does.\n\nMore.", "some")
    quick, thorough = (
        parser.parse_args(["real", "--work", str(tmp_path), "--effort", effort])
        for effort in ("quick", "thorough")
    )
    sha256 = read_manifest(DEFAULT_MODEL).sha256[:8]
    assert parser.description == "What it does."
    assert work_of(quick) == tmp_path / f"{sha256}-quick" and work_of(quick).is_dir()
    assert work_of(thorough) != work_of(quick)
    assert sha256 in title_of(quick) and title_of(quick).endswith("quick")


def test_scenes_are_chosen_by_name(tmp_path, monkeypatch):
    folders = [tmp_path / name for name in ("a", "b")]
    monkeypatch.setattr(finetuning_options, "with_buildings", lambda *_: folders)
    parser = parser_of("", "some")
    assert scenes_of(parser.parse_args([str(tmp_path)])) == folders
    assert scenes_of(parser.parse_args([str(tmp_path), "--scenes", "b"])) == folders[1:]
