"""The glossary lists every term, and the first use of a term on a page leads to it.

Covers execbook/markdown/glossary_block.py, execbook/markdown/first_uses.py: as pages show them.
Covers execbook/languages/terms.py: terms in sentences, with particles and in the plural.
"""

import pytest
from bs4 import BeautifulSoup

from tests.execbook.booklet import make_booklet
from tests.execbook.markdown.conftest import as_in_mkdocs

GLOSSARY = """\
ko\ten\tavoid\talso\tjudged
배치\tbatch\t\t\t
배치 정규화\tbatch normalisation\t\t\t
층\tlayer\t\t\tko
훈련\ttraining (of a model)\t\t\tno
"""
DEFINITIONS = """\
term\tpage\tko\ten
배치\ta/batch#steps\t함께 계산하는 *샘플*입니다.\tSamples that `fit()` uses together.
배치 정규화\ta/batch\t정규화하는 층입니다.\tA layer that normalises.
층\ta/batch\t한 단계입니다.\tOne stage.
훈련\ta/batch\t파라미터를 바꾸는 일입니다.\tChanging the parameters.
"""
PAGE = "---\ntitle: {title}\n---\n\n# {title} {{#top}}\n\n## Steps {{#steps}}\n"


@pytest.fixture
def render(tmp_path):
    project = make_booklet(tmp_path)
    (project.root / "words").mkdir(exist_ok=True)
    (project.root / "words/glossary.tsv").write_text(GLOSSARY, "utf-8")
    (project.root / "words/definitions.tsv").write_text(DEFINITIONS, "utf-8")
    for language, title in (("ko", "배치 [하나]"), ("en", "A batch")):
        for key in ("glossary", "a/batch"):
            path = project.docs / language / f"{key}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.format(title=title), "utf-8")

    def render(source: str, language: str = "en") -> BeautifulSoup:
        (project.docs / language / "a/page.md").write_text(source, "utf-8")
        return as_in_mkdocs(project, language, "a/page")

    return render


def linked(page: BeautifulSoup) -> list[tuple[str, str]]:
    return [(a.text, a["href"].removeprefix("../glossary.md#")) for a in page.select("a.xb-term")]


def test_the_block_lists_every_term_in_both_languages_with_its_page(render):
    page = render("/// glossary\n///\n")
    assert [name["id"] for name in page.select("dt")] == [
        *("batch", "batch-normalisation"),
        *("layer", "training-of-a-model"),
    ]
    assert page.dt.text == "batch 배치"
    assert page.dt.span["lang"] == "ko"
    assert page.dd.code.text == "fit()"
    assert page.dd.a["href"] == "batch.md#steps"
    korean = render("/// glossary\n///\n", "ko")
    assert korean.dt.text == "배치 batch"
    assert korean.dd.em.text == "샘플"
    assert korean.dd.a.text == "배치 [하나]"


def test_the_first_use_of_a_term_leads_to_its_entry(render):
    assert linked(render("Batches are small. A *batch* again, in a layer.")) == [("Batches", "batch")]
    assert linked(render("배치마다 업데이트하고 배치를 다시 섞는 층입니다.", "ko")) == [
        ("배치", "batch"),
        ("층", "layer"),
    ]


def test_the_longest_term_counts_and_no_part_of_a_word(render):
    assert linked(render("Batch normalisation, batched, sub-batch")) == [
        ("Batch normalisation", "batch-normalisation")
    ]
    assert linked(render("배치정규화나 계층에서 재배치한 훈련", "ko")) == []
    assert linked(render("배치 정규화나 배치한 것", "ko")) == [("배치 정규화", "batch-normalisation")]


def test_text_is_neither_lost_nor_moved(render):
    source = "A batch and **a layer** of `batch` [batch](batch.md), then batch normalisation *or* a batch."
    text = "A batch and a layer of batch batch, then batch normalisation or a batch."
    page = render(source)
    assert page.text.strip() == text
    assert linked(page) == [("batch", "batch"), ("batch normalisation", "batch-normalisation")]
    assert render("가 배치, 층 *배치* 나, 층 다", "ko").text.strip() == "가 배치, 층 배치 나, 층 다"


def test_headings_code_tables_and_links_have_no_terms(render):
    table = "| batch |\n|---|\n| batch |"
    source = f"# Batch {{#b}}\n\n`batch`\n\n{table}\n\n[batch](batch.md)\n\n```python\nbatch = 1\n```\n"
    assert linked(render(source)) == []
