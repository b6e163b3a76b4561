"""The real site behind a plain web server, and a browser to look at it."""

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from execbook.project import Project
from tests.site.browser import QUIET, find_browser

PATIENCE = 60_000
"""Milliseconds that a busy machine may take for what the browser is waited for."""

expect.set_options(timeout=PATIENCE)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # of 5, browsers that ask for much at once must ask again a second later


class _StaticHost(SimpleHTTPRequestHandler):
    """A host that serves files and, for what is not there, the root's 404.html, as GitHub Pages does."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object, **__: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder, which has to hold a 404.html, and give its address."""
    handler = functools.partial(_StaticHost, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def host(real_site: Path) -> Iterator[str]:
    """The address under which the real site is served."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def mini_host(built_mini_book: Project) -> Iterator[str]:
    """The address under which the miniature site is served."""
    with served(built_mini_book.site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail("these tests need Chrome, Chromium or Edge: run `make browser`, or set BROWSER to one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser window with settings of its own, such as `color_scheme` or `locale`."""
    contexts = []

    def make(**settings) -> BrowserContext:
        contexts.append(browser.new_context(**settings))
        contexts[-1].set_default_timeout(PATIENCE)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """An empty tab of a desktop window in the light palette."""
    return open_context(viewport={"width": 1280, "height": 900}, color_scheme="light").new_page()
