"""The documentation: every link and image leads somewhere, also in the HTML that ships."""

from __future__ import annotations

import ast
import re
import runpy
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parents[2]
GUIDE = runpy.run_path(str(ROOT / "tools" / "make_guide.py"))
SHORTEST = 12  # letters of a piece of a sentence that are looked up
LONGEST_README = 120  # lines
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


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
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


def test_troubleshooting_speaks_of_what_is_really_said() -> None:
    text = (GUIDE["DOCS"] / "guide" / "troubleshooting.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0].strip("| ") for line in text.splitlines() if line[:2] == "| "]
    said = sentences()
    assert len(rows) > 60
    unknown = {
        f"{row}: {piece}"
        for row in rows
        for piece in re.split(r"…|;| / |\(|\)", row)
        if len(piece.strip()) >= SHORTEST and not any(piece.strip() in text for text in said)
    }
    assert unknown == set()


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
