"""The Markdown of a lab's page. tests/site/test_zensical.py compares the page with that of mkdocs-jupyter."""

import yaml
from bs4 import BeautifulSoup
from markdown import Markdown

from execbook.languages.wording import WORDINGS
from execbook.project import Project
from execbook.site import lab_markdown
from execbook.takeaway import labs
from tests import SETTINGS

LAB = """\
# %% [markdown] section="lab"
# # Lab: "halves"
#
# First
# paragraph.
#
# Second paragraph.

# %% [markdown] section="one"
# ## One

# %% exercise="one"
def half(x): ...

# %% check="one"
print(half(1))

# %% solution="one"
def half(x): return x / 2

# %% wrong="one"
def half(x): return x
"""


def small_lab(root):
    (root / "labs").mkdir()
    (root / "labs/part.py").write_text(LAB, "utf-8")
    (root / "pyproject.toml").write_text(SETTINGS, "utf-8")
    return labs.read_lab(Project(root), root / "labs/part.py")


def test_a_page_has_the_title_the_description_and_the_source_of_the_lab(tmp_path):
    text = lab_markdown.page(Project(tmp_path), small_lab(tmp_path), "en", {})
    meta = yaml.safe_load(text.split("---\n")[1])
    assert meta == {
        "title": 'Lab: "halves"',
        "description": "First paragraph.",
        "source": "part/lab.ipynb",
    }


def test_html_is_below_the_first_heading_and_below_that_of_its_section(tmp_path):
    made = labs.notebook(small_lab(tmp_path), "en")
    below = {"": "<p>start</p>", "lab": "<p>ahead</p>", "one": "<p>behind</p>"}
    shown = list(lab_markdown.blocks(made, {}, below, WORDINGS["en"]))
    assert shown[0].startswith('# Lab: "halves" {#lab}\n\n<p>start</p>\n\n\n<p>ahead</p>\n\n\nFirst')
    assert shown[1] == "## One {#one}\n\n<p>behind</p>\n"


def test_what_a_cell_printed_is_never_read_as_markdown(tmp_path):
    printed = "{{ x | d }} $a$ *b* ~~~\n\n/// example | a/b\n///\n```\n# c <d> \\( &amp;"
    made = labs.notebook(small_lab(tmp_path), "en")
    blocks = "\n\n".join(lab_markdown.blocks(made, {"check-one": printed}, {}, WORDINGS["en"]))
    extensions = ["attr_list", "md_in_html", "pymdownx.superfences", "pymdownx.blocks.details"]
    extensions.append("execbook.markdown")
    configs = {"execbook.markdown": {"root": str(tmp_path), "language": "en"}}
    html = Markdown(extensions=extensions, extension_configs=configs, output_format="html").convert(blocks)
    page = BeautifulSoup(html, "html.parser")
    assert [one.text for one in page.select("[data-check=one] samp")] == [printed]
    assert len(page.select(".xb-cell, .xb-plumbing")) == 2
