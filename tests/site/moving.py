"""A book to build in tests that has knobs: a slider, two groups of buttons, and figures of one run."""

from pathlib import Path

from execbook.book import Book
from execbook.languages.translations.accept import accept
from execbook.project import Project
from tests import LANGUAGES
from tests.site.book import make_mini_book

SNIPPETS = {
    "powers": '''"""Powers of a base."""

import matplotlib.pyplot as plt

base = 2
powers = [base**k for k in range(4)]
largest = powers[-1]
print("largest", largest)
plt.plot(powers, "o-")
plt.ylim(0, 130)
plt.show()
''',
    "words": '''"""A word, some times over."""

word, times = "one", 2
print(word * times)
''',
    "stages": '''"""A bar that grows."""

import matplotlib.pyplot as plt

stages, heights = [0, 10, 20], []
for stage in stages:
    heights.append(stage / 20)
    plt.figure()
    plt.bar([0], heights[-1:])
    plt.ylim(0, 1)
    plt.show()
''',
}
COMMENTS = {"powers": "밑의 거듭제곱", "stages": "자라는 막대", "words": "낱말 되풀이하기"}
KNOBS = """\
[powers]
values.base = [2, 1, 3, 4, 5]

[stages]
frames = "stages"

[words]
values.word = ["one", "two"]
values.times = [2, 1, 3]
"""
TEXT = {
    "en": ("Move {0}. The largest power is {{{{ largest }}}}.", "It is {{{{ heights[0] | .1f }}}} high."),
    "ko": (
        "{0} 값을 옮겨 보세요. 가장 큰 값은 {{{{ largest }}}}입니다.",
        "높이는 {{{{ heights[0] | .1f }}}}입니다.",
    ),
}


def _section(name: str, text: str) -> str:
    return f"\n/// example | numbers/{name}\n///\n\n/// knob | numbers/{name}\n{text}\n///\n"


def make_moving_book(root: Path) -> Project:
    """The miniature with three knobs on its page; nothing has run."""
    project = make_mini_book(root)
    settings = (project.root / "pyproject.toml").read_text("utf-8")
    short = settings.replace("[tool.execbook]\n", '[tool.execbook]\nswitched-off = ["snippet-length"]\n')
    (project.root / "pyproject.toml").write_text(short, "utf-8")
    project = Project(project.root)  # which has not read its settings yet
    for name, source in SNIPPETS.items():
        (project.snippets / f"numbers/{name}.py").write_text(source, "utf-8")
    (project.snippets / "numbers/knobs.toml").write_text(KNOBS, "utf-8")
    with (project.words / "comments/numbers.ko.toml").open("a", encoding="utf-8") as file:
        for name, comment in COMMENTS.items():
            docstring = SNIPPETS[name].split('"""')[1]
            file.write(f'\n[{name}]\n"{docstring}" = "{comment}"\n')
    for language in LANGUAGES:
        powers, stages = (text.format("`base`") for text in TEXT[language])
        with (project.docs / language / "numbers/halving.md").open("a", encoding="utf-8") as page:
            page.write(_section("powers", powers) + _section("words", "`word`") + _section("stages", stages))
    accept(Book(project), ["numbers/halving"])
    return project


def make_growing_book(root: Path) -> Project:
    """The same with all examples on the page of their part, so that copies can be made of it."""
    project = make_moving_book(root)
    for language in LANGUAGES:
        with (project.docs / language / "numbers/halving.md").open("a", encoding="utf-8") as page:
            page.write("\n/// example | numbers/doubling\n///\n")
    accept(Book(project), ["numbers/halving"])
    return project
