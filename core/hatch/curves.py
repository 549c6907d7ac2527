"""Curves of a training as SVG. Standard library only, Python 3.9+: QGIS draws them too.

What is written is SVG Tiny 1.2 in plain attributes, which is what QtSvg understands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Optional

# Colours that stay apart for the colour-blind, after Okabe and Ito (2008), the blue lightened: each
# has a contrast of 3 or more to white paper and to dark grey. "" is the colour of the ink.
BLUE, VERMILLION, GREEN = "#1F83C4", "#D55E00", "#009E73"
LOSSES = (("loss", ""), ("seg", BLUE), ("msa", VERMILLION), ("mfa", GREEN))
IOUS = (("iou", BLUE), ("iou_optical", VERMILLION))
_DRAWN = 160  # points of a line; more would be closer than pixels
_NARROW = 420  # pixels; a narrower picture has the two plots one above the other
_HUGE = 1e100  # a value beyond has diverged, and would overflow what is computed of it

Points = Sequence[tuple[float, float]]
_Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class CurveLabels:
    """Texts of the curves; ``msa`` and ``mfa`` are the alignments of MSAL and MFAL."""

    loss: str = "Loss"
    total: str = "total"
    seg: str = "segmentation"
    msa: str = "features"
    mfa: str = "predictions"
    iou: str = "Validation IoU"
    sar: str = "SAR alone"
    optical: str = "with optical"
    step: str = "step"
    step_of: str = "step {:.0f} of {:.0f}"
    best: str = "best"
    no_steps: str = "No steps yet"
    no_validation: str = "No validation yet"
    decimal_point: str = "."


ENGLISH = CurveLabels()


@dataclass(frozen=True)
class _Line:
    label: str
    colour: str
    points: Points


@dataclass(frozen=True)
class _Axes:
    """A rectangle in pixels, and the round numbers along its two sides."""

    left: float
    right: float
    top: float
    bottom: float
    x_ticks: Sequence[float]
    y_ticks: Sequence[float]
    last_step: float

    def x(self, step: float) -> float:
        return self.left + (self.right - self.left) * (step / self.last_step)

    def y(self, value: float) -> float:
        low, high = self.y_ticks[0], self.y_ticks[-1]
        return self.bottom - (self.bottom - self.top) * ((value - low) / (high - low))


def curves_svg(
    history: Sequence[Mapping[str, float]],
    width: int,
    height: int,
    ink: str = "#222",
    paper: str = "none",
    words: CurveLabels = ENGLISH,
) -> str:
    """Losses and validation IoU over the steps of a training: one <svg> element.

    ``history`` contains the values of Metric events: step, steps, loss, seg, msa, mfa, and iou and
    iou_optical at validations. What is missing or not finite is skipped; of two values of one step,
    as after a resume, the later counts. Losses are smoothed a little when they are many; parts of
    the loss, and the IoU with optical, are left out when they are 0 throughout. A dashed
    line marks the step of the highest IoU, summed over both. ``width`` and ``height`` are in
    pixels. The two plots are side by side, in a narrow picture one above the other: 420 x 140 and
    280 x 280 are about the least that can be read. ``ink`` is the colour of text and axes,
    ``paper`` that of the background; ``words`` are the texts.
    """
    labels = {
        **{"loss": words.total, "seg": words.seg, "msa": words.msa, "mfa": words.mfa},
        **{"iou": words.sar, "iou_optical": words.optical},
    }
    losses = [
        _Line(line.label, line.colour, _smooth(line.points))
        for line in _lines(history, LOSSES, labels, ink)
    ]
    ious = _lines(history, IOUS, labels, ink)
    steps = [step for step, _ in _points(history, "step")]
    last_step = max([1.0, *steps, *(value for _, value in _points(history, "steps"))])
    x_label = words.step_of.format(steps[-1], last_step) if steps else words.step
    best = _best_step(history)
    boxes = _boxes(width, height)
    size = min(max(boxes[0][3] / 18, 10.0), 13.0)
    body: list[str] = []
    no_ious = words.no_validation if steps else words.no_steps
    plots = ((words.loss, losses, words.no_steps), (words.iou, ious, no_ious))
    for box, (title, lines, empty) in zip(boxes, plots):
        axes = _axes(box, lines, last_step, size)
        body += _frame(axes, ink, size, x_label if lines else words.step, words.decimal_point)
        body += _heading(axes, title, lines, ink, size)
        if not lines:
            x, y = (axes.left + axes.right) / 2, axes.top + (axes.bottom - axes.top) / 4
            body.append(_text(x, y, empty, ink, size, "middle"))
        elif best is not None:
            body += _mark(axes, best, words.best if lines is ious else "", ink, size)
        for line in lines:
            body += _curve(axes, line, dots=lines is ious)
    if paper != "none":
        body.insert(0, f'<rect width="{width}" height="{height}" fill="{escape(paper)}"/>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif">\n'
        "<title>Loss and validation IoU by step</title>\n" + "\n".join(body) + "\n</svg>\n"
    )


def is_stacked(width: float) -> bool:
    """Whether the plots of a picture of this width are one above the other."""
    return width < _NARROW


def _boxes(width: float, height: float) -> tuple[_Box, _Box]:
    """The axes of both plots, with room for the texts around them."""
    if is_stacked(width):
        return (0, 0, width, height / 2), (0, height / 2, width, height)
    return (0, 0, width / 2, height), (width / 2, 0, width, height)


def _axes(box: _Box, lines: Sequence[_Line], last_step: float, size: float) -> _Axes:
    """The axes in a box that these lines need; ``size`` is that of the text."""
    left, top, right, bottom = box[0] + 3.6 * size, box[1], box[2] - 1.6 * size, box[3]
    values = [value for line in lines for _, value in line.points]
    rows = len(_legend(lines, right - left, size))
    return _Axes(
        left,
        right,
        top + (2.1 + 1.3 * max(rows, 1)) * size,
        bottom - 3.4 * size,
        [tick for tick in _ticks(0.0, last_step) if tick <= last_step and tick % 1 == 0],
        _ticks(min([0.0, *values]), max([0.0, *values])),
        last_step,
    )


def _points(history: Sequence[Mapping[str, float]], key: str) -> Points:
    """(step, value) in the order of steps."""
    by_step = {}
    for values in history:
        step, value = values.get("step", math.nan), values.get(key, math.nan)
        if 0 <= step < _HUGE and abs(value) < _HUGE:
            by_step[float(step)] = float(value)
    return sorted(by_step.items())


def _lines(
    history: Sequence[Mapping[str, float]],
    series: Sequence[tuple[str, str]],
    labels: Mapping[str, str],
    ink: str,
) -> list[_Line]:
    """The lines that have values; the first also where it is 0 throughout."""
    lines = []
    for number, (key, colour) in enumerate(series):
        points = _points(history, key)
        if points and (number == 0 or any(value for _, value in points)):
            lines.append(_Line(labels[key], colour or ink, points))
    return lines


def _smooth(points: Points) -> Points:
    """The mean over a fortieth of the points around each, and no more points than are drawn."""
    reach = len(points) // 80
    smooth = []
    for i in range(0, len(points), max(1, len(points) // _DRAWN)):
        around = [value for _, value in points[max(0, i - reach) : i + reach + 1]]
        smooth.append((points[i][0], sum(around) / len(around)))
    return smooth


def _best_step(history: Sequence[Mapping[str, float]]) -> Optional[float]:
    """The step at which the sum of both IoU was highest, the earliest of equals."""
    with_optical = dict(_points(history, "iou_optical"))
    scores = [(iou + with_optical.get(step, 0.0), -step) for step, iou in _points(history, "iou")]
    return -max(scores)[1] if scores else None


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers, 3 to 7 of equal distance, from at or below ``low`` to at or above ``high``."""
    if high - low < 1e-6:
        high = low + 1
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.99)
    first, last = math.floor(low / step), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


def _frame(axes: _Axes, ink: str, size: float, x_label: str, decimal_point: str) -> list[str]:
    """Axes with grid lines, numbers and the label of the steps."""
    parts = []
    for tick in axes.y_ticks:
        y = axes.y(tick)
        parts.append(_stroke((axes.left, y), (axes.right, y), ink, 'stroke-opacity="0.18"'))
        number = f"{tick:.4g}".replace(".", decimal_point)
        parts.append(_text(axes.left - 0.4 * size, y + 0.35 * size, number, ink, size, "end"))
    for tick in axes.x_ticks:
        x = axes.x(tick)
        parts.append(_stroke((x, axes.bottom), (x, axes.bottom + 0.3 * size), ink))
        parts.append(_text(x, axes.bottom + 1.4 * size, f"{tick:.6g}", ink, size, "middle"))
    parts.append(_stroke((axes.left, axes.bottom), (axes.right, axes.bottom), ink))
    middle = (axes.left + axes.right) / 2
    return [*parts, _text(middle, axes.bottom + 2.8 * size, x_label, ink, size, "middle")]


def _heading(axes: _Axes, title: str, lines: Sequence[_Line], ink: str, size: float) -> list[str]:
    """Title, and under it the legend."""
    rows = _legend(lines, axes.right - axes.left, size)
    y = axes.top - (0.8 + 1.3 * max(len(rows), 1)) * size
    parts = [_text(axes.left, y, title, ink, 1.1 * size, "start", 'font-weight="bold"')]
    for row in rows:
        x, y = axes.left, y + 1.3 * size
        for line in row:
            sample = (x, y - 0.35 * size), (x + 1.2 * size, y - 0.35 * size)
            parts.append(_stroke(*sample, line.colour, 'stroke-width="2"'))
            parts.append(_text(x + 1.5 * size, y, line.label, ink, size, "start"))
            x += _legend_width(line, size)
    return parts


def _legend(lines: Sequence[_Line], width: float, size: float) -> list[list[_Line]]:
    """The rows of a legend that is no wider than the axes."""
    rows: list[list[_Line]] = []
    for line in lines:
        widths = [_legend_width(other, size) for other in rows[-1]] if rows else []
        if rows and sum(widths) + _legend_width(line, size) <= width:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _legend_width(line: _Line, size: float) -> float:
    return (2.4 + 0.55 * len(line.label)) * size


def _mark(axes: _Axes, best: float, word: str, ink: str, size: float) -> list[str]:
    """A vertical line at the best step, with the word, if any, on the side where it fits."""
    x = axes.x(best)
    parts = [_stroke((x, axes.top), (x, axes.bottom), ink, 'stroke-dasharray="4 3"')]
    if word:
        fits = axes.right - x > 0.6 * (len(word) + 1) * size
        x, anchor = (x + 0.3 * size, "start") if fits else (x - 0.3 * size, "end")
        parts.append(_text(x, axes.bottom - 0.4 * size, word, ink, size, anchor))
    return parts


def _curve(axes: _Axes, line: _Line, dots: bool) -> list[str]:
    places = [(axes.x(step), axes.y(value)) for step, value in line.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    colour = escape(line.colour)
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"/>']
    if dots or len(places) == 1:
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{colour}"/>' for x, y in places]
    return parts


def _stroke(
    start: tuple[float, float], end: tuple[float, float], colour: str, more: str = ""
) -> str:
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{escape(colour)}" {more}/>'
    )


def _text(
    x: float, y: float, words: str, colour: str, size: float, anchor: str, more: str = ""
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="{anchor}" '
        f'fill="{escape(colour)}" {more}>{escape(words)}</text>'
    )
