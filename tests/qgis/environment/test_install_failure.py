"""Why an installation failed, from the output of pip, uv and venv."""

from __future__ import annotations

import re

import pytest

# What pip 23 to 26, uv 0.13 and venv printed when the thing was really made to happen on Linux.
REAL_OUTPUTS = {
    "a proxy alters files": [
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
        "updated the package versions, please update the hashes.",
        "  cause: Hash mismatch for `affine==3.0.1`",
    ],
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
    "The proxy requires a user name": [
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

ENV = r"C:\Users\Anna\AppData\Roaming\QGIS\QGIS3\profiles\default\cmhcl\env"
TORCH = rf"{ENV}\Lib\site-packages\torch"
LONG = (TORCH + r"\include\a\path").replace("\\", "\\\\") + "\\\\and_so_on" * 20

# What pip, uv, venv and Python print on Windows, in several languages: the codes are the same.
WINDOWS_OUTPUTS = {
    "A rule of your organisation (AppLocker": [
        r"Error: [WinError 1260] This program is blocked by group policy: 'env\Scripts\python.exe'",
        "OSError: [WinError 1260] Dieses Programm wurde durch eine Gruppenrichtlinie geblockt. "
        "Weitere Informationen erhalten Sie vom Systemadministrator.",
        "OSError: [WinError 4551] Eine Anwendungssteuerungsrichtlinie hat diese Datei blockiert. "
        rf'Error loading "{TORCH}\lib\c10.dll" or one of its dependencies.',
        "error: Querying Python failed\n  Caused by: Ce programme est bloqué par une stratégie de "
        "groupe. (os error 1260)",
        "[crashed: 0xC0000428]",
    ],
    r"The program C:\env\Scripts\python.exe cannot be started": [
        r"[not started: C:\env\Scripts\python.exe] Prozess konnte nicht gestartet werden: "
        "Dieses Programm wurde durch eine Gruppenrichtlinie geblockt.",
    ],
    "Microsoft’s Visual C++ runtime from https://aka.ms/vc14/vc_redist.x64.exe": [
        "OSError: [WinError 126] 找不到指定的模块。 Error "
        rf'loading "{TORCH}\lib\c10.dll" or one of its dependencies.',
        "OSError: [WinError 1114] Eine DLL-Initialisierungsroutine ist fehlgeschlagen. Error "
        rf'loading "{TORCH}\lib\c10.dll" or one of its dependencies.',
        "ImportError: DLL load failed while importing _multiarray_umath: Le module spécifié est "
        "introuvable.",
        "[crashed: 0xC0000135]",
    ],
    "Another program, often a virus scanner": [
        "ERROR: Could not install packages due to an OSError: [WinError 5] Zugriff verweigert: 'a'",
        "PermissionError: [WinError 32] Le processus ne peut pas accéder au fichier car ce fichier "
        "est utilisé par un autre processus: 'torch_cpu.dll'",
        "  Caused by: failed to rename file: Acceso denegado. (os error 5)",
    ],
    "The disk is full": [
        "OSError: [WinError 112] Es steht nicht genug Speicherplatz auf dem Datenträger zur "
        "Verfügung",
        "  Caused by: Espace insuffisant sur le disque. (os error 112)",
    ],
    "cannot be written": [
        rf"ERROR: Could not install packages due to an OSError: [Errno 13] Permission: '{ENV}'",
    ],
    "Memory ran out": [
        "OSError: [WinError 1455] Die Auslagerungsdatei ist zu klein, um diesen Vorgang "
        rf'durchzuführen. Error loading "{TORCH}\lib\cudnn_adv64_9.dll"',
    ],
    "OneDrive holds back": [
        rf"  Caused by: failed to hardlink file from {ENV}\a: The cloud operation cannot be "
        "performed on a file with incompatible hardlinks. (os error 396)",
        "OSError: [WinError 362] Der Clouddateianbieter wird nicht ausgeführt: 'a'",
    ],
    "A path became too long": [
        "FileNotFoundError: [WinError 206] Der Dateiname oder die Erweiterung ist zu lang: 'a'",
        "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: "
        f"'{LONG}'",
        "ERROR: Could not install packages due to an OSError: [Errno 2] No such file: 'a'\nHINT: "
        "This error might have occurred since this system does not have Windows Long Path support "
        "enabled.",
    ],
    "Python crashed (0xC0000005)": [
        "Collecting torch\n[crashed: 0xC0000005]",
        "subprocess.CalledProcessError: Command '['python.exe', '-m', 'ensurepip']' returned "
        "non-zero exit status 3221225477.",
        "error: Querying Python at `python.exe` failed with exit status exit code: 0xc0000005",
    ],
}

# The same on Linux and macOS, and what only the libraries or pip's own words tell.
OTHER_OUTPUTS = {
    "The disk is full": [
        "ERROR: Could not install packages due to an OSError: [Errno 28] Auf dem Gerät ist kein "
        "Speicherplatz mehr verfügbar",
        "OSError: [Errno 122] Débordement du quota d'espace disque",
    ],
    "cannot be written": ["PermissionError: [Errno 13] Keine Berechtigung: '/p/env'"],
    "A path became too long": ["OSError: [Errno 36] File name too long: '/p/env/a'"],
    "needs glibc 2.28": [
        "ImportError: /lib64/libc.so.6: version `GLIBC_2.28' not found (required by "
        "/env/lib/python3.11/site-packages/torch/lib/libtorch_cpu.so)",
        "ImportError: /lib64/libstdc++.so.6: version `GLIBCXX_3.4.30' not found",
        "error: Distribution `torch==2.13.0` can't be installed because it doesn't have a source "
        "distribution or wheel for the current platform\n\nhint: You're on Linux "
        "(`manylinux_2_17_x86_64`), but `torch` (v2.13.0) only has wheels for the following "
        "platforms: `manylinux_2_28_aarch64`, `manylinux_2_28_x86_64`, `win_amd64`",
        "Because torch==2.13.0 has no wheels with a matching platform tag (e.g., "
        "`manylinux_2_27_x86_64`), we can conclude that torch==2.13.0 cannot be used.",
    ],
    "There is no PyTorch for Macs with an Intel processor": [
        "hint: You're on macOS (`macosx_13_0_x86_64`), but `torch` (v2.13.0) only has wheels for "
        "the following platforms: `macosx_11_0_arm64`",
    ],
    "The GPU is too old": [
        "torch.AcceleratorError: CUDA error: no kernel image is available for execution on the "
        "device",
    ],
    "The processor lacks instructions": [
        "[crashed: signal 4]",
        "subprocess.CalledProcessError: Command died with <Signals.SIGILL: 4>.",
    ],
    "perhaps because memory ran out": ["Collecting torch\n[crashed: signal 9]"],
    "Python crashed (signal 11)": ["[crashed: signal 11]"],
    "Python crashed (SIGSEGV)": [
        "subprocess.CalledProcessError: Command died with <Signals.SIGSEGV: 11>.",
        "error: Querying Python at `python` failed with exit status signal: 11 (SIGSEGV)",
    ],
    "took too long": ["Testing\n[stopped]"],
    "(no SSL)": [
        "WARNING: pip is configured with locations that require TLS/SSL, however the ssl module in "
        "Python is not available.",
    ],
    "refuses access (401)": ["ERROR: HTTP error 401\n401 Client Error: Unauthorized for url: a"],
    "not compatible with PyTorch": [
        "ERROR: Package 'numpy' requires a different Python: 3.9.2 not in '>=3.10'",
    ],
    "no package torch==2.13.0 for": [  # a system that is not too old: another reason
        "hint: You're on Linux (`manylinux_2_36_x86_64`), but `torch` (v2.13.0) only has wheels "
        "for the following platform: `win_amd64`\n"
        "ERROR: No matching distribution found for torch==2.13.0",
    ],
}


@pytest.mark.parametrize(
    ("start", "output"), [(s, output) for s, outputs in REAL_OUTPUTS.items() for output in outputs]
)
def test_cause_is_named_and_not_the_last_line(start: str, output: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install_failure import cause_of

    assert start in cause_of(output)


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_every_cause_by_its_code_in_any_language(platform: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install_failure import cause_of

    outputs = WINDOWS_OUTPUTS if platform == "win32" else OTHER_OUTPUTS
    wrong = {
        output: cause_of(output, platform)
        for start, recorded in outputs.items()
        for output in recorded
        if start not in cause_of(output, platform)
    }
    assert wrong == {}


def test_every_sentence_has_a_recorded_output() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install_failure import CAUSES, cause_of

    recorded = {"linux": [REAL_OUTPUTS, OTHER_OUTPUTS], "win32": [WINDOWS_OUTPUTS]}
    said = [
        cause_of(output, platform)
        for platform, all_outputs in recorded.items()
        for outputs in all_outputs
        for found in outputs.values()
        for output in found
    ]
    patterns = {
        s: re.escape(s).replace(r"\ \(\{0\}\)", ".*").replace(r"\{0\}", ".*") for _, s in CAUSES
    }
    assert [
        s for s, pattern in patterns.items() if not any(re.match(pattern, x) for x in said)
    ] == []
