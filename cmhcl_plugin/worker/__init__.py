"""The worker process: starts it, sends jobs, receives events."""
