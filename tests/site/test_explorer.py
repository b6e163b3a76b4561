"""The explorers in a browser: their numbers are those of the runs, their code runs, no mouse is needed."""

import ast
import gzip
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect
from scipy.special import expit

from execbook.project import Project
from execbook.records.store import Store
from tests import LANGUAGES, ROOT
from tests.site import firefox
from tests.site.axe import violations
from tests.site.browser import find_firefox

ON = {
    "activation": ("all", "logistic", "relu", "tanh"),
    "softmax": ("cross_entropy", "softmax"),
    "stack": ("vanishing",),
    "playground": ("any_function", "relu", "why_nonlinear"),
}
"""The pages of the part on activation functions that have each explorer."""

NAMES = {
    "activation": {"en": "Move z yourself", "ko": "직접 움직여 보기"},
    "softmax": {"en": "The softmax triangle", "ko": "소프트맥스 삼각형"},
    "stack": {"en": "Stack layers yourself", "ko": "깊은 신경망 쌓아 보기"},
    "playground": {"en": "Train a network yourself", "ko": "신경망을 훈련해 보기"},
}
FIRST = {name: pages[0] for name, pages in ON.items()}
KERAS = ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu")
"""The functions of the snippets in the explorer's order, which has the step before them."""

STATES = {
    "activation": ("-1,564,0,0.2,1", "-10,12,2,0.2,1", "0.5,1023,1,0.01,0.5"),
    "softmax": ("1.78,0.76,1.65,1,1", "-3,10,2.5,0.5,0", "10,-10,0,0.1,1"),
    "stack": ("0,30,3,0", "1,12,1,1.5", "2,50,0,4.25"),
    "playground": ("0,1,8,3,200", "1,3,12,4,150", "0,2,20,5,60"),
}
"""Three states of each, as the address holds them."""


def opened(page: Page, host: str, name: str, state: str = "", language: str = "en", on: str = "") -> Locator:
    """The explorer on its first page or on another, with its controls, come into view or in a given state."""
    address = f"{host}{language}/activations/{on or FIRST[name]}/"
    page.goto(f"{address}?{name}={state}#xb-{name}" if state else address)
    explorer = page.locator(f"#xb-{name}")
    if not state:
        explorer.scroll_into_view_if_needed()
    expect(explorer.locator(".xb-state")).to_be_attached()
    return explorer


def table(explorer: Locator) -> dict[str, list[float]]:
    """The numbers of each row as they are shown, in full precision, by the row's name."""
    rows = explorer.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('th').textContent,"
        " ...[...row.querySelectorAll('data')].map(data => data.value)])"
    )
    return {name: [float(number) for number in numbers] for name, *numbers in rows}


def drawn(page: Page) -> None:
    """Wait until the page has drawn what was changed: explorers draw once a frame."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def code_of(explorer: Locator) -> str:
    explorer.locator("summary").click()
    expect(explorer.locator("code")).to_contain_text("import numpy as np")
    return explorer.locator("code").text_content() or ""


def output_of(code: str, folder: Path) -> str:
    """What the code prints when it is run as a file."""
    path = folder / "state.py"
    path.write_text(code, "utf-8")
    environment = {**os.environ, "MPLBACKEND": "agg", "PYTHONWARNINGS": "error"}
    run = [sys.executable, str(path)]
    done = subprocess.run(run, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def function_of(snippet: str, name: str, **names: object) -> Callable:
    """A function of a snippet, without running the rest of it."""
    tree = ast.parse((ROOT / f"snippets/{snippet}.py").read_text("utf-8"))
    tree.body = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    namespace = {"np": np, "expit": expit, **names}
    exec(compile(tree, snippet, "exec"), namespace)
    return namespace[name]


# ---- All of them ----


@pytest.mark.parametrize(
    ("name", "state"), [(name, one) for name, states in STATES.items() for one in states]
)
def test_the_code_of_a_state_runs_and_prints_what_is_shown(host, page, tmp_path, name, state):
    explorer = opened(page, host, name, state)
    shown = table(explorer)
    printed = output_of(code_of(explorer), tmp_path)
    match name:
        case "activation":
            for function, (value, slope) in shown.items():
                line = next(line for line in printed.splitlines() if line.startswith(f"{function} "))
                numbers = [float(one) for one in re.findall(r"(?:value|slope) (\S+?)(?:,|$)", line)]
                assert numbers == pytest.approx([value, slope], rel=2e-6, abs=1e-15, nan_ok=True), function
        case "softmax":
            rows = {line[:6].strip(): line[6:].split() for line in printed.splitlines()[1:]}
            columns = dict(zip(("p", "y", "p - y", "dL/dz"), zip(*shown.values(), strict=True), strict=True))
            for row, numbers in columns.items():
                assert [float(one) for one in rows[row]] == pytest.approx(numbers, abs=5.1e-5), row
            loss = float(explorer.locator(".xb-says data").get_attribute("value"))
            assert printed.startswith(f"loss: {loss:.4f}\n")
        case "stack":
            for row, (share, each) in shown.items():
                assert f"{row:8} left: {share:.1e}, a layer: {each:.2f}\n" in printed
        case "playground":
            assert f"training loss: {shown['training loss'][0]:.4f}\n" in printed
            for row in ("training accuracy", "test accuracy"):
                assert f"{row}: {shown[row][0]:.3f}\n" in printed
            if silent := shown.get("dead units") or shown.get("units never positive"):
                assert f"units never positive: {silent[0]:.0f} /" in printed


@pytest.mark.parametrize("name", STATES)
def test_korean_code_runs_too_and_speaks_korean(host, page, tmp_path, name):
    explorer = opened(page, host, name, STATES[name][0], "ko")
    code = code_of(explorer)
    assert re.match('"""[가-힣]', code)
    english = opened(page, host, name, STATES[name][0])
    assert output_of(code, tmp_path) == output_of(code_of(english), tmp_path)


@pytest.mark.parametrize("name", STATES)
def test_the_code_can_be_downloaded_and_copied(host, page, name):
    explorer = opened(page, host, name, STATES[name][1])
    code = code_of(explorer)
    with page.expect_download() as download:
        explorer.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == f"{name}.py"
    assert download.value.path().read_text("utf-8") == code
    assert explorer.get_by_role("button", name="Copy the code").get_attribute("data-clipboard-text") == code


@pytest.mark.parametrize("name", STATES)
def test_a_link_holds_the_state(host, page, name):
    shown = table(opened(page, host, name, STATES[name][2]))
    link = page.locator(f"#xb-{name}").get_by_role("link", name="Link to this state").get_attribute("href")
    assert f"?{name}={STATES[name][2]}#xb-{name}" in link
    # What is no state is passed over.
    odd = table(opened(page, host, name, "1e9,x,-7,,99"))
    assert odd and odd != shown


@pytest.mark.parametrize("name", STATES)
def test_a_change_goes_into_the_address_and_is_told_once_the_hand_rests(host, page, name):
    page.clock.install(time=0)
    explorer = opened(page, host, name, STATES[name][0])
    before = table(explorer)
    page.clock.pause_at(3_600_000)  # so that it is known which of its timers have run
    explorer.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(400)
    assert table(explorer) != before
    status = explorer.get_by_role("status")
    assert status.text_content() == ""
    page.clock.run_for(800)
    assert len(status.text_content()) > 40
    assert f"?{name}={STATES[name][0]}" not in page.url and f"?{name}=" in page.url


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_fault_that_axe_knows(host, open_context, name, scheme):
    page = open_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}).new_page()
    for language in LANGUAGES:
        explorer = opened(page, host, name, STATES[name][0], language)
        code_of(explorer)
        assert list(violations(page)) == []


@pytest.mark.parametrize("name", STATES)
def test_on_a_phone_nothing_sticks_out_and_nothing_moves(host, open_context, name):
    page = open_context(viewport={"width": 360, "height": 800}, color_scheme="dark").new_page()
    for language in LANGUAGES:
        explorer = opened(page, host, name, "", language)
        expect(page.get_by_role("group", name=NAMES[name][language])).to_have_count(1)
        assert explorer.evaluate("box => box.scrollWidth - box.clientWidth") == 0
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
        reserved = explorer.evaluate("box => parseFloat(getComputedStyle(box).minHeight)")
        assert -4 < explorer.bounding_box()["height"] - reserved < 4


@pytest.mark.parametrize("name", STATES)
def test_without_scripts_no_dead_control_shows(host, open_context, name):
    page = open_context(java_script_enabled=False).new_page()
    for on in ON[name]:
        page.goto(f"{host}en/activations/{on}/")
        assert page.locator(f"#xb-{name}").bounding_box()["height"] == 0
        if on != "cross_entropy":
            expect(page.locator(".xb-example .xb-svg svg, [data-example] .xb-svg svg").first).to_be_attached()


def test_is_light_and_loaded_on_its_pages_alone_when_it_comes_into_view(real_site, host, page):
    for language in LANGUAGES:
        assets = real_site / language / "assets"
        files = {path.name: len(gzip.compress(path.read_bytes())) for path in assets.rglob("explorer*.*")}
        assert {f"explorer_{name}.js" for name in ON} < files.keys()
        assert sum(files.values()) - files["explorer_activation.js"] < 25e3  # as they are served
        for name, pages in ON.items():
            naming = [
                path.parent.relative_to(real_site / language).as_posix()
                for path in sorted((real_site / language).rglob("*.html"))
                if f'data-explorer="{name}"' in path.read_text("utf-8")
            ]
            assert naming == [f"activations/{one}" for one in pages]
        loading = {
            path.parent.name
            for path in (real_site / language).rglob("*.html")
            if re.search(r"<(?:script|link)[^>]*explorer", path.read_text("utf-8"))
        }
        assert loading == {one for pages in ON.values() for one in pages}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(urlsplit(request.url).path).name))
    page.goto(f"{host}en/activations/relu/")
    page.wait_for_load_state("networkidle")
    assert {one for one in asked if "explorer" in one} == {"explorers_on_demand.js"}
    page.locator("#xb-playground").scroll_into_view_if_needed()
    expect(page.locator("#xb-playground .xb-state")).to_be_attached()
    assert "explorer_playground.js" in asked and "explorer_stack.js" not in asked


def test_a_file_that_does_not_come_is_asked_for_again_at_a_touch(host, page):
    page.route("**/explorer_softmax.js", lambda route: route.abort(), times=1)
    page.goto(f"{host}en/activations/softmax/")
    explorer = page.locator("#xb-softmax")
    with page.expect_event("requestfailed"):
        explorer.scroll_into_view_if_needed()
    expect(page.locator("script[src$='explorer_softmax.js']")).to_have_count(0)
    explorer.click()
    expect(explorer.locator(".xb-state")).to_be_attached()


def test_keeps_to_the_policy_in_both_browsers(host, page):
    violated: list[str] = []
    page.on("console", lambda message: violated.append(message.text))
    page.on("pageerror", lambda error: violated.append(str(error)))
    for name, states in STATES.items():
        explorer = opened(page, host, name, states[0])
        explorer.get_by_role("slider").first.press("ArrowRight")
        code_of(explorer)
        drawn(page)
    assert violated == []
    fox = find_firefox()
    assert fox, "there is no Firefox: install it, or set FIREFOX"
    pages = [f"en/activations/{FIRST[name]}/?{name}={states[0]}" for name, states in STATES.items()]
    assert not any(firefox.complaints(fox, host, pages).values())


# ---- The activation explorer ----


def test_shows_what_keras_computed(host: str, page: Page) -> None:
    store = Store(Project(ROOT))
    points, slopes = (store.current_record(f"activations/all_{name}").values for name in ("points", "slopes"))
    explorer = opened(page, host, "activation")
    for box in explorer.get_by_role("checkbox").all():
        box.check()
    z = explorer.get_by_role("spinbutton", name="Net input z")

    def at(net_input: str) -> dict[str, list[float]]:
        z.fill(net_input)
        expect(explorer.locator("tbody tr").nth(1).locator("data").first).to_have_attribute(
            "value", net_input
        )
        return table(explorer)

    for place, net_input in enumerate(("-2", "0", "2")):
        shown = list(at(net_input).values())[1:]
        for name, (value, slope) in zip(KERAS, shown, strict=True):
            assert value == pytest.approx(points[f"value[{name}][{place}]"], abs=1e-6), (name, net_input)
            assert slope == pytest.approx(points[f"slope[{name}][{place}]"], abs=1e-6), (name, net_input)
    for name, (_, slope) in zip(KERAS, list(at("-3").values())[1:], strict=True):
        assert slope == pytest.approx(slopes[f"slope_left[{name}]"], abs=1e-6), name

    # The parameters: exp(-3) - 1 = -0.950213
    explorer.get_by_role("spinbutton", name="α of leaky ReLU").fill("0.01")
    explorer.get_by_role("spinbutton", name="α of ELU").fill("0.5")
    drawn(page)
    shown = table(explorer)
    assert shown["leaky ReLU"] == pytest.approx((-0.03, 0.01))
    assert shown["ELU"] == pytest.approx((-0.475106, 0.024894), abs=1e-6)
    assert shown["step"] == [0, 0]
    z.fill("9")  # outside: what was right stays
    drawn(page)
    assert table(explorer) == shown


def test_a_wider_range_shows_saturation(host, page):
    store = Store(Project(ROOT))
    slopes = store.current_record("activations/logistic").values
    explorer = opened(page, host, "activation", on="logistic")
    z = explorer.get_by_role("spinbutton", name="Net input z")
    explorer.get_by_role("radio", name="±20").check()
    for net_input in (-10, 10):
        z.fill(str(net_input))
        drawn(page)
        assert table(explorer)["logistic"][1] == pytest.approx(slopes[f"slope[{net_input}]"], rel=1e-9)
    expect(explorer).to_contain_text("4.54e−5")  # a slope of 0.0000 would hide that there is one
    explorer.get_by_role("radio", name="±4").check()
    expect(explorer.get_by_role("slider", name="Net input z")).to_have_value("4")


def test_by_keyboard_and_for_screen_readers(host: str, page: Page) -> None:
    page.clock.install(time=0)
    explorer = opened(page, host, "activation")
    page.clock.pause_at(3_600_000)  # so that it is known which of its timers have run
    assert list(table(explorer)) == ["logistic", "ReLU", "leaky ReLU", "GELU"]
    gelu = explorer.get_by_role("checkbox", name="GELU")
    gelu.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past the range of z
    page.keyboard.press("ArrowRight")  # the net input's range, from -1
    page.clock.run_for(100)
    assert table(explorer)["logistic"][0] == pytest.approx(0.278885, abs=1e-6)  # at -0.95
    expect(explorer.get_by_role("spinbutton", name="Net input z")).to_have_value("-0.95")
    status = explorer.get_by_role("status")
    page.clock.run_for(500)
    assert status.text_content() == ""  # not at every step
    page.clock.run_for(300)
    expect(status).to_contain_text("z = −0.95. logistic: value 0.2789, slope 0.2011. ReLU: value 0.0000")
    assert "GELU" not in status.text_content()
    expect(explorer.get_by_role("slider", name="α of ELU")).to_be_hidden()


def test_z_can_be_taken_along_in_the_drawing(host, open_context):
    page = open_context(viewport={"width": 360, "height": 800}, color_scheme="dark").new_page()
    explorer = opened(page, host, "activation", language="ko")
    drawing = explorer.locator("figure > svg").first
    drawing.click(position={"x": drawing.bounding_box()["width"] * 36 / 320, "y": 40})
    expect(explorer.get_by_role("slider", name="최종 입력 z")).to_have_value("-4")


# ---- The softmax triangle ----


def test_the_triangle_shows_what_the_pages_recorded(host, page):
    store = Store(Project(ROOT))
    recorded = store.current_record("activations/cross_entropy").values
    explorer = opened(page, host, "softmax", on="cross_entropy")
    shown = list(table(explorer).values())
    for k, (p, y, difference, derivative) in enumerate(shown):
        assert p == pytest.approx(recorded[f"p[{k}]"], abs=1e-9) and y == recorded[f"y[{k}]"]
        assert difference == pytest.approx(recorded[f"differences[{k}]"], abs=1e-8) == derivative
    loss = float(explorer.locator(".xb-says data").get_attribute("value"))
    assert loss == pytest.approx(recorded["loss"], abs=1e-9)


def test_the_point_follows_keyboard_mouse_and_finger(host, open_context):
    page = open_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    explorer = opened(page, host, "softmax")
    triangle = explorer.locator("figure > svg").nth(1)
    triangle.scroll_into_view_if_needed()
    box = triangle.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] * (22 + 115.5) / 214)
    drawn(page)
    assert [row[0] for row in table(explorer).values()] == pytest.approx([1 / 3] * 3, abs=0.03)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * 24 / 214, steps=3)
    page.mouse.up()
    drawn(page)
    assert table(explorer)["3"][0] > 0.95
    explorer.get_by_role("slider", name="Net input z1").focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    drawn(page)
    assert table(explorer)["1"][0] > 0.95
    explorer.get_by_role("radio", name="class 1").check()
    drawn(page)
    assert table(explorer)["1"][1] == 1


# ---- The deep stack ----


@pytest.mark.parametrize(
    "state", [(0, 30, 3, 0), (0, 30, 3, 4), (1, 30, 3, 0), (2, 30, 3, 0), (2, 30, 3, 1), (1, 7, 2, 3)]
)
def test_the_stack_computes_as_the_snippet(host, page, state):
    f, depth, width, power = state
    units = (10, 25, 50, 100)[width]
    phi, slope = (
        (expit, lambda a: a * (1 - a)),
        (np.tanh, lambda a: 1 - a**2),
        (lambda z: np.maximum(0, z), lambda a: a > 0),
    )[f]
    sizes = function_of("activations/vanishing", "sizes_by_layer")
    signals, shares = sizes(phi, slope, 2**power / units, 0, depth, units)
    shown = table(opened(page, host, "stack", ",".join(map(str, state))))
    assert shown["signal"][0] == pytest.approx(signals[-1], rel=1e-3 if signals[-1] < 1e-12 else 1e-9)
    assert shown["gradient"][0] == pytest.approx(shares[-1], rel=1e-9)


def test_a_reader_finds_the_edge(host, page):
    explorer = opened(page, host, "stack")
    explorer.get_by_role("radio", name="ReLU").check()
    variance = explorer.get_by_role("slider", name="Variance of the weights")
    ends = {}
    for power in ("0", "1", "3"):
        variance.fill(power)
        drawn(page)
        ends[variance.get_attribute("aria-valuetext")] = (
            explorer.locator("tbody tr").nth(1).inner_text().split()[-1]
        )
    assert ends == {"1/n": "vanishes", "2/n": "kept", "8/n": "explodes"}
    expect(explorer.get_by_role("status")).to_contain_text(
        "ReLU, 30 layers of 100 units, variance 8/n. The signal explodes"
    )


# ---- The playground ----


@pytest.mark.parametrize(
    ("state", "slope", "rate"),
    [("0,1,100,5,200", 0.0, 2), ("0,2,100,5,200", 0.1, 2), ("0,1,30,3,200", 0.0, 0.5)],
)
def test_the_playground_trains_as_the_snippet(host, page, state, slope, rate):
    train = function_of("activations/relu_leaky", "train")
    units = int(state.split(",")[2])
    silent, accuracy, _ = train(slope, rate, 0, 200, units)
    shown = table(opened(page, host, "playground", state))
    assert shown["test accuracy"][0] == pytest.approx(accuracy, abs=0.0011)
    assert list(shown.values())[4] == [pytest.approx(silent * units)]


def test_a_network_is_trained_by_keyboard(host, page):
    explorer = opened(page, host, "playground", on="why_nonlinear")
    assert table(explorer)["steps"] == [0]
    explorer.get_by_role("radio", name="ReLU", exact=True).check()
    train = explorer.get_by_role("button", name="Train")
    train.focus()
    page.keyboard.press("Enter")
    expect(explorer.get_by_role("button", name="Pause")).to_be_focused()
    page.wait_for_function("() => +document.querySelector('#xb-playground data').value > 60")
    page.keyboard.press("Enter")
    drawn(page)
    steps = table(explorer)["steps"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    drawn(page)
    assert table(explorer)["steps"] == [steps[0] + 10] and table(explorer)["test accuracy"][0] > 0.85
    expect(explorer.get_by_role("status")).to_contain_text("test accuracy 0.")
    explorer.get_by_role("button", name="Restart").click()
    drawn(page)
    assert table(explorer)["steps"] == [0]


def test_dead_units_are_grey_and_counted(host, page):
    explorer = opened(page, host, "playground", "0,1,30,8,100")
    dead = table(explorer)["dead units"][0]
    assert dead > 0
    lines = explorer.locator(".xb-dead").get_attribute("d")
    assert 0 < lines.count("L") <= dead
    grey, alive = (
        explorer.locator(one).evaluate("path => getComputedStyle(path).stroke")
        for one in (".xb-dead", ".xb-hinge")
    )
    assert grey != alive


def test_nothing_moves_for_those_who_want_no_motion(host, open_context):
    page = open_context(reduced_motion="reduce").new_page()
    explorer = opened(page, host, "playground")
    explorer.get_by_role("button", name="Train").click()
    drawn(page)
    assert table(explorer)["steps"] == [200]
    expect(explorer.get_by_role("button", name="Train")).to_be_visible()
