"""The HTML that a build makes of the book in `conftest`, as far as the rules over sites look at it."""

import json
from html import escape

from execbook.book import Book
from execbook.delivery.policy import policy
from execbook.figures.shown.standalone import standalone
from execbook.records.store import Store
from execbook.takeaway.archives import checksums, write_zip
from tests import LANGUAGES
from tests.execbook.check.conftest import DRAWING, WORDS

BASE = "https://example.org/book/"
POLICY = f'<meta http-equiv="content-security-policy" content="{policy([])}">'

FRAME = """\
<!doctype html>
<html lang="{language}">
<head>{policy}
<link rel="canonical" href="{base}{language}/{address}">
<link rel="alternate" hreflang="ko" href="{base}ko/{address}">
<link rel="alternate" hreflang="en" href="{base}en/{address}">
<link rel="stylesheet" href="{up}assets/main.css">
<script src="{up}assets/main.js"></script>
</head>
<body>
<nav><a href="{up}.">Home</a> <a href="https://example.org/elsewhere">Elsewhere</a></nav>
<article>
{article}
</article>
</body>
</html>
"""

HOME = """\
<h1 id="home">{part}</h1>
<p>What this book is and how to read it.</p>
<p>{text}: <a href="part/halving/#run">1</a> <img src="assets/a.png" alt=""></p>"""

HALVING = """\
<h1 id="halving">{title}</h1>
<p>Divide by two. {text}: {text}. <code>{{{{ x }}}} $y$</code> <math><mtext>$</mtext></math></p>
<h2 id="run">{run}</h2>
<section class="xb-example" data-example="part/halving" id="example-halving">
<a class="xb-download" download href="../../../{file}">Download</a>
<div class="highlight xb-code" data-copy="{source}"><pre><span></span><code>{code}</code></pre></div>
<div class="xb-output"><pre><samp>{output}</samp></pre></div>
<figure class="xb-figure" id="figure-halving-1">
<svg role="img" aria-labelledby="t"><title id="t">T</title></svg></figure>
</section>
<p>{last} <data class="xb-value" title="part/halving: number" value="0.0625">0.06</data>.</p>
<div class="language-python highlight"><pre><code>assert 1 / 2 == 0.5
</code></pre></div>
<p><a href="{base}{language}/#home">1</a> <a href="#run">Run</a></p>
<p><a href="{base}downloads/book.zip">Book</a> <span data-size="downloads/book.zip">1 KB</span></p>
<pre><code>curl -fO "{base}{file}"</code></pre>"""


def build(book) -> None:
    """Write `site/` as it should be after the book's snippets have been recorded."""
    site = book.project.site
    record = Store(book.project).current_record("part/halving")
    editions = Book(book.project).editions("part/halving")
    shown = {language: Book(book.project).shown("part/halving", language) for language in LANGUAGES}
    words = {
        "policy": POLICY,
        "base": BASE,
        "output": record.output,
    }
    for language in LANGUAGES:
        words["file"] = shown[language].address
        words["code"] = escape(shown[language].source)
        words["source"] = words["code"].replace("\n", "&#10;")
        for address, article in (("", HOME), ("part/halving/", HALVING)):
            words |= {"language": language, "address": address, "up": "../" * address.count("/")}
            article = article.format(**words, **WORDS[language])
            book.write(f"site/{language}/{address}index.html", FRAME.format(**words, article=article))
        book.write(
            f"site/{language}/404.html",
            f'<html lang="{language}">{POLICY}<a href="/book/{language}/">Home</a>',
        )
        book.write(f"site/{language}/search/search_index.json", "{}")
        book.write(f"site/{language}/assets/main.css", "a { background: url(a.png) }")
        book.write(f"site/{language}/assets/main.js", "")
        book.write(f"site/{language}/assets/a.png", "")
    book.write(
        "site/index.html", '<html lang="ko">' + POLICY + '<a href="ko/">한국어</a> <a href="en/">English</a>'
    )
    book.write("site/404.html", '<html lang="ko">' + POLICY + '<a href="/book/">Home</a>')
    for address, snippet in editions.items():
        book.write(f"site/{address}", snippet.source)
    for language in LANGUAGES:
        book.write(f"site/figures/part/halving/figure-1.{language}.svg", standalone(DRAWING))
    entry = {
        "id": record.id,
        "source": record.source,
        "source_sha256": record.source_sha256,
        "files": {language: one.address for language, one in shown.items()},
        "output": record.output,
        "values": dict(record.values),
        "figures": {
            language: [{"file": f"figures/part/halving/figure-1.{language}.svg"}] for language in LANGUAGES
        },
        "pages": {language: [f"{language}/part/halving/"] for language in LANGUAGES},
        "seconds": record.seconds,
        "ran_at": record.ran_at,
        "versions": dict(record.versions),
        "platform": record.platform,
    }
    (site / "examples.json").write_text(json.dumps([entry]), "utf-8")
    write_zip(
        site / "downloads/book.zip",
        "book",
        {address: one.source.encode() for address, one in editions.items()},
    )
    book.write(
        "site/downloads/SHA256SUMS", checksums({"book.zip": (site / "downloads/book.zip").read_bytes()})
    )
    languages = {language: {"pages": 2, "examples": 1} for language in LANGUAGES}
    book.write("site/build.json", json.dumps({"languages": languages}))
