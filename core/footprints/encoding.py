"""Text that is not in the encoding which a vector file declares."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from contextlib import suppress

import numpy as np

FALLBACK_ENCODING = "ISO-8859-1"  # gives some text for any bytes
_CONTROLS = re.compile("[\x80-\x9f]")  # what Latin-1 has in place of letters of Windows


def decoded(texts: np.ndarray) -> np.ndarray:
    """Values that were read in FALLBACK_ENCODING, as UTF-8 where they are.

    Others with characters that Latin-1 does not have are in that of Windows, which has more.
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
    """Whether some values that were read in FALLBACK_ENCODING are neither in it nor UTF-8."""
    if texts.dtype != object:
        return False
    return any(isinstance(text, str) and _CONTROLS.search(utf8(text)) for text in texts)


def utf8(text: str) -> str:
    """A text that was read in FALLBACK_ENCODING, as UTF-8 if it is.

    A letter of which the last bytes were cut off, as in long names, is left out.
    """
    with suppress(UnicodeError):
        found = getincrementaldecoder("utf-8")().decode(text.encode(FALLBACK_ENCODING))
        if not found.isascii():
            return found
    return text
