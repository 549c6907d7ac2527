"""The documentation as HTML, for the help buttons: ``docs/**/*.md`` with the images they show.

.venv/bin/python tools/make_guide.py resources/docs

The pages are read from the plugin's folder, without a network: every link that is not to the web
must lead to another of them. ``tests/docs/test_docs.py`` sees to it.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).resolve().parents[1] / "docs"
STYLE = Path(__file__).with_name("guide.css")
GUIDE = Path("guide")  # in English; its translations are in folders of the language's code
CONTENTS = "index.md"  # its links stand on top of every page of its language
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "pt": "Português"}
MARKDOWN = MarkdownIt("commonmark").enable("table")
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} · CMH-CL Footprints</title>
<link rel="stylesheet" href="{up}guide.css">
</head>
<body>
<nav>
{contents}</nav>
<main>
{body}</main>
</body>
</html>
"""


def main(out: Path) -> None:
    """Replace the folder; the style sheet last, so that its time is that of the whole."""
    shutil.rmtree(out, ignore_errors=True)
    for source in sorted(DOCS.rglob("*.md")):
        page = source.relative_to(DOCS)
        path = (out / page).with_suffix(".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_html(page), encoding="utf-8")
        for image in images(source):
            (out / image.relative_to(DOCS)).parent.mkdir(exist_ok=True)
            shutil.copyfile(image, out / image.relative_to(DOCS))
    shutil.copyfile(STYLE, out / STYLE.name)


def to_html(page: Path) -> str:
    """A page of the documentation, given by its path in ``docs``, as a whole HTML document."""
    tokens = parse(DOCS / page)
    for token in flat(tokens):
        if token.type == "image":
            token.type, token.content = "html_inline", picture(token, DOCS / page.parent)
    up = "../" * (len(page.parts) - 1)
    return PAGE.format(
        language=language(page),
        title=escape(title(tokens)),
        up=up,
        contents=contents(page, up) + "".join(translations(page, up)),
        body=MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}),
    )


def language(page: Path) -> str:
    """The code of a page's language."""
    folder = page.parent.name
    return folder if folder in LANGUAGES else "en"


def in_language(name: str, code: str) -> Path:
    """The path of a page of the guide in a language; it may not exist."""
    return (GUIDE if code == "en" else GUIDE / code) / name


def contents(page: Path, up: str) -> str:
    """Links to the pages of the guide, from a page ``up`` of which the documentation lies."""
    index = in_language(CONTENTS, language(page))
    tokens = parse(DOCS / index)
    folder = up + index.parent.as_posix()
    links = [f'<a href="{folder}/index.html">{escape(title(tokens))}</a>\n']
    inline = list(flat(tokens))
    for link, text in zip(inline, inline[1:]):
        if link.type == "link_open":
            attributes = {**link.attrs, "href": f"{folder}/{link.attrs['href']}"}
            shown = "".join(f' {name}="{value}"' for name, value in attributes.items())
            links.append(f"<a{shown}>{escape(text.content)}</a>\n")
    return "".join(links)


def translations(page: Path, up: str) -> Iterator[str]:
    """Links to a page of the guide in other languages."""
    for code, name in LANGUAGES.items():
        other = in_language(page.name, code)
        is_guide = page == in_language(page.name, language(page))
        if is_guide and other != page and (DOCS / other).exists():
            href = up + other.with_suffix(".html").as_posix()
            yield f'<a rel="alternate" href="{href}" lang="{code}" hreflang="{code}">{name}</a>\n'


def title(tokens: list[Token]) -> str:
    """The first heading of a page."""
    return next(token.content for token in tokens if token.type == "inline")


def parse(source: Path) -> list[Token]:
    """A Markdown file; headings have GitHub's anchors, links lead to HTML, and those to a page in
    another language name it.
    """
    tokens = MARKDOWN.parse(source.read_text(encoding="utf-8"))
    for opening, heading in zip(tokens, tokens[1:]):
        if opening.type == "heading_open":
            opening.attrs["id"] = anchor("".join(token.content for token in heading.children or []))
    for token in flat(tokens):
        if token.type == "link_open" and ":" not in str(token.attrs["href"]):
            target = str(token.attrs["href"])
            token.attrs["href"] = re.sub(r"\.md(?=#|$)", ".html", target)
            other = language((source.parent / (target.partition("#")[0] or source.name)).resolve())
            if other != language(source):
                token.attrs["hreflang"] = other
    return tokens


def anchor(heading: str) -> str:
    """GitHub's anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def flat(tokens: list[Token]) -> Iterator[Token]:
    """All tokens, those inside of paragraphs and headings too."""
    for token in tokens:
        yield token
        yield from token.children or []


def picture(image: Token, folder: Path) -> str:
    """An image of a page in this folder, with its dark version, if any, for dark systems."""
    shown = Path(str(image.attrs["src"]))
    light = f'<img src="{shown.as_posix()}" alt="{escape(image.content)}">'
    if not dark(folder / shown).exists():
        return light
    source = f'<source srcset="{dark(shown).as_posix()}" media="(prefers-color-scheme: dark)">'
    return f"<picture>{source}{light}</picture>"


def images(source: Path) -> list[Path]:
    """The images that a page shows, with their dark versions."""
    shown = [token.attrs["src"] for token in flat(parse(source)) if token.type == "image"]
    paths = [(source.parent / str(name)).resolve() for name in shown]
    return paths + [dark(path) for path in paths if dark(path).exists()]


def dark(image: Path) -> Path:
    """The same picture in the dark theme."""
    return image.with_name(f"{image.stem}-dark{image.suffix}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
