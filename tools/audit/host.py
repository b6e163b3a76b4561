"""A site on loopback as hosts such as GitHub Pages serve it: text in gzip, 404.html for what is lacking."""

import functools
import gzip
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.site.delivery import PACKED, file_of


@contextmanager
def served(site: Path) -> Generator[str]:
    """The address under which `site` is served, with a slash at its end, until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@functools.cache
def _sent(path: Path) -> bytes:
    content = path.read_bytes()
    return content if path.suffix in PACKED else gzip.compress(content, 9, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = file_of(Path(self.directory), self.path.lstrip("/"))
        lost = path.name == "404.html" and "404.html" not in self.path
        body = _sent(path)
        kind = self.guess_type(str(path))
        self.send_response(HTTPStatus.NOT_FOUND if lost else HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix not in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object, **__: object) -> None:
        """Say nothing: the terminal is for the table."""
