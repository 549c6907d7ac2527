"""What training is made of: the state that a step changes, batches read ahead, validation."""
