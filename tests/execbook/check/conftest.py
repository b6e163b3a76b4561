"""A small book without problems, for tests that inject one problem into it."""

import hashlib
import json
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.check import check_sources
from execbook.claims import outcomes
from execbook.problems import Problem
from execbook.project import Project
from execbook.records.store import Figure, Record, Store
from tests import LANGUAGES, SETTINGS

CONFIG = """\
site_url: https://example.org/book/{language}/
docs_dir: docs/{language}
nav:
  - index.md
  - {part}:
      - part/halving.md
plugins: [search, tags]
"""

HOME = """\
---
title: {part}
description: What this book is.
---

# {part} {{#home}}

{text}: [1](part/halving.md#halving)
"""

PAGE = """\
---
title: {title}
description: How often a number can be halved.
tags: [number]
---

# {title} {{#halving}}

{text}

$$
x_{{n+1}} = x_n / 2 \\quad \\text{{{title}}}
$$

## {run} {{#run}}

/// example | part/halving
{text}
///

{last}: {{{{ number | .4f }}}}, {{{{ halves[0] | .1f }}}}.

```python
assert 1 / 2 == 0.5
```

[1](../index.md#home)
"""

CLAIM = """
/// claim | halves[0] > halves[1]
{text}
///
"""

WORDS = {
    "en": {"title": "Halving", "part": "Numbers", "text": "Halve it", "run": "Run it", "last": "It ends at"},
    "ko": {"title": "반으로", "part": "숫자", "text": "나눕니다", "run": "실행하기", "last": "마지막 값"},
}

SNIPPET = '''\
"""Halve a number until it is small."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
number = 1.0
halves = []
while number > 0.1:
    number = number / 2
    halves.append(number)
print(f"{len(halves)} steps")

# Draw it
plt.plot(halves)
plt.title("Halving")
plt.show()
'''

LABELS = '[shared]\n"Halving" = "반으로"\n"number" = "수"\n'

VALUES = {"number": 0.0625, "halves[0]": 0.5, "halves[1]": 0.25, "halves[2]": 0.125, "share": 0.5671}

COMMENTS = '[halving]\n"Halve a number until it is small." = "반으로 나누기"\n"Draw it" = "그리기"\n'

SEEDS = {
    "number": tuple(0.062 + 0.0001 * seed for seed in range(20)),
    "halves[0]": tuple(0.4 + 0.05 * seed for seed in range(20)),
    "halves[1]": (0.25,) * 20,
}
"""What the snippet gave with other seeds."""

CALLS = ({"start": 1.0, "rate": 0.5}, {"start": 2.0, "rate": 0.25})
"""Arguments of calls of the snippet."""

DRAWING = '<svg viewBox="0 0 9 6" fill="currentColor"></svg>'


class Specimen:
    """A project on disk whose files a test changes before it checks for problems."""

    def __init__(self, root: Path):
        self.project = Project(root)
        self.values: dict[str, float] = VALUES
        self.panels: list[dict] = []
        self.output = "4 steps\n"
        self.drawing = DRAWING
        self.key_parts: dict[str, str] = {}
        self.write("pyproject.toml", SETTINGS)
        for language in LANGUAGES:
            words = WORDS[language]
            self.write(self.project.config(language).name, CONFIG.format(language=language, **words))
            self.write(f"docs/{language}/a.svg", "<svg/>")
            self.write(f"docs/{language}/index.md", HOME.format(**words))
            self.write(f"docs/{language}/part/halving.md", PAGE.format(**words))
        self.write("snippets/part/halving.py", SNIPPET)
        self.write("words/labels.ko.toml", LABELS)

    def claim(self) -> None:
        """Add a claim to the page, and what it rests on."""
        for language in LANGUAGES:
            path = self.path(f"docs/{language}/part/halving.md")
            path.write_text(path.read_text("utf-8") + CLAIM.format(**WORDS[language]), "utf-8")
        book = Book(self.project)
        key = outcomes.key_of(book.snippets["part/halving"], book.labels, book.project.settings)
        seeds = outcomes.Measured(key, tuple(map(str, range(20))), {}, SEEDS)
        calls = outcomes.Measured(key, ("0",), calls=CALLS)
        outcomes.write(self.project, "part/halving", {"seed": seeds, outcomes.CALLS: calls})

    def translate_comments(self) -> None:
        self.write("words/comments/part.ko.toml", COMMENTS)

    def path(self, name: str) -> Path:
        return self.project.root / name

    def write(self, name: str, text: str | bytes) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, pattern: str, old: str, new: str) -> None:
        """Replace `old`, which must be there, in every file that matches the pattern."""
        names = sorted(self.project.root.glob(pattern))
        assert names, pattern
        for path in names:
            text = path.read_text("utf-8")
            assert old in text, f"{old!r} is not in {path}"
            path.write_text(text.replace(old, new, 1), "utf-8")

    def record(self) -> None:
        """Store a run of each snippet as it is now."""
        keys = {}
        for snippet in Book(self.project).snippets.values():
            raw = snippet.path.read_bytes()
            figure = Figure(
                {language: f"figure-1.{language}.svg" for language in LANGUAGES},
                {language: WORDS[language]["title"] for language in LANGUAGES},
                dict.fromkeys(LANGUAGES, "A falling line."),
                [],
                "figure-1.json",
            )
            record = Record(
                id=snippet.id,
                source=self.project.relative(snippet.path),
                source_sha256=hashlib.sha256(raw).hexdigest(),
                key="key-" + snippet.id.replace("/", "-"),
                key_parts=self.key_parts,
                output=self.output,
                values=self.values if "halves" in snippet.source else {},
                figures=[figure],
                seconds=0.1,
                peak_megabytes=30.0,
                ran_at="2026-01-02T03:04:05Z",
                versions={"python": "3.11.7"},
                platform="Linux",
                confinement={},
            )
            keys[snippet.id] = record.key
            texts = dict.fromkeys(figure.files.values(), self.drawing)
            Store(self.project).save(record, texts | {figure.data: json.dumps(self.panels)})
        Store(self.project).set_current(keys)

    def problems(self) -> list[Problem]:
        return check_sources(Book(self.project))

    def reported(self) -> list[str]:
        """Each problem of the sources as `rule path:line`."""
        return [f"{p.rule} {p.path}:{p.line}" for p in self.problems()]


@pytest.fixture
def book(tmp_path):
    return Specimen(tmp_path)
