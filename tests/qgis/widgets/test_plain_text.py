"""Names and notices that look like HTML are shown as they are, and load nothing."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsExpression, QgsFeature, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser

HOSTILE = "<img src='/etc/logo.png'> & <b>trusted</b>"
SHOWS_HTML = {"setToolTip", "pushMessage", "createMessage", "question", "warning", "information"}
SAFE = {"tr", "translate", "literal"}


def shown(text: str) -> str:
    """The text that a tool tip, a message bar or a message box shows."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.fixture
def hostile_model(tmp_path: Path) -> Path:
    folder = tmp_path / "<img src=x>"
    folder.mkdir()
    manifest = {"format": 1, "name": HOSTILE, "notice": HOSTILE, "preset": "light"}
    manifest |= {"pixel_size_m": 0.8, "threshold": 0.5, "sha256": "", "parent": HOSTILE}
    manifest |= {"training": {"sar": [HOSTILE], "place": HOSTILE}, "figures": {HOSTILE: {"a": {}}}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "weights.safetensors").touch()
    return folder


@pytest.mark.parametrize("text", [HOSTILE, "a < b & c", "plain", "&lt;b&gt;", "<br>", "a\n<p>"])
def test_literal_text_is_shown_as_it_is(text: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.plain_text import literal

    assert shown(literal(text)) == text


def test_message_bar_shows_a_name_literally(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.plain_text import literal

    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    for title in ("", "CMH-CL"):
        item = bar.createMessage(title, literal(HOSTILE))
        bar.pushWidget(item, Qgis.MessageLevel.Warning)
        (browser,) = item.findChildren(QTextBrowser)
        assert browser.toPlainText().endswith(HOSTILE) and "<img" not in browser.toHtml()


def test_model_is_shown_literally_where_it_is_chosen(hostile_model: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.library import ModelLibrary
    from cmhcl_footprints.cmhcl_plugin.models.model_choice import ModelChoice

    choice = ModelChoice(ModelLibrary())
    qtbot.addWidget(choice)
    choice.choose(hostile_model)
    assert choice.notice.text() == HOSTILE
    assert choice.notice.textFormat() == Qt.TextFormat.PlainText
    assert shown(choice.combo.toolTip()) == str(hostile_model)


def test_model_is_shown_literally_in_the_list_and_its_details(
    hostile_model: Path, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.models.details import details
    from cmhcl_footprints.cmhcl_plugin.models.library import ModelLibrary
    from cmhcl_footprints.cmhcl_plugin.models.model_list import ModelList
    from cmhcl_footprints.core.hatch.library import entry_of

    library = ModelLibrary()
    library.folder = hostile_model.parent
    models = ModelList(library)
    qtbot.addWidget(models)
    items = [models.topLevelItem(row) for row in range(models.topLevelItemCount())]
    (item,) = [item for item in items if item.text(0) == HOSTILE]
    assert shown(item.toolTip(0)) == str(hostile_model)
    html = details(entry_of(hostile_model))
    assert "<img" not in html and "<b>trusted" not in html


def test_metadata_of_a_layer_holds_no_tag_of_a_name() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance, write_metadata
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    layer = QgsVectorLayer("Polygon", "a", "memory")
    job = ExtractJob(SceneInput(sar=("a.tif",)), out="")
    write_metadata(layer, Provenance(job, HOSTILE, 0.5, "engine", "", "2026-01-01 00:00", "1"))
    assert "<" not in layer.metadata().abstract()


def test_map_tip_of_blocks_holds_no_tag_of_an_attribute() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.styles import set_style

    layer = QgsVectorLayer("Polygon?field=number:string&field=role:string", "b", "memory")
    set_style(layer, "blocks")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["7", HOSTILE])
    context = layer.createExpressionContext()
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert tip == "block 7, used for training"


# The source: no place where a text could be taken for HTML is forgotten.


def calls(plugin_folder: Path) -> Iterator[tuple[Path, ast.Call, str]]:
    for path in (plugin_folder / "cmhcl_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func
                name = getattr(function, "attr", getattr(function, "id", ""))
                yield path, node, name


def is_safe(node: ast.expr) -> bool:
    """Whether an argument is no text, a fixed one, or one that is made literal."""
    if isinstance(node, ast.IfExp):
        return is_safe(node.body) and is_safe(node.orelse)
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return name in SAFE or name == "mainWindow"
    fixed = isinstance(node, ast.Name) and (
        node.id.isupper() or node.id in ("self", "parent", "level")
    )
    return fixed or isinstance(node, (ast.Constant, ast.Attribute))


def test_every_text_that_qt_may_take_for_html_is_literal(plugin_folder: Path) -> None:
    unsafe = [
        f"{path.name}:{node.lineno}"
        for path, node, name in calls(plugin_folder)
        if name in SHOWS_HTML and not all(map(is_safe, node.args))
    ]
    assert unsafe == []


def test_every_label_says_whether_it_shows_html(plugin_folder: Path) -> None:
    assert [path.name for path, _, name in calls(plugin_folder) if name == "QLabel"] == []


def test_label_claims_the_height_of_all_its_lines() -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.plain_text import PlainLabel

    label = PlainLabel("several words " * 20)
    label.resize(200, 5)
    label.show()
    assert label.height() >= label.heightForWidth(200) > 2 * label.fontMetrics().height()
    one = PlainLabel("several words " * 20, wrap=False)
    one.resize(200, 5)
    one.show()
    assert one.height() == 5
