"""Long use: many jobs through one worker, and many openings of the plugin's window in QGIS."""
