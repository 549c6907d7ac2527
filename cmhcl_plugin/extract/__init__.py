"""The page Extract, its results, and running an extraction again."""
