"""A page taken away as a notebook says what the page says, and runs.

Covers execbook/figures/shown/standalone.py: the figures that a notebook shows.
"""

import nbformat
import pytest
from nbclient import NotebookClient

from execbook.book import Book
from execbook.claims import outcomes
from execbook.figures.shown.standalone import standalone
from execbook.project import Project
from execbook.runs import runner
from execbook.sources.pages import parse_page
from execbook.takeaway.notebooks import notebook_of
from tests.site import book

URL = "https://example.org/book/"


def notebook(project, key, language="en"):
    (page,) = (page for page in Book(project).pages[language].values() if page.key == key)
    return nbformat.reads(notebook_of(page, Book(project), URL), 4)


def sources(notebook, kind):
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


def test_code_cells_are_the_whole_snippets_with_what_the_run_left(built_mini_book):
    made = notebook(built_mini_book, "numbers/halving")
    (cell,) = (cell for cell in made.cells if cell.cell_type == "code")
    assert cell.source == (built_mini_book.snippets / "numbers/halving.py").read_text().rstrip("\n")
    record = Book(built_mini_book).run("numbers/halving").record
    assert [output.text for output in cell.outputs if output.output_type == "stream"] == [record.output]
    pictures = [output.data for output in cell.outputs if output.output_type == "display_data"]
    assert len(pictures) == len(record.figures) > 0
    assert "var(" not in pictures[0]["image/svg+xml"]


def test_prose_is_plain_markdown_with_the_recorded_numbers(built_mini_book):
    text = "\n".join(sources(notebook(built_mini_book, "numbers/halving"), "markdown"))
    count = Book(built_mini_book).run("numbers/halving").record.values["count"]
    assert f"It took {count} steps." in text
    assert "# Halving\n" in text
    assert "x_{n+1}" in text
    assert "*Each step leaves a smaller number.*" in text
    assert "///" not in text
    assert "{#" not in text


def test_links_lead_to_the_published_pages(built_mini_book):
    text = "\n".join(sources(notebook(built_mini_book, "index"), "markdown"))
    assert f"({URL}en/numbers/halving/#halving)" in text


@pytest.mark.parametrize(
    ("key", "link", "address"),
    [
        ("part/page", "other.md", "part/other/"),
        ("part/page", "../other/index.md", "other/"),
        ("part/page", "../index.md#run", "#run"),
        ("part/page", "#run", "part/page/#run"),
        ("index", "part/page.md#run", "part/page/#run"),
    ],
)
def test_every_form_of_link_is_followed(mini_book, key, link, address):
    page = parse_page(f"See [it]({link}).\n", mini_book.docs, "docs/en/x.md", "en", key)
    (cell,) = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4).cells
    assert cell.source == f"See [it]({URL}en/{address})."


def test_a_picture_is_the_published_one_for_the_light_palette(mini_book):
    source = "".join(
        f'![It](../assets/pictures/it.{scheme}.webp#only-{scheme}){{ width="9" height="5" }}\n'
        for scheme in ("light", "dark")
    )
    page = parse_page(source, mini_book.docs, "docs/en/x.md", "en", "part/page")
    (cell,) = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4).cells
    assert cell.source == f"![It]({URL}en/assets/pictures/it.light.webp)"


def test_admonitions_become_quotations_and_solutions_lose_their_fold(mini_book):
    source = (
        "Before.\n\n/// admonition | Pitfall\n    type: warning\n\nTake `{{ care }}`.\n///\n\n"
        "/// details | Solution\n    type: success\n\n//// example | numbers/doubling\n////\n\nAfter.\n///\n"
    )
    page = parse_page(source, mini_book.docs, "docs/en/x.md", "en", "x")
    made = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4)
    assert [cell.cell_type for cell in made.cells] == ["markdown", "code", "markdown"]
    assert "> **Pitfall**\n>\n> Take `{{ care }}`." in made.cells[0].source
    assert "**Solution**" in made.cells[0].source
    assert made.cells[2].source == "After."


def test_a_claim_says_how_often_it_holds(mini_book):
    trials = ("0", "1")
    (mini_book.snippets / "numbers/seeded.py").write_text(
        "import random\n\nrandom.seed(0)\nx = random.random()\n"
    )
    runner.run(mini_book, ["numbers/seeded"])
    values = outcomes.Measured("k", trials, {}, {"x": (0.5, 0.25)})
    outcomes.write(mini_book, "numbers/seeded", {"seed": values})
    source = (
        "/// claim | x > 0.3\n    example: numbers/seeded\n\n"
        "Half of **all**: {{ held }} of {{ tried }}.\n///\n\nAfter.\n"
    )
    page = parse_page(source, mini_book.docs, "docs/en/x.md", "en", "x")
    (cell,) = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4).cells
    text, mark, after = (part for part in cell.source.split("\n\n") if part)
    assert text == "Half of **all**: 1 of 2." and after == "After."
    assert mark.startswith("<details><summary>held with 1 of 2 seeds</summary><code>x &gt; 0.3</code>")
    assert "<code>x</code> 0.25 … 0.5" in mark


def test_inline_content_keeps_its_place(mini_book):
    """Values in prose, in a formula and in code, brackets that are no link, and a sign that ends no line."""
    source = (
        "/// example | numbers/doubling\n///\n\nOne\u2028two.\n\n"
        "`{{ code }}`, {{ doubled | d }}, $x = {{ steps | d }}$, {{ steps | .1f }}, `layers[0]()`\n"
    )
    page = parse_page(source, mini_book.docs, "docs/en/x.md", "en", "x")
    made = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4)
    assert sources(made, "markdown") == ["One\u2028two.\n\n`{{ code }}`, 96, $x = 5$, 5.0, `layers[0]()`"]


def test_an_example_shown_twice_is_run_once(mini_book):
    source = "/// example | numbers/doubling\n///\n\nAgain.\n\n/// example | numbers/doubling\n///\n"
    page = parse_page(source, mini_book.docs, "docs/en/x.md", "en", "x")
    made = nbformat.reads(notebook_of(page, Book(mini_book), URL), 4)
    assert len(sources(made, "code")) == 1


def test_the_same_page_gives_the_same_bytes(built_mini_book):
    for page in Book(built_mini_book).all_pages():
        texts = {notebook_of(page, Book(built_mini_book), URL) for _ in range(2)}
        assert len(texts) == 1


def test_a_figure_is_self_contained_in_literal_colours_on_a_white_sheet():
    picture = standalone('<svg viewBox="0 0 9 6" fill="currentColor"><path stroke="var(--fig-c1)"/></svg>')
    assert picture == (
        '<svg viewBox="0 0 9 6" fill="#000000" color="#000000" font-family="sans-serif">'
        '<rect x="0" y="0" width="9" height="6" fill="#ffffff"/><path stroke="#ff7f0e"/></svg>'
    )


@pytest.mark.parametrize("key", ["activations/softmax", "activations/saturation"])
def test_notebooks_of_real_pages_print_what_the_pages_show(key, records):
    """A sample: nbclient executes each cell, in one process, as a reader would."""
    project = Project(book.ROOT)
    recorded = notebook(project, key, "ko")
    executed = nbformat.from_dict(recorded.copy())
    NotebookClient(executed, timeout=120, kernel_name="python3").execute()
    for before, after in zip(recorded.cells, executed.cells, strict=True):
        if before.cell_type == "code":
            assert printed(after) == printed(before)


def printed(cell):
    return "".join(output.text for output in cell.outputs if output.get("name") == "stdout")
