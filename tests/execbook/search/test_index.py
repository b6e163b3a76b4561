"""What the index of the search leaves out, and which part each page belongs to."""

from execbook.search.index import parts_of, slim

NAV = [
    {"시작하기": ["index.md", "start/setup.md"]},
    {"활성화 함수": ["activations/index.md", "activations/relu.md", "activations/lab.ipynb"]},
    "data.md",
    {"소개": "about.md"},
]


def test_every_page_beneath_a_title_belongs_to_that_part():
    assert parts_of(NAV) == {
        "": "시작하기",
        "start/setup/": "시작하기",
        "activations/": "활성화 함수",
        "activations/relu/": "활성화 함수",
        "activations/lab/": "활성화 함수",
    }


def test_pages_keep_tags_and_part_and_sections_keep_only_their_text():
    docs = [
        {
            "location": "activations/relu/",
            "title": "렐루",
            "text": "<p>둘은\n  <code>0</code></p>",
            "tags": ["학습률"],
        },
        {
            "location": "activations/relu/#run",
            "title": "실행",
            "text": "<pre><code>a\n  b</code></pre>",
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
    assert slim({"config": {"lang": ["ko"]}, "docs": docs}, NAV) == {
        "config": {"lang": ["ko"]},
        "docs": [
            {
                "location": "activations/relu/",
                "title": "렐루",
                "text": "<p>둘은 0</p>",
                "part": "활성화 함수",
                "tags": ["학습률"],
            },
            {"location": "activations/relu/#run", "title": "실행", "text": "<pre>a\n  b</pre>"},
        ],
    }
