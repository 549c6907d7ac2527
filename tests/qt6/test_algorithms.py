"""The algorithms of Processing: what is made of Qt in them; none is run."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QSize


def test_every_algorithm_can_be_created_and_described(qapp: Any) -> None:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.processing.provider import Provider

    provider, found = Provider(), []
    provider.addAlgorithm = found.append
    provider.loadAlgorithms()
    assert len(found) >= 8
    for algorithm in found:
        copy = algorithm.createInstance()
        copy.initAlgorithm({})
        assert type(copy) is type(algorithm)
        for text in (copy.name(), copy.displayName(), copy.group(), copy.shortHelpString()):
            assert isinstance(text, str) and text
        assert copy.helpUrl().startswith("file:///")
        assert not copy.icon().pixmap(QSize(16, 16)).isNull()
    assert not provider.icon().isNull()
