"""Why an installation failed, from the output of pip, uv and venv."""

from __future__ import annotations

import pytest

# What pip 23 to 26, uv 0.13 and venv printed when the thing was really made to happen.
REAL_OUTPUTS = {
    "does not have the hash": [
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
    "Another program, often a virus scanner": [
        "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'a'",
        "PermissionError: [WinError 32] The process cannot access the file because it is being "
        "used by another process: 'torch_cpu.dll'",
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


@pytest.mark.parametrize(
    ("start", "output"), [(s, output) for s, outputs in REAL_OUTPUTS.items() for output in outputs]
)
def test_cause_is_named_and_not_the_last_line(start: str, output: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.install_failure import cause_of

    assert start in cause_of(output)
