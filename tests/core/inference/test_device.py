"""The choice of the device."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from core.hatch.errors import InputError
from core.inference import device
from core.inference.device import choose_device, has_kernels

CUDA_13 = ["sm_75", "sm_80", "sm_86", "sm_90", "sm_100", "sm_120", "compute_120"]
CUDA_12 = ["sm_50", "sm_60", "sm_70", "sm_75", "sm_80", "sm_86", "sm_90"]


@pytest.mark.parametrize(
    ("capability", "by_13", "by_12"),
    [
        ((6, 1), False, True),  # GTX 1080
        ((7, 0), False, True),  # V100
        ((7, 5), True, True),  # RTX 2080
        ((8, 9), True, True),  # RTX 4090
        ((12, 0), True, False),  # RTX 5090
        ((12, 1), True, False),
        ((13, 0), True, False),  # by the intermediate code
    ],
)
def test_which_builds_run_on_a_gpu(capability: tuple[int, int], by_13: bool, by_12: bool) -> None:
    assert has_kernels(capability, CUDA_13) == by_13
    assert has_kernels(capability, CUDA_12) == by_12


def test_code_for_one_architecture_only() -> None:
    assert has_kernels((9, 0), ["sm_90a"]) and not has_kernels((8, 0), ["sm_90a"])


class Gpus:
    """NVIDIA GPUs as PyTorch describes them, each with a capability and memory in GB."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *gpus: tuple[tuple[int, int], int]) -> None:
        self.current = 0
        monkeypatch.setattr(torch.version, "cuda", "13.0")
        for name, value in {
            "is_available": lambda: True,
            "get_arch_list": lambda: CUDA_13,
            "device_count": lambda: len(gpus),
            "get_device_capability": lambda index: gpus[index][0],
            "get_device_properties": lambda index: SimpleNamespace(total_memory=gpus[index][1]),
            "get_device_name": lambda: f"GPU {self.current}",
            "set_device": lambda index: setattr(self, "current", index),
        }.items():
            monkeypatch.setattr(torch.cuda, name, value)


def test_of_several_gpus_the_largest_that_has_code(monkeypatch: pytest.MonkeyPatch) -> None:
    gpus = Gpus(monkeypatch, ((7, 5), 8), ((8, 6), 12), ((6, 1), 24))
    assert choose_device() == (torch.device("cuda"), "GPU 1 found")
    assert gpus.current == 1
    assert choose_device("cuda")[0] == torch.device("cuda")


@pytest.mark.parametrize(
    ("capability", "build"), [((6, 1), CUDA_13), ((12, 0), CUDA_12)], ids=["too old", "too new"]
)
def test_a_gpu_without_code_is_not_used(
    monkeypatch: pytest.MonkeyPatch, capability: tuple[int, int], build: list[str]
) -> None:
    Gpus(monkeypatch, (capability, 11))
    monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: build)
    reason = "this build of PyTorch has no code for the NVIDIA GPU"
    assert choose_device() == (torch.device("cpu"), reason)
    assert choose_device("cpu") == (torch.device("cpu"), "as chosen in the settings")
    with pytest.raises(InputError, match="has no code for the GPU 0;"):
        choose_device("cuda")


@pytest.mark.parametrize(
    ("driver", "reason"),
    [(True, "this PyTorch was built without GPU support"), (False, "no NVIDIA GPU found")],
)
def test_a_build_for_the_cpu_is_no_fault_where_there_is_no_gpu(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: bool, reason: str
) -> None:
    monkeypatch.setattr(torch.version, "cuda", None)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    monkeypatch.setattr(device, "DRIVER_FILES", (tmp_path / "version",))
    if driver:
        (tmp_path / "version").touch()
    assert choose_device() == (torch.device("cpu"), reason)


def test_missing_gpu_is_refused_and_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for backend in (torch.cuda, torch.backends.mps):
        monkeypatch.setattr(backend, "is_available", lambda: False)
    assert choose_device()[0] == torch.device("cpu")
    with pytest.raises(InputError, match="no cuda device"):
        choose_device("cuda")
