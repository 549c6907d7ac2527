"""Clicks on single buildings: training of the head for clicks, and its figures."""
