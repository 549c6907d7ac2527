"""QGIS layers: choosing inputs, adding results, styles and provenance."""
