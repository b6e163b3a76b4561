"""Whether every term of the glossary is defined, with a page that explains it."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import publishing_rule
from execbook.languages.terms import DEFINITIONS, GLOSSARY
from execbook.problems import Problem
from execbook.sources.addresses import page_keys
from execbook.sources.tables import read_table


@publishing_rule("definition-missing", "Every term of the glossary has a definition.", house=True)
@publishing_rule("definition-form", "A definition is of a term, in every language.")
@publishing_rule("definition-page", "A definition names an existing page and heading.")
def definitions(book: Book) -> Iterator[Problem]:
    """A project without definitions has nothing to check."""
    project = book.project
    if not project.path(DEFINITIONS).is_file():
        return
    place, glossary = project.named(DEFINITIONS), project.named(GLOSSARY)
    languages = project.languages
    leading = languages[0]
    terms = {row[leading]: line for line, row in read_table(project.path(GLOSSARY)).rows if row.get(leading)}
    keys = page_keys(project)
    defined = set()
    for line, row in read_table(project.path(DEFINITIONS)).rows:
        term = row.get("term", "")
        if term not in terms:
            cure = f"write a term of {glossary} as in its column {leading}, or remove the line"
            yield Problem(place, line, f"{term!r} is no term", cure, "definition-form")
        elif term in defined:
            yield Problem(place, line, f"defines {term!r} again", "remove one", "definition-form")
        elif lacking := [language for language in languages if not row.get(language)]:
            cure = "write term, page and a sentence in each language, separated by tabs"
            message = f"{term!r} has no sentence in {' and '.join(lacking)}"
            yield Problem(place, line, message, cure, "definition-form")
        defined.add(term)
        page, _, heading = row.get("page", "").partition("#")
        if page not in keys:
            cure = "write the key of a page, such as training/batch#steps"
            yield Problem(place, line, f"there is no page {page!r}", cure, "definition-page")
            continue
        for language in languages:
            source = book.pages[language].get(page)
            if heading and source and heading not in {one.id for one in source.headings}:
                cure = f"write the id of a heading of {source.name}"
                message = f"{source.name} has no heading {heading!r}"
                yield Problem(place, line, message, cure, "definition-page")
                break
    for term, line in terms.items():
        if term not in defined:
            cure = f"define it in {place}"
            yield Problem(glossary, line, f"{term!r} has no definition", cure, "definition-missing")
