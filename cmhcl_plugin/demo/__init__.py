"""A simulated scene to try the plugin on."""
