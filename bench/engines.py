"""Speed and agreement of the engines on the CPU and on an NVIDIA GPU, side by side.

    python -m bench.engines [--model FOLDER] [--tiles 512 1024] [--rounds 5] [SCENE ...]

Prints Mpx/s of the bare network for each engine and precision, from SAR alone (HAL-SAR) and with
optical (OPT-SAR), and the ratio to ONNX Runtime in float32, which computes the same network. The
engines take turns, and the best of the rounds counts. For scenes (folders with sar.tif and maybe
optical.tif) it prints the share of valid pixels on the other side of the model's threshold than
with PyTorch in float32 on the CPU. "int8" is quantised for each scene. OpenVINO is left out where
it is not installed. Threads of the CPU: OMP_NUM_THREADS.
"""

from __future__ import annotations

import argparse
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from core.hatch.jobs import SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference.device import computes_bfloat16
from core.inference.engine import TorchEngine
from core.inference.engine_selection import tile_seconds
from core.inference.int8_engine import int8_engine
from core.inference.openvino_engine import OpenVINOEngine
from core.inference.predict import Engine, Heads, Images, probability_strips
from core.inference.sampled_tiles import sampled_tiles
from core.models.onnx_file import OPTICAL, SAR, write_onnx
from core.models.store import load_model
from core.raster.scene import open_scene
from core.timing import Timing

CPU, CUDA = torch.device("cpu"), torch.device("cuda")
ONNX, REFERENCE, INT8 = "ONNX Runtime fp32", "PyTorch fp32", "OpenVINO int8"


class OnnxEngine:
    """A model in ONNX Runtime, float32."""

    name = ONNX
    tile, streams = TorchEngine.tile, 1

    def __init__(self, folder: Path) -> None:
        network, self.manifest = load_model(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self._sessions = {}
        for hallucinate, optical in ((True, False), (False, True), (True, True)):
            with tempfile.TemporaryDirectory() as temporary:
                path = Path(temporary) / "graph.onnx"
                write_onnx(network, path, hallucinate, optical)
                self._sessions[hallucinate, optical] = onnxruntime.InferenceSession(
                    path.read_bytes(), options, providers=["CPUExecutionProvider"]
                )

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Heads:
        """As ``Predictor.predict``."""
        images = {SAR: sar[None]} if optical is None else {SAR: sar[None], OPTICAL: optical[None]}
        found = iter(self._sessions[hallucinate, optical is not None].run(None, images))
        hal = next(found)[0] if hallucinate else None
        return hal, next(found)[0] if optical is not None else None


def engines(folder: Path) -> dict[str, Engine]:
    """All engines by name; those in bfloat16 only where the device computes it."""
    made: dict[str, Engine] = {REFERENCE: TorchEngine(folder, "cpu", "fp32")}
    made[ONNX] = OnnxEngine(folder)
    if computes_bfloat16(CPU):
        made["PyTorch bf16"] = TorchEngine(folder, "cpu", "bf16")
    if find_spec("openvino"):
        for precision in _precisions(CPU):
            made[f"OpenVINO {precision}"] = OpenVINOEngine(folder, precision)
        made[INT8] = OpenVINOEngine(folder, "fp32")  # until it is calibrated
    if torch.cuda.is_available():
        for precision in _precisions(CUDA):
            name = f"PyTorch {precision}, {torch.cuda.get_device_name()}"
            made[name] = TorchEngine(folder, "cuda", precision)
    return made


def _precisions(device: torch.device) -> tuple[str, ...]:
    return ("fp32", "bf16") if computes_bfloat16(device) else ("fp32",)


def calibrated(made: dict[str, Engine], images: list[Images]) -> dict[str, Engine]:
    """The same engines, "int8" quantised by some images."""
    int8 = made.get(INT8)
    return {**made, INT8: int8_engine(int8, images)} if isinstance(int8, OpenVINOEngine) else made


def speeds(made: dict[str, Engine], tile: int, optical: bool, rounds: int) -> dict[str, float]:
    """Mpx/s of each engine on a tile of random values."""
    rng = np.random.default_rng(0)
    images = [rng.normal(size=(n, tile, tile)).astype(np.float32) for n in (4, 5)]
    made = calibrated(made, [(images[0], images[1])])
    seconds: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(1 + rounds):  # the first one warms up
        for name, engine in made.items():
            seconds[name].append(tile_seconds(engine, *images[: 1 + optical]))
    return {name: tile**2 / 1e6 / min(values[1:]) for name, values in seconds.items()}


def changed(
    made: dict[str, Engine], scene: Path, optical: bool, model: Manifest
) -> dict[str, float]:
    """Share of valid pixels on the other side of the threshold than with the reference."""
    source = SceneInput((str(scene / "sar.tif"),), str(scene / "optical.tif") if optical else "")
    with open_scene(source, model.pixel_size_m) as opened:
        masks: dict[str, np.ndarray] = {}
        for name, engine in calibrated(made, sampled_tiles(opened)[::2]).items():
            strips = list(probability_strips(opened, engine, Reporter(), Timing()))
            valid = np.concatenate([strip.valid for strip in strips])
            probability = np.concatenate([strip.probability for strip in strips])
            masks[name] = (probability >= model.threshold)[valid]
    return {name: float((mask != masks[REFERENCE]).mean()) for name, mask in masks.items()}


def table(head: str, rows: dict[str, list[str]]) -> None:
    print(f"| {head} |\n|{'---|' * head.count('|')}---|")
    for name, cells in rows.items():
        print(f"| {name} | {' | '.join(cells)} |")
    print(flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scenes", type=Path, nargs="*")
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--tiles", type=int, nargs="+", default=[512, 1024])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    made = engines(arguments.model)
    model = made[REFERENCE].manifest
    print(f"{torch.get_num_threads()} threads\n")
    for tile in arguments.tiles:
        rows: dict[str, list[str]] = {name: [] for name in made}
        for optical in (False, True):
            rates = speeds(made, tile, optical, arguments.rounds)
            for name, rate in rates.items():
                rows[name] += [f"{rate:.2f}", f"{rate / rates[ONNX]:.2f}"]
        table(f"tiles of {tile} px | SAR, Mpx/s | ratio | with optical, Mpx/s | ratio", rows)
    _print_agreement(made, arguments.scenes, model)


def _print_agreement(made: dict[str, Engine], scenes: list[Path], model: Manifest) -> None:
    kinds = {"SAR": False, "with optical": True}
    shares: dict[str, list[list[float]]] = {name: [[], []] for name in made}
    for scene in scenes:
        for column, optical in enumerate(kinds.values()):
            if not optical or (scene / "optical.tif").exists():
                for name, share in changed(made, scene, optical, model).items():
                    shares[name][column].append(share)
    if scenes:
        head = "changed pixels, mean (most) | " + " | ".join(kinds)
        table(head, {name: [_cell(found) for found in both] for name, both in shares.items()})


def _cell(shares: list[float]) -> str:
    return f"{np.mean(shares):.3%} ({max(shares):.3%})" if shares else ""


if __name__ == "__main__":
    main()
