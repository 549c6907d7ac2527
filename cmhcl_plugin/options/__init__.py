"""The options page."""
