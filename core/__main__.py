"""``python -m core``, or ``python -m cmhcl`` when installed, is the command line."""

import sys

from .command_line.main import main

sys.exit(main(f"python -m {__package__}"))
