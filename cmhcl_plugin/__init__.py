"""The QGIS side of the plugin: everything that imports qgis, nothing that processes pixels."""
