"""Training data: scenes as arrays, random crops of them, augmentation."""
