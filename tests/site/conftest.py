"""The real site behind a plain web server, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from execbook.project import Project
from tests.site.browser import QUIET, find_browser
from tests.site.hosting import served

PATIENCE = 60_000
"""Milliseconds that a busy machine may take for what the browser is waited for."""

expect.set_options(timeout=PATIENCE)


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
