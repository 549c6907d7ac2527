"""The guide in other languages: each page says what the English one says, in the plugin's words."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = runpy.run_path(str(ROOT / "tools" / "make_guide.py"))
READ = runpy.run_path(str(ROOT / "tools" / "translations.py"))["read"]
FOLDER = GUIDE["DOCS"] / "guide"
LANGUAGES = [code for code in GUIDE["LANGUAGES"] if code != "en"]
PAGES = [page for code in LANGUAGES for page in sorted((FOLDER / code).glob("*.md"))]
IDS = [f"{page.parent.name}-{page.stem}" for page in PAGES]
MENUS = ("de", "es", "fr", "pt")
# QGIS's own texts that the guide names, as QGIS 3.22 has them.
OF_QGIS = {
    "Raster": ("Raster", "Ráster", "Raster", "Raster"),
    "Layer": ("Layer", "Capa", "Couche", "Camada"),
    "Add Layer": ("Layer hinzufügen", "Añadir capa", "Ajouter une couche", "Adicionar camada"),
    "Add Raster Layer": (
        "Rasterlayer hinzufügen",
        "Añadir capa ráster",
        "Ajouter une couche raster",
        "Adicionar Camada Raster",
    ),
    "Protocol: HTTP(S), cloud, etc": (
        "Protokoll: HTTP(S), Cloud, etc",
        "Protocolo: HTTP(S), cloud, etc",
        "Protocole : HTTP(S), cloud, etc",
        "Protocolo: HTTP(s), núvel, etc",
    ),
    "Layer Properties": (
        "Layereigenschaften",
        "Propiedades de la capa",
        "Propriétés de la couche",
        "Propriedades da Camada",
    ),
    "Styles": ("Stile", "Estilos", "Styles", "Estilos"),
    "Symbology": ("Symbolisierung", "Simbología", "Symbologie", "Simbologia"),
    "Metadata": ("Metadaten", "Metadatos", "Métadonnées", "Metadados"),
    "Project": ("Projekt", "Proyecto", "Projet", "Projeto"),
    "New Print Layout": (
        "Neues Drucklayout",
        "Nueva composición de impresión",
        "Nouvelle mise en page",
        "Novo layout de Impressão",
    ),
    "Plugins": ("Erweiterungen", "Complementos", "Extensions", "Complementos"),
    "Manage and Install Plugins": (
        "Erweiterungen verwalten und installieren",
        "Administrar e instalar complementos",
        "Installer/Gérer les extensions",
        "Gerenciar e Instalar Complementos",
    ),
    "Install from ZIP": (
        "Aus ZIP installieren",
        "Instalar a partir de ZIP",
        "Installer depuis un ZIP",
        "Instalar a partir do ZIP",
    ),
    "Settings": ("Einstellungen", "Configuración", "Préférences", "Configurações"),
    "Options": ("Optionen", "Opciones", "Options", "Opções"),
    "Network": ("Netzwerk", "Red", "Réseau", "Rede"),
    "Authentication": ("Authentifizierung", "Autenticación", "Authentification", "Autenticação"),
    "Manage Certificates": (
        "Zertifikate verwalten",
        "Administrar certificados",
        "Gestion des Certificats",
        "Gerenciar certificados",
    ),
    "User Profiles": (
        "Benutzerprofile",
        "Perfiles de usuario",
        "Profils utilisateurs",
        "Perfis de Usuários",
    ),
    "Open Active Profile Folder": (
        "Aktuelles Profilverzeichnis öffnen",
        "Abrir la carpeta del perfil activo",
        "Ouvrir le dossier du profil actif",
        "Abrir Pasta de Perfil Ativo",
    ),
    "Enter": ("Eingabetaste", "Intro", "Entrée", "Enter"),
}
KEYS = {"A", "D", "M", "+", "Alt"}  # the same in all languages


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_has_the_parts_of_the_english_one(page: Path) -> None:
    """Or else it fell behind: headings, paragraphs, list items, rows, pictures and links."""
    english, translated = sections(FOLDER / page.name), sections(page)
    assert len(english) == len(translated)
    for original, here in zip(english, translated):
        assert parts(here, page) == parts(original, FOLDER / page.name), text_of(here[:3])


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_buttons_and_fields_are_named_as_the_plugin_and_qgis_name_them(page: Path) -> None:
    names = names_in(page.parent.name)
    for original, here in zip(sections(FOLDER / page.name), sections(page)):
        english, translated = list(named(original)), list(named(here))
        assert len(translated) == len(english), (english, translated)
        wanted = [names[name] for name in english]
        assert [name for name in translated if not any(name in of for of in wanted)] == []
        assert [of for of in wanted if not of & set(translated)] == []


def test_what_is_named_wrongly_or_left_out_is_found() -> None:
    tokens = GUIDE["MARKDOWN"].parse("**Speichern unter.** *Raster > CMH-CL > Laufen…*\n\n**So:**")
    assert list(named(tokens)) == ["Speichern unter", "Raster", "CMH-CL", "Laufen"]
    names = names_in("de")
    assert names["Threshold"] == {"Schwellenwert"} and "Sorgfältig" in names["Careful"]
    with pytest.raises(KeyError):
        names["No such button"]
    rows = GUIDE["MARKDOWN"].parse("| a | b |\n|---|---|\n| Gerät | c |\n| `d` | e |")
    assert list(named(rows)) == ["Gerät"]


def test_each_language_of_the_plugin_has_a_guide_that_begins_with_its_contents() -> None:
    shipped = {path.stem.rpartition("_")[2] for path in ROOT.glob("resources/i18n/*.ts")}
    assert shipped == set(LANGUAGES)
    assert [code for code in LANGUAGES if not (FOLDER / code / "index.md").exists()] == []


def test_a_page_leads_to_the_other_languages_and_says_which_links_are_english() -> None:
    html = GUIDE["to_html"](Path("guide/de/tutorial.md"))
    assert '<html lang="de">' in html and ">Handbuch</a>" in html
    assert 'href="../../guide/tutorial.html" lang="en" hreflang="en">English</a>' in html
    assert 'href="../click.html" hreflang="en"' in html
    assert '<a href="install.html">' in html
    assert "Deutsch</a>" not in html
    english = GUIDE["to_html"](Path("guide/tutorial.md"))
    assert 'href="../guide/de/tutorial.html" lang="de" hreflang="de">Deutsch</a>' in english
    assert "Deutsch</a>" not in GUIDE["to_html"](Path("method.md"))


def sections(page: Path) -> list[list[Any]]:
    """The tokens of a page, divided before every heading."""
    found: list[list[Any]] = []
    for token in GUIDE["MARKDOWN"].parse(page.read_text(encoding="utf-8")):
        if token.type == "heading_open":
            found.append([])
        found[-1].append(token)
    return found


def parts(section: list[Any], page: Path) -> Counter[tuple[str, str]]:
    """The headings, paragraphs, list items, rows, pictures and links of a section, counted.

    A link to a page of the guide is the same whichever language it leads to, as long as that is the
    page's own where there is one.
    """
    found: Counter[tuple[str, str]] = Counter()
    for token in GUIDE["flat"](section):
        if token.type in ("heading_open", "paragraph_open", "list_item_open", "tr_open", "fence"):
            found[token.type, token.tag] += 1
        elif token.type == "code_block":
            found["line of code", ""] += token.content.count("\n")
        elif token.type == "image":
            found["image", Path(token.attrs["src"]).name] += 1
        elif token.type == "link_open":
            target = str(token.attrs["href"])
            own = page.parent / Path(target.partition("#")[0]).name
            if "://" not in target and target[0] != "#":
                assert not own.exists() or "/" not in target, f"{target}: {own} exists"
                target = own.name
            found["link", target if "://" in target or target[0] != "#" else "#"] += 1
    return found


def named(section: list[Any]) -> Iterator[str]:
    """The texts of buttons, fields and menus in a section: in bold or italics, each part of a path
    of menus, and in the first column of tables.
    """
    tokens = list(GUIDE["flat"](section))
    for position, token in enumerate(tokens):
        if token.type in ("em_open", "strong_open"):
            closing = token.type.replace("open", "close")
            inside = []
            for other in tokens[position + 1 :]:
                if other.type == closing:
                    break
                inside.append(other)
            text = text_of(inside)
            if not text.endswith(":"):  # the beginning of an item
                yield from (part.rstrip(" .…") for part in text.split(" > "))
        elif token.type == "tr_open" and tokens[position + 1].type == "td_open":
            cell = tokens[position + 2].children
            if all(part.type == "text" for part in cell):
                yield text_of(cell)


def text_of(tokens: list[Any]) -> str:
    """The text of inline tokens, with lines joined and spaces that do not break made plain."""
    pieces = (" " if token.type == "softbreak" else token.content for token in tokens)
    return "".join(pieces).replace("\u00a0", " ")


def names_in(language: str) -> dict[str, set[str]]:
    """For each English name that the guide may use, how the plugin or QGIS names it."""
    names: dict[str, set[str]] = {key: {key} for key in KEYS}
    for (_, source), translation in READ(ROOT / f"resources/i18n/cmhcl_{language}.ts").items():
        names.setdefault(plain(source), set()).add(plain(translation))
    for source, translations in OF_QGIS.items():
        names.setdefault(source, set()).add(translations[MENUS.index(language)])
    return names


def plain(text: str) -> str:
    """A text of the plugin as the guide names it: without mnemonic, dots and remark."""
    name = re.sub(r"&(?=\w)", "", text).replace("\u00a0", " ").replace("\u00ad", "")
    return name.partition(" (")[0].rstrip(" .…")
