"""What the public plugin repository would refuse in a zip of the plugin. Standard library only.

The repository scans the source for unsafe code and secrets as well: see ``make scan``.
"""

from __future__ import annotations

import configparser
import re
import zipfile
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

LIMIT = 25_000_000  # bytes
REQUIRED = ("__init__.py", "metadata.txt", "LICENSE")
COMPILED = {".pyc", ".pyo", ".so", ".pyd", ".dll", ".dylib", ".exe", ".o", ".a", ".lib", ".jar"}
SCRIPTS = {".sh", ".bash", ".bat", ".cmd", ".ps1"}
# How files of compiled code begin: ELF, Windows, Mach-O in both orders and for several processors.
MAGIC = (
    b"\x7fELF",
    b"MZ",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)
SHEBANG = re.compile(rb"#!.*\b(sh|bash|dash|zsh|ksh|fish)\b")
LINK = r"https://\S+"
# Keys of metadata.txt that must be there, and what their whole value must look like.
METADATA = {
    "name": r"[A-Za-z][\w ./-]*",
    "description": r"[^<\n]+",
    "version": r"\d+(\.\d+)+",
    "qgisMinimumVersion": r"\d+\.\d+",
    "qgisMaximumVersion": r"4\.99",
    "author": r"\S.*",
    "email": r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "about": r"[^<]*External dependencies: [^<]+",
    "tracker": LINK,
    "repository": LINK,
    "homepage": LINK,
    "license": r"GPL-2\.0-or-later",
    "category": r"Raster|Vector|Database|Mesh|Web",
    "tags": r"[^,]+(,[^,]+)*",
    "icon": r"\S+\.svg",
    "changelog": r"\d+(\.\d+)+: .+",
    "hasProcessingProvider": r"yes",
}
# Only who publishes can set them: the repository refuses a zip without them.
PUBLISHERS = ("email", "repository", "tracker", "homepage")
# Host names on domains that nobody can own: RFC 2606.
RESERVED = re.compile(r"(.+\.)?(example\.(com|net|org)|example|invalid|localhost|test)")


def problems(path: Path) -> list[str]:
    """One sentence for each thing that would be refused, other than what ``unset`` returns."""
    size = path.stat().st_size
    found = [f"the zip has {size:,} bytes, the limit is {LIMIT:,}"] if size > LIMIT else []
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in members:
            found += _of_member(archive, member)
        tops = sorted({PurePosixPath(member.filename).parts[0] for member in members})
        if len(tops) != 1:
            return [*found, f"one top folder is allowed, here are {', '.join(tops) or 'none'}"]
        top = tops[0]
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", top) or "plugin" in top.lower():
            found.append(f"the top folder {top} is no identifier, or has the word plugin in it")
        names = {member.filename for member in members}
        missing = [name for name in REQUIRED if f"{top}/{name}" not in names]
        found += [f"{name} is missing in {top}/" for name in missing]
        if "metadata.txt" not in missing:
            found += _of_metadata(archive, top, names)
        if "LICENSE" not in missing:
            text = b" ".join(archive.read(f"{top}/LICENSE").split())
            if not text.startswith(b"GNU GENERAL PUBLIC LICENSE Version 2"):
                found.append("LICENSE is not the text of the GNU General Public License, version 2")
    return found


def _of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> list[str]:
    """What is wrong with one file, its content aside that other checks read."""
    path = PurePosixPath(member.filename)
    with archive.open(member) as file:
        start = file.read(64)
    faults = {
        "hidden": any(part.startswith(".") for part in path.parts),
        "a cache": "__pycache__" in path.parts or "__MACOSX" in path.parts,
        "compiled": path.suffix.lower() in COMPILED or start.startswith(MAGIC),
        "a shell script": path.suffix.lower() in SCRIPTS or SHEBANG.match(start) is not None,
        "executable": bool(member.external_attr >> 16 & 0o111),
        "outside of its folder": path.is_absolute() or ".." in path.parts,
    }
    return [f"{member.filename} is {fault}" for fault, is_so in faults.items() if is_so]


def unset(path: Path) -> list[str]:
    """The keys of metadata.txt in a zip that are still to be set before it is published."""
    with zipfile.ZipFile(path) as archive:
        top = PurePosixPath(archive.namelist()[0]).parts[0]
        general = _general(archive, top)
    return [key for key in PUBLISHERS if not general.get(key, "").strip()]


def _general(archive: zipfile.ZipFile, top: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(archive.read(f"{top}/metadata.txt").decode("utf-8"))
    return parser["general"]


def _of_metadata(archive: zipfile.ZipFile, top: str, names: set[str]) -> list[str]:
    try:
        general = _general(archive, top)
    except (configparser.Error, UnicodeDecodeError, KeyError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    found = []
    for key, pattern in METADATA.items():
        value = general.get(key, "").strip()
        if not value:
            found += [f"metadata.txt has no {key}"] if key not in PUBLISHERS else []
        elif not re.fullmatch(pattern, value):
            found.append(f"metadata.txt has {key}={value[:60]}, which does not fit {pattern}")
        elif key in PUBLISHERS and RESERVED.fullmatch(_host(value)):
            found.append(f"metadata.txt has {key}={value[:60]}, on a domain that nobody can own")
    icon = f"{top}/{general.get('icon', '').strip()}"
    if icon not in names:
        found.append(f"the icon {icon} of metadata.txt is missing")
    elif not _is_svg(archive.read(icon)):
        found.append(f"the icon {icon} is no SVG")
    return found


def _host(value: str) -> str:
    """The host name in an email address or a link."""
    return re.split("[/:?#]", value.removeprefix("https://"))[0].rpartition("@")[2].lower()


def _is_svg(content: bytes) -> bool:
    try:
        return ElementTree.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"
    except ElementTree.ParseError:
        return False
