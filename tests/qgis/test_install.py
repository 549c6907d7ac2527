"""Installing the worker's environment: real venv and pip on tiny wheels, and why it may fail."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from collections import namedtuple
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable

import pytest
from conftest import CORE_PYTHON

# What pip 23 to 26, uv 0.13 and venv printed when the thing was really made to happen.
REAL_OUTPUTS = {
    "The disk is full": [
        "Installing collected packages: numpy, scipy\n"
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
        "error: Failed to initialize cache at `small/cache`\n"
        "  cause: failed to write to file `/p/CACHEDIR.TAG`: No space left on device (os error 28)",
    ],
    "cannot be written": [
        "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: "
        "'/p/a'\nCheck the permissions.",
        "Error: [Errno 30] Read-only file system: '/p/env'",
        "  cause: failed to create directory `/p/affine`: Read-only file system (os error 30)",
    ],
    "Another program holds a file": [
        "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'a'",
        "PermissionError: [WinError 32] The process cannot access the file because it is being "
        "used by another process: 'torch_cpu.dll'",
    ],
    "The proxy wants a user name": [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect "
        "to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))'\n"
        "ERROR: No matching distribution found for affine",
        "  cause: client error (Connect)\n  cause: tunnel error: proxy authorization required",
    ],
    "refuses to connect (403 Forbidden)": [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect "
        "to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))': /simple/affine/\n"
        "ERROR: No matching distribution found for affine",
    ],
    "The proxy cannot be reached": [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect "
        "to proxy.', NewConnectionError('[Errno 111] Connection refused'))': /simple/affine/\n"
        "ERROR: No matching distribution found for affine==2.4.0",
        "  cause: client error (Connect)\n"
        "  cause: tunnel error: failed to create underlying connection\n"
        "  cause: tcp connect error\n  cause: Connection refused (os error 111)",
    ],
    "SOCKS": [
        "ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS "
        "support."
    ],
    "a certificate that is not trusted": [
        "Could not fetch URL https://localhost:8443/simple/affine/: There was a problem confirming "
        "the ssl certificate: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
        "self-signed certificate (_ssl.c:992) - skipping\n"
        "ERROR: No matching distribution found for affine",
        "  cause: client error (Connect)\n"
        "  cause: invalid peer certificate: Other(OtherError(CaUsedAsEndEntity))",
    ],
    "The network failed": [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Failed "
        "to establish a new connection: [Errno -2] Name or service not known')': /simple/affine/\n"
        "ERROR: No matching distribution found for affine==2.4.0",
        "ERROR: Wheel 'affine' located at /tmp/unpack/affine-9.0-py3-none-any.whl is invalid.",
        "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPConnectionPool(host='127.0.0.1'): "
        "Read timed out.",
        "WARNING: Attempting to resume incomplete download (19.5 MB/35.9 MB, attempt 5)\n"
        "error: incomplete-download",
        "  cause: dns error\n  cause: failed to lookup address information: Name or service not "
        "known",
    ],
    "no package affine==2.4.0 for": [
        "Looking in links: empty\n"
        "ERROR: Could not find a version that satisfies the requirement affine==2.4.0 (from "
        "versions: none)\nERROR: No matching distribution found for affine==2.4.0",
    ],
    "no package affine for": [
        "error: No solution found when resolving dependencies\n  cause: Because affine was not "
        "found in the provided package locations and you require affine==2.4.0, we can conclude "
        "that your requirements are unsatisfiable.",
    ],
    "lacks the module ensurepip": ["/usr/bin/python3: No module named ensurepip"],
    "failed (ImportError: libcudart.so.13)": ["Traceback\nImportError: libcudart.so.13"],
}


@pytest.mark.parametrize(
    ("start", "output"), [(s, output) for s, outputs in REAL_OUTPUTS.items() for output in outputs]
)
def test_cause_and_not_the_last_line(start: str, output: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install_failure import cause_of

    assert start in cause_of(output)


@pytest.mark.parametrize(
    ("driver", "platform", "name", "index"),
    [
        (None, "linux", "cpu", "cpu"),
        (None, "win32", "cpu", ""),
        (580, "linux", "cu130", "cu130"),
        (580, "win32", "cu130", "cu130"),
        (535, "linux", "cu126", "cu126"),
        (470, "linux", "cpu", "cpu"),
        (None, "darwin", "mps", ""),
    ],
)
def test_build_for_the_machine(driver: Any, platform: str, name: str, index: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.builds import reason_for
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import PYTORCH_INDEX, choose_build

    build = choose_build(driver, platform)
    assert build.name == name and build.index == (PYTORCH_INDEX + index if index else "")
    assert ("too old" in reason_for(build, driver)) == (driver == 470)


def test_driver_version(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import (
        driver_from_nvidia_smi,
        driver_from_proc,
    )

    assert driver_from_nvidia_smi("580.82.07\n580.82.07\n") == 580
    failed = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
    assert driver_from_nvidia_smi(failed) is None
    version = tmp_path / "version"
    assert driver_from_proc(version) is None
    version.write_text(
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n"
        "GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n"
    )
    assert driver_from_proc(version) == 535
    version.write_text(
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build\n"
    )
    assert driver_from_proc(version) == 580


@pytest.fixture
def no_proxy() -> Any:
    """QGIS's proxy settings to be changed, and taken back."""
    from qgis.core import QgsNetworkAccessManager, QgsSettings

    yield QgsSettings()
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_proxy_of_qgis(no_proxy: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment
    from qgis.core import QgsNetworkAccessManager

    values = {"Enabled": True, "Type": "HttpProxy", "Host": "proxy.example", "Port": "3128"}
    values |= {"User": "jürg", "Password": "p@ss:w/rd", "ExcludedUrls": ["http://intra.example"]}
    for name, value in values.items():
        no_proxy.setValue(f"proxy/proxy{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    found = network_environment("https://index.example/simple", tmp_path / "certificates.pem")
    proxy = "http://j%C3%BCrg:p%40ss%3Aw%2Frd@proxy.example:3128"
    assert found["HTTPS_PROXY"] == found["https_proxy"] == found["HTTP_PROXY"] == proxy
    assert found["no_proxy"] == "intra.example"
    assert network_environment("http://intra.example/simple", tmp_path / "c.pem") == {}


def test_no_proxy_leaves_the_environment_alone(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment

    assert network_environment("https://index.example/simple", tmp_path / "c.pem") == {}


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty profile, with a space in its path."""
    from qgis.core import QgsApplication

    folder = tmp_path / "a profile"
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(folder)))
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder


SELFTEST = """import tiny, torch; print('a warning\\n{"engine": "PyTorch 1"}')\n"""


def make_wheel(folder: Path, name: str) -> None:
    """``NAME-1.0``: one module, no dependencies."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


@pytest.fixture
def wheels(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Requirements of two tiny packages, a folder with their wheels, and a self-test of them."""
    from cmhcl_footprints.cmhcl_plugin.environment import install, own_environment

    folder, root = tmp_path / "wheels", tmp_path / "root"
    for name in ("torch", "tiny"):
        make_wheel(folder, name)
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("# What is needed.\ntorch==1.0\ntiny==1.0\n")
    (root / "core").mkdir(parents=True)
    (root / "core" / "selftest.py").write_text(SELFTEST)
    monkeypatch.setattr(own_environment, "REQUIREMENTS", requirements)
    monkeypatch.setattr(install, "ROOT", root)
    monkeypatch.setattr(install, "find_uv", lambda: None)
    monkeypatch.setattr(install, "candidates", lambda: [Path("/usr/bin/python3")])
    assert not profile.exists()
    return folder


def installed(qtbot: Any, folder: Path | str, installer: Any = None) -> str:
    """Install from a folder of wheels (empty: from pip's index) and return the problem."""
    from cmhcl_footprints.cmhcl_plugin.environment.install import Installer, Source

    installer = installer or Installer()
    with qtbot.waitSignal(installer.finished, timeout=120_000) as signal:
        installer.install(Source(wheels=str(folder)))
    assert not installer.is_running
    return str(signal.args[0])


def test_install_update_and_remove(wheels: Path, profile: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own
    from cmhcl_footprints.cmhcl_plugin.environment.install import Installer
    from cmhcl_footprints.cmhcl_plugin.environment.python import find_python

    assert own.state() == own.State.ABSENT
    assert installed(qtbot, wheels) == ""
    assert own.state() == own.State.READY and own.facts()["engine"] == "PyTorch 1"
    assert find_python() == own.python_path()
    assert not (profile / "cmhcl" / "env.downloads").exists()
    made = (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns

    own.REQUIREMENTS.write_text("torch==1.0  # pinned\ntiny==1.0")
    assert own.state() == own.State.READY  # nothing but comments
    own.REQUIREMENTS.write_text("torch==1.0\ntiny==1.0\nnewer==1.0")
    assert own.state() == own.State.OUTDATED and find_python() == own.python_path()
    make_wheel(wheels, "newer")
    assert installed(qtbot, wheels) == "" and own.state() == own.State.READY
    assert (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns == made

    installer = Installer()
    with qtbot.waitSignal(installer.finished, timeout=10_000) as signal:
        installer.remove()
    assert signal.args == [""] and own.state() == own.State.ABSENT
    assert find_python() == Path(os.environ["CMHCL_PYTHON"])
    qtbot.waitUntil(lambda: not list((profile / "cmhcl").glob("env.*discarded*")), timeout=10_000)


def test_never_half_an_environment(wheels: Path, profile: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own

    python, test = own.python_path(), wheels.parent / "root" / "core" / "selftest.py"
    python.parent.mkdir(parents=True)
    python.write_text("#!/nowhere/python\n")  # the one it was made from is gone
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    (wheels / "tiny-1.0-py3-none-any.whl").rename(wheels.parent / "tiny.whl")
    assert "There is no package tiny==1.0" in installed(qtbot, wheels)
    assert own.state() == own.State.PARTIAL and not own.is_whole()

    made = (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns
    (wheels.parent / "tiny.whl").rename(wheels / "tiny-1.0-py3-none-any.whl")
    test.write_text("import missing")
    assert "No module named 'missing'" in installed(qtbot, wheels)
    assert own.state() == own.State.PARTIAL

    test.write_text(SELFTEST)
    assert installed(qtbot, wheels) == "" and own.state() == own.State.READY
    assert (profile / "cmhcl" / "env" / "pyvenv.cfg").stat().st_mtime_ns == made


def processes_in(profile: Path) -> list[str]:
    """The command lines that name a file of the profile."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended meanwhile
            line = path.read_text(encoding="utf-8", errors="replace")
            if f"{profile}/" in line:
                found.append(line)
    return found


@pytest.mark.parametrize("way", ["cancel", "stop", "task bar"])
def test_nothing_runs_on(way: str, wheels: Path, profile: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own
    from cmhcl_footprints.cmhcl_plugin.environment.install import Installer, Source
    from qgis.core import QgsApplication

    installer = Installer()
    ended: list[str] = []
    installer.finished.connect(ended.append)
    installer.install(Source(wheels=str(wheels)))
    # ensurepip runs pip in a child
    qtbot.waitUntil(lambda: len(processes_in(profile)) > 1, timeout=60_000)
    if way == "task bar":
        QgsApplication.taskManager().activeTasks()[0].cancel()
    else:
        getattr(installer, way)()
    qtbot.waitUntil(lambda: not installer.is_running, timeout=5_000)
    qtbot.waitUntil(lambda: not processes_in(profile), timeout=5_000)
    assert ended == ([] if way == "stop" else ["Cancelled; what has been downloaded is kept."])
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=5_000)
    assert own.state() == own.State.PARTIAL


def test_two_windows(wheels: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install import Installer, Source

    first = Installer()
    first.install(Source(wheels=str(wheels)))
    assert installed(qtbot, wheels) == "Another QGIS window is at it; wait for it to end."
    assert first.is_running
    first.stop()


def test_general_index_instead_of_pytorchs_own(
    wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own
    from cmhcl_footprints.cmhcl_plugin.environment import pytorch
    from cmhcl_footprints.cmhcl_plugin.environment.install import Installer

    index = wheels.parent / "simple"
    for wheel in wheels.glob("*.whl"):
        folder = index / wheel.name.split("-")[0]
        folder.mkdir(parents=True)
        shutil.copy(wheel, folder)
        (folder / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>')
    monkeypatch.setattr(pytorch, "PYTORCH_INDEX", "http://127.0.0.1:9/")  # nobody listens there
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    installer = Installer()
    assert installed(qtbot, "", installer) == ""
    assert any("PyTorch’s own index cannot be reached" in note for note in installer.notes)
    assert own.state() == own.State.READY


def test_with_uv(wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import install
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own

    uv, said = wheels.parent / "uv", wheels.parent / "said.txt"
    uv.write_text(
        f'#!/bin/sh\necho "$@" >>"{said}"\n[ "$1" = pip ] || exec "$3" -m venv --without-pip "$4"\n'
    )
    uv.chmod(0o755)
    (wheels.parent / "root" / "core" / "selftest.py").write_text("print({})")
    monkeypatch.setattr(install, "find_uv", lambda: uv)
    assert installed(qtbot, wheels) == ""
    venv, torch, rest = said.read_text().splitlines()
    assert venv == f"venv --python /usr/bin/python3 {own.python_path().parents[1]}"
    source = f"--no-index --find-links {wheels}"
    start = f"pip install --python {own.python_path()} --only-binary :all:"
    assert torch == f"{start} --no-deps torch==1.0 {source}"
    assert rest == f"{start} {source} -r {own.REQUIREMENTS}"


def test_no_python_to_begin_with(wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import install

    monkeypatch.setattr(install, "candidates", list)
    assert installed(qtbot, wheels).startswith("There is no Python 3.10 to 3.14")


def test_too_little_space(wheels: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 5 * 10**8))
    problem = installed(qtbot, wheels)
    assert "needs 2,040 MB" in problem and "500 MB left" in problem


def test_profile_that_cannot_be_written(wheels: Path, profile: Path, qtbot: Any) -> None:
    profile.write_text("a file where the folder should be")
    assert "File exists" in installed(qtbot, wheels) or "Not a directory" in installed(
        qtbot, wheels
    )


def test_candidates_exist_and_qgis_comes_first() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.base_python import candidates

    found = candidates()
    assert found[0] == Path("/usr/bin/python3")
    assert all(path.is_file() for path in found)
    assert len({path.resolve() for path in found}) == len(found)


def test_the_log_has_no_passwords(tmp_path: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.steps import Command, StepRunner
    from cmhcl_footprints.cmhcl_plugin.worker.logfile import LogFile

    def steps() -> Any:
        yield Command(["echo", "https://anna:secret@index.example/simple"], "")

    runner, log = StepRunner(), LogFile(tmp_path, "install")
    with qtbot.waitSignal(runner.finished, timeout=20_000):
        runner.start(steps(), log)
    text = log.path.read_text()
    assert text.count("https://***@index.example/simple") == 2 and "secret" not in text


def test_a_step_has_its_time(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.steps import Command, StepRunner

    outcomes: list[Any] = []

    def steps() -> Any:
        outcomes.append((yield Command(["sh", "-c", "echo begun; sleep 600"], "", limit_s=1)))
        outcomes.append((yield Command(["/no/such/program"], "")))

    runner = StepRunner()
    with qtbot.waitSignal(runner.finished, timeout=20_000) as signal:
        runner.start(steps())
    assert signal.args == [None]
    assert outcomes[0].code is None and outcomes[0].output.startswith("begun\n")
    assert outcomes[1].code == -1 and outcomes[1].output


@pytest.fixture
def page(profile: Path, qtbot: Any) -> Callable[[], Any]:
    """Makes the options page."""
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory

    factory = OptionsFactory(applied=lambda: None, is_training=lambda: True)
    assert not profile.exists()

    def make() -> Any:
        made = factory.createWidget(None)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.mark.usefixtures("wheels")
def test_page_in_every_state(page: Any, profile: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import own_environment as own

    def shown() -> list[str]:
        """The text, and the buttons."""
        options = page()
        box = options.environment
        buttons = (box.install_button, box.cancel_button, box.remove_button)
        return [box.status.text(), *(b.text() for b in buttons if b.isVisible())]

    assert shown()[1:] == ["Install"]
    own.python_path().parent.mkdir(parents=True)
    assert shown()[1:] == ["Continue", "Remove"]
    own.python_path().touch()
    own.mark_whole("PyTorch 1 on a toaster")
    text, *buttons = shown()
    assert buttons == ["Remove"] and "on a toaster" in text
    options = page()
    options.environment.remove_button.click()
    assert "A model is being fine-tuned" in options.environment.status.text() and own.is_whole()
    own.REQUIREMENTS.write_text("torch==2.0")
    assert shown()[1:] == ["Update", "Remove"]
    (profile / "cmhcl" / "env" / own.MARKER).write_text("{half a fi")
    assert shown()[1:] == ["Continue", "Remove"]


def test_page_while_it_installs(wheels: Path, page: Any, qtbot: Any) -> None:
    first = page()
    box = first.environment
    box.wheels.setFilePath(str(wheels))
    (wheels / "tiny-1.0-py3-none-any.whl").unlink()
    box.install_button.click()
    assert box.cancel_button.isVisible() and not box.install_button.isVisible()
    first.hide()
    second = page()  # the first one was closed, the installation went on
    qtbot.waitUntil(lambda: " min " in second.environment.status.text(), timeout=10_000)
    qtbot.waitUntil(lambda: second.environment.install_button.isVisible(), timeout=60_000)
    text = second.environment.status.text()
    assert "There is no package tiny==1.0" in text and "Open log" in text
    assert second.environment.wheels.filePath() == str(wheels)


def test_check_and_its_report(page: Any, qtbot: Any) -> None:
    from qgis.PyQt.QtWidgets import QApplication

    options = page()
    options.python.setFilePath(str(CORE_PYTHON))
    options.check()
    qtbot.waitUntil(lambda: options.copy_button.isEnabled(), timeout=120_000)
    assert options.answer.text().startswith("It works: PyTorch 2.")
    options.copy_button.click()
    report = QApplication.clipboard().text()
    for expected in ("Plugin: 0.", "QGIS: 3.", "Engine: PyTorch", "rasterio 1.", "Problem: none"):
        assert expected in report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/anna/.local/env and /home/anna-maria", "~/.local/env and /home/anna-maria"),
        ("/data/anna/scene.tif by anna, not joanna", "/data/USER/scene.tif by USER, not joanna"),
    ],
)
def test_report_names_nobody(text: str, expected: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.selftest import without_names

    assert without_names(text, Path("/home/anna")) == expected
