"""A lab is executed and shown as a page beside its chapter's, and its notebook can be downloaded there."""

import nbformat

from execbook.book import Book
from execbook.languages.translations.accept import accept
from execbook.site.build import build
from tests import LANGUAGES

LAB = """\
# %% [markdown] lang="ko" section="lab"
# # 실습: 절반

# %% [markdown] lang="en" section="lab"
# # Lab: halves

# %%
print("half of it is", 96 / 2)
"""


def test_a_lab_becomes_a_page_of_both_languages(mini_book):
    mini_book.labs.mkdir()
    (mini_book.labs / "numbers.py").write_text(LAB, "utf-8")
    for language in LANGUAGES:
        config = mini_book.config(language)
        text = config.read_text("utf-8").replace("/halving.md\n", "/halving.md\n      - numbers/lab.ipynb\n")
        config.write_text(text, "utf-8")
    accept(Book(mini_book), new=True)
    build(mini_book, draft=True)
    for language, title in (("ko", "실습: 절반"), ("en", "Lab: halves")):
        folder = mini_book.site / language / "numbers/lab"
        html = (folder / "index.html").read_text("utf-8")
        assert f'<h1 id="lab">{title}' in html and "half of it is 48.0" in html
        notebook = nbformat.read(folder / "lab.ipynb", 4)
        assert [cell.source for cell in notebook.cells] == [f"# {title}", 'print("half of it is", 96 / 2)']
    assert not list(mini_book.docs.rglob("*.ipynb"))
