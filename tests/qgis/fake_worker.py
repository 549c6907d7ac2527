"""A worker with bad manners on demand: the name of a job's SAR file says what it does.

Any other name gives a result; a GeoPackage beside the SAR file becomes the output.
"""

import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

from core import job


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
        send(id, job.Result(values))


send("", job.Ready("CPU", "a fake", {}))
for line in sys.stdin:
    request = job.decode_request(line)
    if isinstance(request, job.Run):
        answer(request.id, request.job)
