"""The list of past extractions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def past_run(number: int = 1, footprints: int = 3) -> Any:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance
    from cmhcl_footprints.cmhcl_plugin.runs.history import PastRun
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    job = ExtractJob(SceneInput((f"/data/sär {number}.tif",)), "", threshold=0.4)
    provenance = Provenance(job, "a & b", 0.4, "CPU", "", f"2026-01-02 03:{number:02}", "0.1.0")
    return PastRun(provenance, footprints)


def history(folder: Path) -> Any:
    from cmhcl_footprints.cmhcl_plugin.runs.history import History

    return History(folder / "new folder" / "history.jsonl")


def test_runs_are_kept_the_latest_first(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.history import KEPT

    kept = history(tmp_path)
    assert kept.runs() == []
    runs = [past_run(number) for number in range(KEPT + 3)]
    for run in runs:
        kept.add(run)
    assert kept.runs() == runs[:2:-1]
    assert history(tmp_path).runs() == kept.runs()
    kept.clear()
    assert kept.runs() == []
    kept.clear()


@pytest.mark.parametrize(
    "line", ["", "no json", "[]", "{}", '{"provenance": "{}", "footprints": 1}', "[" * 100_000]
)
def test_line_that_cannot_be_read_is_left_out(tmp_path: Path, line: str) -> None:
    kept = history(tmp_path)
    kept.add(past_run())
    (path,) = tmp_path.rglob("*.jsonl")
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    assert kept.runs() == [past_run()]
    kept.add(past_run(2))
    assert kept.runs() == [past_run(2), past_run()]


def test_run_of_a_newer_plugin_is_left_out(tmp_path: Path) -> None:
    kept = history(tmp_path)
    kept.add(past_run())
    (path,) = tmp_path.rglob("*.jsonl")
    values = json.loads(path.read_text(encoding="utf-8"))
    values["provenance"] = values["provenance"].replace('"protocol": 2', '"protocol": 99')
    path.write_text(json.dumps(values), encoding="utf-8")
    assert kept.runs() == []


def test_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "new folder").write_text("in the way")
    kept = history(tmp_path)
    kept.add(past_run())
    assert kept.runs() == []


def test_menu_lists_the_runs_and_gives_the_one_that_is_chosen(tmp_path: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.history_button import HistoryButton

    kept = history(tmp_path)
    button = HistoryButton(kept, lambda: past_run().provenance.job)
    qtbot.addWidget(button)
    chosen: list[Any] = []
    button.chosen.connect(chosen.append)

    def titles() -> list[str]:
        button.menu().aboutToShow.emit()
        return [action.text() for action in button.menu().actions() if not action.isSeparator()]

    others = ["Save settings…", "Open settings…"]
    assert titles() == ["No runs yet", *others]
    for number in range(1, 20):
        kept.add(past_run(number, 1000 + number))
    shown = titles()
    assert len(shown) == 18 and shown[-3:] == [*others, "Clear this list"]
    assert shown[0] == "2026-01-02 03:19 · sär 19 · a && b · 1,019 footprints"
    assert button.menu().actions()[0].toolTip() == "/data/sär 19.tif"
    button.menu().actions()[1].trigger()
    assert chosen == [past_run(18, 1018).provenance]
    button.menu().actions()[-1].trigger()
    assert titles() == ["No runs yet", *others]
