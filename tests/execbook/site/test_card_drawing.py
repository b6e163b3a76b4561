"""A card by itself: what it says, and that it is small enough to be fetched by whoever shows it."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from execbook.site import card_drawing
from execbook.site.card_drawing import Card

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100" '
    'fill="currentColor"><rect width="100" height="100" fill="var(--fig-c1)"/></svg>'
)
CARD = Card(
    title="모든 함수를 한 그림에",
    section="활성화 함수",
    site_name="실행하며 배우는 머신러닝",
    description="함수 열 개를 도함수와 함께 그립니다. " * 20,
    figure=None,
    hue=0,
    palette={"c0": "#2463b1", "c1": "#d55e00", "bg": "#ffffff"},
    logo='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="9" height="9"/></svg>',
)


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_shows_title_part_site_and_as_much_of_the_description_as_fits() -> None:
    shown = texts(card_drawing.svg_of(CARD))
    assert shown[:2] == ["활성화 함수", "모든 함수를 한 그림에"]
    assert shown[-1] == "실행하며 배우는 머신러닝"
    assert shown[-2].endswith("…") and len(shown) < 9


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "왜 비선형일까요?",
        "Keeping the best model with ModelCheckpoint",
        "Shuffle, batch, repeat: which?",
    ],
)
def test_no_line_of_a_title_reaches_into_the_figure(title: str) -> None:
    image = Image.open(
        io.BytesIO(card_drawing.png_of(card_drawing.svg_of(replace(CARD, title=title, figure=FIGURE))))
    ).convert("RGB")
    assert image.size == (1200, 630)

    def near(place: tuple[int, int], colour: str) -> bool:
        wanted = bytes.fromhex(colour)
        return all(abs(one - other) < 4 for one, other in zip(image.getpixel(place), wanted, strict=True))

    assert all(near((625, y), "ffffff") for y in range(130, 520))
    assert near((900, 315), "d55e00") and near((10, 315), "2463b1")
    words = [image.getpixel((x, y)) for x in range(72, 600, 2) for y in range(130, 520, 2)]
    assert sum(red < 90 for red, _, _ in words) > 150


def test_a_first_page_of_a_part_does_not_say_its_name_twice() -> None:
    assert texts(card_drawing.svg_of(replace(CARD, title=CARD.section))).count("활성화 함수") == 1


def test_names_the_characters_that_would_be_left_out() -> None:
    assert card_drawing.missing_characters("ReLU와 σ(z) — 렐루") == []
    assert card_drawing.missing_characters("렐루 漢 😀 漢") == ["漢", "😀"]
