"""Comparison of a result with a reference or an older map."""
