"""What the public plugin repository would refuse is found before the zip is written."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from check_zip import problems, unset  # noqa: E402
from make_zip import complete  # noqa: E402

PUBLISHER = ("email=", "email=ann@agency.gov"), ("repository=", "repository=https://a.org/b/")
ICON = "cmhcl/resources/icons/icon.svg"
Files = dict[str, bytes]


def good() -> Files:
    """The least that can be uploaded, of the plugin's own files."""
    names = ("__init__.py", "metadata.txt", "LICENSE", "resources/icons/icon.svg")
    files = {f"cmhcl/{name}": (ROOT / name).read_bytes() for name in names}
    for old, new in PUBLISHER:
        files = metadata(old, new)(files)
    text = complete(files["cmhcl/metadata.txt"].decode())
    return files | {"cmhcl/metadata.txt": text.encode()}


def pack(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def metadata(old: str, new: str) -> Callable[[Files], Files]:
    """Every line of metadata.txt that begins with ``old`` becomes ``new``, or goes when empty."""

    def plant(files: Files) -> Files:
        lines = files["cmhcl/metadata.txt"].decode().splitlines()
        assert any(line.startswith(old) for line in lines)
        lines = [new if line.startswith(old) else line for line in lines]
        return files | {"cmhcl/metadata.txt": "\n".join(filter(None, lines)).encode()}

    return plant


def add(name: str, content: bytes = b"x") -> Callable[[Files], Files]:
    return lambda files: files | {name: content}


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {key: value for key, value in files.items() if key != name}


def under(top: str) -> Callable[[Files], Files]:
    return lambda files: {key.replace("cmhcl", top, 1): value for key, value in files.items()}


def test_nothing_is_wrong_with_the_plugin(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", good())
    assert problems(path) == [] and unset(path) == []


def test_what_only_a_publisher_can_set_is_named(tmp_path: Path) -> None:
    files = good() | {"cmhcl/metadata.txt": (ROOT / "metadata.txt").read_bytes()}
    path = pack(tmp_path / "a.zip", files)
    assert problems(path) == [] and unset(path) == ["email", "repository", "tracker", "homepage"]


def test_tracker_and_homepage_follow_from_the_repository() -> None:
    completed = complete("email=a@b.org\nrepository=https://a.org/b/\nname=c\n")
    assert completed.splitlines() == [
        "email=a@b.org",
        "repository=https://a.org/b",
        "tracker=https://a.org/b/issues",
        "homepage=https://a.org/b",
        "name=c",
    ]
    assert complete("repository=\nname=c\n") == "repository=\nname=c\n"


def test_a_tracker_that_is_set_stays() -> None:
    metadata = "tracker=https://bugs.org/b\nrepository=https://a.org/b\nname=c\n"
    assert complete(metadata).splitlines() == [
        "tracker=https://bugs.org/b",
        "repository=https://a.org/b",
        "homepage=https://a.org/b",
        "name=c",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "email=ann@my.test-lab.org",
        "repository=https://git.not-example.com/a",
        "tracker=https://a.org/my.test/example.com",
    ],
)
def test_domains_that_only_look_reserved_are_accepted(tmp_path: Path, line: str) -> None:
    key = line[: line.index("=") + 1]
    assert problems(pack(tmp_path / "a.zip", metadata(key, line)(good()))) == []


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (add("cmhcl/large.bin", bytes(25_000_001)), "the limit is 25,000,000"),
        (add("other/a.py"), "one top folder is allowed, here are cmhcl, other"),
        (add("a.py"), "one top folder is allowed"),
        (under("cmh-cl"), "the top folder cmh-cl is no identifier"),
        (under("cmhcl_plugin"), "has the word plugin in it"),
        (without("cmhcl/__init__.py"), "__init__.py is missing"),
        (without("cmhcl/metadata.txt"), "metadata.txt is missing"),
        (without("cmhcl/LICENSE"), "LICENSE is missing"),
        (add("cmhcl/LICENSE", b"MIT License"), "LICENSE is not the text"),
        (add("cmhcl/a.pyc"), "cmhcl/a.pyc is compiled"),
        (add("cmhcl/__pycache__/a.txt"), "is a cache"),
        (add("cmhcl/.git/config"), "cmhcl/.git/config is hidden"),
        (add("cmhcl/libc.so"), "is compiled"),
        (add("cmhcl/tool", b"\x7fELF\x02"), "cmhcl/tool is compiled"),
        (add("cmhcl/tool", b"MZ\x90\x00"), "cmhcl/tool is compiled"),
        (add("cmhcl/install.bat"), "is a shell script"),
        (add("cmhcl/install", b"#!/usr/bin/env bash\n"), "cmhcl/install is a shell script"),
        (add("cmhcl/../a.py"), "is outside of its folder"),
        (add("cmhcl/metadata.txt", b"name=CMH-CL"), "metadata.txt cannot be read"),
        (metadata("name=", ""), "metadata.txt has no name"),
        (metadata("description=", "description=<b>Footprints</b>"), "has description="),
        (metadata("version=", "version=one"), "has version=one"),
        (metadata("qgisMinimumVersion=", "qgisMinimumVersion=3"), "has qgisMinimumVersion=3"),
        (metadata("qgisMaximumVersion=", "qgisMaximumVersion=3.99"), "has qgisMaximumVersion"),
        (metadata("author=", "author="), "metadata.txt has no author"),
        (metadata("email=", "email=nobody"), "has email=nobody"),
        (metadata("about=", "about=Footprints."), "has about=Footprints."),
        (metadata("tracker=", "tracker=http://a.b"), "has tracker=http://a.b"),
        (metadata("email=", "email=ann@cmh-cl.example"), "a domain that nobody can own"),
        (metadata("repository=", "repository=https://example.org/a"), "nobody can own"),
        (metadata("tracker=", "tracker=https://Bugs.Example.com:8080/a"), "nobody can own"),
        (metadata("license=", "license=MIT"), "has license=MIT"),
        (metadata("category=", "category=Radar"), "has category=Radar"),
        (metadata("tags=", ""), "metadata.txt has no tags"),
        (metadata("changelog=", ""), "metadata.txt has no changelog"),
        (metadata("hasProcessingProvider=", ""), "metadata.txt has no hasProcessingProvider"),
        (metadata("icon=", "icon=resources/icon.png"), "has icon=resources/icon.png"),
        (metadata("icon=", "icon=resources/none.svg"), "icon cmhcl/resources/none.svg"),
        (add(ICON, b"\x89PNG"), f"the icon {ICON} is no SVG"),
        (add(ICON, b"<html/>"), f"the icon {ICON} is no SVG"),
    ],
)
def test_each_violation_is_named(
    plant: Callable[[Files], Files], said: str, tmp_path: Path
) -> None:
    found = problems(pack(tmp_path / "a.zip", plant(good())))
    assert any(said in problem for problem in found), found


def test_executable_files_are_named(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", good())
    with zipfile.ZipFile(path, "a") as archive:
        member = zipfile.ZipInfo("cmhcl/a.py")
        member.external_attr = 0o100755 << 16
        archive.writestr(member, "")
    assert problems(path) == ["cmhcl/a.py is executable"]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A plugin of empty files that ``make scan`` can be run in."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md", "README.md"):
        (tmp_path / name).touch()
    for name in ("cmhcl_plugin", "core/tasks", "resources"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".venv-zip").symlink_to(ROOT / ".venv-zip")
    return tmp_path


def scan(tree: Path) -> subprocess.CompletedProcess[str]:
    # .venv-zip is taken as it is, whatever its age.
    command = ["make", "--old-file=.venv-zip/done", "scan"]
    return subprocess.run(
        command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def test_clean_source_is_scanned_once(tree: Path) -> None:
    assert scan(tree).returncode == 0
    assert "bandit" not in scan(tree).stdout


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("__init__.py", "eval(input())", "B307"),
        ("core/tasks/train.py", "import pickle", "B403"),
        ("cmhcl_plugin/a.py", "try:\n    print()\nexcept Exception:\n    pass", "B110"),
        ("cmhcl_plugin/a.py", "assert print", "B101"),
        ("README.md", "https://ann:hunter22@example.org", "Basic Auth"),
        ("resources/a.json", f'{{"digest": "{"a584a85d3606ece6" * 4}"}}', "Hex High Entropy"),
    ],
)
def test_a_planted_finding_stops_the_scan(name: str, text: str, said: str, tree: Path) -> None:
    (tree / name).write_text(text)
    done = scan(tree)
    assert done.returncode != 0 and said in done.stdout
    assert not (tree / "build" / "scanned").exists()
