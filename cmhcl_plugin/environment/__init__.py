"""The Python environment of the worker: find it, install it, check it."""
