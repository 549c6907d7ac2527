"""Rasters: opened, brought onto one grid, standardised, cut into tiles and blended back."""
