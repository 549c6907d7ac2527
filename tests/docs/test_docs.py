"""The documentation: every link and image leads somewhere, also in the HTML that ships."""

from __future__ import annotations

import ast
import re
import runpy
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest

from core.hatch import results

ROOT = Path(__file__).parents[2]
GUIDE = runpy.run_path(str(ROOT / "tools" / "make_guide.py"))
LONGEST_README = 120  # lines
LONGEST_LINE = 100  # letters of a line of prose
LARGEST_IMAGES = 2_500_000  # bytes of all pictures together, as they are in the zip


class Page(HTMLParser):
    """What a page of HTML links to, and the anchors in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "srcset") and value and "://" not in value:
                self.targets.append(unquote(value))
            elif name == "id" and value:
                self.anchors.add(value)


def broken(folder: Path) -> list[str]:
    """Links of a folder of HTML that lead to nothing, or out of the folder."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        for target in Page(path.read_text(encoding="utf-8")).targets:
            name, _, anchor = target.partition("#")
            to = (path.parent / name).resolve() if name else path
            whole = to.is_file() and to.is_relative_to(folder)
            if not whole or (anchor and anchor not in Page(to.read_text("utf-8")).anchors):
                found.append(f"{path.relative_to(folder)}: {target}")
    return found


def test_links_of_the_pages_that_ship(tmp_path: Path) -> None:
    GUIDE["main"](tmp_path)
    assert len(list(tmp_path.rglob("*.html"))) > 10
    assert broken(tmp_path) == []


def test_broken_links_are_found(tmp_path: Path) -> None:
    GUIDE["main"](tmp_path)
    page = tmp_path / "guide" / "models.html"
    (tmp_path / "images" / "models.png").unlink()
    links = '<a href="none.html">a</a><a href="models.html#none">b</a><a href="/etc/fstab">c</a>'
    page.write_text(page.read_text(encoding="utf-8") + links, encoding="utf-8")
    targets = ("../images/models.png", "none.html", "models.html#none", "/etc/fstab")
    assert broken(tmp_path) == [f"guide/models.html: {target}" for target in targets]


def test_the_readme_is_short_and_its_links_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) < LONGEST_README
    targets = Page(GUIDE["MARKDOWN"].render(text)).targets
    assert len(targets) > 5
    for target in targets:
        name, _, anchor = target.partition("#")
        assert (ROOT / name).is_file(), target
        if anchor:
            headings = {token.attrs.get("id") for token in GUIDE["parse"](ROOT / name)}
            assert anchor in headings, target


def test_lines_of_prose_are_short() -> None:
    pages = (*ROOT.glob("*.md"), *GUIDE["DOCS"].rglob("*.md"))
    assert [
        f"{page}: {line}" for page in pages for line in long_lines(page.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- {long}", 1),
        ("one\n{long}\n\n1. two\n   {long}", 2),
        ("# {long}\n\n| {long} |\n|---|\n| {long} |\n\n    {long}\n\n```\n{long}\n```", 0),
        ("![{long}](a.png)\n\n[a](https://a.org/{word})", 0),
    ],
)
def test_long_lines_of_prose_are_found(text: str, found: int) -> None:
    assert len(long_lines(text.format(long="word " * 25, word="word" * 25))) == found


def long_lines(markdown: str) -> list[str]:
    """Lines of paragraphs, also of lists, that are too long and could be broken."""
    lines = markdown.splitlines()
    paragraphs = (t for t in GUIDE["MARKDOWN"].parse(markdown) if t.type == "paragraph_open")
    prose = (lines[i] for paragraph in paragraphs for i in range(*paragraph.map))
    return [
        line
        for line in prose
        if len(line) > LONGEST_LINE and " " in line.strip() and not line.lstrip().startswith("![")
    ]


def test_every_picture_is_shown_and_small_enough() -> None:
    shown = {image for page in GUIDE["DOCS"].rglob("*.md") for image in GUIDE["images"](page)}
    pictures = set((GUIDE["DOCS"] / "images").glob("*.png"))
    assert pictures == shown
    assert sum(picture.stat().st_size for picture in pictures) < LARGEST_IMAGES


def test_a_picture_has_its_dark_one_next_to_it(tmp_path: Path) -> None:
    (token,) = (
        t for t in GUIDE["flat"](GUIDE["MARKDOWN"].parse("![A](a.png)")) if t.type == "image"
    )
    assert GUIDE["picture"](token, tmp_path) == '<img src="a.png" alt="A">'
    (tmp_path / "a-dark.png").touch()
    assert 'srcset="a-dark.png"' in GUIDE["picture"](token, tmp_path)


def test_troubleshooting_quotes_real_messages() -> None:
    text = (GUIDE["DOCS"] / "guide" / "troubleshooting.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0].strip("| ") for line in text.splitlines() if line[:2] == "| "]
    said = sentences()
    assert len(rows) > 60
    assert [text for row in rows for text in row.split(" / ") if not is_said(text, said)] == []


def test_each_report_on_similar_plugins_has_a_test() -> None:
    text = (GUIDE["DOCS"] / "development.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^\| report \| test \|$.*?\n\n", text, re.MULTILINE | re.DOTALL)
    rows = table.splitlines()[2:-1]
    assert len(rows) == 14
    for row in rows:
        named = re.findall(r"`([\w/]*(?:\.py)?)::(\w+)`", row)
        assert named, row
        path = ""
        for file, function in named:
            path = file or path
            assert f"def {function}(" in (ROOT / path).read_text(encoding="utf-8"), row


def test_the_table_of_commands_has_the_results_with_their_keys() -> None:
    table = (GUIDE["DOCS"] / "guide" / "cluster.md").read_text(encoding="utf-8")
    kinds = get_args(results.JobResult)
    assert len(kinds) > 12
    for kind in kinds:
        if kind is not results.ClusterResult:  # "the same, `computed`, `engine`"
            assert ", ".join(f"`{field.name}`" for field in fields(kind)) + " |" in table, kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raster … has …; warp it", True),
        ("The raster … has no …", False),
        ("It is full; choose another name: …", True),
        ("It is full; choose another folder", False),
        ("warp it; It is full", False),
    ],
)
def test_said_is_a_sentence_or_a_cause_that_is_filled_into_one(text: str, expected: bool) -> None:
    said = {"The raster … has …; warp it, or choose another folder.", "It is full"}
    assert is_said(text, {*said, "…; choose another name: …"}) is expected


def is_said(text: str, said: set[str]) -> bool:
    """Whether one text of the source has it, or its remedy after a cause that is filled in."""

    def has(pattern: str) -> bool:
        return any(re.search(pattern, one, re.DOTALL) for one in said)

    cause, _, remedy = text.partition("; ")
    if has(_pattern(text)):
        return True
    return bool(remedy) and has(_pattern(cause)) and has("…; " + _pattern(remedy))


def _pattern(text: str) -> str:
    """The pieces between the …, in this order."""
    return ".*".join(re.escape(piece.strip()) for piece in text.split("…"))


def test_reports_of_comparable_plugins_name_tests_that_exist() -> None:
    text = (GUIDE["DOCS"] / "reliability.md").read_text(encoding="utf-8")
    section = text.split("## What users of comparable plugins report")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if "::" in line]
    assert len(rows) == 14
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", row)
        assert named and len(named) == row.count("::"), row
        for path, test in named:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            assert test in {x.name for x in tree.body if isinstance(x, ast.FunctionDef)}, test


def sentences() -> set[str]:
    """Every text in the source of plugin and core, with … for what is filled in."""
    found = set()
    for path in (*ROOT.glob("core/**/*.py"), *ROOT.glob("cmhcl_plugin/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = (p.value if isinstance(p, ast.Constant) else "…" for p in node.values)
                found.add("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.sub(r"{.*?}", "…", node.value))
    return found
