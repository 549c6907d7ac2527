"""Every text of the plugin is translated, and translations keep what they must."""

from __future__ import annotations

import ast
import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
tool = runpy.run_path(str(ROOT / "tools" / "translations.py"))
faults, fixed, texts_in = tool["faults"], tool["fixed"], tool["texts_in"]
style_texts_in, core_texts_in = tool["style_texts_in"], tool["core_texts_in"]
LANGUAGES = ("de", "es", "fr", "pt")


def module(folder: Path, name: str, source: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_whole(language: str) -> None:
    translations = tool["read"](ROOT / "resources" / "i18n" / f"cmhcl_{language}.ts")
    assert faults(tool["all_texts"](), translations) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_as_the_tool_writes_them(language: str, tmp_path: Path) -> None:
    path = ROOT / "resources" / "i18n" / f"cmhcl_{language}.ts"
    tool["write"](tmp_path / path.name, tool["read"](path))
    assert (tmp_path / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_french_punctuation_stays_with_its_word() -> None:
    translations = tool["read"](ROOT / "resources" / "i18n" / "cmhcl_fr.ts")
    loose = re.compile(r"« | »| [:;?!](?!\w)")
    assert [text for text in translations.values() if loose.search(text)] == []


def test_who_translates_has_no_subclasses() -> None:
    """Their objects would look texts up under another name than the one they are kept under."""
    bases = {
        base.id
        for path in (ROOT / "cmhcl_plugin").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name)
    }
    assert bases & {context for context, _ in tool["all_texts"]()} == set()


def test_words_of_the_core_and_the_default_model_are_theirs() -> None:
    said = {
        node.value
        for path in (ROOT / "core").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    manifest = ROOT / "resources" / "models" / "default" / "manifest.json"
    said.add(json.loads(manifest.read_text(encoding="utf-8"))["notice"])
    words = [text for context, text in tool["all_texts"]() if context == "Core"]
    assert words and [word for word in words if word not in said] == []


def test_texts_are_found_wherever_they_stand(tmp_path: Path) -> None:
    module(
        tmp_path,
        "a.py",
        """
        class Page(QWidget):
            def show(self):
                self.setText(f"<b>{self.tr('in an f-string')}</b>")
                self.setText(self.tr("in two " "pieces"))

        def f():
            translate(
                "Context",
                "with a comma",
            )
            QCoreApplication.translate("Context", "in full")
            QT_TRANSLATE_NOOP("Core", "marked"), translate("Core", variable)
        """.replace("\n        ", "\n"),
    )
    module(
        tmp_path,
        "processing/b.py",
        "class B(JobAlgorithm):\n    def name(self):\n        return self.tr('shared')",
    )
    assert set(texts_in(tmp_path)) == {
        ("Context", "with a comma"),
        ("Context", "in full"),
        ("Core", "marked"),
        ("Page", "in an f-string"),
        ("Page", "in two pieces"),
        ("Processing", "shared"),
    }


def test_templates_of_the_core_are_found(tmp_path: Path) -> None:
    module(
        tmp_path,
        "tasks/a.py",
        """
        def f(path, error):
            raise InputError("{path} is " "no raster.", path=path) from error
            return Message("complex"), Message(error), InputError(), other("not this")
        """.replace("\n        ", "\n"),
    )
    assert set(core_texts_in(tmp_path)) == {("Core", "complex"), ("Core", "{path} is no raster.")}


# What a sentence of the core may begin with: numbers, phrases, and names that are no paths.
BEGINNINGS = {"count", "device", "field", "folds", "gpu", "matched", "metres", "missing", "model"}
BEGINNINGS |= {"names", "option", "problem", "share", "value"}


def test_no_sentence_of_the_core_begins_with_a_path() -> None:
    templates = [text for _, text in core_texts_in(ROOT / "core")]
    first = [re.match(r"\{(\w+)", template) for template in templates]
    assert len(templates) > 300
    assert {match[1] for match in first if match} <= BEGINNINGS


@pytest.mark.parametrize("call", ["InputError(f'{a} b')", "Message(text, a=a)"])
def test_a_template_that_nobody_can_look_up_is_refused(call: str, tmp_path: Path) -> None:
    module(tmp_path, "a.py", f"def f(a, text):\n    raise {call}")
    with pytest.raises(SystemExit, match=r"a\.py:2: only plain strings"):
        core_texts_in(tmp_path)


def test_legends_and_map_tips_of_styles_are_found(tmp_path: Path) -> None:
    module(
        tmp_path,
        "a.qml",
        '<qgis><range label="up to 0.6"/><range label=""/><category label="kept"/>'
        '<layer label="not shown"/><mapTip>block [% number %]</mapTip></qgis>',
    )
    assert style_texts_in(tmp_path) == [
        ("Styles", "up to 0.6"),
        ("Styles", "kept"),
        ("Styles", "block [% number %]"),
    ]


@pytest.mark.parametrize("call", ["self.tr(text)", "self.tr(f'{a} b')", "translate(CONTEXT, 'a')"])
def test_a_text_that_nobody_can_look_up_is_refused(call: str, tmp_path: Path) -> None:
    module(tmp_path, "a.py", f"class A:\n    def f(self, text):\n        return {call}")
    with pytest.raises(SystemExit, match=r"a\.py:3: only plain strings"):
        texts_in(tmp_path)


@pytest.mark.parametrize(
    ("translations", "said"),
    [
        ({}, "A: new: {} in {}"),
        ({("A", "{} in {}"): "{} in {}", ("A", "x"): "y"}, "A: gone: x"),
        ({("A", "{} in {}"): ""}, "A: unfinished: {} in {}"),
        ({("A", "{} in {}"): "{} in"}, "placeholders"),
    ],
)
def test_each_fault_is_named(translations: dict[tuple[str, str], str], said: str) -> None:
    found = faults([("A", "{} in {}")], translations)
    assert len(found) == 1 and said in found[0]


@pytest.mark.parametrize(
    ("source", "translation", "same"),
    [
        ("{:,} left", "noch {:,}", True),
        ("{:,} left", "noch {}", False),
        ("{:.1f} of {}", "{} von {:.1f}", False),
        ("{a} of {b}", "{b}: {a}", True),
        ("{0} of {1}", "{1}: {0}", True),
        ("<b>all</b>", "<b>alle</b>", True),
        ("<b>all</b>", "<i>alle</i>", False),
        ("[% if(a = 'x', 'one of', 'b c') %]", "[% if(a = 'x', 'eins von', 'd e') %]", True),
        ("[% if(a = 'x', 'one of', 'b c') %]", "[% if(a = 'y', 'eins von', 'd e') %]", False),
        (" m²", "m²", False),
        ("[% a %] m", "[% a %] Meter", True),
        ("[% a %] m", "[% b %] m", False),
        ("&Save", "&Speichern", True),
        ("&Save", "Speichern", False),
    ],
)
def test_what_a_translation_keeps(source: str, translation: str, same: bool) -> None:
    assert (fixed(source) == fixed(translation)) == same


def test_new_texts_are_added_and_old_ones_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, folder = tmp_path / "source", tmp_path / "i18n"
    module(source, "a.py", "translate('A', 'old')\ntranslate('A', 'kept')")
    module(folder, "cmhcl_de.ts", "<TS/>")
    main = tool["main"]
    monkeypatch.setitem(main.__globals__, "SOURCE", source)
    monkeypatch.setitem(main.__globals__, "CORE_SOURCE", tmp_path / "core")
    monkeypatch.setitem(main.__globals__, "STYLES", tmp_path)
    monkeypatch.setitem(main.__globals__, "FOLDER", folder)
    main([])
    path = folder / "cmhcl_de.ts"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '<source>kept</source>\n            <translation type="unfinished" />',
            "<source>kept</source><translation>behalten</translation>",
        ),
        encoding="utf-8",
    )
    module(source, "a.py", "translate('A', 'new')\ntranslate('A', 'kept')")
    main([])
    assert tool["read"](path) == {("A", "new"): "", ("A", "kept"): "behalten"}
    with pytest.raises(SystemExit, match=r"cmhcl_de\.ts: A: unfinished: new"):
        main(["--check"])
