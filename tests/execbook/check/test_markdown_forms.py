"""Forms of Markdown that lose or change text are refused with their line; those that do not are accepted.

Covers execbook/check/pages/lists.py, dialects.py, tags.py and dollars.py, and execbook/check/site/words.py.
"""

from pathlib import Path

import markdown
import pytest

from execbook.built import html
from execbook.check.pages import dialects, dollars, lists, tags
from execbook.check.site import words
from execbook.sources.pages import parse_page

EXTENSIONS = ["attr_list", "footnotes", "md_in_html", "tables"]


def page(source):
    return parse_page(source, Path(), "docs/ko/a.md", "ko", "a")


def found(source):
    parsed = page(source)
    reader = lists.Reader(parsed)
    reader.read()
    problems = [*reader.problems, *dialects.problems_of(parsed), *tags.problems_of(parsed)]
    problems += dollars.problems_of(parsed)
    assert all(one.fix and one.path == "docs/ko/a.md" for one in problems)
    return {f"{one.rule}:{one.line}" for one in problems}


REFUSED = {
    "list-after-text:2": [
        "두 가지\n- 하나\n- 둘\n",
        "두 가지\n1. 하나\n",
        "두 가지\n* 하나\n",
        "> 두 가지\n> - 하나\n",
        "`코드`\n- 하나\n",
    ],
    "list-indent:2": ["1. 처음\n  - 안쪽\n2. 다음\n", "- a\n   - b\n", "- a\n        - b\n"],
    "list-indent:3": ["- a\n\n  둘째 문단\n", "1. a\n\n   둘째 문단\n"],
    "list-number:1": [
        "2024. 1. 9.에 썼습니다.\n",
        "1. 9.에 썼습니다.\n",
        "- 2024. 1. 9. 회의\n",
        "> 2024. 1. 9.\n",
        "3. a\n4. b\n",
        "- - 5\n",
    ],
    "list-number:2": ["1. a\n3. b\n"],
    "list-number:5": ["1. a\n\n글\n\n2. b\n"],
    "list-mixed:2": ["1. a\n- b\n", "- a\n1. b\n"],
    "list-mixed:3": ["1. a\n\n- b\n"],
    "table-form:1": ["| a | b |\n| c | d |\n", "|---|---|\n| c | d |\n"],
    "table-form:2": [
        "표\n| 가 | 나 |\n|---|---|\n| a | b |\n",
        "글\n가 | 나\n--- | ---\n다 | 라\n",
        "| a | b |\n|---|\n",
    ],
    "table-form:3": ["| a | b |\n|---|---|\n| c | d | e |\n", "| a | b |\n|---|---|\n| c | $P(A\\|B)$ |\n"],
    "table-form:4": ["| a |\n|---|\n| b |\n다음 문장\n"],
    "dialect:1": [
        "!!! note\n    글\n",
        '??? tip "제목"\n    글\n',
        '=== "탭"\n\n    글\n',
        "> [!NOTE]\n> 글\n",
        ":::note\n글\n:::\n",
        ".. note::\n   글\n",
        "*[HTML]: a\n",
        "- [x] 끝난 일\n",
        "- [ ] 할 일\n",
        "1) 가\n2) 나\n",
        "• 가\n• 나\n",
        "{% raw %}\n",
        "[[링크]]\n",
        "~~지운 말~~입니다\n",
        "~~`지운 코드`~~\n",
        "==강조==와\n",
        "++ctrl+c++\n",
        "H~2~O\n",
        "x^2^\n",
        "좋아:smile:요\n",
        ":+1:\n",
        "\\(x\\)\n",
        "{math}`x`\n",
        "줄\\\n다음\n",
    ],
    "dialect:2": ["용어\n: 뜻\n"],
    "undefined-reference:1": ["글[^1]\n", "[글][없음]\n"],
    "stray-tag:1": [
        "x<y이고 y>z이면\n",
        "a<b and c>d\n",
        "a<b>c\n",
        "List<int>\n",
        "</b>\n",
        "<?php x ?>\n",
        "loss<p, q>0\n",
    ],
    "dollar:1": ["5$에서 9$까지\n", "$5 or 10$\n", "$HOME/$PATH\n", "$5~$10($x$)\n", "| $5 | US$ |\n"],
}


@pytest.mark.parametrize(
    ("where", "source"), [(where, source) for where, sources in REFUSED.items() for source in sources]
)
def test_what_would_not_be_shown_as_meant_is_refused(where, source):
    assert where in found(source)


@pytest.mark.parametrize(
    "source",
    [
        "- a\n- b\n",
        "글\n\n- a\n  이어짐\n- b\n\n글\n",
        "1. a\n2. b\n3. c\n",
        "- a\n    - b\n        - c\n- d\n",
        "- a\n\n    둘째 문단\n\n- b\n",
        "- a:\n\n    1. b\n    2. c\n\n- d\n",
        "글 …\n2019. 그다음\n",
        "2024\\. 1. 9.에 썼습니다.\n",
        "* * *\n",
        "## 제목 {#h}\n- a\n",
        "제목 {#h}\n---\n- a\n",
        "/// note | 제목\n- a\n///\n",
        "| 가 | 나 |\n|---|---|\n| a | b |\n\n글\n",
        "| a | b |\n|:--|--:|\n| `x|y` | {{ v | .2f }} |\n| $P(A|B)$ | c\\|d |\n",
        "가 | 나\n--- | ---\n다 | 라\n",
        "글[^1]\n\n[^1]: 각주\n\n    이어서\n",
        "글\n\n$$\na\n+ b\n- c\n$$\n",
        "글\n$a$ - b\n",
        "[글][a]\n\n[a]: x.md\n",
        "a == b, x != y == z, C++와 C++, 10~20개와 30~40개, 10:30:15, a:b:c, a[0][1]\n",
        "`==a==`와 `x<y이고 y>z`와 $x<y$\n",
        "```text\n!!! note\n```\n",
        "x < y, p<0.05 이고 q>0.1, <https://a.b>, <a@b.c>\n",
        '<div class="x" markdown>\n\n글<br>\n\n</div>\n',
        "<a href='x' download>가</a> <!-- x<y>z -->\n",
        "집값은 $5,000–$50,000, $5만~$10만, US$5에서 US$9까지입니다. $HOME과 $PATH는요?\n",
        "중간값은 $21,200(표준 편차 $9,200)입니다.\n",
        "\\$5와 $x$는 $\\text{손실}$, $2|x|$입니다.\n",
    ],
)
def test_what_is_shown_as_meant_is_accepted(source):
    assert found(source) == set()


def lost(source):
    rendered = markdown.markdown(source, extensions=EXTENSIONS)
    return words.lost(page(source), html.read(f"<article>{rendered}</article>"))


@pytest.mark.parametrize(
    ("source", "line", "missing"),
    [
        ("처음\n\nx<y이고 y>z이면 다릅니다.\n", 3, {"y이고", "y"}),
        ("2024. 1. 9.에 썼습니다.\n", 1, {"2024", "1"}),
        ("| 가 | 나 |\n|---|---|\n| 다 | 라 | 마 |\n", 3, {"마"}),
    ],
)
def test_words_that_vanish_are_named_with_their_line(source, line, missing):
    assert set(lost(source).get(line, [])) >= missing


@pytest.mark.parametrize(
    "source",
    [
        '# 제목 {#t}\n\n**굵게**와 `코드`는 [글](x.md "말")과 ![그림](a.png)입니다.[^n]\n\n[^n]: 각주\n',
        "1. 하나\n2. 둘\n\n글\n\n- &lt;b&gt; AT&amp;T &copy;\n",
        '<div class="a" markdown>\n\n속<br>말 <!-- 숨김 -->\n\n</div>\n',
        "<details open><summary>여는 말</summary>닫힌 말</details>\n",
        '[글][a]과 a_b_c와 _기울임_\n\n[a]: http://x.y "title"\n',
    ],
)
def test_words_that_are_shown_are_not_reported(source):
    assert lost(source) == {}
