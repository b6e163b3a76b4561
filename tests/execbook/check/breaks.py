"""Changes to the specimen book, each of which breaks a rule."""

from execbook.check.rules import Stage

PAGES = "docs/*/part/halving.md"
EN, KO = (f"docs/{language}/part/halving.md" for language in ("en", "ko"))
SNIPPET = "snippets/part/halving.py"
LABELS, COMMENTS = "words/labels.ko.toml", "words/comments/part.ko.toml"
KNOBS, ADDRESSES, GLOSSARY = "snippets/part/knobs.toml", "accepted/addresses.txt", "words/glossary.tsv"
PAGE = "site/en/part/halving/index.html"

ONLY = "---\ntitle: Only\ndescription: One language has it.\n---\n\n# Only {#only}\n\nText.\n"
POOL = "from multiprocessing import Pool\ndef cube(n):\n    return n**3\nPool(2).map(cube, [1])\nrng = "
PREDICTION = "/// predict | x\n    right: {}\n    wrong: {}\n\n{}\n///\n\n/// example"


def reports(files: str, *problems: tuple[str, int] | str) -> list[str]:
    """The problems of a change to these files, as `rule path:line`: a rule and a line are of each file."""
    names = (EN, KO) if files == PAGES else (files,)
    of_files = [f"{one[0]} {name}:{one[1]}" for one in problems if not isinstance(one, str) for name in names]
    return of_files + [one for one in problems if isinstance(one, str)]


BREAKS = {
    Stage.SOURCES: {
        "bare-expression": (SNIPPET, "plt.show()", "plt.show()\nnumber"),
        "caption": (EN, "Halve it\n///", "One\n\nTwo\n\nThree\n///"),
        "claim-relation": (PAGES, "halves[0] > halves[1]", "halve[0] > halves[1]"),
        "comment-code": (COMMENTS, '= "반으로 나누기"', '= \'반으로"""; number = 2; """나누기\''),
        "comment-missing": (SNIPPET, "# Draw it", "# Draw them"),
        "comment-order": (COMMENTS, "[halving]", '[later]\n"Draw it" = "그리기"\n[halving]'),
        "comment-unused": (COMMENTS, '"Draw it"', '"Draw this"'),
        "declared-time": (PAGES, "halving\n", "halving\n    times: [9]\n"),
        "dialect": (PAGES, "[1]", "!!! note\n    Text\n\n[1]"),
        "dollar": (PAGES, "[1]", "From $5 to 10$ [1]"),
        "empty-page": ("docs/en/empty.md", "", "---\ntitle: a\ndescription: b\n---\n"),
        "encoding": (GLOSSARY, "", "\ufeffko\ten\n"),
        "file-name": ("docs/ko/그림.svg", "", "<svg/>"),
        "header": (SNIPPET, "number = 1.0", "# execbook: seconds=long\nnumber = 1.0"),
        "knob": (KNOBS, "", "[halving]\nvalues.number = [2.0, 3.0]\n"),
        "knob-run": (KNOBS, "", "[halving]\nvalues.number = [1.0, 3.0]\n"),
        "knob-text": (KNOBS, "", "[halving]\nvalues.number = [1.0, 3.0]\n"),
        "lab": ("labs/part.py", "", '# %% exercise="one"\nanswer = 1\n'),
        "letter-form": (GLOSSARY, "", "ko\ten\n\u1100\u1161\tga\n"),
        "list-after-text": (PAGES, "\n[1]", "\nText\n- one\n- two\n\n[1]"),
        "list-indent": (PAGES, "\n[1]", "\n- one\n  - two\n\n[1]"),
        "list-mixed": (PAGES, "\n[1]", "\n- one\n\n1. two\n\n[1]"),
        "list-number": (PAGES, "\n[1]", "\n2024. 1. 9.\n\n[1]"),
        "missing-page": ("docs/en/only.md", "", ONLY),
        "module-name": ("snippets/part/random.py", "", '"""Random numbers."""\n'),
        "nested-block": (PAGES, "[1]", "/// note\n/// tip\nx\n///\n///\n\n[1]"),
        "notebook-arguments": (SNIPPET, "rng = ", "import sys\nprint(sys.argv)\nrng = "),
        "notebook-file": (SNIPPET, "rng = ", "print(__file__)\nrng = "),
        "notebook-loop": (SNIPPET, "rng = ", "import asyncio\nasyncio.run(None)\nrng = "),
        "notebook-process": (SNIPPET, "rng = ", POOL),
        "orphan-snippet": ("snippets/part/other.py", "", '"""Nothing."""\n'),
        "pair-claims": (EN, "halves[0] > halves[1]", "halves[0] >= halves[1]"),
        "pair-predictions": (
            EN,
            "/// example",
            PREDICTION.format("halves[0] > halves[1]", "halves[0] < halves[1]", "- **x** x\n- **y** x"),
        ),
        "prediction": (
            PAGES,
            "/// example",
            PREDICTION.format("halves[0]", "2 * halves[1]", "- **0.5** x\n\n- **0.5** x"),
        ),
        "reads-comments": (SNIPPET, "# Draw it", "print(__doc__)\n# Draw it"),
        "skipped-fence": (PAGES, "```python", "<!--pytest.mark.skip-->\n```python"),
        "snippet-name": ("snippets/part/Two-x.py", "", '"""Two."""\n'),
        "stray-picture": ("theme/overrides/assets/pictures/other.webp", "", "x"),
        "stray-tag": (PAGES, "[1]", "If x<y and y>z [1]"),
        "style-brace": ("theme/own.css", "", "a { color: red;\n"),
        "table-form": (PAGES, "\n[1]", "\nText\n| a | b |\n|---|---|\n| c | d |\n\n[1]"),
        "undefined-reference": (PAGES, "[1]", "Text[^one] [1]"),
        "value-form": (PAGES, "[1]", "{{ | .2f }} [1]"),
    },
    Stage.PUBLISHING: {
        "claim-causes": (
            PAGES,
            "halving\n",
            "halving\n    conditions: {slow: {rate: 0.5}, fast: {rate: 0.25}}\n",
        ),
        "claim-digits": (PAGES, "halves[0] | .1f", "halves[0] | .3f"),
        "claim-fails": (PAGES, "halves[0] > halves[1]", "halves[0] < halves[1]"),
        "claim-missing": (PAGES, "/// claim | halves[0] > halves[1]", "/// note"),
        "claim-stale": (SNIPPET, "number = 1.0", "number = 1.5"),
        "lost-address": (ADDRESSES, "", "index\npart/halving\npart/gone\n"),
        "new-address": (ADDRESSES, "", "index\n"),
        "particle": (KO, "나눕니다", "0.75은 0.5를 나눕니다"),
    },
    Stage.SITE: {
        "lost-text": (PAGE, "It ends at", ""),
    },
}
"""By stage and rule: the files, what is replaced in them, by what; without the former a new file.

What breaks the other rules is in the tables EDITS of the tests, with the lines of the problems.
"""
