"""The offline guide and the buttons that open it."""
