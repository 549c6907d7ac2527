"""Models in a folder of models: list, rename, delete, export to a zip, import from one.

Standard library only, Python 3.9+. Weights are not opened here, only compared with their sha-256.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional, Union

from .errors import InputError, ModelError, raise_shortage, reason_of
from .files import atomic_output, unfinished_folder, writing
from .manifest import (
    LARGEST,
    MANIFEST,
    PRESETS,
    WEIGHTS,
    Manifest,
    model_name,
    read_manifest,
    unknown_preset,
    write_manifest,
)
from .messages import Message
from .pipes import refuse_pipe
from .same_file import is_same_file

REPORT = "report.html"
BLOCKS = "blocks.geojson"
# Put before the report of an imported model, so that browsers run no script and load nothing.
SAFETY_HEADER = (
    b'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
    b"content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
)
MEGABYTE = 1 << 20
# The files of a model, and their greatest sizes when unpacked.
MEMBERS = {
    MANIFEST: LARGEST,
    WEIGHTS: 1024 * MEGABYTE,
    REPORT: 128 * MEGABYTE,
    BLOCKS: 32 * MEGABYTE,
}
CHECKPOINT = ".checkpoint"  # suffix of the checkpoint of a training, next to its model folder
LONGEST_NAME = 50  # characters, so that a suffix fits even at four bytes each
LONGEST_TITLE = 100
# Names that Windows keeps for devices, with any extension.
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\..*)?", re.I)


def _default_model() -> Path:
    """Folder of the default model: in the installed package, or in the clone or the plugin."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "default_model"
    return installed if installed.is_dir() else package.parent / "resources" / "models" / "default"


DEFAULT_MODEL = _default_model()


@dataclass(frozen=True)
class Entry:
    """A model folder: its manifest, or None and a sentence that says what is wrong with it."""

    folder: Path
    manifest: Optional[Manifest]
    problem: str = ""


def entry_of(folder: Path) -> Entry:
    """Read a model folder, damaged or not."""
    try:
        manifest = read_manifest(folder)
    except InputError as error:
        return Entry(folder, None, error.message)
    if not (folder / WEIGHTS).is_file():
        problem = Message(
            "The model has no {weights}; delete it or import it again: {model}.",
            weights=WEIGHTS,
            model=folder,
        )
        return Entry(folder, None, problem)
    if manifest.preset not in PRESETS:
        return Entry(folder, None, unknown_preset(manifest, folder).message)
    return Entry(folder, manifest)


def models_in(library: Path) -> list[Entry]:
    """All models in a folder, sorted by name; damaged ones too, hidden folders not."""
    try:
        folders = [path for path in library.iterdir() if path.is_dir()]
    except OSError:
        return []
    entries = [entry_of(path) for path in folders if not path.name.startswith(".")]
    return sorted(entries, key=lambda entry: _title(entry).casefold())


def unused_folder(library: Path, title: str, reserved: Iterable[Union[str, Path]] = ()) -> Path:
    """A folder of the library that does not exist yet, named after a title.

    The name is valid on every operating system. It is not that of a running training, nor one of
    ``reserved``.
    """
    name = re.sub(
        r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+', "_", unicodedata.normalize("NFC", title)
    )
    name = name.strip(" .")[:LONGEST_NAME].rstrip(" .") or "model"
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    # On file systems that ignore case, "Town" and "town" are the same.
    taken = {Path(path).name.casefold() for path in reserved}
    with suppress(OSError):  # the library may not exist yet
        taken |= {path.name.casefold() for path in library.iterdir()}
    unused, number = name, 2
    while taken & {unused.casefold(), (unused + CHECKPOINT).casefold()}:
        unused, number = f"{name} {number}", number + 1
    return library / unused


def unused_title(library: Path, title: str) -> str:
    """A title that neither the default model nor one of the library has: numbered if needed."""
    used = _titles_in(library)
    unused, number = title, 2
    while unused.casefold() in used:
        end = f" ({number})"
        unused, number = title[: LONGEST_TITLE - len(end)].rstrip() + end, number + 1
    return unused


def rename(folder: Path, title: str) -> None:
    """Change the name of a model in its manifest; its folder is not renamed.

    Raises InputError if the name is empty, too long or that of another model, or the manifest
    cannot be read or written.
    """
    title = model_name(title)
    if not 0 < len(title) <= LONGEST_TITLE:
        raise InputError(
            "A model’s name must have 1 to {longest} characters; choose another.",
            longest=LONGEST_TITLE,
        )
    if title.casefold() in _titles_in(folder.parent, except_for=folder):
        raise InputError("Another model has this name; choose another: {title}", title=title)
    write_manifest(replace(read_manifest(folder), name=title), folder)


def delete(folder: Path) -> None:
    """Remove a model folder as a whole or not at all. Raises InputError if it cannot be removed."""
    try:
        with unfinished_folder(folder) as removed:
            folder.rename(removed / folder.name)
    except OSError as error:
        raise InputError(
            "The model {folder} cannot be deleted ({reason}); close what uses its files and try "
            "again.",
            folder=folder,
            reason=reason_of(error),
        ) from error


def export_zip(folder: Path, path: Path) -> None:
    """Pack a model into one zip file, which appears whole or not at all.

    Raises InputError if the model is damaged, the file is one of its own, or the file cannot be
    written.
    """
    _verified_manifest(folder, folder)
    if any(is_same_file(folder / name, path) for name in MEMBERS):
        raise InputError(
            "The file belongs to the model itself; choose another name: {path}", path=path
        )
    with atomic_output(path) as new, writing(path), _new_zip(new) as archive:
        for name in MEMBERS:
            if (folder / name).is_file():
                archive.write(folder / name, name)


def import_zip(path: Path, library: Path) -> Path:
    """Unpack a model from an untrusted zip into a new folder of the library; returns the folder.

    Only MEMBERS are unpacked, from the top level or from the only folder, under these names and up
    to their sizes; scripts in the report are disabled. The folder appears whole or not at all. If
    another model has its name, that is numbered.

    Raises InputError if the file is not a model, is damaged or too large, or the library cannot be
    written.
    """
    with writing(library / path.name):
        library.mkdir(parents=True, exist_ok=True)
        with unfinished_folder(library / path.stem[:LONGEST_NAME]) as unfinished:
            unpacked = unfinished / "model"
            unpacked.mkdir()
            _unpack(path, unpacked)
            blocks = unpacked / BLOCKS
            if blocks.is_file() and not _is_geojson(blocks):
                raise ModelError(
                    "The blocks in the zip are not GeoJSON; do not use this file: {path}.",
                    path=path,
                )
            manifest = _verified_manifest(unpacked, path)
            title = unused_title(library, manifest.name)
            if title != manifest.name:
                write_manifest(replace(manifest, name=title), unpacked)
            folder = unused_folder(library, title)
            unpacked.rename(folder)
    return folder


def _titles_in(library: Path, except_for: Optional[Path] = None) -> set[str]:
    """The names of the default model and of those in a library, for comparison."""
    entries = [entry_of(DEFAULT_MODEL), *models_in(library)]
    return {_title(entry).casefold() for entry in entries if entry.folder != except_for}


def _title(entry: Entry) -> str:
    return entry.manifest.name if entry.manifest else entry.folder.name


def _unpack(path: Path, folder: Path) -> None:
    """Unpack the known members of a zip into an empty folder. Raises ModelError."""
    refuse_pipe(path)
    with _reading(path):
        archive = _open(path)
    with archive:
        for name, info in _members(archive, path).items():
            with (folder / name).open("xb") as target:
                target.write(SAFETY_HEADER if name == REPORT else b"")
                target.writelines(_pieces(archive, info, path))


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """The content of a member. Raises ModelError."""
    with _reading(path), archive.open(info) as source:
        while piece := source.read(MEGABYTE):
            yield piece


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Errors of a zip that is truncated, damaged, encrypted or of an unusual kind as ModelError."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise_shortage(error)
        reason = repr(str(error)[:LONGEST_TITLE])[1:-1]  # it may quote bytes of the file
        raise ModelError(
            "The file cannot be unpacked ({reason}); it is damaged or not a zip of a model: get a "
            "new copy: {path}",
            path=path,
            reason=reason,
        ) from error


def _new_zip(path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False)


def _open(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise InputError(
            "The file cannot be read ({reason}); choose the zip of a model: {path}",
            path=path,
            reason=reason_of(error),
        ) from error


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The known members in the folder of the only manifest, by name. Raises ModelError."""
    files = {info.filename: info for info in archive.infolist()}
    manifests = [name for name in files if re.fullmatch(rf"([^/]+/)?{re.escape(MANIFEST)}", name)]
    if len(manifests) != 1:
        raise ModelError(
            "The file is not the zip of one model ({count} files {manifest} at its top); choose "
            "one that was made with Export: {path}",
            path=path,
            count=len(manifests),
            manifest=MANIFEST,
        )
    top = manifests[0][: -len(MANIFEST)]
    members = {name: files[top + name] for name in MEMBERS if top + name in files}
    # No more than the size that a member declares is ever read from it.
    for name, info in members.items():
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ModelError(
                "The file is not a zip that was made with Export (compression method {method}); "
                "get a new copy: {path}",
                path=path,
                method=info.compress_type,
            )
        if info.file_size > MEMBERS[name]:
            raise ModelError(
                "The file is not a model: its {name} would unpack to {size:,} bytes; do not use "
                "this file: {path}",
                path=path,
                name=name,
                size=info.file_size,
            )
    return members


def _verified_manifest(folder: Path, model: Path) -> Manifest:
    """The manifest of a model, whose weights must have its digest.

    Raises ModelError, which names the path ``model``.
    """
    manifest = read_manifest(folder, model)
    if manifest.preset not in PRESETS:
        raise unknown_preset(manifest, model)
    try:
        sha256 = _sha256(folder / WEIGHTS)
    except OSError as error:
        raise ModelError(
            "The weights of the model cannot be read; get a new copy: {model}.", model=model
        ) from error
    if sha256 != manifest.sha256:
        raise ModelError(
            "The weights do not match the manifest of the model (wrong sha-256); get a new copy: "
            "{model}.",
            model=model,
        )
    return manifest


def _is_geojson(path: Path) -> bool:
    """Whether a file holds GeoJSON. QGIS would open anything else too, whatever its name."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return False
    return isinstance(values, dict) and values.get("type") == "FeatureCollection"


def _sha256(path: Path) -> str:
    refuse_pipe(path)
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(MEGABYTE):
            digest.update(chunk)
    return digest.hexdigest()
