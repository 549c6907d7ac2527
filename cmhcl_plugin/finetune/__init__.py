"""The page Fine-tune, the runs that it starts, and their results."""
