"""Both languages use the glossary's words, wherever one of them uses a term."""

from execbook.book import Book
from execbook.check import check_before_publishing
from execbook.search.synonyms import synonyms

EN = "docs/en/part/halving.md"
KO = "docs/ko/part/halving.md"
GLOSSARY = """\
ko\ten\tavoid\talso\tjudged
과대적합\toverfitting\t과적합; over-fitting\toverfit*\t
에포크\tepoch (of training)\t에폭\t바퀴\t
결정 트리\tdecision tree\t\t\t
유닛\tunit\t\t\tko
층\tlayer\t\t\tno
"""


def found(book):
    problems = [p for p in check_before_publishing(Book(book.project)) if p.rule.startswith("glossary")]
    return [f"{p.rule} {p.path}:{p.line} {p.message}" for p in problems]


def say(book, korean, english):
    book.write("words/glossary.tsv", GLOSSARY)
    book.edit(KO, "나눕니다\n\n", f"{korean}\n\n")
    book.edit(EN, "Halve it\n\n", f"{english}\n\n")


def test_words_to_avoid_are_reported_in_both_languages(book):
    say(book, "과적합과 과대적합", "Overfitting, not over-fitting")
    book.edit("words/labels.ko.toml", '"수"', '"에폭 수"')
    assert found(book) == [
        f"glossary-avoid {EN}:9 uses 'over-fitting'",
        f"glossary-avoid {KO}:9 uses '과적합'",
        "glossary-avoid words/labels.ko.toml:3 uses '에폭'",
    ]


def test_a_row_without_its_tabs_is_reported_and_no_term(book):
    say(book, "과대적합", "Overfitting")
    book.write("words/glossary.tsv", f"{GLOSSARY}손실 함수 loss function\n")
    (problem,) = found(book)
    assert problem.startswith("glossary-form words/glossary.tsv:7 ")
    assert synonyms(book.project, "en")


def test_a_term_of_one_language_is_missed_in_the_other(book):
    say(book, "의사 결정나무와 에포크", "A decision tree and a round")
    assert found(book) == [
        f"glossary-parity {EN}:0 never uses 'epoch', but {KO}:9 uses '에포크'",
        f"glossary-parity {KO}:0 never uses '결정 트리', but {EN}:9 uses 'decision tree'",
    ]


def test_other_forms_substitutes_and_words_with_many_meanings_are_no_problems(book):
    say(
        book,
        "과대적합한 결정트리, 두 바퀴",
        "It overfits: decision-trees, two epochs of a layer, a unit of length",
    )
    assert found(book) == []
    book.edit(KO, "두 바퀴", "두 바퀴의 유닛")
    assert found(book) == []
    book.edit(EN, "a unit of", "some")
    assert found(book) == [f"glossary-parity {EN}:0 never uses 'unit', but {KO}:9 uses '유닛'"]
