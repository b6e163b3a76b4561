"""The typography of a finished page: no lines that begin with a particle, and curly quotation marks.

Covers execbook/delivery/page.py: the pages here are completed by it.
"""

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
        ("<code>None</code>이", True),
        ("<a href='x'><code>None</code></a>이", True),
        ("<kbd>n</kbd>을", True),
        ("<code>None</code> 값", False),
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


@pytest.mark.parametrize(
    ("written", "curled"),
    [
        ("\"그림\"을 '값'이라고", "“그림”을 ‘값’이라고"),
        ("don't say \"no\", the units' sum", "don’t say “no”, the units’ sum"),
        ('("a") "\'a\' b"', "(“a”) “‘a’ b”"),
        ("&quot;a&quot; &#39;b&#39;", "“a” ‘b’"),
        ('<em>"a"</em>"b"', "<em>“a”</em>”b”"),
        ('"<code>"x"</code>"가', '“<code>"x"</code>\u2060”가'),
        ('<pre><code>"x"</code></pre>"y"', '<pre><code>"x"</code></pre>“y”'),
        ('<p>a</p>"b"', "<p>a</p>“b”"),
        ("<math><mo>'</mo></math><data title=\"x\">'y'</data>", None),
        ('<svg><title>"x"</title></svg>', None),
        ("<a title=\"'x'\">“이미”</a>", None),
    ],
)
def test_quotation_marks_are_curly_but_in_code(written, curled):
    html = Page(f"{HEAD}<article><p>{written}</p></article></body></html>").completed().html
    assert f"<p>{curled or written}</p>" in html
    assert Page(html).completed().html == html
