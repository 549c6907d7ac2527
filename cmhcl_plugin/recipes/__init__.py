"""Commands that repeat a run outside of QGIS's window."""
