"""Jobs: the worker's Python, the worker's process, and the task that shows a job in QGIS."""
