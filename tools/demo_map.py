"""The map of the demo: a page with title, legend, scale bar and sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsContrastEnhancement,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsSimpleFillSymbolLayer,
    QgsSingleBandGrayRenderer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

PAGE_MM = (240.0, 180.0)
SIDE_MM, MARGIN_MM = 60.0, 5.0  # of the column beside the map
DPI = 200
PAPER, INK = QColor("#2f3438"), QColor("#eceff1")
SOURCES = (
    "SAR and optical image: simulated by CMH-CL Footprints. Footprints: default model, from SAR "
    "and optical, not edited."
)


def write_map(
    footprints: QgsVectorLayer, sar: QgsRasterLayer, optical: QgsRasterLayer, picture: Path
) -> None:
    """Write the page of the project of these layers to a PNG. Raises OSError."""
    _style(sar)
    footprints.setName("Building footprints")
    sar.setName("SAR: grey, HH in dB")
    optical.setName("Optical image: colours")
    layout = make_layout(QgsProject.instance(), footprints, sar, optical)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    result = QgsLayoutExporter(layout).exportToImage(str(picture), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"the map cannot be written: {picture}")


def make_layout(
    project: QgsProject,
    footprints: QgsVectorLayer,
    sar: QgsRasterLayer,
    optical: QgsRasterLayer,
) -> QgsPrintLayout:
    """The page: the map, which shows the optical image around SAR, and a column beside it."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(*PAGE_MM, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    fill = QgsSimpleFillSymbolLayer(PAPER)
    fill.setStrokeColor(PAPER)
    symbol = page.pageStyleSymbol().clone()
    symbol.changeSymbolLayer(0, fill)
    page.setPageStyleSymbol(symbol)
    layers = [footprints, sar, optical]
    shown = _add_map(layout, layers)
    left, width = PAGE_MM[0] - SIDE_MM + MARGIN_MM, SIDE_MM - 2 * MARGIN_MM
    _add_label(layout, "title", "Buildings from radar and optical", 16, (left, 8, width, 22))
    count = f"{footprints.featureCount()} footprints of a simulated industrial area"
    _add_label(layout, "subtitle", count, 9, (left, 32, width, 12))
    _add_legend(layout, shown, layers, (left - 2, 48))
    _add_scale_bar(layout, shown, (left, 132))
    _add_label(layout, "attribution", SOURCES, 7, (left, 150, width, 26))
    return layout


def _add_map(layout: QgsPrintLayout, layers: list[QgsMapLayer]) -> QgsLayoutItemMap:
    """The map at the left, filled by the last layer; the extent is cut to the frame."""
    width, height = PAGE_MM[0] - SIDE_MM, PAGE_MM[1]
    item = QgsLayoutItemMap(layout)
    item.setId("map")
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setCrs(layers[-1].crs())
    item.setBackgroundColor(PAPER)
    layout.addLayoutItem(item)
    _place(item, (0, 0, width, height))
    extent = layers[-1].extent()
    shrink = min(extent.width() / width, extent.height() / height) / 2
    centre = extent.center()
    item.setExtent(
        QgsRectangle(
            centre.x() - width * shrink,
            centre.y() - height * shrink,
            centre.x() + width * shrink,
            centre.y() + height * shrink,
        )
    )
    return item


def _add_label(
    layout: QgsPrintLayout, name: str, text: str, size: float, place: tuple[float, ...]
) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setId(name)
    label.setText(text)
    label.setFont(_font(size, bold=name == "title"))
    label.setFontColor(INK)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(label)
    _place(label, place)


def _add_legend(
    layout: QgsPrintLayout,
    shown: QgsLayoutItemMap,
    layers: list[QgsMapLayer],
    place: tuple[float, float],
) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setId("legend")
    legend.setLinkedMap(shown)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer in layers:
        node = root.addLayer(layer)
        if isinstance(layer, QgsRasterLayer):  # its name says all; bands would only distract
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [])
            legend.model().refreshLayerLegend(node)
    legend.setBackgroundEnabled(False)
    legend.setFontColor(INK)
    for style, size in (
        (QgsLegendStyle.Style.Subgroup, 9),
        (QgsLegendStyle.Style.SymbolLabel, 8),
    ):
        legend.setStyleFont(style, _font(size, bold=size > 8))
    legend.setSymbolWidth(6)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(*place, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    legend.adjustBoxSize()


def _add_scale_bar(
    layout: QgsPrintLayout, shown: QgsLayoutItemMap, place: tuple[float, float]
) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale bar")
    bar.setLinkedMap(shown)
    bar.setStyle("Single Box")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(15)
    bar.setMaximumBarWidth(SIDE_MM / 2)
    bar.setHeight(2)
    text = QgsTextFormat.fromQFont(_font(8))
    text.setColor(INK)
    bar.setTextFormat(text)
    outline = {"outline_color": INK.name(), "outline_width": "0.2"}
    bar.setFillSymbol(QgsFillSymbol.createSimple({**outline, "color": INK.name()}))
    bar.setAlternateFillSymbol(QgsFillSymbol.createSimple({**outline, "color": PAPER.name()}))
    bar.setLineSymbol(QgsLineSymbol.createSimple({"color": INK.name(), "width": "0.2"}))
    bar.setBackgroundEnabled(False)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(*place, QgsUnitTypes.LayoutUnit.LayoutMillimeters))


def _place(item: QgsLayoutItem, place: tuple[float, ...]) -> None:
    """Left, top, width and height in millimetres."""
    unit = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(*place[:2], unit))
    item.attemptResize(QgsLayoutSize(*place[2:], unit))


def _font(size: float, bold: bool = False) -> QFont:
    font = QFont("DejaVu Sans")
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def _style(sar: QgsRasterLayer) -> None:
    """Grey, from dark to bright without the tails."""
    renderer: Any = QgsSingleBandGrayRenderer(sar.dataProvider(), 1)
    statistics = sar.dataProvider().bandStatistics(1)
    enhancement = QgsContrastEnhancement(sar.dataProvider().dataType(1))
    enhancement.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    enhancement.setMinimumValue(statistics.mean - 2 * statistics.stdDev)
    enhancement.setMaximumValue(statistics.mean + 2 * statistics.stdDev)
    renderer.setContrastEnhancement(enhancement)
    sar.setRenderer(renderer)
