"""The command line: its arguments, and what runs the job they describe."""
