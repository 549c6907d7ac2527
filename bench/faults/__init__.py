"""Faults in the middle of jobs: signals, full disks, changed sources, lost folders, two windows."""
