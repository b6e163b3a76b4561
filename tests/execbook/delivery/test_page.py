"""What a finished page is spared: lines that begin with a particle."""

from __future__ import annotations

import pytest

from execbook.delivery.page import Page

HEAD = '<!doctype html><html><head><meta charset="utf-8"></head><body>'
JOINED = "\u2060"


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("<math><mi>p</mi></math>일 때", True),
        ("라이브러리(Keras)가", True),
        ("<code>fit()</code>은", True),
        ('<data title="x">57%</data>를', True),
        ("<a href='x'>함수(<b>f</b>)</a>를", True),
        ("<math><mi>p</mi></math>.", True),
        ("<math><mi>p</mi></math> 값", False),
        ("함수를", False),
        ("<p>끝)</p><p>가</p>", False),
        ("<pre>f(x)를</pre>", False),
        ('<a title="(x)를">가</a>', False),
    ],
)
def test_a_particle_stays_at_its_word(written, held):
    html = Page(f"{HEAD}<article><p>{written}</p></article></body></html>").completed().html
    assert (JOINED in html) == held
    assert written in html.replace(JOINED, "")
    assert Page(html).completed().html == html


def test_titles_outside_the_article_stay_what_their_names_say():
    html = (
        Page(f'{HEAD}<article></article><a aria-label="붓꽃(Iris)을">붓꽃(Iris)을</a></body></html>')
        .completed()
        .html
    )
    assert JOINED not in html
