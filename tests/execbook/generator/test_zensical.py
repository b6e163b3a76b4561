"""One page, built by MkDocs and by Zensical, with the extensions that the site configures."""

import os
import subprocess
import sys

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from mkdocs.utils.yaml import yaml_load

from execbook.browser import offers
from execbook.browser.offers import Offer, Offers
from tests import ROOT
from tests.execbook.booklet import LOGISTIC, make_booklet

BUILDERS = {"mkdocs": ["mkdocs", "build", "--strict"], "zensical": ["zensical", "build"]}

PAGE = """---
title: Logistic
---

# The logistic function, $\\sigma(z)$ {#logistic}

Its share is {{ share[0.5] | .0% }}, see [below](#example-logistic), [the figure](#figure-logistic-1)
and [home](../index.md).

| a | b |
|---|---|
| {{ below | .2f }} | $\\frac{1}{2}$ |

$$
\\sigma(z) = \\begin{cases} {{ tiny | .1e }} & z < 0 \\\\ 1 & z > 0 \\end{cases}
$$

/// example | a/logistic
It *rises* to {{ share[20] }}.
///

/// details | Solution
    type: success

//// example | a/logistic
    region: logistic
    show: [code]
////
///

```python
x = "{{ a | b }}"
```
"""


@pytest.fixture
def project(tmp_path):
    project = make_booklet(tmp_path)
    with (ROOT / "mkdocs.yml").open("rb") as file:
        extensions = yaml_load(file)["markdown_extensions"]
    extensions["execbook.markdown"] = {"language": "en"}
    config = {
        "site_name": "Booklet",
        "docs_dir": "docs/en",
        "site_dir": "out",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": extensions,
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    (tmp_path / "docs" / "en" / "act").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "index.md").write_text("# Home {#home}\n", "utf-8")
    facts = {"ko": "facts.ko.json", "en": "facts.en.json"}
    offers.save(project, Offers("run/abc", {"a/logistic": Offer("a-logistic", facts, ["numpy"], 9)}))
    return project


def build(project, builder: str, page: str) -> subprocess.CompletedProcess[str]:
    (project.docs / "en" / "act" / "logistic.md").write_text(page, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", *BUILDERS[builder]],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def article(project) -> Tag:
    html = (project.root / "out" / "act" / "logistic" / "index.html").read_text("utf-8")
    article = BeautifulSoup(html, "html.parser").article
    for added in article.select("a#__skip, .md-source-file, .md-content__button"):
        added.decompose()
    for element in article.find_all(True):
        # Material's search needs it, and the generator takes it away once it has been read.
        element.attrs.pop("data-search-exclude", None)
    return article


def test_both_generators_show_the_same(project):
    articles = {}
    for builder in BUILDERS:
        done = build(project, builder, PAGE)
        assert done.returncode == 0, done.stdout + done.stderr
        articles[builder] = article(project)
    for page in articles.values():
        assert page.select_one("section.xb-example .highlight.xb-code > pre > code").text == LOGISTIC
        assert [one["href"] for one in page.select(".xb-download")] == ["../../../snippets/a/logistic.py"] * 2
        assert [one.text for one in page.select("data")] == ["57%", "−0.25", "1"]
        assert len(page.select("math")) == 3
        assert {one["data-run"] for one in page.select("section.xb-example")} == {"../../../run/abc/"}
        assert page.select("details section.xb-example")
        assert page.select("svg")
    lines = [page.prettify(formatter="minimal").splitlines() for page in articles.values()]
    assert lines[0] == lines[1]


@pytest.mark.parametrize("builder", BUILDERS)
def test_both_generators_stop_at_problems_and_report_all(project, builder):
    done = build(project, builder, PAGE.replace("a/logistic", "a/logistik", 1).replace("below |", "above |"))
    assert done.returncode != 0
    output = done.stdout + done.stderr
    assert "docs/en/act/logistic.md:12: no value 'above'" in output
    assert "docs/en/act/logistic.md:18: no example 'a/logistik'" in output
    assert "did you mean 'a/logistic'?" in output
