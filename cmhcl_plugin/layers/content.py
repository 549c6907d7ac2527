"""The features of a footprints layer: replace all of them, detect edits."""

from __future__ import annotations

import hashlib

from qgis.core import QgsFeature, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError

PROPERTY = "cmhcl/content"  # custom property of the layer: digest of the features as extracted

translate = QCoreApplication.translate


def mark_unedited(layer: QgsVectorLayer) -> None:
    """Store the digest of the present features, by which later edits are detected."""
    layer.setCustomProperty(PROPERTY, _digest(_unfiltered(layer)))


def is_edited(layer: QgsVectorLayer) -> bool:
    """Whether the features differ from those of the extraction or of ``replace_content``."""
    return bool(layer.customProperty(PROPERTY) != _digest(_unfiltered(layer)))


def replace_content(layer: QgsVectorLayer, found: QgsVectorLayer) -> None:
    """Replace all features of a layer, in its file, by those of the layer ``found``.

    The layer keeps its name, style, filter and position, and further fields, which become empty.
    Raises InputError when the file cannot be written; the features are then as before.
    """
    whole = _unfiltered(layer)
    provider = whole.dataProvider()
    old = whole.allFeatureIds()
    added, _ = provider.addFeatures(_features_for(whole, found))
    if not added or not (old == [] or provider.deleteFeatures(old)):
        text = translate("Layers", "The footprints of “{}” cannot be replaced ({}); {}")
        problem = "; ".join(provider.errors()) or translate("Layers", "the file is read-only")
        way_out = translate("Layers", "run the extraction again into another file.")
        raise InputError(text.format(layer.name(), problem, way_out))
    layer.removeSelection()
    layer.setCustomProperty(PROPERTY, _digest(whole))
    layer.reload()
    layer.updateExtents(True)
    layer.triggerRepaint()
    QgsProject.instance().setDirty(True)


def _unfiltered(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A layer of the same file without the filter."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(layer.providerType(), layer.source())
    parts.pop("subset", None)
    return QgsVectorLayer(registry.encodeUri(layer.providerType(), parts), "", layer.providerType())


def _features_for(layer: QgsVectorLayer, found: QgsVectorLayer) -> list[QgsFeature]:
    """Copies of the features of ``found`` with the fields of ``layer``, without ids."""
    key = set(layer.primaryKeyAttributes())
    fields = found.fields()
    sources = {
        i: fields.indexFromName(field.name())
        for i, field in enumerate(layer.fields())
        if i not in key and fields.indexFromName(field.name()) >= 0
    }
    features = []
    for source in found.getFeatures():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(source.geometry())
        values = source.attributes()
        for target, index in sources.items():
            feature.setAttribute(target, values[index])
        features.append(feature)
    return features


def _digest(layer: QgsVectorLayer) -> str:
    """SHA-256 of all geometries and attributes except ids, independent of their order."""
    key = set(layer.primaryKeyAttributes())
    compared = [i for i in range(layer.fields().count()) if i not in key]
    rows = []
    for feature in layer.getFeatures():
        values = feature.attributes()
        texts = ((i, str(values[i])) for i in compared)
        attributes = ";".join(f"{i}={text}" for i, text in texts if text not in ("NULL", "None"))
        rows.append(bytes(feature.geometry().asWkb()) + attributes.encode())
    whole = hashlib.sha256()
    for row in sorted(rows):
        whole.update(hashlib.sha256(row).digest())
    return whole.hexdigest()
