"""The ablation: CMH-CL, CMH-CL without some of its parts, and related methods."""
