"""The activation explorer in a browser: its numbers are those of the runs, and it needs no mouse."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from execbook.project import Project
from execbook.records.store import Store
from tests import LANGUAGES, ROOT

PAGE = "en/activations/all/"
KERAS = ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu")
"""The functions of the snippets in the explorer's order, which has the step before them."""


def table(page: Page) -> dict[str, tuple[float, float]]:
    """Value and slope as the explorer shows them, in full precision, by function."""
    rows = page.locator(".xb-points tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('th').textContent,"
        " ...[...row.querySelectorAll('data')].map(data => data.value)])"
    )
    return {name: (float(value), float(slope)) for name, value, slope in rows}


def test_shows_what_keras_computed(host: str, page: Page) -> None:
    store = Store(Project(ROOT))
    points, slopes = (store.current_record(f"activations/all_{name}").values for name in ("points", "slopes"))
    page.goto(host + PAGE)
    explorer = page.get_by_role("group", name="Move z yourself")
    for box in explorer.get_by_role("checkbox").all():
        box.check()
    z = explorer.get_by_role("spinbutton", name="Net input z")
    for place, net_input in enumerate(("-2", "0", "2")):
        z.fill(net_input)
        shown = list(table(page).values())[1:]
        for name, (value, slope) in zip(KERAS, shown, strict=True):
            assert value == pytest.approx(points[f"value[{name}][{place}]"], abs=1e-6), (name, net_input)
            assert slope == pytest.approx(points[f"slope[{name}][{place}]"], abs=1e-6), (name, net_input)
    z.fill("-3")
    for name, (_, slope) in zip(KERAS, list(table(page).values())[1:], strict=True):
        assert slope == pytest.approx(slopes[f"slope_left[{name}]"], abs=1e-6), name

    # The parameters: exp(-3) - 1 = -0.950213
    explorer.get_by_role("spinbutton", name="α of leaky ReLU").fill("0.01")
    explorer.get_by_role("spinbutton", name="α of ELU").fill("0.5")
    shown = table(page)
    assert shown["leaky ReLU"] == pytest.approx((-0.03, 0.01))
    assert shown["ELU"] == pytest.approx((-0.475106, 0.024894), abs=1e-6)
    assert shown["step"] == (0, 0)
    z.fill("9")  # outside: what was right stays
    assert table(page) == shown


def test_by_keyboard_and_for_screen_readers(host: str, page: Page) -> None:
    page.clock.install(time=0)
    page.goto(host + PAGE)
    page.clock.pause_at(3_600_000)  # so that it is known which of its timers have run
    explorer = page.get_by_role("group", name="Move z yourself")
    assert list(table(page)) == ["logistic", "ReLU", "leaky ReLU", "GELU"]
    gelu = explorer.get_by_role("checkbox", name="GELU")
    gelu.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # the net input's range, from -1
    assert table(page)["logistic"][0] == pytest.approx(0.278885, abs=1e-6)  # at -0.95
    expect(explorer.get_by_role("spinbutton", name="Net input z")).to_have_value("-0.95")
    status = explorer.get_by_role("status")
    page.clock.run_for(600)
    assert status.text_content() == ""  # not at every step
    page.clock.run_for(200)
    expect(status).to_contain_text("z = −0.95. logistic: value 0.2789, slope 0.2011. ReLU: value 0.0000")
    assert "GELU" not in status.text_content()
    expect(explorer.get_by_role("slider", name="α of ELU")).to_be_hidden()


def test_on_a_phone_nothing_sticks_out_and_nothing_moves(
    host: str, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport={"width": 360, "height": 800}, color_scheme="dark").new_page()
    for language, name in (("en", "Move z yourself"), ("ko", "직접 움직여 보기")):
        page.goto(host + PAGE.replace("en", language))
        explorer = page.get_by_role("group", name=name)
        assert explorer.evaluate("box => box.scrollWidth - box.clientWidth") == 0
        reserved = explorer.evaluate("box => parseFloat(getComputedStyle(box).minHeight)")
        assert explorer.bounding_box()["height"] - reserved < 4
    # At the left end of the drawing z is -4.
    drawing = explorer.locator("figure > svg").first
    drawing.click(position={"x": drawing.bounding_box()["width"] * 36 / 320, "y": 40})
    expect(explorer.get_by_role("slider", name="최종 입력 z")).to_have_value("-4")


def test_without_scripts_no_dead_control_shows(
    host: str, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(host + PAGE)
    assert page.locator(".xb-explorer").bounding_box()["height"] == 0
    expect(page.locator("#example-all .xb-svg svg")).to_be_visible()


def test_is_light_and_loaded_on_its_page_alone(real_site: Path) -> None:
    for language in LANGUAGES:
        script = real_site / language / "assets/javascripts/explorer.js"
        assert len(gzip.compress(script.read_bytes())) < 3.2e3
        naming = [
            page.parent.relative_to(real_site / language).as_posix()
            for page in (real_site / language).rglob("*.html")
            if re.search(r"<(?:script|link)[^>]*explorer", page.read_text("utf-8"))
        ]
        assert naming == ["activations/all"]
