"""Text that is not in the encoding which a vector file declares."""

from __future__ import annotations

from codecs import getincrementaldecoder
from contextlib import suppress

import numpy as np

FALLBACK_ENCODING = "ISO-8859-1"  # gives some text for any bytes


def decoded(texts: np.ndarray) -> np.ndarray:
    """Values that were read in FALLBACK_ENCODING, as UTF-8 where they are."""
    if texts.dtype != object:
        return texts
    found = texts.copy()
    for i, text in enumerate(texts):
        if isinstance(text, str):
            found[i] = utf8(text)
    return found


def utf8(text: str) -> str:
    """A text that was read in FALLBACK_ENCODING, as UTF-8 if it is.

    A letter of which the last bytes were cut off, as in long names, is left out.
    """
    with suppress(UnicodeError):
        found = getincrementaldecoder("utf-8")().decode(text.encode(FALLBACK_ENCODING))
        if not found.isascii():
            return found
    return text
