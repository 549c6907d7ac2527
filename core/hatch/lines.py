"""Lines from a stream of bytes, of bounded length. Standard library only, Python 3.9+."""

from __future__ import annotations

from typing import Optional

LONGEST_LINE = 1 << 25  # bytes


class LineSplitter:
    """Splits incoming bytes into lines.

    A line of more than ``longest`` bytes becomes None; no more than that is buffered.
    """

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        self._longest = longest
        self._unfinished = bytearray()
        self._is_skipping = False  # the rest of a line that is too long

    def feed(self, data: bytes) -> list[Optional[bytes]]:
        """The lines, without line feeds, that these bytes complete."""
        *ends, rest = data.split(b"\n")
        lines: list[Optional[bytes]] = []
        for end in ends:
            self._add(end)
            lines.append(None if self._is_skipping else bytes(self._unfinished))
            self._is_skipping = False
            self._unfinished.clear()
        self._add(rest)
        return lines

    def finish(self) -> list[Optional[bytes]]:
        """The last line, if it has no line feed."""
        return self.feed(b"\n") if self._unfinished or self._is_skipping else []

    def _add(self, part: bytes) -> None:
        if self._is_skipping or len(self._unfinished) + len(part) > self._longest:
            self._is_skipping = True
            self._unfinished.clear()
        else:
            self._unfinished += part
