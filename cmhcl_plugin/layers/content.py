"""The features of a footprints layer: replace all of them, detect edits.

With tens of thousands of footprints these take seconds. Functions of a Source work in any thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFieldConstraints,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ...core.hatch.errors import InputError
from ..background import run_in_background
from .field_aliases import index_of
from .file_properties import read_property, write_property
from .layer_file import source_parts
from .reading import features_of, renew_connection
from .thread_layer import thread_layer

PROPERTY = "cmhcl/content"  # custom property of the layer: digest of the features as extracted
VERSION = "2:"  # at the beginning of a digest; those of 0.1.0 have none

Attribute = tuple[int, str, Any]  # index and name of the field, value

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Source:
    """What a layer reads, without its filter; ``name`` is that of the layer."""

    uri: str
    provider: str
    name: str

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> Source:
        """The source of a layer."""
        parts = source_parts(layer)
        parts.pop("subset", None)
        uri = QgsProviderRegistry.instance().encodeUri(layer.providerType(), parts)
        return cls(uri, layer.providerType(), layer.name())

    @contextmanager
    def opened(self) -> Iterator[QgsVectorLayer]:
        """A separate layer for the calling thread. Raises InputError."""
        with thread_layer(self.uri, self.name, self.provider) as layer:
            if not layer.isValid():
                text = translate(
                    "Layers", "The footprints cannot be opened; run the extraction again: {}"
                )
                raise InputError(text.format(self.uri.partition("|")[0]))
            yield layer

    def digest(self, like: str = VERSION) -> str:
        """SHA-256 of all features, by which edits are detected. Raises InputError.

        It is of the version of another digest, ``like``, with which it can then be compared.
        """
        with self.opened() as layer:
            return _digest(layer, like)


def mark_unedited(layer: QgsVectorLayer) -> None:
    """Store the digest of the present features once a thread has computed it.

    It is not stored if edits were saved meanwhile, which the thread may have read, or if another
    digest was stored.
    """
    before = stored_digest(layer)
    saved: list[bool] = []  # an item for each time
    saves = layer.afterCommitChanges.connect(lambda: saved.append(True))

    def store(digest: Optional[str], problem: Optional[Exception]) -> None:
        layer.afterCommitChanges.disconnect(saves)
        if problem is None and not saved and stored_digest(layer) == before:
            store_digest(layer, digest)

    run_in_background(Source.of(layer).digest, store, owner=layer)


def store_digest(layer: QgsVectorLayer, digest: Optional[str]) -> None:
    """Store the digest of the present features, by which later edits are detected."""
    write_property(layer, PROPERTY, digest)


def stored_digest(layer: QgsVectorLayer) -> str:
    """The digest of the features that were extracted or outlined, without one the VERSION."""
    return str(read_property(layer, PROPERTY) or VERSION)


def is_edited(layer: QgsVectorLayer, digest: str) -> bool:
    """Whether features of this digest differ from those that were extracted or outlined."""
    return stored_digest(layer) != digest


def replace_content(source: Source, found: Source, digest: str) -> str:
    """Replace all features of a layer, in its file, by those of another; the new digest.

    Fields that only the former has stay. They become empty, or their default if they must not be
    empty. Raises InputError when the features no longer have this ``digest`` or the file cannot be
    written; the features are then as before.
    """
    with source.opened() as whole, found.opened() as new:
        if _digest(whole, digest) != digest:
            text = translate(
                "Layers",
                "The layer “{}” was edited meanwhile and was not changed; move the slider again.",
            )
            raise InputError(text.format(source.name))
        provider = whole.dataProvider()
        renew_connection(whole)
        old = whole.allFeatureIds()
        added, _ = provider.addFeatures(_features_for(whole, new))
        if not added or not (old == [] or provider.deleteFeatures(old)):
            text = translate("Layers", "The footprints of “{}” cannot be replaced ({}); {}")
            problems = dict.fromkeys(provider.errors())  # each once, not for every footprint
            problem = "; ".join(problems) or translate("Layers", "the file is read-only")
            way_out = translate("Layers", "run the extraction again into another file.")
            raise InputError(text.format(source.name, problem, way_out))
        return _digest(whole)


def show_replaced(layer: QgsVectorLayer, digest: Optional[str]) -> None:
    """Show what ``replace_content`` did; the layer keeps its name, style, filter and position.

    ``digest`` is stored, unless it is None because the layer is not a result.
    """
    layer.removeSelection()
    if digest:
        store_digest(layer, digest)
    layer.reload()
    layer.updateExtents(True)
    layer.triggerRepaint()
    QgsProject.instance().setDirty(True)


def _features_for(layer: QgsVectorLayer, found: QgsVectorLayer) -> list[QgsFeature]:
    """Copies of the features of ``found`` with the fields of ``layer``, without ids."""
    key = set(layer.primaryKeyAttributes())
    fields = found.fields()
    indices = {i: index_of(fields, field.name()) for i, field in enumerate(layer.fields())}
    sources = {i: index for i, index in indices.items() if i not in key and index >= 0}
    defaults = _defaults(layer)
    features = []
    for source in found.getFeatures():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(source.geometry())
        for target, value in defaults.items():
            feature.setAttribute(target, value)
        values = source.attributes()
        for target, index in sources.items():
            feature.setAttribute(target, values[index])
        features.append(feature)
    return features


def _defaults(layer: QgsVectorLayer) -> dict[int, Any]:
    """Defaults of the fields that must not be empty, by index."""
    provider, filled = layer.dataProvider(), QgsFieldConstraints.Constraint.ConstraintNotNull
    key = set(layer.primaryKeyAttributes())
    indices = [i for i in range(layer.fields().count()) if i not in key]
    return {i: provider.defaultValue(i) for i in indices if provider.fieldConstraints(i) & filled}


def _digest(layer: QgsVectorLayer, like: str = VERSION) -> str:
    """SHA-256 of all geometries and attributes except ids, independent of their order.

    It is of the version of the digest ``like``.
    """
    version = VERSION if like.startswith(VERSION) else ""
    text = _text if version else _text_of_0_1_0
    key = set(layer.primaryKeyAttributes())
    compared = [i for i in range(layer.fields().count()) if i not in key]
    names = layer.fields().names()
    rows = []
    for feature in features_of(layer):
        values = feature.attributes()
        attributes = text([(i, names[i], values[i]) for i in compared])
        rows.append(bytes(feature.geometry().asWkb()) + attributes.encode())
    whole = hashlib.sha256()
    for row in sorted(rows):
        whole.update(hashlib.sha256(row).digest())
    return version + whole.hexdigest()


def _text(attributes: list[Attribute]) -> str:
    """Names, types and values of attributes that are not empty."""
    filled = ((name, value) for _, name, value in attributes if value is not None and value != NULL)
    return repr([(name, type(value).__name__, str(value)) for name, value in filled])


def _text_of_0_1_0(attributes: list[Attribute]) -> str:
    """Attributes as 0.1.0 compared them, by which a field that was renamed is the same."""
    texts = ((index, str(value)) for index, _, value in attributes)
    return ";".join(f"{i}={text}" for i, text in texts if text not in ("NULL", "None"))
