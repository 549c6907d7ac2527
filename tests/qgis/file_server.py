"""A server on this computer that gives parts of files, as those of cloud-optimised rasters do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from http_server import serving


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a folder, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer(body=False)

        def do_GET(self) -> None:
            self._answer(body=True)

        def _answer(self, body: bool) -> None:
            asked.append(self.path)
            file = folder / self.path.lstrip("/")
            if not file.is_file():
                self.send_error(404)
                return
            content = file.read_bytes()
            part = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
            start = int(part[1]) if part else 0
            end = min(int(part[2] or len(content)), len(content) - 1) if part else len(content) - 1
            self.send_response(206 if part else 200)
            if part:
                self.send_header("Content-Range", f"bytes {start}-{end}/{len(content)}")
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("Content-Length", str(end + 1 - start))
            self.end_headers()
            if body:
                self.wfile.write(content[start : end + 1])

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}", asked
