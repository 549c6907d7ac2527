"""The interface between QGIS and the worker. Standard library only, Python 3.9+."""
