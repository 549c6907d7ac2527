"""Probability becomes footprints: outlined, straightened, written."""
