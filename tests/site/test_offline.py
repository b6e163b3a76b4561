"""The real site from disk, in a folder with a name of the reader's own, without any server."""

import pytest

from execbook.project import Project
from execbook.site import offline


@pytest.fixture(scope="module")
def folder(real_site, tmp_path_factory):
    """The folder that `make offline` makes, moved elsewhere as a reader would."""
    made = offline.make(Project(real_site.parent))
    return made.rename(tmp_path_factory.mktemp("desk") / "내 책 (copy) #1")


def test_the_book_is_read_and_searched_from_disk(folder, open_context):
    root = folder.as_uri()
    context = open_context(viewport={"width": 1280, "height": 900}, color_scheme="light", locale="ko-KR")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    asked, problems = [], []
    context.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)

    page.goto(f"{root}/index.html")  # the way in leads to the reader's language
    page.wait_for_url(f"{root}/ko/index.html")
    page.locator(".md-tabs a", has_text="활성화 함수").click()
    page.wait_for_url(f"{root}/ko/activations/index.html")
    page.locator(".md-content a", has_text="렐루와 죽은 유닛").click()
    page.wait_for_url(f"{root}/ko/activations/relu/index.html")
    assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].map(font => font.status))") == [
        "loaded"
    ]
    page.locator(".xb-example .md-code__button[data-clipboard-target]").first.click()
    source = (folder / "snippets/ko/activations/relu.py").read_text("utf-8")
    page.wait_for_function("text => navigator.clipboard.readText().then(found => found === text)", arg=source)
    page.locator("a.xb-language").click()
    page.wait_for_url(f"{root}/en/activations/relu/index.html")
    for _ in range(2):  # from the device's to light to dark
        page.locator("[data-md-component=palette] label:visible").click()
    page.locator(".xb-take summary").click()
    with page.expect_download() as download:
        page.locator(".xb-take a[href$='.zip']").click()
    assert download.value.suggested_filename == "activations.zip"
    assert page.locator(".xb-take", has_text="curl").count() == 0
    page.locator("a.xb-download").first.click()  # from disk the browser shows the file instead of saving it
    page.wait_for_url(f"{root}/snippets/activations/relu.py")
    source = (folder / "snippets/activations/relu.py").read_text("utf-8")
    assert page.inner_text("pre").strip() == source.strip()

    for language, query, address in (
        ("ko", "그레이디언트 소실", "activations/vanishing"),
        ("en", "vanishing gradient", "activations/vanishing"),
    ):
        page.goto(f"{root}/{language}/start/setup/index.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"  # as was chosen above
        page.locator("[data-md-component=search-query]").press_sequentially(query)
        results = page.locator(f".md-search-result__link[href*='/{language}/{address}/index.html']")
        results.first.click()
        page.wait_for_url(f"{root}/{language}/{address}/index.html*")
        assert page.locator("h1").is_visible()

    assert len(asked) > 40
    assert [url for url in asked if not url.startswith((f"{root}/", "data:", "blob:"))] == []
    assert problems == []
