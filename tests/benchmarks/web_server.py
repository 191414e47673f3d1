"""A web server for a folder, which compresses as hosts do and remembers all that it has sent."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt"}


@dataclass(frozen=True, slots=True)
class Sent:
    path: str
    """Below the root, without a slash before it."""
    size: int
    """Bytes of the body as sent."""


@dataclass
class Served:
    address: str
    """It ends with a slash."""
    sent: list[Sent] = field(default_factory=list)

    def below(self, folder: str, *suffixes: str) -> list[Sent]:
        return [
            item
            for item in self.sent
            if item.path.startswith(folder) and item.path.endswith(suffixes or "")
        ]


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Serve the files that are there now."""
    # Compressed before anyone asks, so that no query waits for it.
    bodies = {
        file.relative_to(root).as_posix(): _body(file) for file in root.rglob("*") if file.is_file()
    }
    sent: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections are kept, as hosts do
        wbufsize = -1  # head and body in one packet
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).removeprefix("/")
            path = f"{path}index.html" if path.endswith("/") or not path else path
            body = bodies.get(path)
            if body is None:
                self.send_error(404)
                return
            sent.append(Sent(path, len(body)))
            self.send_response(200)
            self.send_header("Content-Type", _type(path))
            if Path(path).suffix in _COMPRESSED:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}/", sent)
    finally:
        server.shutdown()
        server.server_close()


def _body(file: Path) -> bytes:
    data = file.read_bytes()
    return gzip.compress(data, 6, mtime=0) if file.suffix in _COMPRESSED else data


def _type(path: str) -> str:
    if path.endswith(".mjs"):
        return "text/javascript"
    return mimetypes.guess_type(path)[0] or "application/octet-stream"
