"""Damaged and hostile inputs of every kind that is read from outside; see docs/reliability.md."""
