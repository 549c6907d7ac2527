"""The fields of the dialogs of Processing, made by Processing itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from algorithms import algorithm
from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QVBoxLayout, QWidget

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider", "own_language")


@pytest.fixture
def own_language() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


class Field:
    """A field as the dialogs show it."""

    def __init__(self, qtbot: Any, name: str, parameter: str) -> None:
        sys.path.append(f"{QgsApplication.pkgDataPath()}/python/plugins")
        from processing.gui.wrappers import WidgetWrapperFactory

        self._algorithm = algorithm(name)
        definition = self._algorithm.parameterDefinition(parameter)
        self.wrapper = WidgetWrapperFactory.create_wrapper(definition, None)
        self._context = QgsProcessingContext()
        self.widget = self.wrapper.createWrappedWidget(self._context)
        # Without a parent, Python deletes the widget, and QGIS 3.40 crashes in doing so.
        self._panel = QWidget()
        QVBoxLayout(self._panel).addWidget(self.widget)
        self.changes: list[Any] = []
        self.wrapper.widgetValueHasChanged.connect(self.changes.append)
        self._qtbot = qtbot
        qtbot.addWidget(self._panel)

    def choose(self, value: Any) -> Any:
        """The value after a script, the history or a row of a batch has set it."""
        self.wrapper.setParameterValue(value, self._context)
        return self.wrapper.parameterValue()

    def type(self, text: str) -> Any:
        box = self.widget.findChild(QDoubleSpinBox)
        box.lineEdit().selectAll()
        self._qtbot.keyClicks(box.lineEdit(), text)
        self._qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
        return self.wrapper.parameterValue()


@pytest.mark.parametrize("language", ["de_DE", "en_US"])
@pytest.mark.parametrize(
    ("name", "parameter"),
    [("extract", "THRESHOLD"), ("compare", "MIN_IOU"), ("regularise", "TOLERANCE")],
)
def test_a_point_and_a_comma_are_understood(
    qtbot: Any, language: str, name: str, parameter: str
) -> None:
    QLocale.setDefault(QLocale(language))
    field = Field(qtbot, name, parameter)
    for text in ("0.45", "0,45", "0.450", "0,450"):
        field.choose(0.9)
        assert field.type(text) == 0.45
    assert field.type("max(0.2, 0.3)") == 0.3  # an expression, as in QGIS's own fields
    assert field.changes


def test_no_threshold_stays_one(qtbot: Any) -> None:
    field = Field(qtbot, "extract", "THRESHOLD")
    assert field.wrapper.parameterValue() is None
    assert field.choose(0.0) == 0.0
    assert field.choose(None) is None
    field.choose(0.5)
    field.widget.findChild(QDoubleSpinBox).clear()
    assert field.wrapper.parameterValue() is None


CHOICES = {
    ("finetune", "LABELS_FROM"),
    ("finetune", "LABELS_QUALITY"),
    ("finetune", "EFFORT"),
    ("finetune", "SCOPE"),
    ("finetune", "DISTANCE"),
    ("finetune", "RADIOMETRY"),
    ("finetune", "DEVICE"),
    ("extract", "DEVICE"),
    ("extract", "RADIOMETRY"),
    ("evaluate", "DEVICE"),
    ("simulate", "VALUES"),
}


@pytest.mark.parametrize(("name", "parameter"), sorted(CHOICES))
def test_choices_have_labels_and_scripts_their_names(qtbot: Any, name: str, parameter: str) -> None:
    field = Field(qtbot, name, parameter)
    chosen = algorithm(name)
    options = chosen.parameterDefinition(parameter).options()
    combo = field.widget.findChild(QComboBox)
    assert [combo.itemText(at).rpartition(" [")[2] for at in range(combo.count())] == [
        f"{option}]" for option in options
    ]
    assert all(combo.itemText(at).rpartition(" [")[0] for at in range(combo.count()))
    for option in options:
        assert field.choose(option) == option
        assert chosen.checkParameterValues({parameter: option}, QgsProcessingContext())


def test_the_choices_are_those_of_the_jobs() -> None:
    from cmhcl_footprints.core.hatch import jobs
    from cmhcl_footprints.core.hatch.data_jobs import SAR_OUTPUTS

    def options(name: str, parameter: str) -> tuple[str, ...]:
        owner = algorithm(name)
        return tuple(owner.parameterDefinition(parameter).options())

    assert options("finetune", "EFFORT") == jobs.EFFORTS
    assert options("finetune", "SCOPE") == jobs.SCOPES
    assert options("finetune", "DISTANCE") == jobs.DISTANCES
    assert options("finetune", "LABELS_QUALITY") == jobs.LABELS_QUALITIES
    assert options("extract", "RADIOMETRY") == (jobs.AUTO, *jobs.RADIOMETRIES)
    assert options("simulate", "VALUES") == SAR_OUTPUTS


def test_every_decimal_number_and_every_choice_of_names_has_such_a_field(provider: Any) -> None:
    for found in provider.algorithms():
        for parameter in found.parameterDefinitions():
            own = parameter.metadata().get("widget_wrapper", {}).get("class")
            decimal = parameter.type() == "number" and parameter.dataType() == 1
            choice = parameter.type() == "enum" and not parameter.name().endswith("_NAME")
            assert (own is not None) == (decimal or choice), parameter.name()
