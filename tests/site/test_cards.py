"""What networks and messengers read of every page of the real site: title, words, a picture that is there."""

import html
import struct
from pathlib import Path

from execbook.site.build import configured_url
from execbook.site.cards import META
from tests import LANGUAGES

LOCALES = {"ko": "ko_KR", "en": "en_GB"}


def test_every_page_can_be_shared(real_site: Path) -> None:
    titles: dict[tuple[str, str], Path] = {}
    cards = set()
    for page in sorted(real_site.rglob("*.html")):
        if page.name == "404.html":
            continue
        text = page.read_text("utf-8")
        meta = {match["name"]: html.unescape(match["content"]) for match in META.finditer(text)}
        place = page.relative_to(real_site)
        language = place.parts[0] if len(place.parts) > 1 else LANGUAGES[0]
        assert meta["og:title"] and meta["og:description"], place
        assert meta["og:locale"] == LOCALES[language], place
        assert meta["og:locale:alternate"] in set(LOCALES.values()) - {meta["og:locale"]}, place
        assert f'<link rel="canonical" href="{meta["og:url"]}">' in text, place
        assert meta["twitter:card"] == "summary_large_image", place
        assert (language, meta["og:title"]) not in titles, place
        titles[language, meta["og:title"]] = place
        assert meta["og:image"].startswith(configured_url()), place
        card = real_site / meta["og:image"].removeprefix(configured_url())
        cards.add(card)
        head = card.read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR", place
        size = struct.unpack(">II", head[16:])
        assert size == (1200, 630) == (int(meta["og:image:width"]), int(meta["og:image:height"])), place
        assert card.stat().st_size < 100_000, place
    assert cards == set((real_site / "cards").rglob("*.png"))
