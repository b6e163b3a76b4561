"""Sources that cannot be parsed. The readers in `execbook.sources` find the problems."""

from collections.abc import Iterable, Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError
from execbook.sources import comments

PAGES = "docs/*/part/halving.md"
EN = "docs/en/part/halving.md"
SNIPPET = "snippets/part/halving.py"


@rule("symlink", "Files are files: other systems publish symbolic links differently or not at all.")
@rule(
    "file-name",
    "Names of files are ASCII: links to others break between systems.",
    Break("docs/ko/그림.svg", new="<svg/>"),
)
@rule(
    "encoding",
    "Texts are UTF-8 without a byte order mark, with Unix line ends.",
    Break("words/glossary.tsv", new="\ufeffko\ten\n"),
)
@rule(
    "letter-form",
    "Letters are composed (Unicode's NFC), so that search and comparison find them.",
    Break("words/glossary.tsv", new="ko\ten\n\u1100\u1161\tga\n"),
)
@rule("merge-marker", "No file has conflict markers of a merge.", Break(EN, "## Run", "<<<<<<< HEAD\n## Run"))
def files(book: Book) -> Iterable[Problem]:
    return book.file_problems


@rule(
    "front-matter",
    "A page begins with YAML settings: title, description, and tags if it has an example and the site tags.",
    Break(EN, "title: ", "title: a: "),
)
@rule("unclosed-fence", "Every code block is closed.", Break(PAGES, "0.5\n```", "0.5\n"))
@rule("unclosed-block", "Every `///` block is closed.", Break(PAGES, "[1]", "/// note\n\n[1]"))
@rule(
    "stray-block-end",
    "Every line that closes a `///` block has a block to close.",
    Break(PAGES, "[1]", "///\n\n[1]"),
)
@rule(
    "nested-block",
    "A nested block has one more slash than the block around it.",
    Break(PAGES, "[1]", "/// note\n/// tip\nx\n///\n///\n\n[1]"),
)
@rule(
    "unknown-block", "Every `///` block is of a known kind.", Break(PAGES, "[1]", "/// nota\nx\n///\n\n[1]")
)
@rule(
    "block-options",
    "The options of a block are YAML, known, and of the right kind.",
    Break(PAGES, "halving\n", "halving\n    reigon: Draw it\n"),
)
@rule(
    "value-form",
    "Double braces contain the name of a recorded value.",
    Break(PAGES, "[1]", "{{ | .2f }} [1]"),
)
def pages(book: Book) -> Iterator[Problem]:
    try:
        has_tags = "tags" in book.configurations[book.project.languages[0]].plugins
    except ProblemError:
        has_tags = False  # reported by the rule `config`
    for page in book.all_pages():
        yield from page.problems
        if any(problem.rule == "front-matter" for problem in page.problems):
            continue
        required = ["title", "description"]
        if page.examples and has_tags:
            required.append("tags")  # an index or a page about the site has no topic of its own
        if missing := [name for name in required if not page.meta.get(name)]:
            message = f"the front matter has no {' and no '.join(missing)}"
            cure = f"begin the page with ---, {', '.join(f'{name}: …' for name in required)}, ---"
            yield Problem(page.name, 1, message, cure, "front-matter")


@rule(
    "snippet-name",
    "A snippet's path is snippets/<part>/<name>.py in lower-case ASCII letters, digits and _.",
    Break("snippets/part/Two-x.py", new='"""Two."""\n'),
)
@rule("duplicate-snippet", "Names of snippets differ in more than upper and lower case.")
@rule("syntax", "A snippet is valid Python.", Break(SNIPPET, "number = 1.0", "number = = 1.0"))
@rule(
    "header",
    "The limits in a snippet's `# execbook:` comment are valid.",
    Break(SNIPPET, "number = 1.0", "# execbook: seconds=long\nnumber = 1.0"),
)
def snippets(book: Book) -> Iterable[Problem]:
    return book.snippet_problems


@rule(
    "labels",
    "A label catalogue is valid TOML, with the same number of placeholders in a label and its translation.",
    Break("words/labels.ko.toml", "[shared]", "[shared"),
)
def labels(book: Book) -> Iterator[Problem]:
    try:
        _ = book.labels
    except ProblemError as error:
        yield from error.problems


@rule(
    "comments",
    "A catalogue of comments is valid TOML: texts by text, in a table for each snippet.",
    Break("words/comments/part.ko.toml", "[halving]", "[halving"),
)
def translated_comments(book: Book) -> Iterator[Problem]:
    try:
        _ = book.once(comments.load)
    except ProblemError as error:
        yield from error.problems


@rule(
    "config",
    "The MkDocs configurations are YAML that runs no code when it is read.",
    Break("mkdocs.en.yml", "nav:", "nav: ["),
)
def configurations(book: Book) -> Iterator[Problem]:
    try:
        _ = book.configurations
    except ProblemError as error:
        yield from error.problems
