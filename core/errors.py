"""What can go wrong by no fault of ours. Standard library only."""

from __future__ import annotations


class InputError(Exception):
    """Bad input: one sentence that names the file or layer, what is wrong and what to do."""


class Cancelled(Exception):  # noqa: N818 (no error: the user wanted it)
    """The user asked for the running job to stop."""
