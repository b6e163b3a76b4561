"""How words are analysed before they are looked up in Hunspell."""

import pytest

from execbook.languages.spelling.forms import korean, words


def parts(text, source=None):
    return [(language, word) for language, word, _ in words(text, source or text)]


def test_words_are_distinguished_from_code_and_endings():
    assert parts("The tf.data pipeline, x_train and fit(); don't e-mail a@b.org") == [
        ("en", "The"),
        ("en", "pipeline"),
        ("en", "and"),
        ("en", "don't"),
        ("en", "mail"),
    ]
    assert parts("      은 NumPy로 th", "`fit`은 NumPy로 $k$-th")[:3] == [
        ("ko", "은"),
        ("ko", "로"),
        ("en", "NumPy"),
    ]
    assert parts("   -th", "$k$-th") == []


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("신경망끼리는", ["신경망", "나무는"]),
        ("셋뿐입니다", ["셋", "책입니다"]),
        ("쓰느냐에", ["쓰느냐"]),
        ("둥글어집니다", ["둥글어", "집니다"]),
        ("약분되므로", ["약분", "되므로"]),
    ],
)
def test_what_the_dictionary_lacks_may_be_made_of_what_it_has(word, way):
    assert way in korean(word, attached=False)


def test_an_ending_is_tried_after_nouns_of_all_kinds():
    ways = korean("으로", attached=True)
    assert ["책으로"] in ways and ["나무으로"] in ways
    assert ["책으로"] not in korean("으로", attached=False)
