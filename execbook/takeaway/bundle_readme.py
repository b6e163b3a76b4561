"""The README of a bundle, in every language of the book, and its requirements."""

from collections.abc import Iterable, Mapping

from execbook import words

README = """\
# {titles}

{address}
"""
LANGUAGE = """
## {heading}

{text}"""
COPYRIGHT = """
{copyright}{files}
"""


def readme(
    titles: Mapping[str, str],
    address: str,
    files: Mapping[str, bytes],
    *,
    examples: Mapping[str, list[str]],
    copyrights: Mapping[str, str],
    licences: Iterable[str],
    pythons: Iterable[str],
) -> str:
    """The README of a bundle.

    titles: its title in each language. address: root of the published site. examples: by language, the
    files that its readers take. copyrights: the site's notice, by language; a language may have none.
    licences: the names of files with licences. pythons: versions of Python with which the examples run.
    """
    text = README.format(titles=" · ".join(titles.values()), address=address)
    named = ", ".join(f"`{name}`" for name in licences)
    for language in titles:
        bundle = words.table(language, "bundle")
        others = (
            bundle["others"].format(language=one, name=words.name_of(one, language))
            for one in titles
            if one != language
        )
        about = bundle["text"].format(
            language=language,
            name=words.name_of(language, language),
            examples=len(examples[language]),
            notebooks=sum(name.startswith(f"notebooks/{language}/") for name in files),
            others="".join(others),
            pythons=", ".join(pythons),
            folder=examples[language][0].rsplit("/", 2)[0],
            first=examples[language][0],
        )
        heading = words.table(language, "languages").get(language, language)
        text += LANGUAGE.format(heading=heading, text=about)
        if copyrights.get(language):
            text += COPYRIGHT.format(copyright=copyrights[language], files=f" ({named})" if named else "")
    return text


def requirements(versions: Mapping[str, str]) -> str:
    """A requirements.txt. versions: versions of the packages, and of Python, that the runs recorded."""
    return "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()) if name != "python")
