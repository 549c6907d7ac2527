"""Text that is not in the encoding which a vector file declares."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from contextlib import suppress

import numpy as np

FALLBACK_ENCODING = "ISO-8859-1"  # gives some text for any bytes
_CONTROLS = re.compile("[\x80-\x9f]")  # of Latin-1; characters in Windows-1252


def decoded(texts: np.ndarray) -> np.ndarray:
    """Decode values that were read in FALLBACK_ENCODING as UTF-8 where they are valid UTF-8.

    Others with control characters of Latin-1 are decoded as Windows-1252.
    """
    if texts.dtype != object:
        return texts
    found = texts.copy()
    for i, text in enumerate(texts):
        if isinstance(text, str):
            found[i] = utf8(text)
            if _CONTROLS.search(found[i]):
                with suppress(UnicodeError):
                    found[i] = found[i].encode(FALLBACK_ENCODING).decode("cp1252")
    return found


def are_doubtful(texts: np.ndarray) -> bool:
    """Whether some values that were read in FALLBACK_ENCODING are in neither it nor UTF-8."""
    if texts.dtype != object:
        return False
    return any(isinstance(text, str) and _CONTROLS.search(utf8(text)) for text in texts)


def utf8(text: str) -> str:
    """Decode a text that was read in FALLBACK_ENCODING as UTF-8 if it is valid.

    A truncated last character, as in long names, is dropped.
    """
    with suppress(UnicodeError):
        found = getincrementaldecoder("utf-8")().decode(text.encode(FALLBACK_ENCODING))
        if not found.isascii():
            return found
    return text
