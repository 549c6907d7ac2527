"""Models: manifest + safetensors. Import from the modules; this file stays free of torch."""
