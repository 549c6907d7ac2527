"""The HTML report of a fine-tuning and its images."""
