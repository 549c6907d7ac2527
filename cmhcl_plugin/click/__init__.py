"""Footprints from the map: click, rectangle or polygon."""
