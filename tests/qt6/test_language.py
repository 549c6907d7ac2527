"""German and French, from translations that the tools of Qt 5 have compiled."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import REPOSITORY
from pictures import grab, is_drawn
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale


@pytest.fixture
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    assert list((REPOSITORY / "resources" / "i18n").glob("*.qm")), "make test-qt6 compiles them"
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: request.param))
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt_BR"], indirect=True)
def test_pages_are_drawn_in_each_language(language: str, plugin: Any) -> None:
    plugin.action.trigger()
    pages = plugin.pages
    tabs = [pages.tabs.tabText(index) for index in range(3)]
    assert (
        tabs
        == {
            "de": ["Extrahieren", "Nachtrainieren", "Modelle"],
            "es": ["Extraer", "Ajuste fino", "Modelos"],
            "fr": ["Extraire", "Affiner", "Modèles"],
            "pt_BR": ["Extrair", "Ajuste fino", "Modelos"],
        }[language]
    )
    assert pages.extract.form.threshold.number.text() == "0,30"
    assert is_drawn(grab(pages))
