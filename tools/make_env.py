"""Make the environment of the core and its tests, as ``make env`` does.

    python3 tools/make_env.py .venv

PyTorch comes in the build that the plugin's installer would choose: for the CPU where there is no
NVIDIA driver. It is looked for in PyTorch's own index, then in the one that pip is configured for.
Standard library only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cmhcl_plugin.environment.pytorch import (  # noqa: E402
    CAPABILITY_QUERY,
    CUDA_MB,
    DRIVER_QUERY,
    Build,
    Capability,
    capability_from_nvidia_smi,
    choose_build,
    driver_from_nvidia_smi,
    driver_from_proc,
)

CORE, DEV = ROOT / "core" / "requirements.txt", ROOT / "requirements-dev.txt"
OPENVINO = ROOT / "core" / "requirements-openvino.txt"
TOOLS_MB = (90, 250)  # of requirements-dev.txt: to download, on disk
NVIDIA_SMI_S = 20


def main(folder: Path, core: Path = CORE, dev: Path = DEV) -> None:
    """Make or update the environment. Exits with pip's status when that fails."""
    python = folder / "bin" / "python"
    if not python.is_file():
        print(f"Making a Python environment in {folder}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    torch = torch_requirement(core)
    if not is_installed(python, torch):
        driver = find_driver()
        build = choose_build(driver, capability=find_capability())
        print(announcement(build, driver, torch, folder), flush=True)
        install_torch(python, torch, build)
    pip(python, "-r", str(core), "-r", str(dev), check=True)
    if not pip(python, "--no-deps", "-r", str(OPENVINO)):
        print("There is no OpenVINO for this machine; its tests fail.", flush=True)


def torch_requirement(requirements: Path) -> str:
    """``torch==VERSION``, as pinned."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("torch=="))


def is_installed(python: Path, requirement: str) -> bool:
    """Whether the environment has this version, in any build."""
    name, version = requirement.split("==")
    code = (
        "import sys; from importlib.metadata import version; "
        f"sys.exit(version({name!r}).partition('+')[0] != {version!r})"
    )
    probe = subprocess.run([python, "-c", code], stderr=subprocess.DEVNULL)
    return probe.returncode == 0


def find_driver() -> Optional[int]:
    """The major version of the NVIDIA driver, None if there is none."""
    return driver_from_proc() or driver_from_nvidia_smi(nvidia_smi(DRIVER_QUERY))


def find_capability() -> Optional[Capability]:
    """The highest compute capability of the NVIDIA GPUs, None if unknown."""
    return capability_from_nvidia_smi(nvidia_smi(CAPABILITY_QUERY))


def nvidia_smi(query: Sequence[str]) -> str:
    """Output of ``nvidia-smi``, empty if it is missing or hangs."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, *query], capture_output=True, text=True, timeout=NVIDIA_SMI_S
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def announcement(build: Build, driver: Optional[int], torch: str, folder: Path) -> str:
    """What is installed, why, and how much that is."""
    kind = "the build for the CPU" if build.name == "cpu" else f"the build {build.name}"
    found = "no NVIDIA driver found"
    if driver is not None:
        verb = "is too old" if build.name == "cpu" else "found"
        found = f"NVIDIA driver {driver} {verb}"
    sizes = [size(mb + more) for mb, more in zip((build.download_mb, build.disk_mb), TOOLS_MB)]
    return (
        f"Installing {torch} in {kind} ({found}) and the other libraries: "
        f"about {sizes[0]} to download, {sizes[1]} in {folder}"
    )


def install_torch(python: Path, torch: str, build: Build) -> None:
    """From the index of the build; where that fails, from the one that pip is set to."""
    if build.index:
        own_index = ("--index-url", build.index, "--retries", "1", "--timeout", "15")
        if pip(python, "--no-deps", torch, *own_index):
            return
        print(
            f"{build.index} cannot be reached or has no {torch} for this Python: pip looks in its "
            f"own index, whose build for Linux is the one with CUDA, {size(CUDA_MB[0])} to "
            f"download and {size(CUDA_MB[1])} on disk. Interrupt now if that is too much.",
            flush=True,
        )
    pip(python, "--no-deps", torch, check=True)


def pip(python: Path, *arguments: str, check: bool = False) -> bool:
    """``pip install``, its progress shown; whether it worked. Exits where that is a must."""
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    status = subprocess.run(command).returncode
    if check and status:
        sys.exit(status)
    return status == 0


def size(megabytes: int) -> str:
    return f"{megabytes / 1000:.1f} GB"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
