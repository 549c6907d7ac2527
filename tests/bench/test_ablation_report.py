"""The ablation's report and record: means, gates and tables from the figures of runs."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from bench.ablation import __main__ as suite
from bench.ablation import conditions, data, measure, record, report, rows, run, schedule

BOTH = (data.PHOTOGRAPHS, data.SIMULATED)


def make_runs(
    ious: dict[str, tuple[float, ...]], *tests: str, simulated: float = 0.1
) -> report.Runs:
    plus = {test: simulated if test == data.SIMULATED else 0.0 for test in tests or BOTH}
    return {
        (name, seed): {
            "row": name,
            "seed": seed,
            "figures": {
                test: dict.fromkeys(measure.FIGURES, iou + more) for test, more in plus.items()
            },
            "seconds": 10.0,
            "threshold": 0.5,
            "parameters": 1_000_000,
            "multiply_adds": 2e9,
            "date": "2026-01-02T03:04:05+00:00",
            "machine": "two abaci",
            "dtype": "fp32",
            "recipe": asdict(run.Recipe(7)),
            "scenes": "scenes",
        }
        for name, values in ious.items()
        for seed, iou in enumerate(values)
    }


def test_aggregates_by_hand():
    runs = make_runs(
        {
            rows.SAR_ONLY: (0.4, 0.5, 0.6),
            rows.OPT_SAR: (0.8, 0.9, 1.0),
            rows.WHOLE: (0.55, 0.62, 0.69),
            rows.OPT_ONLY: (0.7, 0.7, 0.7),
        }
    )
    assert report.spread(runs, rows.SAR_ONLY, data.PHOTOGRAPHS).text() == "0.500 ± 0.100"
    assert report.spread(runs, rows.SAR_ONLY, report.MEAN).text() == "0.550 ± 0.100"
    paired = report.difference(runs, rows.WHOLE, rows.SAR_ONLY, data.PHOTOGRAPHS)
    assert paired.text(signed=True) == "+0.120 ± 0.030"
    assert report.difference(runs, rows.WHOLE, "Hoffman 2016", data.PHOTOGRAPHS) is None
    assert report.gap_closed(runs, rows.WHOLE, data.PHOTOGRAPHS) == pytest.approx(0.3)
    taught = rows.row_named("Hoffman 2016")
    runs |= make_runs({taught.name: (0.5,)})
    assert report.seconds(runs, taught) == 20


def test_the_gate_is_that_of_the_rows_condition():
    runs = make_runs(
        {
            rows.SAR_ONLY: (0.4, 0.4),
            rows.OPT_ONLY: (0.6, 0.7),
            f"{rows.SAR_ONLY}, shifted": (0.3,),
            f"{rows.OPT_ONLY}, shifted": (0.35,),
        }
    )
    assert report.gate(runs, rows.row_named("Hoffman 2016")).mean == pytest.approx(0.25)
    assert report.gate(runs, rows.row_named("CMH-CL, shifted")).mean == pytest.approx(0.05)
    assert report.gate(runs, rows.row_named("CMH-CL, 12 labelled")) is None


def test_one_seed_has_no_deviation():
    assert report.Spread.of([0.5]).text() == "0.500"
    assert report.Spread.of([-0.0123]).text(signed=True) == "-0.012"


def test_report_is_written_from_the_runs_alone(tmp_path: Path):
    folders = run.RunFolders(tmp_path / "scenes", tmp_path / "runs")
    some = {rows.SAR_ONLY: (0.4,), rows.OPT_SAR: (0.8,), rows.WHOLE: (0.6,)}
    runs = make_runs(some | {rows.OPT_ONLY: (0.65,), rows.LABELS_ALONE: (0.55,)})
    under = [rows.row_named(n).under(conditions.FEW).name for n in (rows.WHOLE, rows.LABELS_ALONE)]
    runs |= make_runs({under[0]: (0.3,), under[1]: (0.2,)})
    real = make_runs({row.name: (0.25,) for row in rows.REAL_ROWS}, data.REAL)
    for left_out, results in (("", runs), ("oem_ex0", real)):
        (folders.runs / left_out).mkdir()
        for (name, seed), result in results.items():
            there = run.RunFolders(folders.scenes, folders.runs / left_out)
            there.result(name, seed).write_text(json.dumps(result))
    (tmp_path / "ablation.md").write_text(f"Prose.\n{suite.RESULTS}\nOld results.\n")
    small = suite.Suite("make ablation", run.Recipe(7), run.Recipe(7), (0,), folders.runs, tmp_path)
    suite.write_report(small)
    text = (tmp_path / "ablation.md").read_text()
    assert text.startswith("Prose.\n") and "Old results" not in text and "two abaci" in text
    assert "| CMH-CL: whole | 1 | 0.600 | 0.700 | 0.650 | +0.050 | +0.050 | +0.250 |" in text
    assert "| 50 % |" in text and "| oem_ex0 | 0.250 |" in text and "oem_ex4" not in text
    assert "| 0.300 | 0.400 | 0.350 | +0.100 | +0.100 |  |" in text  # no gate without its rows
    lines = (tmp_path / "ablation.csv").read_text().splitlines()
    assert len(lines) == 1 + 2 * 7 + 5 and lines[1].startswith(",SAR only,0,photographs,0.4,")
    assert (tmp_path / "images" / "ablation.png").stat().st_size > 1000


def test_runs_survive_the_csv_file(tmp_path: Path):
    runs = make_runs({rows.SAR_ONLY: (0.4, 0.3), rows.WHOLE: (0.6,)})
    real = make_runs({rows.WHOLE: (0.2,)}, data.REAL)

    record.write_csv({"": runs, "oem_ex0": real}, tmp_path / "ablation.csv")

    assert record.read_csv(tmp_path / "ablation.csv") == {"": runs, "oem_ex0": real}
    assert record.read_csv(tmp_path / "none.csv") == {}


def test_the_seconds_of_a_run_on_a_gpu_are_left_empty(tmp_path: Path):
    name = rows.SAR_ONLY
    runs = make_runs({name: (0.4, 0.3), rows.WHOLE: (0.6,), rows.OPT_SAR: (0.8,)})
    runs[name, 1]["seconds"] = runs[rows.WHOLE, 0]["seconds"] = None

    record.write_csv({"": runs}, tmp_path / "ablation.csv")

    assert record.read_csv(tmp_path / "ablation.csv") == {"": runs}
    assert report.seconds(runs, rows.row_named(name)) == 10
    assert report.seconds(runs, rows.row_named(rows.WHOLE)) is None
    whole = next(line for line in report.text(runs, {}, "").splitlines() if "| CMH-CL" in line)
    assert whole.endswith("|  |")


def test_only_runs_on_the_same_scenes_by_the_same_recipe_are_restored(tmp_path: Path):
    runs = make_runs({rows.SAR_ONLY: (0.4, 0.3, 0.2)})
    runs[rows.SAR_ONLY, 1]["scenes"] = "others"
    runs[rows.SAR_ONLY, 2]["recipe"]["batch"] = 3
    path = tmp_path / "ablation.csv"
    record.write_csv({"": runs}, path)
    folders = run.RunFolders(tmp_path / "scenes", tmp_path / "runs")

    record.restore(path, folders, run.Recipe(7))

    assert report.read_runs(folders.runs) == {(rows.SAR_ONLY, 0): runs[rows.SAR_ONLY, 0]}


def test_a_teacher_without_weights_is_made_again_for_a_missing_student(tmp_path: Path):
    folders = run.RunFolders(tmp_path / "scenes", tmp_path / "runs")
    teacher, student = rows.row_named(rows.OPT_ONLY), rows.row_named("Hoffman 2016")
    every = schedule.tasks((teacher, student), 0, run.Recipe(7), folders)
    path = tmp_path / "ablation.csv"
    record.write_csv({"": make_runs({rows.OPT_ONLY: (0.6,)})}, path)
    record.restore(path, folders, run.Recipe(7))

    assert schedule.missing(every) == every

    folders.weights(teacher.name, 0).touch()
    assert schedule.missing(every) == every[1:]
    folders.weights(teacher.name, 0).unlink()
    record.write_csv({"": make_runs({student.name: (0.5,)})}, path)
    record.restore(path, folders, run.Recipe(7))
    assert schedule.missing(every) == []
