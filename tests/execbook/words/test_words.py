"""The words of each language fit those of English, which takes the place of what is not translated."""

import string
import tomllib

import pytest

from execbook import words

FILES = sorted(words.FOLDER.glob("*.toml"))
ENGLISH = tomllib.loads((words.FOLDER / "en.toml").read_text("utf-8"))


def placeholders(text: str | list[str]) -> list[str]:
    texts = text if isinstance(text, list) else [text]
    return sorted(
        name for one in texts for _, name, _, _ in string.Formatter().parse(one) if name is not None
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_only_texts_that_english_has_with_placeholders_that_it_has(path):
    for table, texts in tomllib.loads(path.read_text("utf-8")).items():
        for name, text in texts.items():
            if table != "languages":
                assert {*placeholders(text)} <= {*placeholders(ENGLISH[table][name]), "month"}, (table, name)
                assert isinstance(text, list) == isinstance(ENGLISH[table][name], list)


def test_a_language_without_a_file_has_english():
    assert words.table("de", "page") == ENGLISH["page"]
    assert words.table("ko", "page")["output"] == "출력"


def test_a_text_that_a_language_lacks_is_english():
    assert words.table("ko", "page")["months"] == ENGLISH["page"]["months"]


def test_a_language_is_named_in_another_and_else_by_its_code():
    assert (words.name_of("de", "ko"), words.name_of("de", "en")) == ("독일어", "German")
    assert words.name_of("xx", "en") == "xx"
