"""What the worker finds in a small book. It covers all modules in `execbook/search/worker/`."""

import json

import pytest

from execbook.search.publish import worker
from tools.search.asking import Asked, ask_worker

SYNONYMS = [
    ["주성분 분석", "principal component analysis", "PCA"],
    ["조기 종료", "early stopping", "EarlyStopping"],
    ["누락된 값", "missing value", "결측치"],
    ["소프트맥스", "softmax"],
    ["다항 회귀", "polynomial regression"],
]

BOOK = {
    "pca": {
        "title": "주성분 분석 단계별로 구현하기",
        "text": "<p>분산이 가장 큰 방향을 찾습니다.</p>",
        "names": ["PCA step by step", "한 단계씩 하는 분석"],
    },
    "kernel_pca": {"title": "커널 PCA", "text": "<p>γ가 크면 결과가 달라집니다.</p>"},
    "early_stopping": {
        "title": "EarlyStopping으로 제때 멈추기",
        "text": "<p>조기 종료는 검증 손실이 나아지지 않으면 훈련을 멈춥니다.</p>",
        "about": "인내 횟수를 한 에포크씩 세어 봅니다.",
        "leads": ["훈련 정확도는 높은데 검증 정확도가 낮아요"],
    },
    "missing": {
        "title": "누락된 값",
        "text": "<p>SimpleImputer로 빈 값을 평균으로 채웁니다.</p>",
        "leads": [
            "ValueError: Input X contains NaN. Estimator does not accept missing values encoded as NaN"
        ],
    },
    "categorical": {
        "title": "범주형 데이터",
        "text": "<p>OneHotEncoder는 색깔마다 열을 만듭니다.</p>",
        "leads": ["ValueError: could not convert string to float"],
    },
    "softmax": {"title": "소프트맥스 함수", "text": "<p>값이 크면 nan이 나옵니다. σ(z)와 다릅니다.</p>"},
    "graph": {"title": "텐서보드로 보는 그래프", "text": "<p>tf.function이 그래프를 만듭니다.</p>"},
    "functions": {"title": "활성화 함수", "text": "<p>여러 함수를 비교합니다.</p>"},
    "residuals": {"title": "다항 회귀와 잔차", "text": "<p>잔차를 그립니다.</p>"},
    "forest": {"title": "랜덤 포레스트", "text": "<p>나무를 여럿 심습니다.</p>"},
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Asked]:
    """The answers to all queries below, asked at once."""
    folder = tmp_path_factory.mktemp("search")
    docs = [{"location": f"{key}/", **page} for key, page in BOOK.items()]
    (folder / "index.json").write_text(json.dumps({"config": {}, "docs": docs}), "utf-8")
    (folder / "worker.js").write_text(worker(SYNONYMS), "utf-8")
    queries = [query for query, _ in (*WHOLE, *PARTIAL)] + NOTHING
    asked = ask_worker(folder / "worker.js", folder / "index.json", queries)
    return {query: Asked(0, 0, [asked.answers[number]]) for number, query in enumerate(queries)}


WHOLE = [
    # the name of a method by its sound, its letters one by one, and with a particle
    ("심플임퓨터", "missing"),
    ("원핫 인코더", "categorical"),
    ("얼리스토핑은", "early_stopping"),
    ("피씨에이", "pca"),
    ("커널 피시에이", "kernel_pca"),
    # one letter wrong, in a word or in one of several
    ("소프트맥쓰", "softmax"),
    ("다항 회기", "residuals"),
    ("주성문 분석", "pca"),
    ("softmx", "softmax"),
    # Greek letters by their names
    ("gamma", "kernel_pca"),
    ("Σ", "softmax"),
    # whole questions
    ("소프트맥스가 뭐야", "softmax"),
    ("what is softmax", "softmax"),
    ("조기 종료는 어떻게 하나요?", "early_stopping"),
    ("훈련 정확도는 높은데 검증 정확도가 낮아요", "early_stopping"),
    # messages, with the reader's own names and numbers, and with what stands before them
    ("ValueError: could not convert string to float: '서울'", "categorical"),
    (
        "ValueError: Input X contains NaN. SVC does not accept missing values encoded as NaN natively.",
        "missing",
    ),
    (
        'Traceback (most recent call): File "a.py", line 3 ValueError: could not convert string to float',
        "categorical",
    ),
    # a dotted name is one word; NaN is more than a missing value
    ("tf.function", "graph"),
    ("nan", "softmax"),
    # the other language's title, a former title, the description
    ("step by step", "pca"),
    ("한 단계씩", "pca"),
    ("인내 횟수", "early_stopping"),
]

PARTIAL = [
    ("소프트맥스 코끼리 목도리", "softmax"),
    ("커널 크기", "kernel_pca"),
]

NOTHING = ["코끼리", "블록체인", "elephant", "spring"]


@pytest.mark.parametrize(("query", "key"), WHOLE)
def test_the_page_is_found(answers: dict[str, Asked], query: str, key: str) -> None:
    [first, *_] = answers[query].pages(0)
    assert (first.key, first.is_partial) == (key, False)


@pytest.mark.parametrize(("query", "key"), PARTIAL)
def test_a_page_that_lacks_a_word_says_so(answers: dict[str, Asked], query: str, key: str) -> None:
    [first, *_] = answers[query].pages(0)
    assert (first.key, first.is_partial) == (key, True)
    [section, *_] = answers[query].answers[0][0]
    assert section["terms"]
    assert set(section["terms"]) <= set(query.split())


@pytest.mark.parametrize("query", NOTHING)
def test_what_is_in_no_page_is_not_found(answers: dict[str, Asked], query: str) -> None:
    assert answers[query].pages(0) == []


def test_enter_opens_no_page_with_some_of_the_words_before_one_with_all(answers: dict[str, Asked]) -> None:
    scores = {True: [], False: []}
    for page, found in zip(answers["주성문 분석"].answers[0], answers["주성문 분석"].pages(0), strict=True):
        scores[found.is_partial].append(max(section["score"] for section in page))
    assert max(scores[True], default=0) <= min(scores[False])
