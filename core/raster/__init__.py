"""Raster access: reading onto one grid, standardisation, tiles and blending."""
