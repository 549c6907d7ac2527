"""The page Fine-tune, the runs it starts and their results."""
