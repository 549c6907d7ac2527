"""Candidates for the network of the default model, compared at equal training time."""
