"""Training of the default model on a GPU, beside processes that make its scenes."""
