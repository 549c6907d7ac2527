"""Read the features of a layer even if QGIS's connection to its file no longer works.

QGIS reads a GeoPackage without locks while nobody edits it. A connection that it opens to draw the
map just when editing begins does not work from then on: it gives no features, and no error. QGIS
uses it again until it has been idle for a minute.
"""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.references import is_remote
from ..numbers import fill_in
from .layer_file import file_of
from .thread_layer import thread_layer

_WEB_PROVIDERS = ("WFS", "OAPIF", "arcgisfeatureserver")

translate = QCoreApplication.translate


def features_of(
    layer: QgsVectorLayer, request: Optional[QgsFeatureRequest] = None
) -> list[QgsFeature]:
    """The features of a layer, unsaved edits included. Call it in the layer's thread."""
    request = request or QgsFeatureRequest()
    found = list(layer.getFeatures(request))
    if all(feature.id() < 0 for feature in found) and renew_connection(layer):
        found = list(layer.getFeatures(request))
    return found


def columns_of(layer: QgsVectorLayer, *expressions: str) -> list[list[Any]]:
    """The ids of all features, and the values of fields or expressions in the same order.

    Faster than ``features_of``. Call it in the layer's thread.
    """

    def read() -> list[list[Any]]:
        columns = [QgsVectorLayerUtils.getValues(layer, one)[0] for one in ("$id", *expressions)]
        if not columns[0] and any(columns):
            # Of a view without keys, QGIS gives no features if it is asked for nothing but ids.
            columns[0] = [feature.id() for feature in layer.getFeatures()]
        return columns

    columns = read()
    is_complete = len({len(column) for column in columns}) == 1
    if (is_complete and any(id >= 0 for id in columns[0])) or not renew_connection(layer):
        return columns
    return read()


def renew_connection(layer: QgsVectorLayer) -> bool:
    """Replace QGIS's connection to the file of a layer if it does not work; whether it was."""
    if layer.providerType() != "ogr" or not _reads_nothing(layer) or not can_be_opened(layer):
        return False
    layer.dataProvider().reloadData()
    return True


def can_be_opened(layer: QgsVectorLayer) -> bool:
    """Whether the source of a layer is there now.

    Ask this before a layer is reloaded. If its file is away for a moment, as on a network drive,
    it could not be saved any more, and its unsaved edits would be lost. A server is not asked; its
    layers count as away.
    """
    if is_remote(layer.source()):
        return False
    with thread_layer(layer.source(), provider=layer.providerType()) as again:
        return bool(again.isValid())


def require_readable(layer: QgsVectorLayer) -> None:
    """Raise InputError if the file of a layer gives none of its features, as when it is gone."""
    renew_connection(layer)
    if layer.providerType() == "ogr" and _reads_nothing(layer):
        text = translate(
            "Layers", "The layer “{}” cannot be read; check that its file is still there: {}"
        )
        raise InputError(text.format(layer.name(), file_of(layer)))


def require_complete(name: str, provider: str, read: int, expected: int) -> None:
    """Raise InputError if a provider gave fewer features than it has, which is no error to QGIS.

    That of a server does when the server fails; only some count their features exactly. A layer of
    OGR is checked before, by ``require_readable``.
    """
    is_exact = provider in _WEB_PROVIDERS
    if provider != "ogr" and read < expected and (is_exact or not read):
        text = translate(
            "Layers",
            "Only {:,} of {:,} features of the layer “{}” could be read; check the connection to "
            "its server, or save it as a GeoPackage (Export > Save Features As…).",
        )
        raise InputError(fill_in(text, read, expected, name))


def _reads_nothing(layer: QgsVectorLayer) -> bool:
    """Whether the provider of a layer that has features gives none."""
    provider = layer.dataProvider()
    one = QgsFeatureRequest().setLimit(1)
    one.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if any(True for _ in provider.getFeatures(one)):
        return False
    return not provider.isValid() or provider.featureCount() > 0
