"""The ablation: CMH-CL, what is left of it without its parts, and its neighbours, side by side."""
