"""What a reader can do with an example, in a real browser: copy a part, link to it, compare an own output."""

import pytest
from playwright.sync_api import Page, expect

from execbook.book import Book
from execbook.project import Project
from execbook.records.store import Store
from tests import ROOT
from tests.site.visit import OPEN_ALL_DETAILS

BOOK = Book(Project(ROOT))
WORDS = {
    "ko": ("복사했습니다", "같습니다. 3줄이", "2번째 줄이 다릅니다", "3번째 줄부터 없습니다"),
    "en": ("Copied", "It matches", "Line 2 differs", "Line 3 is missing"),
}
"""Said after copying; when all is the same, when a line differs, when a line is missing."""


@pytest.fixture
def tab(open_context, host):
    """Open a page in a window that may read the clipboard."""
    context = open_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()

    def open_at(address: str) -> Page:
        page.goto(host + address)
        return page

    return open_at


def copied(page: Page) -> str:
    page.wait_for_function("async () => await navigator.clipboard.readText() !== 'nothing'")
    text = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("navigator.clipboard.writeText('nothing')")
    return text


@pytest.mark.parametrize("language", WORDS)
def test_an_example_is_copied_in_part_linked_to_and_compared(tab, host, language):
    done, same, differs, short = WORDS[language]
    relu = BOOK.shown("activations/relu", language).source
    page = tab(f"{language}/activations/relu/")
    page.evaluate("navigator.clipboard.writeText('nothing')")
    example = page.locator("#example-relu")
    example.locator(".xb-bar > button").click()
    example.locator(".xb-parts button", has_text="relu_derivative").click()
    text = copied(page)
    assert text.startswith("def relu_derivative(z):\n    return")
    assert text in relu
    page.wait_for_selector(f"[role=status]:has-text('{done}')", state="attached")
    example.locator(".xb-permalink").click()
    assert copied(page) == f"{host}{language}/activations/relu/#example-relu"
    example.locator("[data-md-type=copy]").click()
    assert copied(page).strip() == relu.strip()

    output = example.locator("samp").text_content()
    example.locator(".xb-output > button").press("Enter")
    expect(example.locator("textarea")).to_be_focused()
    verdict = example.locator(".xb-verdict[role=status]")
    page.keyboard.insert_text("$ python relu.py\n\n" + output.replace(" ", "  "))
    assert same in verdict.inner_text()
    lines = output.splitlines(keepends=True)
    area = example.locator("textarea")
    area.fill(lines[0] + lines[1].replace("True", "False") + lines[2])
    assert differs in verdict.inner_text()
    assert [code.split()[-1] for code in verdict.locator("code").all_text_contents()] == ["False", "True"]
    area.fill("".join(lines[:2]))
    assert short in verdict.inner_text()
    area.fill("")
    assert verdict.inner_text() == ""


COMPARE = """async ([cases, tolerance]) => {
  const box = document.querySelector(".xb-output:not(:has(textarea))");
  if (tolerance) box.dataset.tolerance = tolerance;
  box.querySelector("button").click();
  while (!box.querySelector("textarea")) await new Promise(requestAnimationFrame); // it is loaded first
  const area = box.querySelector("textarea");
  return cases.map(([expected, pasted]) => {
    box.querySelector("samp").textContent = expected;
    area.value = pasted;
    area.dispatchEvent(new Event("input"));
    return box.querySelector(".xb-verdict").dataset.same === "true";
  });
}"""


def test_the_names_of_parts_are_whole_on_a_small_phone(open_context, host):
    page = open_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(host + "ko/reduction/pca_steps/")
    example = page.locator("#example-pca_steps")
    example.locator(".xb-bar > button").click()
    edge = example.evaluate("e => e.getBoundingClientRect().right")
    ends = example.locator(".xb-parts button").evaluate_all(
        "buttons => buttons.map(e => [e.getBoundingClientRect().right, e.scrollWidth - e.clientWidth])"
    )
    assert len(ends) > 1
    assert all(right < edge and not hidden for right, hidden in ends)


def test_numbers_may_differ_by_the_stated_tolerance(tab):
    page = tab("en/activations/relu/")
    page.evaluate(OPEN_ALL_DETAILS)
    equal = [
        ("loss 0.1234\n", "loss 0.1235"),
        ("[1.  2.5]", "[1. 2.6 ]"),
        ("-0.5 of 3e-07", "−0.6 of 2e-07"),
        ("a\n\nb\n", "a\r\nb"),
        ("x", "2026-01-01 10:00:00.1: I tensorflow/core] oneDNN\nWARNING: All log messages before\nx"),
        ("nan, inf", "nan, inf"),
    ]
    other = [
        ("loss 0.1234", "loss 0.1236"),
        ("loss 0.1234", "lost 0.1234"),
        ("11034 updates", "11035 updates"),
        ("1 2", "12"),
        ("True", "true"),
        ("nan", "1.0"),
        ("a\nb", "a"),
        ("a", "a\nb"),
    ]
    assert page.evaluate(COMPARE, [equal + other, ""]) == [True] * len(equal) + [False] * len(other)
    equal = [("11034", "11036"), ("0.10", "0.14"), ("20.0", "20.9")]
    other = [("11034", "11037"), ("0.10", "0.16"), ("20.0", "21.1")]
    assert page.evaluate(COMPARE, [equal + other, "0.05 2"]) == [True] * 3 + [False] * 3
    rule = "Decimals may differ by one in the last digit, by 0.05 or by 5%. Integers may differ by 2."
    assert page.get_by_text(rule).is_visible()


EPOCHS = "epoch 1: 0.52\nepoch 2: 0.41\ntest loss: 0.44\n"
LOGS = """\
2026-01-01 10:00:00.1: I tensorflow/core/platform/cpu_feature_guard.cc:210] This binary is optimized
To enable the following instructions: AVX2 FMA, rebuild TensorFlow with the appropriate compiler flags.
WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
I0000 00:00:1700000000.1 7 cuda_executor.cc:1] no device
"""
WARNED = EPOCHS.replace("\nepoch 2", "\n/usr/lib/a.py:12: UserWarning: slow\n  warnings.warn(\nepoch 2")
TERMINALS = {
    "logs": "$ python early.py\n" + LOGS + EPOCHS + "$ ",
    "a name, a host and a folder": f"(venv) me@box:~/a b$ python3 early.py\n{EPOCHS}(venv) me@box:~/a b$ ls",
    "another prompt": f"λ pip install numpy\nCollecting numpy\nλ python early.py\n{EPOCHS}λ ls\nearly.py",
    "macOS": f"me@mac folder % python3 early.py\n{EPOCHS}me@mac folder % ",
    "Windows": f"(venv) C:\\Users\\김>python early.py\r\n{EPOCHS}\r\n(venv) C:\\Users\\김>",
    "PowerShell": f"PS C:\\Users\\me> python .\\early.py\n{EPOCHS}PS C:\\Users\\me> ",
    "a fence": f"```\n{EPOCHS}```",
    "colours": f"\x1b[32m{EPOCHS}\x1b[0m",
    "a warning in between": WARNED,
    "progress": f"Epoch 1/5\n 1/32 ━━ 1s\r32/32 ━━━━ 1s 3ms/step - loss: 0.5\nloading  9%|█ |\n{EPOCHS}",
    "a former run that failed": f"$ python early.py\nValueError: no\n$ python early.py\n{EPOCHS}",
    "PyCharm": f"/usr/bin/python3 /home/me/early.py\n{EPOCHS}\nProcess finished with exit code 0",
    "a notebook": f"!python early.py\n{EPOCHS}",
}
"""What readers copy with an output that is that of the example."""


def test_a_whole_terminal_may_be_pasted(tab):
    page = tab("en/activations/relu/")
    cases = [(EPOCHS, terminal) for terminal in TERMINALS.values()]
    damaged = [(EPOCHS, terminal.replace("0.41", "0.49")) for terminal in TERMINALS.values()]
    answers = page.evaluate(COMPARE, [cases + damaged, ""])
    assert dict(zip(TERMINALS, answers, strict=False)) == dict.fromkeys(TERMINALS, True)
    assert dict(zip(TERMINALS, answers[len(cases) :], strict=True)) == dict.fromkeys(TERMINALS, False)


def test_every_recorded_output_equals_itself(tab):
    """Also what looks like a prompt, a log or an error."""
    book = Book(Project(ROOT))
    store = Store(book.project)
    records = [store.current_record(example_id) for example_id in book.snippets]
    outputs = [record.output for record in records if record and record.output.strip()]
    assert len(outputs) > 100
    page = tab("en/activations/relu/")
    assert page.evaluate(COMPARE, [[(text, text) for text in outputs], ""]) == [True] * len(outputs)


UNINSTALLED = """$ python relu.py
Traceback (most recent call last):
  File "relu.py", line 1, in <module>
    import numpy as np
ModuleNotFoundError: No module named 'numpy'
"""


def test_a_difference_leads_to_where_its_cause_is(tab, host):
    page = tab("en/activations/relu/")
    example = page.locator("#example-relu")
    example.locator(".xb-output > button").click()
    output = example.locator("samp").text_content()
    area, verdict = example.locator("textarea"), example.locator(".xb-verdict")

    def links() -> list[str]:
        found = verdict.locator("a").evaluate_all("links => links.map(link => link.href)")
        return [link.removeprefix(f"{host}en/start/") for link in found]

    area.fill(output.replace("True", "False", 1))
    assert "differs" in verdict.inner_text()
    assert links() == ["setup/", "reproducibility/"]
    area.fill(UNINSTALLED)
    assert "ended with an error" in verdict.inner_text() and "No module named" in verdict.inner_text()
    assert links() == ["setup/"]
    area.fill(f"$ python relu.py\n{output}$ ")
    assert "It matches" in verdict.inner_text()
    assert links() == []


def test_what_a_lab_prints_is_not_to_be_compared(tab):
    page = tab("ko/training/lab/")
    assert page.locator(".xb-output").count() > 0
    assert page.locator(".xb-output > button").count() == 0


SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll(".xb-svg svg text")].map(text => {
  const { a, b } = text.getScreenCTM();
  return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
}))"""


def test_a_figure_is_readable_on_a_phone_opens_large_and_has_its_data(open_context, host):
    page = open_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(host + "ko/activations/all/")
    assert page.evaluate(SMALLEST_TEXT) > 8.9
    figure = page.locator("#figure-all-1")
    link = figure.locator(".xb-large")
    link.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "닫기"
    assert page.locator("dialog[open] svg title").text_content()
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate("document.activeElement.className").startswith("xb-large")
    figure.locator(".xb-svg svg").click()
    page.locator("dialog[open] button").click()
    expect(figure.locator(".xb-svg svg")).to_be_visible()
    figure.locator("summary").click()
    assert figure.locator("table").first.inner_text().splitlines()[0]
    assert page.request.get(link.evaluate("link => link.href")).text().startswith("<svg")
    data = page.request.get(figure.locator("details a").evaluate("link => link.href")).text()
    assert data.count("\n") > 1000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_of_a_console_only_the_commands_are_copied(tab):
    page = tab("ko/training/tensorboard_curves/")
    page.evaluate("navigator.clipboard.writeText('nothing')")
    console = page.locator(".highlight", has_text="tensorboard --logdir logs").first
    assert "$" in console.inner_text()
    console.locator("[data-md-type=copy]").click()
    assert copied(page) == "tensorboard --logdir logs"
