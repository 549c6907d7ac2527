"""Which files a job reads and writes, and whether its outputs can be written without any loss."""
