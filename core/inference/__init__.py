"""Running a trained network over a scene."""
