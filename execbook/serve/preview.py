"""A web server for authors: the last good site, with current problems above it, and automatic reload."""

import contextlib
import html
import posixpath
import threading
import time
from collections.abc import Sequence
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from execbook.problems import Problem, ProblemError

CLIENT = Path(__file__).parent / "preview_client"
PREFIX = "/__preview__/"
LONGEST_WAIT = 30.0
NO_SITE = "no site has been built yet."
LAST_GOOD = "this is the last good page."
SAVED_SHOWN = "what was saved is shown, all else is as it was."
NO_SITE_PAGE = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><p>There is no site yet. It appears here as soon as it can be built.</p></body></html>"""


class Preview(ThreadingHTTPServer):
    """Serves `site` on 127.0.0.1. Raises ProblemError when the port is taken.

    `show` notifies all open pages that the site or its problems have changed.
    """

    daemon_threads = True

    def __init__(self, site: Path, port: int):
        self.site = site
        self._changed = threading.Condition()
        self._version = time.time_ns()  # so that a page opened before a restart sees a new version
        self._problems: Sequence[Problem] = ()
        self._pending: Sequence[Problem] = ()
        self._status = LAST_GOOD
        self._closed = False
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except (OSError, OverflowError) as error:
            message = f"port {port} cannot be used: {getattr(error, 'strerror', 'the last one is 65535')}"
            cure = "stop the program that uses it, or choose another port, such as PORT=8001"
            raise ProblemError(Problem("", 0, message, cure, "port")) from None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def show(
        self, problems: Sequence[Problem], pending: Sequence[Problem] = (), *, saved_is_shown: bool = False
    ) -> None:
        """Show the problems of the last build, and those that block publishing.

        saved_is_shown: the saved pages are shown; the problems only prevent the update of all others.
        """
        with self._changed:
            self._problems, self._pending = problems, pending
            self._status = SAVED_SHOWN if saved_is_shown else LAST_GOOD
            self._version += 1
            self._changed.notify_all()

    def server_close(self) -> None:
        """Also answer waiting pages, so that they ask again and find a restarted server."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        super().server_close()

    def wait_for_version(self, known: str) -> str:
        """Wait, for LONGEST_WAIT at most, until the version is not `known`. Returns the current version."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or str(self._version) != known, LONGEST_WAIT)
            return str(self._version)

    def completed(self, page: bytes) -> bytes:
        """A built page with the reloading script and the banner."""
        with self._changed:
            problems, pending, version = self._problems, self._pending, self._version
            status = self._status if self.site.is_dir() else NO_SITE
        banner = _banner("alert", "{} problem{s}; " + status, problems) or _banner(
            "status", "{} thing{s} to do before this may be published.", pending
        )
        extra = (
            f'<link rel="stylesheet" href="{PREFIX}preview.css">{banner}'
            f'<script src="{PREFIX}preview.js" data-version="{version}"></script>'
        ).encode()
        end = page.rfind(b"</body>")
        return page + extra if end < 0 else page[:end] + extra + page[end:]


def _banner(role: str, headline: str, problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    count, s = f"<strong>{len(problems)}</strong>", "s" if len(problems) > 1 else ""
    items = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems)
    return f'<div id="xb-problems" role="{role}">{headline.format(count, s=s)}<ol>{items}</ol></div>'


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, request: Any, client_address: Any, server: Preview):
        self.preview = server
        super().__init__(request, client_address, server, directory=str(server.site))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == f"{PREFIX}version":
            known = parse_qs(address.query).get("known", [""])[0]
            self._answer(self.preview.wait_for_version(known).encode(), "text/plain")
        elif address.path.startswith(PREFIX):
            file = CLIENT / posixpath.basename(address.path)
            if file.is_file():
                self._answer(file.read_bytes(), self.guess_type(file.name))
            else:
                self._not_found()
        elif not self.preview.site.is_dir():
            page = self.preview.completed(NO_SITE_PAGE)
            self._answer(page, "text/html", HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._send_site_file()

    def _send_site_file(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            self._answer(self.preview.completed(path.read_bytes()), "text/html")
        elif path.exists():
            super().do_GET()
        else:
            self._not_found()

    def _not_found(self) -> None:
        language, root = self.path.split("/")[1], self.preview.site
        of_language = root / language / "404.html"
        page = of_language if language.isalpha() and of_language.is_file() else root / "404.html"
        text = page.read_bytes() if page.is_file() else b"<!doctype html><title>404</title>Not found"
        self._answer(self.preview.completed(text), "text/html", HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object, **__: object) -> None:
        """Log nothing: the terminal is for problems."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):  # the reader has closed the tab
            super().handle()
