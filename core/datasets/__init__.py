"""Training data: labelled scenes as arrays, random crops and augmentation."""
