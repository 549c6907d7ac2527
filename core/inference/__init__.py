"""Inference: engines, prediction over a scene, evaluation."""
