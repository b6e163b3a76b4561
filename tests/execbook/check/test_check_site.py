"""One small problem for each rule over the built site: it is found by that rule, in its file and line.

Covers execbook/built/*.py: all that the rules over a site read of it.
"""

import zipfile

import pytest

from execbook.book import Book
from execbook.check import check_site
from execbook.delivery.policy import digest_of
from execbook.takeaway.archives import checksums
from tests.execbook.check.handmade import POLICY, build

HOME = "site/en/index.html"
PAGE = "site/en/part/halving/index.html"
JSON = "site/examples.json"
FACTS = "site/build.json"
ZIP = "site/downloads/book.zip"
DOWNLOAD = "site/snippets/part/halving.py"
HOME_LINKS = 15
TEXT, RUN, EXAMPLE, FIGURE, VALUE, LINKS, SIZE, COMMAND = 14, 15, 16, 39, 41, 44, 45, 46
"""Lines of the home page, and of the other."""


@pytest.fixture
def site(book):
    book.record()
    build(book)
    return book


def reported(book):
    return [f"{p.rule} {p.path}:{p.line}" for p in check_site(Book(book.project), book.project.site)]


def test_a_site_without_problems_has_none(site):
    assert reported(site) == []


EDITS = {
    # name: file, what is replaced, by what, the problems found
    "wrong language": (PAGE, 'lang="en"', 'lang="ko"', [f"html-lang {PAGE}:1"]),
    "wrong language of what is not found": (
        "site/ko/404.html",
        'lang="ko"',
        'lang="en"',
        ["html-lang site/ko/404.html:1"],
    ),
    "no canonical address": (PAGE, 'rel="canonical"', 'rel="author"', [f"canonical {PAGE}:1"]),
    "other canonical address": (PAGE, "part/halving/", "part/", [f"canonical {PAGE}:1"]),
    "no sister": (PAGE, 'hreflang="ko"', 'hreflang="fr"', [f"hreflang {PAGE}:1"]),
    "sister that is not there": (PAGE, 'ko/part/halving/"', 'ko/part/"', [f"hreflang {PAGE}:1"] * 2),
    "empty page": (HOME, "What this book is and how to read it.", "", [f"empty-page {HOME}:0"]),
    "bound value": (PAGE, "Divide by two.", "Divide {{ number | .2f }}.", [f"leftover {PAGE}:{TEXT}"]),
    "block": (PAGE, "Divide by two.", "/// note", [f"leftover {PAGE}:{TEXT}"]),
    "include": (PAGE, "Divide by two.", "--8&lt;-- a", [f"leftover {PAGE}:{TEXT}"]),
    "formula": (PAGE, "Divide by two.", "Divide\n$x / 2$.", [f"leftover {PAGE}:{TEXT + 1}"]),
    "display formula": (PAGE, "Divide by two.", "$$", [f"leftover {PAGE}:{TEXT}"]),
    "command of LaTeX": (PAGE, "Divide by two.", "\\frac{x}{2}", [f"leftover {PAGE}:{TEXT}"]),
    "id used twice": (PAGE, "<p>Divide", '<p id="halving">Divide', [f"duplicate-id {PAGE}:{TEXT}"]),
    "image without text": (HOME, ' alt=""', "", [f"image-alt {HOME}:{HOME_LINKS}"]),
    "image that is missing": (HOME, "assets/a.png", "assets/b.png", [f"broken-link {HOME}:{HOME_LINKS}"]),
    "figure without name": (PAGE, ' aria-labelledby="t"', "", [f"image-alt {PAGE}:{FIGURE}"]),
    "name that is missing": (PAGE, 'labelledby="t"', 'labelledby="u"', [f"broken-label {PAGE}:{FIGURE}"]),
    "link to nowhere": (
        HOME,
        'href="part/halving/#run"',
        'href="part/"',
        [f"broken-link {HOME}:{HOME_LINKS}"],
    ),
    "anchor to nowhere": (HOME, "halving/#run", "halving/#ran", [f"broken-anchor {HOME}:{HOME_LINKS}"]),
    "anchor on the page": (PAGE, 'href="#run"', 'href="#ran"', [f"broken-anchor {PAGE}:{LINKS}"]),
    "full address to nowhere": (PAGE, "/en/#home", "/en/#no", [f"broken-anchor {PAGE}:{LINKS}"]),
    "address above the site": (
        HOME,
        'href="part/halving/#run"',
        'href="/"',
        [f"broken-link {HOME}:{HOME_LINKS}"],
    ),
    "link of a script": (
        HOME,
        'href="part/halving/#run"',
        'href="javascript:f()"',
        [f"raw-script {HOME}:{HOME_LINKS}"],
    ),
    "foreign script": (HOME, 'src="assets/main.js"', 'src="https://a.b/c.js"', [f"third-party {HOME}:8"]),
    "foreign style": (HOME, 'href="assets/main.css"', 'href="//a.b/c.css"', [f"third-party {HOME}:7"]),
    "foreign image": (
        HOME,
        'src="assets/a.png"',
        'src="https://a.b/c.png"',
        [f"third-party {HOME}:{HOME_LINKS}"],
    ),
    "foreign choice of images": (
        HOME,
        'alt=""',
        'alt="" srcset="assets/a.png 1x, https://a.b/c.png 2x"',
        [f"third-party {HOME}:{HOME_LINKS}"],
    ),
    "foreign frame": (
        HOME,
        "<img",
        '<iframe src="https://a.b/"></iframe><img',
        [f"third-party {HOME}:{HOME_LINKS}"],
    ),
    "preconnection": (
        HOME,
        "<script",
        '<link rel="preconnect" href="https://a.b"><script',
        [f"third-party {HOME}:8"],
    ),
    "what Firefox prefetches": (
        HOME,
        "<script",
        '<link rel="next" href="part/halving/"><script',
        [f"policy {HOME}:8"],
    ),
    "what any browser prefetches": (
        HOME,
        "<script",
        '<link rel="author prefetch" href="part/halving/"><script',
        [f"policy {HOME}:8"],
    ),
    "foreign import": (
        "site/en/assets/main.css",
        "a {",
        '\n@import "https://a.b/c.css";\na {',
        ["third-party site/en/assets/main.css:2"],
    ),
    "foreign font": (
        "site/en/assets/main.css",
        "url(a.png)",
        "url('//a.b/c.woff2')",
        ["third-party site/en/assets/main.css:1"],
    ),
    "style that names no file": (
        "site/en/assets/main.css",
        "a.png",
        "b.png",
        ["broken-link site/en/assets/main.css:1"],
    ),
    "style in the page": (
        HOME,
        "<img",
        '<i style="background: url(//a.b/c)"></i><img',
        [f"policy {HOME}:{HOME_LINKS}", f"third-party {HOME}:{HOME_LINKS}"],
    ),
    "style element": (HOME, "<img", "<style>a { top: 0 }</style><img", [f"policy {HOME}:{HOME_LINKS}"]),
    "script in an attribute": (HOME, "<img", '<img onerror="f()"', [f"policy {HOME}:{HOME_LINKS}"]),
    "script without hash": (HOME, "<img", "<script>f()</script><img", [f"policy {HOME}:{HOME_LINKS}"]),
    "no policy": (HOME, POLICY, "", [f"policy {HOME}:1"]),
    "no policy of the way in": ("site/index.html", POLICY, "", ["policy site/index.html:1"]),
    "no policy of what is not found": ("site/ko/404.html", POLICY, "", ["policy site/ko/404.html:1"]),
    "weaker policy": (HOME, "style-src 'self'", "style-src 'self' 'unsafe-inline'", [f"policy {HOME}:3"]),
    "policy without a default": (HOME, "default-src 'none'; ", "", [f"policy {HOME}:3"]),
    "policy that comes late": (
        HOME,
        POLICY,
        f'<script src="assets/main.js"></script>\n{POLICY}',
        [f"policy {HOME}:3"],
    ),
    "other code": (PAGE, "halves = []\n", "halves = [1]\n", [f"example-differs {PAGE}:{EXAMPLE}"]),
    "other text to copy": (PAGE, "halves = []&#10;", "", [f"example-differs {PAGE}:{EXAMPLE}"]),
    "other output": (PAGE, "4 steps", "5 steps", [f"example-differs {PAGE}:{EXAMPLE}"]),
    "no output": (PAGE, 'class="xb-output"', 'class="x"', [f"example-differs {PAGE}:{EXAMPLE}"]),
    "other value": (PAGE, 'value="0.0625"', 'value="0.06"', [f"example-differs {PAGE}:{VALUE}"]),
    "no figure": (PAGE, 'class="xb-figure"', 'class="x"', [f"example-differs {PAGE}:{EXAMPLE}"]),
    "other download": (
        PAGE,
        "snippets/part/halving.py",
        "examples.json",
        [f"example-differs {PAGE}:{EXAMPLE}"],
    ),
    "no example": (
        PAGE,
        'data-example="part/halving"',
        "",
        [f"build-json {FACTS}:0", f"example-missing {PAGE}:0", f"examples-json {JSON}:0"],
    ),
    "changed download": (
        DOWNLOAD,
        "plt.show()",
        "plt.show( )",
        [f"sums {ZIP}:0", f"download {DOWNLOAD}:0"],
    ),
    "no command": (PAGE, "curl -fO", "wget", [f"curl {PAGE}:0"]),
    "command of another form": (PAGE, "curl -fO", "curl -s", [f"curl {PAGE}:{COMMAND}"]),
    "command for a missing file": (PAGE, '/halving.py"<', '/no.py"<', [f"curl {PAGE}:{COMMAND}"]),
    "command for another file": (
        PAGE,
        'snippets/part/halving.py"</code>',
        'examples.json"</code>',
        [f"curl {PAGE}:{COMMAND}"],
    ),
    "command that overwrites a file": (
        PAGE,
        'part/halving.py"</code>',
        '{part/halving,part/halving}.py"</code>',
        [f"curl {PAGE}:{COMMAND}"],
    ),
    "notebook that Colab cannot open": (
        HOME,
        'href="part/halving/#run"',
        'href="https://colab.research.google.com/github/me/book/blob/notebooks/en/index.ipynb"',
        [f"colab {HOME}:{HOME_LINKS}"],
    ),
    "wrong size": (PAGE, ">1 KB<", ">2 KB<", [f"size {PAGE}:{SIZE}"]),
    "size of a missing file": (PAGE, 'size="downloads/book', 'size="downloads/b', [f"size {PAGE}:{SIZE}"]),
    "other sums of the bundles": (
        "site/downloads/SHA256SUMS",
        "book",
        "boek",
        ["sums site/downloads/SHA256SUMS:0"],
    ),
    "other number of examples": (FACTS, '"examples": 1', '"examples": 2', [f"build-json {FACTS}:0"]),
    "facts that are no JSON": (FACTS, "{", "", [f"build-json {FACTS}:0"]),
    "output in the record": (JSON, "4 steps", "5 steps", [f"examples-json {JSON}:0"]),
    "value in the record": (JSON, "0.0625", "0.0626", [f"examples-json {JSON}:0"]),
    "page in the record": (JSON, "en/part/halving/", "en/part/", [f"examples-json {JSON}:0"]),
    "figure in the record": (JSON, "figure-1.ko", "figure-2.ko", [f"examples-json {JSON}:0"]),
    "other example in the record": (
        JSON,
        '"id": "part/halving"',
        '"id": "part/no"',
        [f"examples-json {JSON}:0"] * 2,
    ),
    "record that is no JSON": (JSON, "[{", "[", [f"examples-json {JSON}:0"]),
}


def test_a_script_that_the_policy_lists_and_data_are_no_problems(site):
    site.edit(HOME, POLICY, POLICY.replace("script-src 'self'", f"script-src 'self' {digest_of('f()')}"))
    site.edit(HOME, "<img", '<script>f()</script><script type="application/json">{}</script><img')
    assert reported(site) == []


@pytest.mark.parametrize(("file", "old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_a_problem_in_a_file_is_found_by_its_rule_in_its_line(site, file, old, new, expected):
    site.edit(file, old, new)
    assert reported(site) == expected


def garble(book):
    """Spoil where the packed bytes of the bundle's first file begin."""
    packed = bytearray(book.path(ZIP).read_bytes())
    name, extra = (int.from_bytes(packed[at : at + 2], "little") for at in (26, 28))
    packed[30 + name + extra] = 0xFF
    book.write(ZIP, bytes(packed))


def repack(book, files):
    """Put another bundle into the site, as if it had been built with it."""
    files = {"SHA256SUMS": checksums(files).encode(), **files}
    with zipfile.ZipFile(book.path(ZIP), "w") as archive:
        for name, content in files.items():
            archive.writestr(f"book/{name}", content)
    book.write("site/downloads/SHA256SUMS", checksums({"book.zip": book.path(ZIP).read_bytes()}))


FILES = {
    # name: what a test does to the site, the problems found
    "page that is missing": (
        lambda book: book.path(PAGE).unlink(),
        [
            f"broken-link {HOME}:{HOME_LINKS}",
            f"not-built {PAGE}:0",
            f"build-json {FACTS}:0",
            f"examples-json {JSON}:0",
            "hreflang site/ko/part/halving/index.html:1",
        ],
    ),
    "page not found": (lambda book: book.path("site/ko/404.html").unlink(), ["not-built site/ko/404.html:0"]),
    "way in": (
        lambda book: book.path("site/index.html").unlink(),
        ["broken-link site/404.html:1", "not-built site/index.html:0"],
    ),
    "search": (
        lambda book: book.path("site/en/search/search_index.json").unlink(),
        ["not-built site/en/search/search_index.json:0"],
    ),
    "all records": (lambda book: book.path(JSON).unlink(), [f"not-built {JSON}:0"]),
    "download that is missing": (
        lambda book: book.path(DOWNLOAD).unlink(),
        [
            f"example-differs {PAGE}:{EXAMPLE}",
            f"broken-link {PAGE}:17",
            f"example-differs {PAGE.replace('en', 'ko', 1)}:{EXAMPLE}",
            f"broken-link {PAGE.replace('en', 'ko', 1)}:17",
            f"download {DOWNLOAD}:0",
            f"curl {PAGE}:{COMMAND}",
            f"curl {PAGE.replace('en', 'ko', 1)}:{COMMAND}",
            f"sums {ZIP}:0",
        ],
    ),
    "download without source": (
        lambda book: book.write("site/snippets/part/other.py", "x = 1\n"),
        ["download site/snippets/part/other.py:0"],
    ),
    "changed figure": (
        lambda book: book.write("site/figures/part/halving/figure-1.en.svg", "<svg />"),
        [f"examples-json {JSON}:0"],
    ),
    "no bundle": (
        lambda book: book.path(ZIP).unlink(),
        [
            f"not-built {ZIP}:0",
            "sums site/downloads/SHA256SUMS:0",
            *(f"{rule} {PAGE}:{SIZE}" for rule in ("broken-link", "size")),
            *(f"{rule} {PAGE.replace('en', 'ko', 1)}:{SIZE}" for rule in ("broken-link", "size")),
        ],
    ),
    "torn bundle": (
        lambda book: book.write(ZIP, b"PK"),
        [f"sums {ZIP}:0", "sums site/downloads/SHA256SUMS:0"],
    ),
    "bundle whose bytes have changed": (
        garble,
        [f"sums {ZIP}:0", "sums site/downloads/SHA256SUMS:0"],
    ),
    "bundle whose sums are wrong": (
        lambda book: repack(book, {"snippets/part/halving.py": b"x", "SHA256SUMS": checksums({}).encode()}),
        [f"sums {ZIP}:0"] * 2,
    ),
    "bundle with a file of another site": (
        lambda book: repack(book, {"snippets/part/halving.py": b"x"}),
        [f"sums {ZIP}:0"],
    ),
    "no facts": (lambda book: book.path(FACTS).unlink(), [f"not-built {FACTS}:0"]),
}


@pytest.mark.parametrize(("change", "expected"), FILES.values(), ids=FILES)
def test_a_file_that_is_missing_or_changed_is_found(site, change, expected):
    change(site)
    assert sorted(reported(site)) == sorted(expected)


def test_a_region_is_compared_with_the_region_alone_and_the_copy_with_the_whole_file(site):
    site.edit("docs/*/part/halving.md", "halving\n", "halving\n    region: Draw it\n    show: code\n")
    assert reported(site) == [
        f"example-differs {page}:{EXAMPLE}"
        for page in (PAGE, PAGE.replace("en", "ko", 1))
        for _ in ("code", "output", "figures")
    ]
    for language in ("en", "ko"):
        page = site.path(f"site/{language}/part/halving/index.html")
        text = page.read_text("utf-8")
        start, end = text.index("<code>&quot;") + len("<code>"), text.index("# Draw it\n")
        text = text[:start] + text[end:]
        start, end = text.index('<div class="xb-output">'), text.index("</section>")
        page.write_text(text[:start] + text[end:], "utf-8")
    assert reported(site) == []


def test_the_former_site_may_stand_outside_the_project(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere") / "site"
    site.path("site").rename(folder)
    (folder / "en/404.html").unlink()
    [problem] = check_site(Book(site.project), folder)
    assert problem.path == (folder / "en/404.html").as_posix()


def test_html_that_is_torn_is_read_as_browsers_read_it(site):
    site.edit(HOME, "What this book is", "<![CDATA[ a ]]> <!-- b --> What this book is")
    assert reported(site) == []
