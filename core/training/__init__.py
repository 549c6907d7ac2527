"""Training: the loop and its state, loading of batches, validation, calibration, fine-tuning."""
