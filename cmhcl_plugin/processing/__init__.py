"""The jobs of the core as Processing algorithms."""
