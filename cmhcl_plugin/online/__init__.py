"""Pictures of online layers, fetched as files that the worker reads as optical."""
