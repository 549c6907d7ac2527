"""Runs a module of a folder on an isolated Python: python -I launch.py FOLDER MODULE.

With -I, Python looks for modules neither in the current folder nor where PYTHONPATH says. This file
adds FOLDER, which holds the package ``core``, and nothing else.
"""

from __future__ import annotations

import runpy
import sys

if __name__ == "__main__":
    folder, module = sys.argv[1:3]
    sys.path.insert(0, folder)
    del sys.argv[1:3]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
