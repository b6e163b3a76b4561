"""What `make changes` says of two sites, and `make windows` of snippets.

Covers tools/changes.py and tools/windows.py.
"""

import json

from bs4 import BeautifulSoup

from tools import changes, windows

PAGE = "<html><body><nav>{nav}</nav><article><h1>{title}</h1></article></body></html>"


def site(folder, pages, values, figures):
    for name, title in pages.items():
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(nav=len(pages), title=title), "utf-8")
    for name, text in figures.items():
        path = folder / "figures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    entries = [{"id": example, "values": one} for example, one in values.items()]
    (folder / "examples.json").write_text(json.dumps(entries), "utf-8")
    return folder


def test_changed_pages_values_and_figures_are_listed_and_shown(tmp_path):
    former = site(
        tmp_path / "former",
        {"en/same": "Same", "en/changed": "Before", "en/gone": "Gone"},
        {"a/one": {"loss": 0.5, "kept": 1}},
        {"a/one/figure-1.en.svg": "<svg>1</svg>", "a/one/figure-2.en.svg": "<svg/>"},
    )
    now = site(
        tmp_path / "site",
        {"en/same": "Same", "en/changed": "After", "en/new": "New", "en/other": "Other"},
        {"a/one": {"loss": 0.25, "kept": 1}},
        {"a/one/figure-1.en.svg": "<svg>2</svg>", "a/one/figure-2.en.svg": "<svg/>"},
    )
    found = changes.compare(former, now)
    assert found.pages == {
        "en/changed/index.html": "changed",
        "en/gone/index.html": "removed",
        "en/new/index.html": "new",
        "en/other/index.html": "new",
    }
    assert found.values == [("a/one", "loss", "0.5", "0.25")]
    assert found.figures == ["figures/a/one/figure-1.en.svg"]
    changes.write(found, former, now)
    page = BeautifulSoup((now / "changes/index.html").read_text("utf-8"), "html.parser")
    before, after = (now / "changes" / image["src"] for image in page.select("img"))
    assert (before.read_text(), after.read_text()) == ("<svg>1</svg>", "<svg>2</svg>")
    assert all((now / "changes" / link["href"]).is_file() for link in page.select("a"))
    summary = changes.as_summary(found)
    assert "| a/one | loss | 0.5 | 0.25 |" in summary and "changed: `en/changed/index.html`" in summary


def test_a_snippet_that_prints_what_a_korean_shell_lacks_fails(tmp_path, capsys):
    part = tmp_path / "part"
    part.mkdir()
    (part / "good.py").write_text("print('손실 0.5')\n", "utf-8")
    assert windows.main(tmp_path) == 0
    (part / "bad.py").write_text("print('0.14\u201320', '\\u2013')\n", "utf-8")
    assert windows.main(tmp_path) == 1
    assert "UnicodeEncodeError" in capsys.readouterr().out
