"""Runs of long jobs on disk, and the offers to resume those that were interrupted."""
