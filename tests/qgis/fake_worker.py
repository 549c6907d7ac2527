"""A worker with bad manners on demand: the name of a job's SAR file says what it does.

Any other name gives a result; a GeoPackage beside the SAR file becomes the output.
"""

import base64
import json
import os
import shutil
import signal
import struct
import sys
import time
import zlib
from pathlib import Path

from core.hatch import jobs as job


def send(id: str, event: job.Event) -> None:
    sys.stdout.write(job.encode_event(id, event))
    sys.stdout.flush()


def send_in_pieces(id: str, event: job.Event) -> None:
    """Every byte on its own, letters beyond ASCII included."""
    line = json.dumps(json.loads(job.encode_event(id, event)), ensure_ascii=False) + "\n"
    for byte in line.encode("utf-8"):
        os.write(1, bytes([byte]))
        time.sleep(0.001)


INSPECTION = {
    "polarisations": ["VV", "HH"],
    "radiometry": "amplitude",
    "radiometry_reason": "right-skewed values",
    "pixel_size_m": 0.8,
    "width": 100,
    "height": 100,
    "valid_share": 0.75,
    "optical_bands": [],
    "warnings": ["A warning."],
}


def answer(id: str, request: job.Job) -> None:
    if isinstance(request, job.InspectJob):
        send(id, job.Result(INSPECTION))
    elif isinstance(request, job.ExtractJob):
        extract(id, request)
    elif isinstance(request, job.CheckJob):
        check(id, request)
    elif isinstance(request, job.FinetuneJob):
        finetune(id, request)


def extract(id: str, request: job.ExtractJob) -> None:
    manner = Path(request.sar[0]).stem
    if manner == "crash":
        print("the last words", file=sys.stderr, flush=True)
        os.abort()
    elif manner == "exit":
        sys.exit(3)
    elif manner == "polite":
        send(id, job.Progress(1, 4, "half asleep", 90.0))
        if job.decode_request(sys.stdin.readline()) == job.Cancel(id):
            send(id, job.Error("cancelled", "Cancelled."))
    elif manner == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        send(id, job.Progress(1, 4, "deaf"))
        time.sleep(600)
    elif manner == "garbage":
        print("a library speaks", '{"version": 99}', '{"version": 1, "event": "?"}', sep="\n")
        send(id, job.Result({"manner": manner}))
    elif manner == "pieces":
        send_in_pieces(id, job.Progress(1, 2, "Größe – 建物"))
        send_in_pieces(id, job.Result({"manner": manner}))
    else:
        ready_made = Path(request.sar[0]).with_suffix(".gpkg")
        if ready_made.is_file():
            shutil.copy(ready_made, request.out)
        values = {"footprints": 2, "out": request.out, "seconds": 1.0, "megapixels": 0.01}
        values |= {"engine": "fake", "manner": manner, "pid": os.getpid()}
        values |= {"model": "a model", "threshold": request.threshold or 0.5, "probability": ""}
        send(id, job.Result(values))


def check(id: str, request: job.CheckJob) -> None:
    if Path(request.training.sar[0]).stem == "refused":
        send(id, job.Error("input", "No building is in the area; draw <more>."))
        return
    write_blocks(Path(request.blocks))
    values = {"buildings": 42, "mended": 1, "training_blocks": 3, "validation_blocks": 1}
    values |= {"validation_buildings": 11, "offset_m": None, "seconds": 350.0, "device": "CPU"}
    values |= {"teaching": "sar", "warnings": ["Only a <few>; digitise more."]}
    send(id, job.Result(values))


def finetune(id: str, request: job.FinetuneJob) -> None:
    """Each manner leaves a checkpoint; "patient" does what it is told, "abort" crashes once."""
    manner = Path(request.sar[0]).stem
    out = Path(request.out)
    checkpoint = Path(f"{request.out}.checkpoint")
    resumed = checkpoint.exists()
    out.parent.mkdir(parents=True, exist_ok=True)
    checkpoint.touch()
    stopped = "steps"
    for step in range(1, 6):
        send(id, job.Progress(step, 10, f"Step {step} of 10", 10.0 - step))
        values = {"step": step, "steps": 10, "loss": 2.0 / step, "seg": 1.5 / step}
        send(id, job.Metric(values | {"msa": 0.0, "mfa": 0.0, "iou": 0.3 + 0.02 * step}))
    pictures = {name: picture(i) for i, name in enumerate(("sar", "labels", "prediction"))}
    send(id, job.Preview(pictures, "Block 1, step 5"))
    if manner == "abort" and not resumed:
        os.abort()
    if manner == "patient":
        for line in sys.stdin:
            request_now = job.decode_request(line)
            if isinstance(request_now, job.Cancel):
                send(id, job.Error("cancelled", "Cancelled."))
                return
            send(id, job.Log(f"told to {request_now.wish}"))
            if request_now.wish == "finish":
                stopped = "wish"
                break
        else:
            return
    checkpoint.unlink()
    send(id, job.Result(trained(out, request, manner) | {"stopped": stopped}))


def trained(out: Path, request: job.FinetuneJob, manner: str) -> dict[str, object]:
    """The model folder, and what the job promises."""
    verdict = manner if manner in ("worse", "unknown") else "better"
    out.mkdir(parents=True)
    model = {"format": 1, "name": request.title, "notice": "Made by a fake.", "preset": "light"}
    model |= {"pixel_size_m": 0.8, "threshold": 0.5, "sha256": ""}
    (out / "manifest.json").write_text(json.dumps(model), encoding="utf-8")
    (out / "weights.safetensors").touch()
    (out / "report.html").write_text("<p>A report.</p>", encoding="utf-8")
    write_blocks(out / "blocks.geojson")
    rows = [
        {"what": what, "head": head, "threshold": 0.5}
        | {"iou": iou, "f1": 0.6, "object_f1": 0.4, "ece": float("nan")}
        for what, iou in (("base", 0.31), ("base adapted", 0.33), ("new", 0.41))
        for head in (("sar", "optical") if request.optical else ("sar",))
    ]
    values = {"model": str(out), "report": str(out / "report.html"), "steps": 10, "seconds": 1.0}
    values |= {"verdict": verdict, "figures": [] if verdict == "unknown" else rows}
    blocks = {"blocks": 0 if verdict == "unknown" else 1, "buildings": 11}
    return values | {"validation": blocks}


def write_blocks(path: Path) -> None:
    """Four blocks of 40 m in EPSG:32631, one of them for validation."""
    features = []
    for i in range(4):
        x, y = 500_000 + 40 * (i % 2), 5_700_000 - 40 * (i // 2)
        ring = [[x, y], [x + 40, y], [x + 40, y - 40], [x, y - 40], [x, y]]
        features.append(
            {
                "type": "Feature",
                "properties": {"number": i, "role": "training" if i else "validation"},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    whole = {"type": "FeatureCollection", "crs": crs, "features": features}
    path.write_text(json.dumps(whole), encoding="utf-8")


def picture(channel: int) -> str:
    """A gradient in red, green or blue: PNG, 64 x 48 pixels, base64."""
    row = [bytes(4 * x if c == channel else 0 for c in range(3)) for x in range(64)]
    raw = (b"\0" + b"".join(row)) * 48
    parts = [(b"IHDR", struct.pack(">2I5B", 64, 48, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(raw))]
    png = b"\x89PNG\r\n\x1a\n"
    for kind, data in [*parts, (b"IEND", b"")]:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        png += struct.pack(">I", len(data)) + kind + data + checksum
    return base64.b64encode(png).decode("ascii")


send("", job.Ready("CPU", "a fake", {}))
for line in sys.stdin:
    request = job.decode_request(line)
    if isinstance(request, job.Run):
        answer(request.id, request.job)
