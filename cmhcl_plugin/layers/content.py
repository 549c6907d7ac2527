"""The content of a layer of footprints: replaced as a whole, and recognised when it was edited."""

from __future__ import annotations

import hashlib

from qgis.core import QgsFeature, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError

PROPERTY = "cmhcl/content"  # of the layer: the digest of what an extraction put into it

translate = QCoreApplication.translate


def mark_as_made(layer: QgsVectorLayer) -> None:
    """Remember the content as it is now, so that later edits are seen."""
    layer.setCustomProperty(PROPERTY, _digest(_all_of(layer)))


def is_edited(layer: QgsVectorLayer) -> bool:
    """Whether the content is another than an extraction, or ``replace_content``, left there."""
    return bool(layer.customProperty(PROPERTY) != _digest(_all_of(layer)))


def replace_content(layer: QgsVectorLayer, found: QgsVectorLayer) -> None:
    """Put the features of a layer in the place of another's, in its file.

    The layer keeps its name, style, filter and place, and further fields, which become empty.
    Raises InputError when the file cannot be written; the content is then as before.
    """
    whole = _all_of(layer)
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


def _all_of(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The layer's file without the layer's filter."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(layer.providerType(), layer.source())
    parts.pop("subset", None)
    return QgsVectorLayer(registry.encodeUri(layer.providerType(), parts), "", layer.providerType())


def _features_for(layer: QgsVectorLayer, found: QgsVectorLayer) -> list[QgsFeature]:
    """New features of the layer; ids are given by the file."""
    key = set(layer.primaryKeyAttributes())
    fields = found.fields()
    taken = {
        i: fields.indexFromName(field.name())
        for i, field in enumerate(layer.fields())
        if i not in key and fields.indexFromName(field.name()) >= 0
    }
    features = []
    for source in found.getFeatures():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(source.geometry())
        values = source.attributes()
        for target, index in taken.items():
            feature.setAttribute(target, values[index])
        features.append(feature)
    return features


def _digest(layer: QgsVectorLayer) -> str:
    """Of all geometries and attributes but the ids, whatever their order."""
    key = set(layer.primaryKeyAttributes())
    kept = [i for i in range(layer.fields().count()) if i not in key]
    rows = []
    for feature in layer.getFeatures():
        values = feature.attributes()
        texts = ((i, str(values[i])) for i in kept)
        told = ";".join(f"{i}={text}" for i, text in texts if text not in ("NULL", "None"))
        rows.append(bytes(feature.geometry().asWkb()) + told.encode())
    whole = hashlib.sha256()
    for row in sorted(rows):
        whole.update(hashlib.sha256(row).digest())
    return whole.hexdigest()
