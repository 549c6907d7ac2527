"""Turns the output of pip, uv or venv into one sentence: why it failed and what to do.

pip ends with "No matching distribution found" after any error. The order of the causes
therefore matters: errors that are not retried come first, a missing package comes last.
"""

from __future__ import annotations

import re
import sys

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

# Known before the installation, too: system.py.
OLD_LINUX = QT_TRANSLATE_NOOP(
    "InstallFailure",
    "This Linux is too old for PyTorch, which needs glibc 2.28; use Debian 10, Ubuntu "
    "20.04, RHEL 8 or newer, or QGIS from Flathub.",
)
INTEL_MAC = QT_TRANSLATE_NOOP(
    "InstallFailure",
    "There is no PyTorch for Macs with an Intel processor; use a Mac with an Apple "
    "processor, or another computer.",
)

# A pattern of the output, and the sentence for it; {0} is the group of the pattern that matched.
# The system's own errors are known by their codes: their words are in the system's language.
CAUSES = (
    (
        r"WinError (?:1260|4551)\b|0x(?:C0000361|C0000364|C0000428|C0E90002)\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A rule of your organisation (AppLocker, App Control) forbids programs in the folder "
            "of the environment; ask your administrator to allow that folder, or for another one "
            "to install into.",
        ),
    ),
    (
        r"\[not started: (.+)\]",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The program {0} cannot be started, often because a rule of your organisation or a "
            "virus scanner forbids programs in its folder; ask your administrator to allow that "
            "folder.",
        ),
    ),
    (
        r"DO NOT MATCH THE HASHES|Hash mismatch for",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A package is not the one that this version of the plugin was released with, and was "
            "not installed, often because a proxy alters files; use another network or a folder "
            "of wheels, or enter the index in the options if you trust it.",
        ),
    ),
    (
        r"Errno (?:28|69|122)\b|WinError (?:39|112|1295)\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The disk is full; free up space on the disk of the QGIS profile, then try again.",
        ),
    ),
    (
        r"WinError (?:8|14|1450|1455)\b|Errno 12\b|\bMemoryError\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "Memory ran out; close other programs, or let Windows manage the size of the paging "
            "file, then try again.",
        ),
    ),
    (
        r"WinError (?:36[2-9]|3[78]\d|39[0-8]|404|426)\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "OneDrive holds back files of the environment; exclude the folder of the QGIS profile "
            "from OneDrive, or ask your administrator for another folder to install into.",
        ),
    ),
    (
        r"WinError (?:5|32|33|225|226)\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "Another program, often a virus scanner, has a file of the environment open; wait a "
            "minute and try again, or exclude the QGIS profile from scanning.",
        ),
    ),
    (
        r"Long Path support|WinError 206\b|Errno (?:36|63)\b"
        r"|(?:Errno 2|WinError [23])\b.*[A-Za-z]:\\[^'\x22\n]{250}",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A path became too long; switch on long paths in Windows, or use a QGIS profile in a "
            "folder with a shorter name.",
        ),
    ),
    (
        r"Errno (?:1|13|30)\b|WinError 19\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The environment’s folder cannot be written; check the permissions of the folder of "
            "the QGIS profile.",
        ),
    ),
    (
        r"DLL load failed|WinError (?:126|127|1114)\b|0x(?:C0000135|C0000139|C0000142)\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "Windows cannot load a library of the environment; install Microsoft’s Visual C++ "
            "runtime from https://aka.ms/vc14/vc_redist.x64.exe, then try again.",
        ),
    ),
    (
        r"GLIBC(?:XX)?_[\d.]+['’] not found"
        r"|manylinux_2_(?:\d|1\d|2[0-7])_\w+`?\)(?:, but|, we can)",
        OLD_LINUX,
    ),
    (r"macosx_\w+_x86_64`?\)(?:, but|, we can)", INTEL_MAC),
    (
        r"no kernel image is available",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The GPU is too old for the installed build of PyTorch; choose CPU as the device, or "
            "remove the environment and install it again.",
        ),
    ),
    (
        r"\[crashed: signal 4\]|SIGILL\b|0xC000001D\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The processor lacks instructions that the libraries use; use a computer with a newer "
            "processor.",
        ),
    ),
    (
        r"\[crashed: signal (?:9|15)\]|SIGKILL\b|SIGTERM\b|0xC000013A\b",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The installation was killed, perhaps because memory ran out; close other programs and "
            "try again.",
        ),
    ),
    (
        r"\[crashed: (.+)\]|<Signals\.(SIG\w+)|\((SIG[A-Z]+)\)"
        r"|exit (?:code|status):? (0x\w+)",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "Python crashed ({0}), often because of a virus scanner or a damaged file; "
            "exclude the QGIS profile from scanning, remove the environment, and install it again.",
        ),
    ),
    (
        r"\[stopped\]",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A step took too long and was stopped, often because a virus scanner reads every file; "
            "try again, or exclude the QGIS profile from scanning.",
        ),
    ),
    (
        r"SSL module is not available|ssl module in Python is not available",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The Python that was found cannot connect securely (no SSL); install Python from "
            "python.org, or the program uv, then try again.",
        ),
    ),
    (
        r"No module named ensurepip|ensurepip is not available",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The Python that was found lacks the module ensurepip; install the package "
            "python3-venv, or the program uv, then try again.",
        ),
    ),
    (
        r"407 |[Pp]roxy authorization required|Proxy Authentication Required",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The proxy requires a user name and a password; enter them in Settings > Options > "
            "Network, then try again.",
        ),
    ),
    (
        r"Missing dependencies for SOCKS",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "pip cannot use a SOCKS proxy; install the program uv, which can, or install from a "
            "folder of wheels.",
        ),
    ),
    (
        r"Tunnel connection failed: (\d+ \w+)|tunnel error: unsuccessful",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The proxy refuses to connect ({0}); ask its administrator to allow the package index, "
            "or install from a folder of wheels.",
        ),
    ),
    (
        r"ProxyError|Cannot connect to proxy|tunnel error|proxy connect",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The proxy cannot be reached; check it in Settings > Options > Network, then try "
            "again.",
        ),
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate"
        r"|SSLError",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The package index has a certificate that is not trusted, often that of a proxy; add "
            "your organisation’s certificate in Settings > Options > Authentication > Manage "
            "Certificates, then try again.",
        ),
    ),
    (
        r"(40[13]) Client Error|HTTP status client error \((40[13])|User for [\w.]+:",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The package index refuses access ({0}); check its address and its password.",
        ),
    ),
    (
        r"NewConnectionError|ConnectTimeoutError|NameResolutionError|ReadTimeoutError"
        r"|Connection(?:Reset|Aborted|Refused)Error|ProtocolError|IncompleteRead"
        r"|Network is unreachable|[Tt]imed out|dns error|tcp connect error|incomplete-download"
        r"|error sending request|error decoding response body|located at \S+ is invalid"
        r"|Max retries exceeded|issue with network connectivity|HTTP status server error",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The network failed or the package index cannot be reached; check the connection, then "
            "try again: what has been downloaded is kept.",
        ),
    ),
    (
        r"requires a different Python|No interpreter found",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The Python that was found is not compatible with PyTorch; install Python 3.12 from "
            "python.org, or the program uv, then try again.",
        ),
    ),
    (
        r"No matching distribution found for (\S+)|[Bb]ecause (\S+) was not found"
        r"|[Bb]ecause (\S+) has no wheels|[Bb]ecause there is no version of (\S+)",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "There is no package {0} for this system and this Python; use Python 3.12, another "
            "package index or a more complete folder of wheels.",
        ),
    ),
)


def cause_of(output: str, platform: str = sys.platform) -> str:
    """The sentence of the first pattern found in the output, else one with the last error line."""
    output = _with_codes(output, platform)
    for pattern, sentence in CAUSES:
        found = re.search(pattern, output)
        if found:
            detail = next((group for group in found.groups() if group), "")
            return translate("InstallFailure", sentence).format(detail).replace(" ()", "")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    last = (errors or lines or [translate("InstallFailure", "no output")])[-1]
    return translate("InstallFailure", "The installation failed ({}); see the log.").format(last)


def _with_codes(output: str, platform: str) -> str:
    """The output with codes of errors as Python writes them, and of crashes in hexadecimal.

    uv writes "os error 5" for both WinError 5 and Errno 5, and Windows' exit codes are written as
    numbers with and without a sign, too.
    """
    name = "WinError" if platform == "win32" else "Errno"
    output = re.sub(r"\bos error (\d+)", rf"{name} \1", output)
    return re.sub(
        r"-107\d{7}\b|\b322\d{7}\b|\b0x[cC]\w{7}\b",
        lambda found: f"0x{int(found[0], 0) & 0xFFFFFFFF:08X}",
        output,
    )
