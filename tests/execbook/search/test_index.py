"""What the index of the search leaves out."""

from execbook.search.index import About, slim


def test_pages_keep_what_is_known_of_them_and_sections_keep_only_their_text():
    docs = [
        {
            "location": "activations/relu/",
            "title": "렐루",
            "text": "<p>둘은\n  <code>0</code></p> 값 <p>끝</p>",
            "tags": ["학습률"],
        },
        {
            "location": "activations/relu/#run",
            "title": "실행",
            "text": "<pre><code>a  =  1\n\n    b\n</code></pre>",
            "tags": ["학습률"],
        },
        {
            "location": "activations/relu/#next",
            "title": "다음으로",
            "text": "<p>소프트맥스</p>",
            "tags": ["학습률"],
        },
        {"location": "tags/", "title": "태그", "text": ""},
    ]
    about = About("활성화 함수", "죽은 유닛", names=("ReLU",), leads=("loss: nan",))
    assert slim({"config": {"lang": ["ko"]}, "docs": docs}, {"activations/relu/": about}) == {
        "config": {"lang": ["ko"]},
        "docs": [
            {
                "location": "activations/relu/",
                "title": "렐루",
                "text": "<p>둘은 0</p> 값 <p>끝",  # an end tag is kept before text that is in no block
                "part": "활성화 함수",
                "about": "죽은 유닛",
                "names": ("ReLU",),
                "leads": ("loss: nan",),
                "tags": ["학습률"],
            },
            {"location": "activations/relu/#run", "title": "실행", "text": "<pre>a = 1\n b"},
        ],
    }


def test_lines_that_many_examples_have_are_left_out():
    codes = [f"import numpy as np\nn = {number}" for number in range(30)]
    docs = [
        {"location": f"{code[-2:]}/", "title": "", "text": f"<pre><code>{code}</code></pre>"}
        for code in codes
    ]

    def first(number: int) -> str:
        return slim({"config": {}, "docs": docs[:number]}, {})["docs"][0]["text"]

    assert first(30) == "<pre>n = 0"
    assert first(5) == "<pre>import numpy as np\nn = 0"
