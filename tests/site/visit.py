"""One visit of the browser to one page: what was loaded and said, and the page in any palette and width."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Request, Response

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SCHEMES = {"light": "default", "dark": "slate"}

OPEN_ALL_DETAILS = (
    "document.querySelectorAll('details').forEach(details => details.open = true);"
    "document.querySelectorAll('[data-asked]').forEach(example => example.dataset.open = '')"
)
"""Folds, and the results that predictions ask for."""

WATCH = """(() => {
  const seen = (window.firstView = { violations: [], shift: 0 });
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI} ${sample}`));
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  })).observe({ type: "layout-shift", buffered: true });
})()"""
"""Notes from the very beginning what cannot be asked afterwards. To be run before any script of a page."""

SETTLED = """async (scheme) => {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  for (let n = 0; n < 300 && scheme && document.body.dataset.mdColorScheme !== scheme; n++) await frame();
  await document.fonts.ready;
  await frame();
  await frame();
}"""


@dataclass
class Visit:
    """A page that has just been loaded in the light palette, with an empty cache.

    Questions to a page are functions that take a visit and return its problems as sentences.
    """

    page: Page
    host: str
    """The address of the site's root, with a slash at its end."""
    address: str
    """Where the page is beneath `host`: `ko/activations/relu/`."""
    site: Path
    """The folder that is served."""
    requests: list[Request] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Warnings and errors of the console, uncaught exceptions, and requests that failed."""

    @property
    def language(self) -> str:
        return self.address.split("/")[0]

    def look(self, palette: str, viewport: dict[str, int]) -> None:
        """Show the page in a palette, `light` or `dark`, and a width, and wait until it is drawn."""
        self.page.emulate_media(color_scheme=palette)
        self.page.set_viewport_size(viewport)
        self.page.evaluate(SETTLED, SCHEMES[palette])

    def open_all_details(self) -> None:
        self.page.evaluate(OPEN_ALL_DETAILS)


class Visitor:
    """Goes from page to page in one tab, whose cache is off: each page is loaded as if it were the first."""

    def __init__(self, page: Page, host: str, site: Path, viewport: dict[str, int] = PHONE) -> None:
        self.page, self.host, self.site, self.viewport = page, host, site, viewport
        self.visit = Visit(page, host, "", site)
        cache = page.context.new_cdp_session(page)
        cache.send("Network.enable")
        cache.send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.add_init_script(WATCH)
        page.on("console", lambda m: m.type in ("error", "warning") and self.visit.said.append(m.text))
        page.on("pageerror", lambda error: self.visit.said.append(str(error)))
        page.on("request", lambda request: self.visit.requests.append(request))
        page.on("response", lambda response: self.visit.responses.append(response))
        page.on("requestfailed", self._failed)

    def go(self, address: str) -> Visit:
        """Load a page, empty-handed: nothing is remembered of the pages before."""
        self.page.goto("about:blank")  # what the last page still loads is not taken for this one's
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(self.viewport)
        self.visit = Visit(self.page, self.host, address, self.site)
        self.page.goto(self.host + address)
        self.page.evaluate(SETTLED, None)
        return self.visit

    def _failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # leaving a page aborts what it still loads
            self.visit.said.append(f"failed: {request.url}")
