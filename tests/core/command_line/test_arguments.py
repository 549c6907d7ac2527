"""The help of the command line, and its progress where no bar can be drawn."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from io import StringIO

import pytest
from tqdm import tqdm

from core.command_line.arguments import job_of, make_parser
from core.command_line.main import BAR, ProgressLines, _show, remaining
from core.hatch.errors import InputError
from core.hatch.events import Progress
from core.hatch.jobs import ClusterJob, ExtractJob, JoinJob, OutlinePartJob, PartJob, SceneInput

SWITCHES = (argparse._StoreTrueAction, argparse._StoreFalseAction, argparse._HelpAction)


def options() -> Iterator[tuple[str, argparse.ArgumentParser, argparse.Action]]:
    parser = make_parser("cmhcl")
    (commands,) = parser._subparsers._group_actions  # type: ignore[union-attr]
    for name, command in commands.choices.items():  # type: ignore[union-attr]
        for action in command._actions:
            yield f"{name} {'/'.join(action.option_strings) or action.dest}", command, action


@pytest.mark.parametrize(
    ("name", "command", "action"), [pytest.param(*option, id=option[0]) for option in options()]
)
def test_every_option_has_text_and_tells_its_default(name, command, action):
    assert action.help
    if action.required or not action.option_strings:
        return
    text = command._get_formatter()._get_help_string(action)
    if isinstance(action, SWITCHES):
        assert "default: " not in text, name
    else:
        assert "default: " in text or "required" in text, name


def test_progress_is_printed_as_lines_at_intervals(capsys):
    lines = ProgressLines(every_s=0)
    lines.show(Progress(1, 4, "Extracting"))
    lines.show(Progress(0, 0, "Reading"))
    assert capsys.readouterr().err == "Extracting 25%\nReading\n"
    lines.show(Progress(1, 4, "Extracting", 200.0))
    assert capsys.readouterr().err == "Extracting 25%, about 3 min left\n"
    seldom = ProgressLines(every_s=3600)
    seldom.show(Progress(1, 4, "Extracting"))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0.0, "less than a minute left"),
        (59.0, "less than a minute left"),
        (60.0, "about 1 min left"),
        (3599.0, "about 1 h 0 min left"),
        (9_000.0, "about 2 h 30 min left"),
    ],
)
def test_time_left_is_told_to_the_minute(seconds, text):
    progress = Progress(1, 4, "Extracting", seconds)
    assert remaining(progress) == text
    with tqdm(total=4, disable=False, bar_format=BAR, file=StringIO()) as bar:
        _show(progress, bar, None)
        assert str(bar).endswith(f", {text}" if text else " ")


EXTRACT = ["extract", "--sar", "a.tif", "--min-area", "5", "--out"]
SCENE = SceneInput(("a.tif",))


@pytest.mark.parametrize(
    ("arguments", "job"),
    [
        ([*EXTRACT, "o.gpkg"], ExtractJob(SCENE, "o.gpkg", min_area_m2=5.0)),
        (
            [*EXTRACT, "2.part", "--part", "2/8", "--all-pixels"],
            PartJob(SCENE, "2.part", 2, 8, min_area_m2=5.0, all_pixels=True),
        ),
        (
            [
                *EXTRACT,
                "o.gpkg",
                "--scheduler",
                "local:2",
                "--parts",
                "4",
                "--probability",
                "p.tif",
            ],
            ClusterJob(
                ExtractJob(SCENE, "o.gpkg", min_area_m2=5.0, probability="p.tif"), "local:2", 4
            ),
        ),
        (
            ["extract", "--sar", "a.tif", "--sar", "b.tif", "c.tif", "--out", "o.gpkg"],
            ExtractJob(SceneInput(("a.tif", "b.tif", "c.tif")), "o.gpkg"),
        ),
        (["outline-part", "2.part", "--after", "1.part"], OutlinePartJob("2.part", "1.part")),
        (["join", "1.part", "2.part", "--out", "o.gpkg"], JoinJob(("1.part", "2.part"), "o.gpkg")),
        (
            ["join", "1.part", "--threshold", "0.4", "--min-area", "5", "--out", "o.gpkg"],
            JoinJob(("1.part",), "o.gpkg", 0.4, 5.0),
        ),
    ],
)
def test_extraction_of_a_scene_of_a_part_and_on_a_cluster(arguments, job):
    assert job_of(make_parser("cmhcl").parse_args(arguments)) == job


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--part", "1/2", "--scheduler", "local:2"], "choose one of them"),
        (["--all-pixels"], "--all-pixels needs --part"),
        (["--parts", "4"], "--parts needs --scheduler"),
        (["--parts", "0"], "--parts needs --scheduler"),
        (["--optical-crs", "EPSG:32631"], "optical_crs is given without an optical image"),
        (["--part", "1/2", "--probability", "p.tif"], "give it to join"),
        (["--part", "3/2"], "part must be between 1 and 2"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options, words):
    with pytest.raises(InputError, match=words):
        job_of(make_parser("cmhcl").parse_args([*EXTRACT, "o", *options]))


def test_network_of_a_base_and_another_one_are_refused():
    train = ["train", "scene", "--out", "m", "--base", "b", "--preset", "fast"]
    with pytest.raises(InputError, match="--preset is given with --base"):
        job_of(make_parser("cmhcl").parse_args(train))


@pytest.mark.parametrize("text", ["1", "1/", "a/b", "1.5/2", "1/2/3"])
def test_part_that_is_none_is_refused(text, capsys):
    with pytest.raises(SystemExit):
        make_parser("cmhcl").parse_args([*EXTRACT, "o", "--part", text])
    assert "a part is I/N, such as 2/8" in capsys.readouterr().err
