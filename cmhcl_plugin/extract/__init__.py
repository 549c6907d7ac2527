"""The page Extract and what follows from its results."""
