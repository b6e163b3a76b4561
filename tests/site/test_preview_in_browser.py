"""What an author sees in an open tab: it reloads by itself, and says what is wrong."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from execbook.problems import Problem
from execbook.project import Project
from execbook.serve.preview import Preview
from execbook.site.build import build


@pytest.fixture
def preview(mini_book: Project) -> Iterator[Preview]:
    with Preview(mini_book.site, 0) as preview:
        threading.Thread(target=preview.serve_forever, daemon=True).start()
        yield preview
        preview.shutdown()


def test_an_open_page_shows_a_new_build_by_itself(page: Page, preview, mini_book):
    page.goto(preview.url + "ko/")
    expect(page.locator("h1")).to_contain_text("작은 책")
    source = mini_book.docs / "ko/index.md"
    source.write_text(source.read_text("utf-8").replace("# 작은 책", "# 새로 쓴 책"), "utf-8")
    build(mini_book, draft=True)
    preview.show([])
    expect(page.locator("h1")).to_contain_text("새로 쓴 책")


def test_an_open_page_says_what_is_wrong_until_it_is_fixed(page: Page, preview):
    page.goto(preview.url + "en/numbers/halving/")
    preview.show([Problem("docs/en/numbers/halving.md", 7, "there is no value 'z'", "did you mean 'x'?")])
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("docs/en/numbers/halving.md:7: there is no value 'z'")
    expect(banner).to_contain_text("did you mean 'x'?")
    expect(page.locator("h1")).to_contain_text("Halving")
    preview.show([], [Problem("docs/ko/numbers/halving.md", 9, "is behind the English page")])
    expect(banner).to_have_count(0)
    expect(page.locator("#xb-problems[role=status]")).to_contain_text(
        "1 thing to do before this may be published"
    )
    preview.show([])
    expect(page.locator("#xb-problems")).to_have_count(0)


def test_a_page_survives_a_restart_of_the_server(page: Page, preview, mini_book):
    page.goto(preview.url + "en/")
    port = preview.server_port
    preview.shutdown()
    preview.server_close()
    with Preview(mini_book.site, port) as restarted:
        threading.Thread(target=restarted.serve_forever, daemon=True).start()
        restarted.show([Problem("", 0, "after the restart")])
        expect(page.get_by_role("alert")).to_contain_text("after the restart", timeout=20_000)
        restarted.shutdown()
