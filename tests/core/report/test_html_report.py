"""The report page of a fine-tuning, read back as HTML."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from core.hatch.manifest import Manifest
from core.report.html_report import BlockResult, write_report

HISTORY = [{"step": s, "steps": 20, "loss": 2.0 / s, "iou": 0.02 * s} for s in range(1, 11)]
NOTE = "The validation blocks were never trained on."
VOID = {"meta", "img", "br"}
SQUARE = "POLYGON ((600000 5750000, 600500 5750000, 600500 5749500, 600000 5749500, 600000 5750000)"


def row(what: str, head: str, iou: float) -> dict[str, Any]:
    figures = {"f1": iou + 0.1, "object_f1": iou - 0.1, "ece": 0.07, "threshold": 0.35}
    return {"what": what, "head": head, "iou": iou, **figures}


@pytest.fixture
def manifest() -> Manifest:
    return Manifest(
        name="Old harbour",
        notice="Elsewhere its figures may not hold.",
        preset="light",
        pixel_size_m=0.8,
        threshold=0.35,
        sha256="ab" * 32,
        parent="cmhcl-light",
        training={
            "date": "2026-11-21T11:50:31+00:00",
            "sar": ["harbour_hh.tif", "harbour_hv.tif"],
            "optical": "",
            "labels": "cadastre.gpkg",
            "area": {"wkt": SQUARE + ")", "crs": "EPSG:32631"},
            "buildings": 1213,
            "polarisations": ["HH", "HV"],
            "radiometry": "db",
            "pixel_size_m": 0.62,
            "blocks": {"training": 20, "validation": 7},
            "settings": {"effort": "quick", "losses": {"lambda_msa": 1.5}},
        },
        figures={
            "verdict": "better",
            "rows": [
                row("base", "sar", 0.21),
                row("base_own_threshold", "sar", 0.24),
                row("new", "sar", 0.33),
            ],
        },
        versions={"torch": "2.13.0"},
    )


class Page(HTMLParser):
    """Elements, attributes and words; fails when tags are not closed in order."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] != "style":
            self.words.append(data)
        if self._open and self._open[-1] in ("td", "dd"):
            self.cells.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def images(self) -> list[str]:
        return [attributes["src"] or "" for tag, attributes in self.tags if tag == "img"]


def written(tmp_path: Path, manifest: Manifest, blocks=(), notes=(NOTE,)) -> Page:
    path = tmp_path / "report.html"
    write_report(path, manifest, HISTORY, blocks, notes)
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    return Page(path)


def blocks(count: int) -> list[BlockResult]:
    return [
        BlockResult(f"block {i}", {"sar": i / 10}, {"sar": f"SAR{i}", "prediction": f"PRED{i}"})
        for i in range(count)
    ]


def test_report_lists_its_training_data(tmp_path, manifest):
    page = written(tmp_path, manifest)
    assert {
        "2026-11-21 11:50",
        "cmhcl-light",
        "harbour_hh.tif, harbour_hv.tif",
        "none",
        "1,213",
        "25.0 ha",
        "51.8895° N, 4.4567° E (WGS 84 / UTM zone 31N)",
        "20 for training, 7 for validation",
        "quick",
        "1.5",
        "2.13.0",
    } <= set(page.cells)
    assert NOTE in page.text and manifest.notice in page.text and "lambda msa" in page.text


def test_hectares_leave_holes_out_and_need_no_crs(tmp_path, manifest):
    hole = ", (600100 5749900, 600400 5749900, 600400 5749600, 600100 5749600, 600100 5749900))"
    for crs, place in (("EPSG:32631", "51.8895"), ("", "no coordinate system")):
        training = {**manifest.training, "area": {"wkt": SQUARE + hole, "crs": crs}}
        page = written(tmp_path, replace(manifest, training=training))
        assert "16.0 ha" in page.cells and place in page.text


def test_table_compares_base_and_new_model(tmp_path, manifest):
    page = written(tmp_path, manifest)
    assert page.cells[:5] == ["0.21", "0.31", "0.11", "0.07", "0.35"]
    assert page.cells[5] == "0.24" and page.cells[10] == "0.33"
    assert "SAR and optical" not in page.text


@pytest.mark.parametrize(
    ("base", "sentence"),
    [
        (
            0.3,
            "Compared with cmhcl-light on blocks that it was not trained on, better with SAR "
            "alone and no better with SAR and optical: IoU changed",
        ),
        (0.45, "trained on, better with SAR alone and worse with SAR and optical: IoU changed"),
    ],
)
def test_the_verdict_names_heads_that_differ(tmp_path, manifest, base, sentence):
    rows = manifest.figures["rows"]
    rows += [row("base", "optical", base), row("base_own_threshold", "optical", 0.5)]
    rows += [row("new", "optical", 0.4)]
    page = written(tmp_path, replace(manifest, figures={"rows": rows, "verdict": "worse"}))
    assert sentence in page.text
    assert "from 0.24 to 0.33 with SAR alone and from 0.50 to 0.40 with SAR and opt" in page.text


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (0.31, "Better than cmhcl-light on blocks that it was not trained on: IoU changed"),
        (0.25, "No better than cmhcl-light with the threshold that is best there on blocks"),
        (0.1, "Worse than cmhcl-light on blocks that it was not trained on; use the base."),
    ],
)
def test_worse_differs_from_no_better_than_at_the_best_threshold(tmp_path, manifest, new, sentence):
    rows = [row("base", "sar", 0.2), row("base_own_threshold", "sar", 0.3), row("new", "sar", new)]
    page = written(tmp_path, replace(manifest, figures={"rows": rows, "verdict": "better"}))
    assert sentence in page.text


def test_without_a_threshold_chosen_here_the_verdict_compares_with_the_base(tmp_path, manifest):
    rows = [row("base", "sar", 0.21), row("new", "sar", 0.33)]
    page = written(tmp_path, replace(manifest, figures={"rows": rows, "verdict": "better"}))
    assert "IoU changed from 0.21 to 0.33 with SAR alone" in page.text


def test_without_validation_it_says_so_and_shows_no_table(tmp_path, manifest):
    page = written(
        tmp_path, replace(manifest, figures={"rows": [], "verdict": "unknown"}), notes=()
    )
    assert "is unknown: the labelled area was too small" in page.text
    tags = {tag for tag, _ in page.tags}
    assert "table" not in tags and "img" not in tags and "ul" not in tags


def test_few_blocks_are_all_shown_best_first(tmp_path, manifest):
    page = written(tmp_path, manifest, blocks(5))
    shown = [source.rpartition(",")[2] for source in page.images()]
    assert shown == [f"{name}{i}" for i in (4, 3, 2, 1, 0) for name in ("SAR", "PRED")]


def test_of_many_blocks_the_best_and_the_worst_three(tmp_path, manifest):
    page = written(tmp_path, manifest, blocks(9))
    shown = [source.rpartition(",")[2] for source in page.images()[::2]]
    assert shown == ["SAR8", "SAR7", "SAR6", "SAR2", "SAR1", "SAR0"]
    assert "9 blocks" in page.text and "block 8: IoU 0.80 with SAR alone" in page.text


def test_nothing_is_loaded_and_nothing_runs(tmp_path, manifest):
    page = written(tmp_path, manifest, blocks(2))
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert all(source.startswith("data:image/png;base64,") for source in page.images())
    for _, attributes in page.tags:
        assert not any(name.startswith("on") or name == "href" for name in attributes)
    policy = [a["content"] for _, a in page.tags if a.get("http-equiv")]
    assert policy and "default-src 'none'" in policy[0]


def test_text_of_users_is_escaped(tmp_path, manifest):
    evil = '<script>alert("1")</script>'
    manifest = replace(
        manifest,
        name=evil,
        notice=evil,
        parent=evil,
        training={
            **manifest.training,
            "sar": [evil],
            "labels": evil,
            "radiometry": evil,
            "settings": {evil: evil},
        },
        versions={evil: evil},
    )
    page = written(tmp_path, manifest, [BlockResult(evil, {"sar": 0.5}, {})], notes=[evil])
    assert "script" not in {tag for tag, _ in page.tags}
    assert page.text.count(evil) >= 10


def test_curves_take_the_colour_of_the_text(tmp_path, manifest):
    page = written(tmp_path, manifest)
    assert "Validation IoU" in page.text and "step 10 of 20" in page.text
    inks = {a.get("fill") for tag, a in page.tags if tag == "text"}
    assert inks == {"currentColor"}


def test_an_old_report_stays_whole_when_writing_fails(tmp_path, manifest, monkeypatch):
    path = tmp_path / "report.html"
    path.write_text("old")

    def full(path: Path, text: str, **_: object) -> None:
        path.write_bytes(text[:100].encode())
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_report(path, manifest, HISTORY, [], [])
    assert path.read_bytes() == b"old"
