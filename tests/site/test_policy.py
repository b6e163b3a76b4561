"""What a page's policy forbids, a browser refuses, and nothing arrives at a foreign server."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

import pytest

ATTEMPTS = {
    "fetch": ("connect-src", "fetch(url, { mode: 'no-cors' }).catch(() => {})"),
    "beacon": ("connect-src", "navigator.sendBeacon(url)"),
    "web socket": ("connect-src", "new WebSocket(url.replace('http', 'ws'))"),
    "event source": ("connect-src", "new EventSource(url)"),
    "picture": ("img-src", "new Image().src = url"),
    "font": ("font-src", "new FontFace('x', `url(${url})`).load().catch(() => {})"),
    "script": ("script-src-elem", "add('script', { src: url })"),
    "script in the page": ("script-src-elem", "add('script', { textContent: `fetch('${url}')` })"),
    "style sheet": ("style-src-elem", "add('link', { rel: 'stylesheet', href: url })"),
    "style in the page": ("style-src-elem", "add('style', { textContent: `@import '${url}'` })"),
    "frame": ("frame-src", "add('iframe', { src: url })"),
    "object": ("object-src", "add('object', { data: url })"),
    "video": ("media-src", "add('video', { src: url })"),
    "base": ("base-uri", "(add('base', { href: url + '/' }), new Image().src = 'own.png')"),
    "form": ("form-action", "add('form', { action: url, target: 'elsewhere' }).submit()"),
}
"""The directive that forbids it, and how a script on the page would go about it."""

ATTEMPT = """(url) => new Promise((resolve) => {
  const add = (tag, fields) => document.body.appendChild(Object.assign(document.createElement(tag), fields));
  addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
  %s;
  setTimeout(resolve, 10_000, "nothing");
})"""

OWN = {
    "fetch": "fetch('').then((answer) => answer.ok)",
    "picture": "new Promise((done) => Object.assign(new Image(), {"
    " src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=', onload: () => done(true) }))",
    "worker": "'postMessage' in new Worker(document.querySelector('script[src]').src)",
}
"""What the site's own scripts need."""


class _Foreign(ThreadingHTTPServer):
    """Another origin. asked: the first parts of the paths that anything asked it for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: set[str] = set()
        self.address = f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.add(unquote(urlsplit(self.path).path).split("/")[1])
        self.send_error(404)

    do_POST = do_GET

    def log_message(self, *_: object, **__: object) -> None:
        pass


@pytest.fixture
def foreign() -> Iterator[_Foreign]:
    with _Foreign() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_page_reaches_nobody_else(mini_host, page, foreign):
    page.goto(f"{mini_host}en/numbers/halving/")
    refused = {
        name: page.evaluate(ATTEMPT % attempt, f"{foreign.address}/{name}")
        for name, (_, attempt) in ATTEMPTS.items()
    }
    assert refused == {name: directive for name, (directive, _) in ATTEMPTS.items()}
    page.wait_for_timeout(500)
    assert foreign.asked == set()


def test_without_its_policy_it_would(mini_host, open_context, foreign):
    """Else the test above would show nothing."""
    page = open_context(bypass_csp=True).new_page()
    page.goto(f"{mini_host}en/numbers/halving/")
    for name, (_, attempt) in ATTEMPTS.items():
        page.evaluate(f"(url) => {{ ({ATTEMPT % attempt})(url); }}", f"{foreign.address}/{name}")
    for _ in range(100):
        if foreign.asked >= ATTEMPTS.keys():
            break
        page.wait_for_timeout(100)
    assert foreign.asked >= ATTEMPTS.keys()


@pytest.mark.parametrize("script", OWN.values(), ids=OWN)
def test_a_page_reaches_its_own_site(mini_host, page, script):
    page.goto(f"{mini_host}en/numbers/halving/")
    page.evaluate("() => addEventListener('securitypolicyviolation', () => { window.violated = true })")
    assert page.evaluate(f"() => {script}")
    assert not page.evaluate("() => window.violated")
