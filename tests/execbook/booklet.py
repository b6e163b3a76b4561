"""A tiny project with two examples and hand-made records, for tests of what pages show."""

import hashlib
import json
from pathlib import Path

from execbook.project import Project
from execbook.records.store import Figure, Record, Store
from tests import SETTINGS

LOGISTIC = '''"""The logistic function."""

import numpy as np


def logistic(z):
    return 1 / (1 + np.exp(-z))  # "<&>"


# Try it
z = 2.0
print(f"{logistic(z):.4f}", "<b>&amp;</b>")
'''
SLOPES = "loss = [0.5, 0.25, 0.125]\nz = 1\nname = 'tanh'\n"
SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" '
    'aria-labelledby="f1-title" aria-describedby="f1-desc"><title id="f1-title">{title}</title>'
    '<desc id="f1-desc">d</desc><clipPath id="f1-c"/><g clip-path="url(#f1-c)"/><use href="#f1-c"/>'
    "<text>{letters}</text></svg>\n"
)
CURVE = {"kind": "line", "label": "σ(z)", "count": 2, "x": [0.0, 1.0], "y": [0.5, 0.731], "style": "- 1.5"}
PANELS = [
    {
        "title": "",
        "scales": [
            {"name": "x", "label": "z", "limits": [0.0, 1.0], "kind": "linear"},
            {"name": "y", "label": "", "limits": [0.0, 1.0], "kind": "linear"},
        ],
        "series": [CURVE | {"names": [], "values": []}],
        "notes": [],
        "colorbar": False,
    }
]
"""What the figure of `a/logistic` shows; its labels need no Korean."""


def make_booklet(root: Path) -> Project:
    """A project with the examples `a/logistic` (output, one figure) and `a/slopes` (values alone)."""
    project = Project(root)
    (root / "mkdocs.yml").write_text("site_name: Booklet\n", "utf-8")
    (root / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (root / "words").mkdir(exist_ok=True)
    (root / "words/labels.ko.toml").write_text("", "utf-8")
    values = {
        "z": 2.0,
        "share[0.5]": 0.5671,
        "share[20]": 1,
        "tiny": 0.000045,
        "below": -0.25,
        "label": "a|b",
    }
    add_run(project, "a/logistic", LOGISTIC, values, output="0.8808 <b>&amp;</b>\n", figures=1)
    add_run(
        project,
        "a/slopes",
        SLOPES,
        {"loss[0]": 0.5, "loss[1]": 0.25, "loss[2]": 0.125, "z": 1, "name": "tanh"},
    )
    return project


def add_run(
    project: Project,
    example_id: str,
    source: str,
    values: dict,
    output: str = "",
    figures: int = 0,
    title: str = "Title",
    letters: str = "",
    key: str = "",
) -> None:
    """Write a snippet and the record of a run of it. title: of its figures, in English. letters: in
    their drawings, the title if there are none."""
    path = project.snippets / f"{example_id}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")
    store = Store(project)
    key = key or example_id.replace("/", "-")
    files = [{lang: f"figure-{n}.{lang}.svg" for lang in ("ko", "en")} for n in range(1, figures + 1)]
    titles = {"ko": "제목" if title == "Title" else f"제목 {title}", "en": title}
    record = Record(
        id=example_id,
        source=project.relative(path),
        source_sha256=hashlib.sha256(source.encode()).hexdigest(),
        key=key,
        key_parts={},
        output=output,
        values=values,
        figures=[Figure(one, titles, {"ko": "설명", "en": "What"}, [], one["en"] + ".json") for one in files],
        seconds=0.0312,
        peak_megabytes=50.0,
        ran_at="2026-11-03T04:05:06+00:00",
        versions={"numpy": "2.4.6", "python": "3.11.7"},
        platform="Linux x86_64",
        confinement={},
    )
    texts = {
        one[lang]: SVG.format(title=titles[lang], letters=letters or titles[lang])
        for one in files
        for lang in one
    }
    store.save(record, texts | {figure.data: json.dumps(PANELS) for figure in record.figures})
    store.set_current({**store.current(), example_id: key})
