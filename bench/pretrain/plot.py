"""The training curves: mean IoU of the validation scenes by step, of several logs side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

GROUPS = {"real": "real scenes", "simulated": "simulated cities", "photographs": "photographs"}
COLOURS = dict(zip(GROUPS, ("#d55e00", "#0072b2", "#009e73"), strict=True))
STYLES = {"sar": "-", "optical": "--"}


def plot(logs: Sequence[Path], out: Path) -> None:
    """Draw a PNG with one panel for each log, solid from SAR alone and dashed with optical."""
    figure = Figure(figsize=(4.2 * len(logs), 3.4), layout="constrained")
    panels = figure.subplots(1, len(logs), sharey=True, squeeze=False)[0]
    for panel, log in zip(panels, logs, strict=True):
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        entries = [line for line in lines if "step" in line]
        steps = [entry["step"] for entry in entries]
        for group, colour in COLOURS.items():
            for head, style in STYLES.items():
                ious = [entry[f"{group}/{head}"] for entry in entries]
                panel.plot(steps, ious, style, color=colour, linewidth=1.3)
        panel.set_title(log.stem, fontsize=9)
        panel.set_xlabel("step", fontsize=8)
        panel.grid(alpha=0.3)
        panel.tick_params(labelsize=8)
    panels[0].set_ylabel("mean IoU", fontsize=8)
    handles = [panels[0].plot([], [], color=c, label=GROUPS[g])[0] for g, c in COLOURS.items()]
    figure.legend(handles=handles, fontsize=7, loc="outside lower center", ncols=len(GROUPS))
    figure.savefig(out, dpi=100)
