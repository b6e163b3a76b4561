"""Take the README's screenshot of the site in `site/` (`make picture`)."""

import functools
import io
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.site.browser import QUIET, find_browser

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / ".github" / "picture.png"
PAGE = "ko/activations/relu/"
ABOVE = 430
"""Pixels of code to show above the output."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object, **__: object) -> None:
        pass


def main() -> int:
    if not (ROOT / "site" / PAGE).is_dir():
        print("there is no site/ yet: run `make site` first", file=sys.stderr)
        return 1
    handler = functools.partial(_Silent, directory=str(ROOT / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, color_scheme="light")
        page.goto(f"http://127.0.0.1:{server.server_port}/{PAGE}")
        output = page.locator("[data-example='activations/relu_dead'] .xb-output")
        output.evaluate("(e, above) => scrollTo(0, e.getBoundingClientRect().top - above)", ABOVE)
        page.wait_for_timeout(500)
        picture = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
        server.shutdown()
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(PICTURE, optimize=True)
    print(f"wrote {PICTURE.relative_to(ROOT)}, {PICTURE.stat().st_size // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
