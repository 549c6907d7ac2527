"""The worker process: start it, send jobs, follow events."""
