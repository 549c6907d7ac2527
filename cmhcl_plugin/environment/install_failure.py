"""Why an installation failed, and what to do: one sentence from what pip, uv or venv printed.

pip ends with "No matching distribution found" whatever went wrong before, so the order of the
causes matters: what nobody retries comes first, a package that is really not there last.
"""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def causes() -> list[tuple[str, str]]:
    """Pairs of a pattern and the sentence for it; {0} is the pattern's group."""
    return [
        (
            r"No space left|not enough space on the disk|WinError 112|Disk quota exceeded",
            translate(
                "InstallFailure",
                "The disk is full; make room on the disk of the QGIS profile, then try again.",
            ),
        ),
        (
            r"WinError (?:5|32)\b|Access is denied|being used by another process",
            translate(
                "InstallFailure",
                "Another program holds a file of the environment, often a virus scanner; wait a "
                "minute and try again, or except the QGIS profile from scanning.",
            ),
        ),
        (
            r"Long Path support|WinError 206|File name too long",
            translate(
                "InstallFailure",
                "A path became too long for Windows; switch on long paths in Windows, or use a "
                "QGIS profile in a folder with a shorter name.",
            ),
        ),
        (
            r"Permission denied|Read-only file system|Operation not permitted",
            translate(
                "InstallFailure",
                "The environment’s folder cannot be written; check the rights on the folder of the "
                "QGIS profile.",
            ),
        ),
        (
            r"SSL module is not available|ssl module in Python is not available",
            translate(
                "InstallFailure",
                "The Python that was found cannot connect securely (no SSL); install Python from "
                "python.org, or the program uv, then try again.",
            ),
        ),
        (
            r"No module named ensurepip|ensurepip is not available",
            translate(
                "InstallFailure",
                "The Python that was found lacks the module ensurepip; install the package "
                "python3-venv, or the program uv, then try again.",
            ),
        ),
        (
            r"407 |[Pp]roxy authorization required|Proxy Authentication Required",
            translate(
                "InstallFailure",
                "The proxy wants a user name and a password; enter them in Settings > Options > "
                "Network, then try again.",
            ),
        ),
        (
            r"Missing dependencies for SOCKS",
            translate(
                "InstallFailure",
                "pip cannot use a SOCKS proxy; install the program uv, which can, or install from "
                "a folder of wheels.",
            ),
        ),
        (
            r"Tunnel connection failed: (\d+ \w+)|tunnel error: unsuccessful",
            translate(
                "InstallFailure",
                "The proxy refuses to connect ({0}); ask its administrator to allow the package "
                "index, or install from a folder of wheels.",
            ),
        ),
        (
            r"ProxyError|Cannot connect to proxy|tunnel error|proxy connect",
            translate(
                "InstallFailure",
                "The proxy cannot be reached; check it in Settings > Options > Network, then try "
                "again.",
            ),
        ),
        (
            r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate"
            r"|SSLError",
            translate(
                "InstallFailure",
                "The package index shows a certificate that is not trusted, often that of a proxy; "
                "add your organisation’s in Settings > Options > Authentication > Manage "
                "Certificates, then try again.",
            ),
        ),
        (
            r"(40[13]) Client Error|HTTP status client error \((40[13])|User for [\w.]+:",
            translate(
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
            translate(
                "InstallFailure",
                "The network failed or the package index cannot be reached; check the connection, "
                "then try again: what has been downloaded is kept.",
            ),
        ),
        (
            r"requires a different Python|No interpreter found",
            translate(
                "InstallFailure",
                "The Python that was found does not fit PyTorch; install Python 3.12 from "
                "python.org, or the program uv, then try again.",
            ),
        ),
        (
            r"No matching distribution found for (\S+)|[Bb]ecause (\S+) was not found"
            r"|[Bb]ecause (\S+) has no wheels|[Bb]ecause there is no version of (\S+)",
            translate(
                "InstallFailure",
                "There is no package {0} for this system and this Python; another Python (3.12), "
                "another package index or a fuller folder of wheels would have it.",
            ),
        ),
    ]


def cause_of(output: str) -> str:
    """The first cause whose pattern is in the output; failing that, the last line of error."""
    for pattern, sentence in causes():
        found = re.search(pattern, output)
        if found:
            detail = next((group for group in found.groups() if group), "")
            return sentence.format(detail).replace(" ()", "")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    last = (errors or lines or [translate("InstallFailure", "nothing was said")])[-1]
    return translate("InstallFailure", "The installation failed ({}); see the log.").format(last)


def ended_from_outside() -> str:
    """The sentence for a step that was killed."""
    return translate(
        "InstallFailure",
        "The installation was ended from outside, perhaps for want of memory; close other programs "
        "and try again.",
    )
