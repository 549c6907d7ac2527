"""Training of the default model on a GPU, while other processes make its scenes."""
