"""Training as processes: several at a time under torchrun, and one that is killed at any moment."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import multiprocessing

from core.hatch.errors import InputError
from core.hatch.files import unfinished_path
from core.hatch.jobs import LossSettings, TrainingSettings
from core.hatch.manifest import read_manifest
from core.models.store import load_model
from core.networks import CMHCL, assemble
from core.simulator import simulate, write_scene
from core.training.distributed import ProcessGroup, process_group
from core.training.state import CLIP, Objective, State
from tests.builders.networks import TINY

ROOT = Path(__file__).parents[3]
CPU = torch.device("cpu")
LOSSES = [LossSettings(), LossSettings(lambda_msa=0), LossSettings(lambda_edge=0, lambda_contact=0)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("processes") / "scene"
    write_scene(simulate(3, 160, pixel_size_m=0.8, style="suburb"), path)
    shutil.copytree(path, held_out_of(path))
    return path


def held_out_of(folder: Path) -> Path:
    return folder.with_name("held out")


def tiny_network() -> CMHCL:
    torch.manual_seed(0)
    return assemble(TINY)


def make_batch() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    random_numbers = torch.Generator().manual_seed(1)
    sar = torch.randn(4, 4, 64, 64, generator=random_numbers)
    optical = torch.randn(4, 5, 64, 64, generator=random_numbers)
    return sar, optical, (torch.rand(4, 4, 64, 64, generator=random_numbers) > 0.5).float()


def step_as_rank(rank: int, port: int, folder: Path, losses: LossSettings) -> None:
    """One step of one of two processes; its gradients and its weights go into a file."""
    os.environ |= {"RANK": str(rank), "WORLD_SIZE": "2", "LOCAL_RANK": str(rank)}
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    torch.set_num_threads(1)
    with process_group(CPU) as processes:
        state = State(tiny_network(), TrainingSettings(losses=losses), processes)
        share = processes.batch_slice(4)
        state.update(*(part[share] for part in make_batch()))
        gradients = {n: p.grad for n, p in state.network.named_parameters() if p.grad is not None}
        weights = dict(state.network.named_parameters())
        torch.save({"gradients": gradients, "weights": weights}, folder / f"{rank}.pt")


@pytest.mark.slow
@pytest.mark.parametrize("losses", LOSSES, ids=["all", "no msa", "no outlines"])
def test_two_processes_take_the_step_of_one(tmp_path, losses):
    """Same weights on both; the gradient is the mean over both shares of the batch."""
    multiprocessing.start_processes(
        step_as_rank, (free_port(), tmp_path, losses), nprocs=2, start_method="spawn"
    )
    first, second = (torch.load(tmp_path / f"{rank}.pt") for rank in (0, 1))
    for name, weight in first["weights"].items():
        assert torch.equal(weight, second["weights"][name])

    objective = Objective(tiny_network().train(), losses)
    batch = make_batch()
    halves = [objective(*(part[i : i + 2] for part in batch)).total for i in (0, 2)]
    torch.stack(halves).mean().backward()
    parameters = dict(objective.network.named_parameters())
    torch.nn.utils.clip_grad_norm_(parameters.values(), CLIP)
    for name, gradient in first["gradients"].items():
        alone = parameters[name].grad
        # What a loss does not reach has no gradient alone, and zero with DDP.
        expected = torch.zeros_like(gradient) if alone is None else alone
        assert torch.allclose(gradient, expected, rtol=1e-3, atol=1e-5), name
    assert any(gradient.abs().max() > 1e-3 for gradient in first["gradients"].values())


def test_a_batch_that_cannot_be_shared_out_is_named():
    with pytest.raises(InputError, match="multiple"):
        ProcessGroup(0, 3).batch_slice(8)


def command(folder: Path, out: Path, **options) -> list[str]:
    values = {"crop": 64, "batch": 2, "steps": 6, "checkpoint_every": 1, "validate_every": 2}
    words = [str(folder), "--out", str(out), "--device", "cpu"]
    words += ["--validation", str(held_out_of(folder))]
    for name, value in (values | options).items():
        words += [f"--{name.replace('_', '-')}", str(value)]
    return ["-m", "core", "train", *words]


@pytest.mark.slow
def test_torchrun_takes_the_same_command(folder, tmp_path):
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    done = subprocess.run(
        [*torchrun, "--nproc-per-node", "2", *command(folder, tmp_path / "model", steps=2)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "2 processes" in done.stderr
    result = json.loads(done.stdout)
    assert result["steps"] == 2
    load_model(tmp_path / "model")
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


TINY_COMMAND = """
from core.command_line.main import main
from core.hatch import model_jobs
from core.networks import PRESETS
from tests.builders.networks import TINY
PRESETS["tiny"] = TINY
model_jobs.PRESETS = tuple(PRESETS)
raise SystemExit(main())
"""


def tiny_command(folder: Path, out: Path) -> list[str]:
    return [sys.executable, "-c", TINY_COMMAND, *command(folder, out, preset="tiny", steps=12)[2:]]


@pytest.mark.slow
def test_run_killed_at_any_moment_ends_like_an_uninterrupted_one(folder, tmp_path):
    """Equal to the last bit."""
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    subprocess.run(tiny_command(folder, whole), cwd=ROOT, check=True)

    checkpoint = tmp_path / "killed.checkpoint"
    partial = unfinished_path(checkpoint)
    kills = [
        kill_when(folder, killed, partial.exists),  # while it writes
        kill_when(folder, killed, steps_from(checkpoint, random.randint(1, 4))),
        kill_when(folder, killed, steps_from(checkpoint, random.randint(1, 4))),
    ]
    assert any(kills)
    partial.mkdir(exist_ok=True)
    (partial / "new.checkpoint").write_bytes(b"half a checkpoint")
    subprocess.run(tiny_command(folder, killed), cwd=ROOT, check=True)
    first, second = (read_manifest(model) for model in (whole, killed))
    assert first.sha256 == second.sha256
    assert first.figures == second.figures
    assert sorted(path.name for path in tmp_path.iterdir()) == ["killed", "whole"]


def steps_from(checkpoint: Path, count: int) -> Callable[[], bool]:
    """Whether so many checkpoints have been written since."""
    seen: set[int] = set()

    def done() -> bool:
        if checkpoint.exists():
            seen.add(checkpoint.stat().st_mtime_ns)
        return len(seen) > count

    return done


def kill_when(folder: Path, out: Path, now: Callable[[], bool]) -> bool:
    """Start the training and kill it when ``now()`` holds; whether it was still running."""
    process = subprocess.Popen(tiny_command(folder, out), cwd=ROOT)
    while not now() and process.poll() is None:
        time.sleep(0.001)  # polled, as the moment to kill is one of its files' states
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_variable_of_torchrun_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "x")
    with pytest.raises(InputError, match="WORLD_SIZE is not a number"):
        process_group(torch.device("cpu")).__enter__()
