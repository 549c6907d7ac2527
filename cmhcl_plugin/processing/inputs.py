"""Fields for the dialogs of Processing that extend QGIS's own.

A dialog calls the class that the metadata of a parameter name. In the model designer, the fields
stay QGIS's own.
"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameters,
)
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsDoubleSpinBox,
    QgsGui,
    QgsProcessingGui,
)
from qgis.PyQt.QtCore import NULL
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from ..widgets.decimal_box import local_text
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.plain_text import literal

LABELS = "labels"  # of the options of a choice, in its metadata


class _Input(QgsAbstractProcessingParameterWidgetWrapper):
    def __new__(
        cls, parameter: QgsProcessingParameterDefinition, dialog: Any, *cell: int, **others: Any
    ) -> Any:
        if hasattr(dialog, "childId"):
            return QgsGui.processingGuiRegistry().createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
        return super().__new__(cls, parameter, dialog, *cell, **others)

    def __init__(
        self,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,  # noqa: ARG002
        *cell: int,  # noqa: ARG002
        **metadata: Any,
    ) -> None:
        super().__init__(parameter, QgsProcessingGui.WidgetType.Standard)
        self._metadata = metadata

    def _inside(self, field: QWidget) -> QWidget:
        """A widget around a field: whatever is given to a dialog loses its class in Python."""
        owner = QWidget()
        row = QHBoxLayout(owner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        owner.setFocusProxy(field)
        return owner

    def _emit_change(self) -> None:
        self.widgetValueHasChanged.emit(self)


class ExpressionBox(QgsDoubleSpinBox):
    """QGIS's field for a number, which computes expressions too, with a point or a comma."""

    def valueFromText(self, text: str) -> float:  # noqa: N802
        return super().valueFromText(local_text(self, text))


class DecimalInput(_Input):
    """A decimal number; empty at the least value if it is optional."""

    def createWidget(self) -> QWidget:  # noqa: N802
        parameter: QgsProcessingParameterNumber = self.parameterDefinition()
        registry = QgsGui.processingGuiRegistry()
        own = registry.createParameterWidgetWrapper(parameter, self.type())
        model = own.createWrappedWidget(QgsProcessingContext())
        self._box = ExpressionBox()
        for name in (
            *("decimals", "minimum", "maximum", "singleStep", "specialValueText"),
            *("showClearButton", "expressionsEnabled", "toolTip", "sizePolicy"),
        ):
            self._box.setProperty(name, model.property(name))
        self._box.setClearValue(model.clearValue(), model.specialValueText())
        self._box.valueChanged.connect(self._emit_change)
        return self._inside(self._box)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: N802
        if value is None or value == NULL:
            self._box.clear()
            return
        number = QgsProcessingParameters.parameterAsDouble(
            self.parameterDefinition(), value, context
        )
        self._box.setValue(number)

    def widgetValue(self) -> Any:  # noqa: N802
        unset = self._box.specialValueText() and self._box.value() == self._box.minimum()
        return None if unset else self._box.value()


class ChoiceInput(_Input):
    """One of the options of an enumeration, each shown with a label in QGIS's language."""

    def createWidget(self) -> QWidget:  # noqa: N802
        parameter: QgsProcessingParameterEnum = self.parameterDefinition()
        self._combo = NarrowCombo()
        for option, label in zip(parameter.options(), self._metadata[LABELS]):
            self._combo.addItem(f"{label} [{option}]", option)
        self._combo.setToolTip(literal(parameter.help()))
        self._combo.currentIndexChanged.connect(self._emit_change)
        return self._inside(self._combo)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:  # noqa: N802
        option = QgsProcessingParameters.parameterAsEnumString(
            self.parameterDefinition(), value, context
        )
        self._combo.setCurrentIndex(self._combo.findData(option))

    def widgetValue(self) -> Any:  # noqa: N802
        return self._combo.currentData()
