"""The QGIS side of the wall: everything that imports qgis, nothing that works with pixels."""
