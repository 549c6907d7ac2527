"""Model folders. This package does not import torch; import from its modules."""
