"""Curves of a training: what is drawn, read back from the SVG."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.hatch.curves import BLUE, GREEN, VERMILLION, CurveLabels, curves_svg

SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT = 600, 240


def event(step: float, steps: float = 100, **values: float) -> dict[str, float]:
    return {"step": step, "steps": steps, **values}


def drawn(history: list[dict[str, float]], **options: Any) -> ET.Element:
    return ET.fromstring(curves_svg(history, WIDTH, HEIGHT, **options))


def words(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(SVG + "text")]


def curves(svg: ET.Element) -> dict[str, list[tuple[float, float]]]:
    """Points by colour; panels share blue and vermillion, so there the later panel counts."""
    return {
        line.attrib["stroke"]: [
            (float(x), float(y)) for x, y in (p.split(",") for p in line.attrib["points"].split())
        ]
        for line in svg.iter(SVG + "polyline")
    }


def mark(svg: ET.Element) -> list[float]:
    """Where the dashed uprights stand."""
    return [float(x.attrib["x1"]) for x in svg.iter(SVG + "line") if "stroke-dasharray" in x.attrib]


def test_before_the_first_step_it_says_so():
    said = words(drawn([]))
    assert said.count("No steps yet") == 2 and {"Loss", "Validation IoU"} <= set(said)


def test_before_the_first_validation_it_says_so():
    said = words(drawn([event(1, loss=2.0), event(2, loss=1.5)]))
    assert "No validation yet" in said and "No steps yet" not in said
    assert "step 2 of 100" in said


def test_other_words_are_written_instead():
    names = set(CurveLabels.__dataclass_fields__) - {"decimal_point"}
    french = CurveLabels(**{name: f"«{name}»" for name in names}, decimal_point=",")
    history = [event(s, loss=2.0, seg=1.0, iou=0.3, iou_optical=0.4) for s in (1, 2)]
    for events in ([], history[:1], history, [event(1, loss=2.0)]):
        said = {text for text in words(drawn(events, words=french)) if not text.isascii()}
        assert {text[:1] + text[-1:] for text in said} == {"«»"}
        assert not set(words(drawn(events))) & said
    said = words(drawn(history, words=french))
    assert "«best»" in said and "0,1" in said and "0.1" not in said


def test_parts_that_are_zero_throughout_are_left_out():
    history = [event(s, loss=2.0, seg=1.0, msa=0.0, mfa=0.5, iou=0.3) for s in (1, 2)]
    said = words(drawn([*history, event(3, loss=1.0, seg=1.0, msa=0.0, mfa=0.0, iou_optical=0.0)]))
    assert {"total", "segmentation", "predictions", "SAR alone"} <= set(said)
    assert not {"features", "with optical"} & set(said)


def test_legend_is_no_wider_than_the_picture():
    width, size = 280, 10.0
    history = [event(s, loss=2.0, seg=1.0, msa=0.4, mfa=0.5, iou=0.3) for s in (1, 2)]
    svg = ET.fromstring(curves_svg(history, width, 280))
    texts = {text.text: text.attrib for text in svg.iter(SVG + "text")}
    parts = [texts[word] for word in ("total", "segmentation", "features", "predictions")]
    assert len({part["y"] for part in parts}) == 2
    assert all(float(p["x"]) + 0.6 * size * len("segmentation") < width for p in parts)
    heights = [float(part["y"]) for part in parts]
    highest = min(y for _, y in curves(svg)[VERMILLION])
    assert float(texts["Loss"]["y"]) < min(heights) and max(heights) < highest


def test_points_lie_where_the_axes_say():
    svg = drawn([event(0, iou=0.0), event(50, iou=0.2), event(100, iou=0.4)])
    (left, bottom), (middle, half), (right, top) = curves(svg)[BLUE]
    numbers = {
        (t.text, t.attrib["text-anchor"]): (float(t.attrib["x"]), float(t.attrib["y"]))
        for t in svg.iter(SVG + "text")
        if float(t.attrib["x"]) > WIDTH / 2
    }
    assert numbers["0", "middle"][0] == left and numbers["100", "middle"][0] == right
    assert middle == pytest.approx((left + right) / 2, abs=0.1)
    assert half == pytest.approx((top + bottom) / 2, abs=0.1)
    lift = numbers["0", "end"][1] - bottom
    assert numbers["0.4", "end"][1] - top == pytest.approx(lift, abs=0.11)


def test_the_best_step_counts_both_heads_and_is_marked_in_both_panels():
    history = [
        event(20, loss=3.0, iou=0.5, iou_optical=0.3),
        event(60, loss=2.0, iou=0.4, iou_optical=0.6),
        event(80, loss=1.0, iou=math.nan, iou_optical=0.9),
    ]
    svg = drawn(history)
    first, second = mark(svg)
    assert second == pytest.approx(curves(svg)[VERMILLION][1][0])
    assert second - first == pytest.approx(WIDTH / 2, abs=0.1)
    assert words(svg).count("best") == 1


def test_after_a_resume_the_later_value_of_a_step_counts():
    twice = [event(1, iou=0.9), event(2, iou=0.9), event(1, iou=0.1), event(2, iou=0.2)]
    assert curves(drawn(twice)) == curves(drawn(twice[2:]))


def test_many_losses_are_smoothed_and_few_are_not():
    few = [event(s, loss=1.0 + s % 2) for s in range(40)]
    many = [event(s, 1000, loss=1.0 + s % 2) for s in range(1000)]

    def swing(history: list[dict[str, float]]) -> float:
        heights = [y for _, y in curves(drawn(history, ink="#111"))["#111"]]
        return max(heights) - min(heights)

    assert swing(many) < 0.3 * swing(few)
    assert len(curves(drawn(many, ink="#111"))["#111"]) < 400


def test_a_loss_below_zero_stays_inside_the_panel():
    svg = drawn([event(s, loss=v) for s, v in enumerate((3.0, -2.0, 1.0))], ink="#111")
    assert all(0 < y < HEIGHT for _, y in curves(svg)["#111"])
    assert any(word.startswith("-") for word in words(svg))


def test_paper_lies_behind_everything_and_colours_cannot_break_out():
    svg = drawn([event(1, loss=1.0)], paper="white", ink='"><script>')
    shapes = [e for e in svg if e.tag != SVG + "title"]
    assert shapes[0].tag == SVG + "rect" and shapes[0].attrib["fill"] == "white"
    assert not list(svg.iter(SVG + "script"))
    assert not list(drawn([event(1, loss=1.0)]).iter(SVG + "rect"))


def test_only_what_svg_tiny_knows():
    svg = drawn([event(s, loss=1.0, seg=0.5, iou=0.2) for s in range(5)])
    assert {e.tag for e in svg.iter()} <= {
        SVG + tag for tag in ("svg", "title", "rect", "line", "polyline", "circle", "text")
    }
    assert not {"class", "style"} & {name for e in svg.iter() for name in e.attrib}


@pytest.mark.parametrize("colour", [BLUE, VERMILLION, GREEN])
@pytest.mark.parametrize("paper", ["#ffffff", "#2b2b2b"])
def test_colours_stand_out_on_white_and_on_dark(colour, paper):
    """Contrast of WCAG 2.1; 3 is what it asks of graphics."""
    low, high = sorted(map(luminance, (colour, paper)))
    assert (high + 0.05) / (low + 0.05) >= 3


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


VALUES = st.floats() | st.floats(-5, 5) | st.integers(-(10**6), 10**6)
KEYS = st.sampled_from(["step", "steps", "loss", "seg", "msa", "mfa", "iou", "iou_optical"])


@given(st.lists(st.dictionaries(KEYS, VALUES), max_size=30))
def test_any_history_is_drawn_and_inside_the_picture(history):
    svg = drawn(history)
    for points in curves(svg).values():
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    for line in svg.iter(SVG + "line"):
        places = [float(line.attrib[name]) for name in ("x1", "y1", "x2", "y2")]
        assert all(0 <= place <= WIDTH for place in places)
    assert not any("nan" in word or "inf" in word for word in words(svg))
    assert len(words(svg)) < 60


def test_plots_of_a_narrow_picture_are_one_above_the_other():
    history = [event(s, loss=2.0, iou=0.3) for s in (1, 2, 3)]
    wide, narrow = (
        ET.fromstring(curves_svg(history, width, 400)).iter(SVG + "polyline")
        for width in (600, 300)
    )
    wide_boxes, narrow_boxes = ([_box(line) for line in lines] for lines in (wide, narrow))
    assert len(wide_boxes) == len(narrow_boxes) == 2
    assert wide_boxes[0][2] < 300 < wide_boxes[1][0]
    assert narrow_boxes[0][3] < 200 < narrow_boxes[1][1]
    assert narrow_boxes[0][::2] == narrow_boxes[1][::2]


def _box(line: ET.Element) -> tuple[float, float, float, float]:
    points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
