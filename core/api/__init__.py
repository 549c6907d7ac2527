"""The public functions of the package; they are imported from the package itself."""
