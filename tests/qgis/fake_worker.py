"""A worker with bad manners on demand: the name of a job's SAR file says what it does.

Any other name gives a result; a GeoPackage next to the SAR file becomes the output.
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

from core.hatch import events, jobs, results
from core.hatch.protocol import (
    CancelRequest,
    ControlRequest,
    Request,
    RunRequest,
    StatusRequest,
    decode_request,
    encode_event,
)


def send(id: str, event: events.Event) -> None:
    sys.stdout.write(encode_event(id, event))
    sys.stdout.flush()


def next_request() -> Request:
    """The next request during a job, about whose status it answers."""
    while True:
        request = decode_request(sys.stdin.readline())
        if not isinstance(request, StatusRequest):
            return request
        send(request.id, events.Status(has_job=True))


def send_in_pieces(id: str, event: events.Event) -> None:
    """Every byte on its own, letters beyond ASCII included."""
    line = json.dumps(json.loads(encode_event(id, event)), ensure_ascii=False) + "\n"
    for byte in line.encode("utf-8"):
        os.write(1, bytes([byte]))
        time.sleep(0.001)


INSPECTION = results.InspectResult(
    polarisations=["VV", "HH"],
    radiometry="amplitude",
    radiometry_reason="right-skewed values",
    pixel_size_m=0.8,
    width=100,
    height=100,
    valid_share=0.75,
    optical_bands=[],
    warnings=["A warning."],
)


def answer(id: str, request: jobs.Job) -> None:
    if isinstance(request, jobs.InspectJob):
        send(id, events.Result(INSPECTION))
    elif isinstance(request, jobs.ExtractJob):
        extract(id, request)
    elif isinstance(request, jobs.BuildingJob):
        building(id, request)
    elif isinstance(request, jobs.CheckJob):
        check(id, request)
    elif isinstance(request, jobs.FinetuneJob):
        finetune(id, request)


def extract(id: str, request: jobs.ExtractJob) -> None:
    manner = Path(request.scene.sar[0]).stem
    if manner == "crash":
        print("the last words", file=sys.stderr, flush=True)
        os.abort()
    elif manner == "exit":
        sys.exit(3)
    elif manner == "polite":
        send(id, events.Progress(1, 4, "half asleep", 90.0))
        if next_request() == CancelRequest(id):
            send(id, events.Error("cancelled", "Cancelled."))
    elif manner == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        send(id, events.Progress(1, 4, "deaf"))
        time.sleep(600)
    elif manner == "garbage":
        print("a library speaks", '{"version": 99}', '{"version": 2, "event": "?"}', sep="\n")
        send(id, events.Result(extracted(request, manner)))
    elif manner == "unreadable":
        line = {"version": 2, "event": "result", "id": id, "job": "extract", "value": {"out": 7}}
        print(json.dumps(line), flush=True)
    elif manner == "garbled":
        print('{"version": 2, "event": "resu', flush=True)
    elif manner == "bytes":
        os.write(1, b'{"version": 2, "event": "result", "id": "\xff\xfe"}\n')
    elif manner == "nested":
        print("[" * 100_000, flush=True)
    elif manner == "endless":
        os.write(1, b"x" * 40_000_000 + b"\n")
    elif manner == "stranger":
        send("no such job", events.Result(extracted(request, manner)))
    elif manner == "unnamed":
        send("", events.Error("internal", "The worker did not understand."))
    elif manner == "other result":
        send(id, events.Result(INSPECTION))
    elif manner == "infinite":
        send(id, events.Progress(float("inf"), float("nan"), "", float("inf")))
        send(id, events.Result(extracted(request, manner)))
    elif manner == "lines":
        sys.stdout.buffer.write(Path(request.scene.sar[0]).read_bytes())
        sys.stdout.flush()
        send(id, events.Result(extracted(request, manner)))
    elif manner == "mute":
        time.sleep(600)
    elif manner == "pieces":
        send_in_pieces(id, events.Progress(1, 2, "Größe – 建物"))
        send_in_pieces(id, events.Result(extracted(request, manner)))
    elif manner == "talkative":
        send(id, events.Log("a word"))
        send(id, events.Metric({"iou": 0.5}))
        send(id, events.Preview({}, "a look"))
        send(id, events.Result(extracted(request, manner)))
    else:
        ready_made = Path(request.scene.sar[0]).with_suffix(".gpkg")
        if ready_made.is_file():
            shutil.copy(ready_made, request.out)
        send(id, events.Result(extracted(request, manner)))


def extracted(request: jobs.ExtractJob, manner: str) -> results.ExtractResult:
    return results.ExtractResult(
        footprints=2,
        out=request.out,
        probability="",
        threshold=request.threshold or 0.5,
        model="a model",
        seconds=1.0,
        megapixels=0.01,
        engine=manner,
    )


def building(id: str, request: jobs.BuildingJob) -> None:
    """A square of 12 m around each point of the building, without what is east of those outside."""
    manner = Path(request.scene.sar[0]).stem
    if manner == "crash":
        os.abort()
    # Until the test lets it answer.
    while manner == "late" and not Path(request.scene.sar[0]).with_suffix(".go").exists():
        time.sleep(0.01)
    if manner == "refused":
        send(id, events.Error("input", "The point is not on the SAR layer; click on it."))
        return
    xs, ys = zip(*request.inside)
    west, south, east, north = min(xs) - 6, min(ys) - 6, max(xs) + 6, max(ys) + 6
    east = min([east, *(x for x, _ in request.outside)])
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    nothing = manner == "nothing" or east <= west
    wkt = f"POLYGON(({','.join(f'{x} {y}' for x, y in corners)}))"
    result = results.BuildingResult(
        wkt="" if nothing else wkt,
        crs="",
        area_m2=0.0 if nothing else (east - west) * (north - south),
        confidence=0.8,
        optical_share=0.0,
        regularised=True,
        method="growing",
        threshold=request.threshold or 0.5,
        model="a model",
        seconds=1.0 if manner == "slow" else 0.1,
        engine=manner,
    )
    send(id, events.Result(result))


def check(id: str, request: jobs.CheckJob) -> None:
    if Path(request.finetune.scene.sar[0]).stem == "refused":
        send(id, events.Error("input", "No building is in the area; draw <more>."))
        return
    write_blocks(Path(request.blocks))
    result = results.CheckResult(
        buildings=42,
        repaired=1,
        teacher="sar",
        training_blocks=3,
        validation_blocks=1,
        validation_buildings=11,
        offset_m=None,
        seconds=350.0,
        device="CPU",
        warnings=[INSPECTION.warnings[0], "Only a <few>; digitise more."],
    )
    send(id, events.Result(result))


def finetune(id: str, request: jobs.FinetuneJob) -> None:
    """Each manner leaves a checkpoint; "patient" does what it is told, "abort" crashes once."""
    manner = Path(request.scene.sar[0]).stem
    out = Path(request.out)
    checkpoint = Path(f"{request.out}.checkpoint")
    resumed = checkpoint.exists()
    out.parent.mkdir(parents=True, exist_ok=True)
    checkpoint.touch()
    stopped = "steps"
    for step in range(1, 6):
        send(id, events.Progress(step, 10, f"Step {step} of 10", 10.0 - step))
        values = {"step": step, "steps": 10, "loss": 2.0 / step, "seg": 1.5 / step}
        send(id, events.Metric(values | {"msa": 0.0, "mfa": 0.0, "iou": 0.3 + 0.02 * step}))
    pictures = {name: picture(i) for i, name in enumerate(("sar", "labels", "prediction"))}
    send(id, events.Preview(pictures, "Block 1, step 5"))
    if manner == "abort" and not resumed:
        os.abort()
    if manner == "patient":
        while True:
            wanted = next_request()
            if not isinstance(wanted, ControlRequest):
                send(id, events.Error("cancelled", "Cancelled."))
                return
            send(id, events.Log(f"told to {wanted.action}"))
            if wanted.action == "finish":
                stopped = "finish"
                break
    checkpoint.unlink()
    send(id, events.Result(trained(out, request, manner, stopped)))


def trained(
    out: Path, request: jobs.FinetuneJob, manner: str, stopped: str
) -> results.FinetuneResult:
    """Write the model folder."""
    verdict = manner if manner in ("worse", "no better", "unknown") else "better"
    out.mkdir(parents=True)
    model = {"format": 1, "name": request.title, "notice": "Made by a fake.", "preset": "light"}
    model |= {"pixel_size_m": 0.8, "threshold": 0.5, "sha256": ""}
    (out / "manifest.json").write_text(json.dumps(model), encoding="utf-8")
    (out / "weights.safetensors").touch()
    (out / "report.html").write_text("<p>A report.</p>", encoding="utf-8")
    write_blocks(out / "blocks.geojson")
    by_optical = request.labels == jobs.FROM_OPTICAL
    figures = [
        results.ModelFigures(what, head, 0.5, iou, f1=0.6, object_f1=0.4, ece=float("nan"))
        for what, iou in (
            ("base", 0.31),
            ("base_own_threshold", 0.33),
            ("new", 0.21 if verdict == "worse" else 0.41),
        )
        for head in (("sar", "optical") if request.scene.optical and not by_optical else ("sar",))
    ]
    return results.FinetuneResult(
        model=str(out),
        report=str(out / "report.html"),
        validation=results.ValidationBlocks(0 if verdict == "unknown" else 1, buildings=11),
        verdict=verdict,
        figures=[] if verdict == "unknown" else figures,
        steps=10,
        best_step=0 if verdict == "no better" else 4,
        seconds=1.0,
        stopped=stopped,
        labels_from_optical=by_optical,
    )


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


if Path("mute").exists():  # in the current folder: a worker that never starts
    time.sleep(600)
send("", events.Ready("CPU", "a fake", {}))
for line in sys.stdin:
    request = decode_request(line)
    if isinstance(request, StatusRequest):
        send(request.id, events.Status(has_job=False))
    if isinstance(request, RunRequest):
        answer(request.id, request.job)
