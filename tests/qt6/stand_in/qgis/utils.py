"""The plugins that QGIS has loaded, by folder."""

plugins: dict[str, object] = {}
