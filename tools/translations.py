"""Keep resources/i18n/cmhcl_LANGUAGE.ts in step with the texts of the plugin.

python3 tools/translations.py          adds new texts, unfinished, and drops those that are gone
python3 tools/translations.py --check  changes nothing; fails if a translation is incomplete

Reads ``self.tr("…")``, whose context is its class, ``translate("Context", "…")`` and
``QT_TRANSLATE_NOOP("Context", "…")`` in the source of the plugin; the templates of errors and
messages in that of the core; legends and map tips in the layer styles. Qt's own tools miss some of
them: pylupdate5 what ends in a comma or stands in an f-string, pylupdate6 the short name
``translate``.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Optional
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "cmhcl_plugin"
CORE_SOURCE = ROOT / "core"
STYLES = ROOT / "resources" / "styles"
FOLDER = ROOT / "resources" / "i18n"
# Of every self.tr() in the folder processing: its algorithms share one method of that name.
PROCESSING = "Processing"
STYLE = "Styles"
CORE = "Core"
# Contexts in which variables are looked up: layer styles, texts of the core, causes of failure.
LOOKED_UP = {STYLE, CORE, "InstallFailure"}

MARKS = ("tr", "translate", "QT_TRANSLATE_NOOP")
MESSAGES = ("Message", "CmhclError", "InputError", "SceneError", "ModelError")

Text = tuple[str, str]  # context and source text
Translations = dict[Text, str]  # empty: not translated yet


def main(arguments: list[str]) -> None:
    """Update every .ts, or say what is wrong with them."""
    texts = all_texts()
    found: list[str] = []
    for path in sorted(FOLDER.glob("cmhcl_*.ts")):
        translations = read(path)
        if "--check" in arguments:
            found += [f"{path.name}: {fault}" for fault in faults(texts, translations)]
        else:
            write(path, {text: translations.get(text, "") for text in texts})
    if found:
        sys.exit("\n".join([*found, "Run make translations, and translate what is unfinished."]))


def all_texts() -> list[Text]:
    """Every text of the plugin, by context and then as they come."""
    texts = [*texts_in(SOURCE), *core_texts_in(CORE_SOURCE), *style_texts_in(STYLES)]
    return sorted(dict.fromkeys(texts), key=lambda text: text[0])


def style_texts_in(folder: Path) -> list[Text]:
    """The entries of legends and the map tips of all styles in a folder, once each."""
    texts: dict[Text, None] = {}
    for path in sorted(folder.glob("*.qml")):
        for element in ElementTree.parse(path).iter():
            text = element.text if element.tag == "mapTip" else element.get("label")
            if text and element.tag in ("range", "category", "mapTip"):
                texts[STYLE, text] = None
    return list(texts)


def core_texts_in(folder: Path) -> list[Text]:
    """The templates of errors and messages in all modules of a folder, once each, as they come.

    Exits where a text or its template is no plain string.
    """
    texts: dict[Text, None] = {}
    for path in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or _function(call) not in MESSAGES or not call.args:
                continue
            text = call.args[0]
            if isinstance(text, ast.Constant):
                texts[CORE, text.value] = None
            elif isinstance(text, ast.JoinedStr) or any(keyword.arg for keyword in call.keywords):
                sys.exit(f"{path}:{call.lineno}: only plain strings can be translated")
    return list(texts)


def texts_in(folder: Path) -> list[Text]:
    """The texts in all modules of a folder, once each, as they come.

    Exits where a text is no plain string, and so cannot be looked up.
    """
    texts: dict[Text, None] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        context = PROCESSING if path.parent.name == "processing" else None
        for call, name in _calls(tree, context):
            arguments = [a.value if isinstance(a, ast.Constant) else None for a in call.args]
            text = (name, *arguments) if _function(call) == "tr" else tuple(arguments)
            if len(text) == 2 and all(isinstance(part, str) for part in text):
                texts[text] = None
            elif text[0] not in LOOKED_UP:
                sys.exit(f"{path}:{call.lineno}: only plain strings can be translated")
    return list(texts)


def _calls(node: ast.AST, context: Optional[str]) -> Iterator[tuple[ast.Call, Optional[str]]]:
    """Every call that marks a text with the class that it stands in."""
    if isinstance(node, ast.ClassDef) and context != PROCESSING:
        context = node.name
    if isinstance(node, ast.FunctionDef) and node.name == "tr":
        return  # what algorithms share: its text is a variable
    if isinstance(node, ast.Call) and _function(node) in MARKS:
        yield node, context
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, context)


def _function(call: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def read(path: Path) -> Translations:
    """All messages of a .ts file."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): (
            message.findtext("translation", "")
        )
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


def write(path: Path, translations: Translations) -> None:
    """A .ts file as Qt Linguist reads it; without line numbers, which would change all the time."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem.rpartition("_")[2])
    contexts: dict[str, ElementTree.Element] = {}
    for (name, source), translation in translations.items():
        if name not in contexts:
            contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[name], "name").text = name
        message = ElementTree.SubElement(contexts[name], "message")
        ElementTree.SubElement(message, "source").text = source
        unfinished = {} if translation else {"type": "unfinished"}
        ElementTree.SubElement(message, "translation", unfinished).text = translation
    ElementTree.indent(root, "    ")
    text = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{text}\n", encoding="utf-8")


def faults(texts: list[Text], translations: Translations) -> list[str]:
    """One line for each text that is missing, gone, unfinished or differs where it must not."""
    found = [
        f"{context}: new: {source}"
        for context, source in texts
        if (context, source) not in translations
    ]
    for (context, source), translation in translations.items():
        if (context, source) not in texts:
            found.append(f"{context}: gone: {source}")
        elif not translation:
            found.append(f"{context}: unfinished: {source}")
        elif fixed(source) != fixed(translation):
            found.append(f"{context}: placeholders, tags, blanks or mnemonic differ: {translation}")
    return found


def fixed(text: str) -> tuple[list[str], list[str], list[bool]]:
    """What a translation keeps: placeholders, and their order where it tells them apart; tags
    and expressions, but for their texts of several words; blanks at either end, and whether there
    is a mnemonic.
    """
    fields = [
        f"{name}!{conversion}:{form}"
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    ]
    if not any(field.startswith("!") for field in fields):
        fields.sort()
    worded = re.sub(r"(\[%|, )'[^'\[\]]* [^'\[\]]*'(?=[,)])", r"\1''", text)
    tags = sorted(re.findall(r"</?\w+[^<>]*>|\[%.*?%\]", worded))
    return fields, tags, [text[0] == " ", text[-1] == " ", bool(re.search(r"&\w", text))]


if __name__ == "__main__":
    main(sys.argv[1:])
