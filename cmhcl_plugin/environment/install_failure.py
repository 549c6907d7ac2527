"""Turns the output of pip, uv or venv into one sentence: why it failed and what to do.

pip ends with "No matching distribution found" after any error. The order of the causes
therefore matters: errors that are not retried come first, a missing package comes last.
"""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate


# Patterns and the sentence for each; {0} is the group of the pattern that matched.
CAUSES = (
    (
        r"DO NOT MATCH THE HASHES|Hash mismatch for",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A package of the index does not have the hash that it had when the plugin was made, "
            "and was not installed; try again, or enter the index in the options if you trust it.",
        ),
    ),
    (
        r"No space left|not enough space on the disk|WinError 112|Disk quota exceeded",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The disk is full; free up space on the disk of the QGIS profile, then try again.",
        ),
    ),
    (
        r"WinError (?:5|32)\b|Access is denied|being used by another process",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "Another program, often a virus scanner, has a file of the environment open; "
            "wait a minute and try again, or exclude the QGIS profile from scanning.",
        ),
    ),
    (
        r"Long Path support|WinError 206|File name too long",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "A path became too long for Windows; switch on long paths in Windows, or use a "
            "QGIS profile in a folder with a shorter name.",
        ),
    ),
    (
        r"Permission denied|Read-only file system|Operation not permitted",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The environment’s folder cannot be written; check the permissions of the "
            "folder of the QGIS profile.",
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
            "The proxy requires a user name and a password; enter them in Settings > "
            "Options > Network, then try again.",
        ),
    ),
    (
        r"Missing dependencies for SOCKS",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "pip cannot use a SOCKS proxy; install the program uv, which can, or install from "
            "a folder of wheels.",
        ),
    ),
    (
        r"Tunnel connection failed: (\d+ \w+)|tunnel error: unsuccessful",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The proxy refuses to connect ({0}); ask its administrator to allow the package "
            "index, or install from a folder of wheels.",
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
            "The package index has a certificate that is not trusted, often that of a "
            "proxy; add your organisation’s certificate in Settings > Options > "
            "Authentication > Manage Certificates, then try again.",
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
            "The network failed or the package index cannot be reached; check the connection, "
            "then try again: what has been downloaded is kept.",
        ),
    ),
    (
        r"requires a different Python|No interpreter found",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "The Python that was found is not compatible with PyTorch; install Python "
            "3.12 from python.org, or the program uv, then try again.",
        ),
    ),
    (
        r"No matching distribution found for (\S+)|[Bb]ecause (\S+) was not found"
        r"|[Bb]ecause (\S+) has no wheels|[Bb]ecause there is no version of (\S+)",
        QT_TRANSLATE_NOOP(
            "InstallFailure",
            "There is no package {0} for this system and this Python; use Python 3.12, "
            "another package index or a more complete folder of wheels.",
        ),
    ),
)


def cause_of(output: str) -> str:
    """The sentence of the first pattern found in the output, else one with the last error line."""
    for pattern, sentence in CAUSES:
        found = re.search(pattern, output)
        if found:
            detail = next((group for group in found.groups() if group), "")
            return translate("InstallFailure", sentence).format(detail).replace(" ()", "")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    last = (errors or lines or [translate("InstallFailure", "no output")])[-1]
    return translate("InstallFailure", "The installation failed ({}); see the log.").format(last)


def killed_message() -> str:
    """The sentence for a command that was killed by another process."""
    return translate(
        "InstallFailure",
        "The installation was killed, perhaps because memory ran out; close other programs and "
        "try again.",
    )
