"""The models in a folder: what is listed, and what untrusted zips may do to it."""

from __future__ import annotations

import hashlib
import json
import string
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.hatch import library as module
from core.hatch.errors import InputError
from core.hatch.library import (
    BLOCKS,
    MEMBERS,
    REPORT,
    delete,
    export_zip,
    import_zip,
    models_in,
    rename,
    unused_folder,
)
from core.hatch.manifest import MANIFEST, WEIGHTS, Manifest, read_manifest, write_manifest

WEIGHT = b"weights, for all that is known here" * 100
MODEL = Manifest("Łódź 2026", "Take care.", "light", 0.8, 0.4, hashlib.sha256(WEIGHT).hexdigest())


def make_model(folder: Path, manifest: Manifest = MODEL) -> Path:
    folder.mkdir(parents=True)
    write_manifest(manifest, folder)
    (folder / WEIGHTS).write_bytes(WEIGHT)
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "models"


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    path = tmp_path / "model.zip"
    export_zip(make_model(tmp_path / "made" / "model"), path)
    return path


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def parts() -> dict[str, bytes]:
    """The two files that a model needs."""
    with tempfile.TemporaryDirectory() as folder:
        write_manifest(MODEL, Path(folder))
        return {MANIFEST: (Path(folder) / MANIFEST).read_bytes(), WEIGHTS: WEIGHT}


def changed(**values: object) -> bytes:
    """The manifest with other values."""
    return json.dumps({**json.loads(parts()[MANIFEST]), **values}).encode()


def assert_refused(path: Path, library: Path, sentence: str) -> None:
    """One sentence that names the file, and nothing left in the library."""
    with pytest.raises(InputError, match=sentence) as caught:
        import_zip(path, library)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    assert list(library.iterdir()) == []


# What is listed


def test_a_library_that_is_not_there_is_empty(library):
    assert models_in(library) == []


def test_models_are_listed_by_name_and_broken_ones_say_why(library):
    make_model(library / "1", replace(MODEL, name="Zagreb"))
    make_model(library / "2", replace(MODEL, name="aachen"))
    (library / "m-empty").mkdir()
    without_weights = make_model(library / "n-cut")
    (without_weights / WEIGHTS).unlink()
    (library / ".new.partial").mkdir()
    (library / "new.checkpoint").write_bytes(b"")
    entries = models_in(library)
    assert [entry.folder.name for entry in entries] == ["2", "m-empty", "n-cut", "1"]
    assert [bool(entry.manifest) for entry in entries] == [True, False, False, True]
    assert "manifest.json" in entries[1].problem and "weights" in entries[2].problem


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b"{}", b'{"format": 1}', changed(training=3), changed(name=None)],
)
def test_a_manifest_of_nonsense_is_a_broken_model(library, data):
    make_model(library / "odd")
    (library / "odd" / MANIFEST).write_bytes(data)
    (entry,) = models_in(library)
    assert entry.manifest is None and str(library / "odd") in entry.problem


# Names


@given(st.text(max_size=300))
def test_any_title_gives_a_folder_name_for_every_system(title):
    library = Path("library")
    name = unused_folder(library, title).name
    assert len(name.encode()) < 210 and name == name.strip(" .") and name
    assert not PureWindowsPath(name).is_reserved()
    assert PureWindowsPath(name).name == PurePosixPath(name).name == name
    assert not set(name) & set('<>:"/\\|?*')


@pytest.mark.parametrize("title", ["NUL", "con.model", "COM1", "LPT9.x.y", "com²", "aux .z"])
def test_names_of_devices_are_avoided(title):
    assert not PureWindowsPath(unused_folder(Path("library"), title).name).is_reserved()


def test_letters_of_all_scripts_stay():
    assert unused_folder(Path("library"), "東京 Łódź").name == "東京 Łódź"


def test_a_taken_name_gets_a_number_whatever_its_capitals(library):
    make_model(library / "Town")
    (library / "town 2.checkpoint").touch()
    assert unused_folder(library, "town").name == "town 3"
    assert unused_folder(library, "town", [library / "Town 3"]).name == "town 4"


def test_rename_changes_the_manifest_alone(library):
    folder = make_model(library / "model")
    rename(folder, "  A better\tname\x07 ")
    assert read_manifest(folder) == replace(MODEL, name="A better name")
    assert {path.name for path in folder.iterdir()} == {MANIFEST, WEIGHTS}


@pytest.mark.parametrize("title", ["", " \n", "x" * 101])
def test_a_name_of_no_use_is_refused(library, title):
    folder = make_model(library / "model")
    with pytest.raises(InputError, match="1 to 100 characters"):
        rename(folder, title)
    assert read_manifest(folder) == MODEL


def test_delete_leaves_nothing_and_no_neighbour_out(library):
    make_model(library / "stays")
    delete(make_model(library / "goes"))
    assert [path.name for path in library.iterdir()] == ["stays"]


def test_deleting_a_missing_model_is_an_error(library):
    make_model(library / "stays")
    with pytest.raises(InputError, match="cannot be deleted"):
        delete(library / "gone")
    assert [path.name for path in library.iterdir()] == ["stays"]


# Out and in again


def test_what_is_exported_is_imported(tmp_path, library):
    folder = make_model(tmp_path / "made" / "model")
    (folder / REPORT).write_text("<p>Fine.</p>")
    (folder / BLOCKS).write_text('{"type": "FeatureCollection", "features": []}')
    (folder / "notes.txt").write_text("mine alone")
    export_zip(folder, tmp_path / "model.zip")
    imported = import_zip(tmp_path / "model.zip", library)
    assert imported == library / "Łódź 2026"
    assert {path.name for path in imported.iterdir()} == set(MEMBERS)
    assert all((imported / n).read_bytes().endswith((folder / n).read_bytes()) for n in MEMBERS)
    assert {path.name for path in tmp_path.iterdir()} == {"made", "model.zip", "profile"}


def test_importing_twice_gives_two_models(zipped, library):
    assert [import_zip(zipped, library).name for _ in range(2)] == ["Łódź 2026", "Łódź 2026 (2)"]
    names = [entry.manifest.name for entry in models_in(library)]
    assert names == ["Łódź 2026", "Łódź 2026 (2)"]


def test_a_zipped_folder_is_taken_as_well(tmp_path, library):
    members = {f"town/{name}": data for name, data in parts().items()}
    members |= {"__MACOSX/town/._manifest.json": b"?", "town/.DS_Store": b"?"}
    folder = import_zip(zip_of(tmp_path / "folder.zip", members), library)
    assert {path.name for path in folder.iterdir()} == {MANIFEST, WEIGHTS}


def test_a_broken_model_is_not_exported(tmp_path, library):
    folder = make_model(library / "model")
    (folder / WEIGHTS).write_bytes(b"other")
    with pytest.raises(InputError, match="sha-256"):
        export_zip(folder, tmp_path / "model.zip")
    assert not (tmp_path / "model.zip").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path, zipped):
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(InputError, match=str(blocked)):
        import_zip(zipped, blocked / "models")
    folder = make_model(tmp_path / "model")
    with pytest.raises(InputError, match="cannot be written"):
        export_zip(folder, blocked / "model.zip")


def test_a_full_disk_is_named(zipped, library, monkeypatch):
    monkeypatch.setattr(module, "_unpack", lambda *_: Path("/dev/full").write_text("x"))
    with pytest.raises(InputError, match=f"disk of {library} is full"):
        import_zip(zipped, library)


# Untrusted zips


@pytest.mark.parametrize(
    "name", ["../evil", "/evil", "..\\evil", "C:\\evil", "../../manifest.json", "a/b/../../../evil"]
)
def test_no_member_leaves_the_folder(tmp_path, library, name):
    path = zip_of(tmp_path / "evil.zip", {**parts(), name: b"evil"})
    before = {path for path in tmp_path.rglob("*") if library.parent not in (path, *path.parents)}
    folder = import_zip(path, library)
    assert {path.name for path in folder.iterdir()} == {MANIFEST, WEIGHTS}
    after = {path for path in tmp_path.rglob("*") if library.parent not in (path, *path.parents)}
    assert after == before and [p.name for p in library.iterdir()] == [folder.name]


def test_a_model_in_a_folder_called_dot_dot_stays_in_the_library(tmp_path, library):
    path = zip_of(tmp_path / "evil.zip", {f"../{name}": data for name, data in parts().items()})
    assert import_zip(path, library).parent == library
    assert not (library / MANIFEST).exists() and not (library.parent / MANIFEST).exists()


@pytest.mark.parametrize("title", ["../../evil", "/etc/evil", "..", "C:\\evil"])
def test_the_name_in_a_manifest_is_no_path(tmp_path, library, title):
    manifest = json.dumps({**json.loads(parts()[MANIFEST]), "name": title}).encode()
    path = zip_of(tmp_path / "evil.zip", {**parts(), MANIFEST: manifest})
    folder = import_zip(path, library)
    assert folder.parent == library and folder.is_dir() and read_manifest(folder).name == title


def test_a_link_in_a_zip_is_no_link_on_disk(tmp_path, library):
    link = zipfile.ZipInfo(REPORT)
    link.external_attr = 0o120777 << 16
    path = zip_of(tmp_path / "link.zip", parts())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/hostname")
    report = import_zip(path, library) / REPORT
    assert not report.is_symlink() and report.read_text().endswith("/etc/hostname")


def test_no_script_runs_in_a_report_from_elsewhere(tmp_path, library):
    path = zip_of(tmp_path / "m.zip", {**parts(), REPORT: b"<!doctype html><script>1</script>"})
    report = (import_zip(path, library) / REPORT).read_text()
    assert report.index("default-src 'none'") < report.index("<script>")


def test_a_bomb_is_not_unpacked(tmp_path, library, monkeypatch):
    monkeypatch.setitem(module.MEMBERS, REPORT, 1_000_000)
    path = zip_of(tmp_path / "bomb.zip", {**parts(), REPORT: bytes(1_000_001)})
    assert path.stat().st_size < 10_000
    assert_refused(path, library, "unpack to 1,000,001 bytes")


def test_a_bomb_that_lies_about_its_size_is_cut_off(tmp_path, library):
    path = zip_of(tmp_path / "bomb.zip", {**parts(), REPORT: bytes(50_000_000)})
    size = (50_000_000).to_bytes(4, "little")
    assert path.read_bytes().count(size) == 2
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))
    assert_refused(path, library, "cannot be unpacked")


def test_two_models_in_one_zip_are_refused(tmp_path, library):
    members = {f"{folder}/{name}": data for folder in "ab" for name, data in parts().items()}
    assert_refused(zip_of(tmp_path / "two.zip", members), library, "not the zip of one model")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({WEIGHTS: b"other"}, "sha-256"),
        ({WEIGHTS: None}, "weights of the model cannot be read"),
        ({MANIFEST: None}, "not the zip of one model"),
        ({MANIFEST: b"{"}, "manifest of the model cannot be read"),
        ({MANIFEST: b'{"format": 2}'}, "of a format that this version does not know"),
        ({BLOCKS: b"<OGRVRTDataSource></OGRVRTDataSource>"}, "blocks in the zip are not GeoJSON"),
        ({BLOCKS: b'{"type": "gdal_streamed_alg"}'}, "blocks in the zip are not GeoJSON"),
        ({MANIFEST: changed(pixel_size_m=0)}, "no valid pixel_size_m"),
        ({MANIFEST: changed(preset="vast")}, "needs a network 'vast'"),
    ],
)
def test_what_is_missing_or_wrong_is_named(tmp_path, library, change, sentence):
    members = {name: data for name, data in (parts() | change).items() if data is not None}
    assert_refused(zip_of(tmp_path / "odd.zip", members), library, sentence)


def test_file_that_is_no_zip_is_an_error(tmp_path, library):
    path = tmp_path / "text.zip"
    path.write_text("no zip at all")
    assert_refused(path, library, "cannot be unpacked")
    assert_refused(tmp_path / "missing.zip", library, "cannot be read")
    assert_refused(tmp_path, library, "cannot be read")


def test_encrypted_zip_is_an_error(tmp_path, zipped, library):
    data = bytearray(zipped.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + flags] |= 1
            start = data.find(signature, start + 1)
    path = tmp_path / "secret.zip"
    path.write_bytes(data)
    assert_refused(path, library, "encrypted")


@settings(max_examples=200)
@given(st.data())
def test_damage_of_any_kind_gives_a_whole_model_or_one_sentence(data):
    """Cut off, or some bytes overwritten."""
    with tempfile.TemporaryDirectory() as folder:
        library, path = Path(folder) / "models", Path(folder) / "model.zip"
        whole = zip_of(path, parts()).read_bytes()
        damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
        for _ in range(data.draw(st.integers(0, 3)) if damaged else 0):
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(damaged)
        try:
            imported = import_zip(path, library)
        except InputError:
            assert list(library.iterdir()) == []
        else:
            assert (imported / WEIGHTS).read_bytes() == WEIGHT
            assert read_manifest(imported).sha256 == MODEL.sha256
        assert {p.name for p in Path(folder).iterdir()} == {"models", "model.zip"}


@settings(max_examples=100)
@given(
    st.dictionaries(  # blocks that are not GeoJSON are refused
        st.text(string.ascii_letters + "./\\: ", min_size=1, max_size=20).filter(
            lambda name: not name.endswith(BLOCKS)
        ),
        st.binary(max_size=50),
    )
)
def test_members_of_any_name_write_nothing_outside(members):
    with tempfile.TemporaryDirectory() as folder:
        library, path = Path(folder) / "a" / "models", Path(folder) / "model.zip"
        zip_of(path, {**members, **parts()})
        imported = import_zip(path, library)
        assert {p.name for p in imported.iterdir()} <= set(MEMBERS)
        assert {p.name for p in Path(folder).iterdir()} == {"a", "model.zip"}
        assert [p.name for p in library.iterdir()] == [imported.name]


@pytest.mark.parametrize("name", [MANIFEST, WEIGHTS])
def test_export_into_a_file_of_the_model_itself_is_refused(tmp_path: Path, name: str) -> None:
    folder = make_model(tmp_path / "model")
    before = (folder / name).read_bytes()
    with pytest.raises(InputError, match="belongs to the model itself"):
        export_zip(folder, folder / name)
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_compressed_otherwise_is_refused(tmp_path, library, method):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts().items():
            archive.writestr(name, data)
    assert_refused(path, library, "compression method")


def test_a_damaged_zip_is_not_taken_for_a_folder_that_cannot_be_written(tmp_path, library, zipped):
    data = bytearray(zipped.read_bytes())
    offset = data.find(b"PK\x01\x02") + 42
    data[offset : offset + 4] = b"\xff\xff\xff\xff"  # where the member begins
    path = tmp_path / "damaged.zip"
    path.write_bytes(data)
    assert_refused(path, library, "cannot be unpacked")


def test_bytes_of_a_damaged_zip_are_not_shown(tmp_path, library, zipped):
    path = tmp_path / "renamed.zip"
    path.write_bytes(zipped.read_bytes().replace(b"manifest.json", b"\x1b[2J\n" + bytes(7), 1))
    with pytest.raises(InputError) as caught:
        import_zip(path, library)
    assert str(caught.value).isprintable() and len(str(caught.value)) < len(str(path)) + 250
