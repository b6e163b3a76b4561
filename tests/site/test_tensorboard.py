"""The real TensorBoard on logs that the pages' snippets have just left: it has what the pages promise."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from execbook.project import Project
from execbook.records.store import Store
from tests.site import book
from tools.tensorboard_pictures import run_snippet, tensorboard

pytestmark = pytest.mark.usefixtures("records")

PROJECT = Project(book.ROOT)
DECIMALS = 2e-4
"""One in the fourth decimal, which is what TensorBoard shows and what other threads may change."""


@pytest.fixture(scope="module")
def logs(tmp_path_factory) -> Callable[[str], Path]:
    """The folder in which a snippet of the chapter has left its logs; each runs once."""
    folders: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in folders:
            folders[name] = tmp_path_factory.mktemp(name)
            run_snippet(f"training/{name}", folders[name])
        return folders[name]

    return of


@pytest.fixture(scope="module")
def served(logs) -> Iterator[Callable[[str], str]]:
    """The address at which TensorBoard serves the logs of a snippet."""
    with ExitStack() as stack:
        addresses: dict[str, str] = {}

        def of(name: str) -> str:
            if name not in addresses:
                addresses[name] = stack.enter_context(tensorboard(logs(name)))
            return addresses[name]

        yield of


def ask(url: str, path: str, **query: str) -> bytes:
    """What TensorBoard's HTTP interface answers."""
    with urlopen(f"{url}data/{path}?{urlencode(query)}", timeout=60) as answer:
        return answer.read()


def asked(url: str, path: str, **query: str):
    return json.loads(ask(url, path, **query))


def values(name: str) -> dict:
    """What the page quotes: the recorded values of a snippet."""
    return dict(Store(PROJECT).current_record(f"training/{name}").values)


def entries(values: dict, name: str) -> list:
    """The list that was recorded as `name[0]`, `name[1]` and so on."""
    count = sum(re.fullmatch(re.escape(name) + r"\[\d+\]", key) is not None for key in values)
    return [values[f"{name}[{number}]"] for number in range(count)]


def test_the_runs_and_tags_are_those_that_the_page_lists(served):
    url, promised = served("tensorboard_curves"), values("tensorboard_curves")
    runs = asked(url, "runs")
    assert sorted(runs) == ["curves/train", "curves/validation"]
    scalars, histograms = (asked(url, f"plugin/{plugin}/tags") for plugin in ("scalars", "histograms"))
    graphs = asked(url, "plugin/graphs/info")
    for run in runs:
        tags = [*scalars[run], *histograms.get(run, ()), *graphs.get(run, {"tags": ()})["tags"]]
        assert sorted(tags) == sorted(entries(promised, f"tags[{run.removeprefix('curves/')}]"))
    assert "xor/hidden/kernel/histogram" in histograms["curves/train"]


@pytest.mark.parametrize(("run", "name"), [("train", "loss"), ("validation", "val_loss")])
def test_the_curves_are_those_that_the_page_draws(served, run, name):
    address = served("tensorboard_curves")
    rows = asked(address, "plugin/scalars/scalars", run=f"curves/{run}", tag="epoch_loss")
    assert [step for _, step, _ in rows] == list(range(40))
    recorded = entries(values("tensorboard_curves"), name)
    assert [value for _, _, value in rows] == pytest.approx(recorded, abs=DECIMALS)


def test_a_histogram_is_there_for_every_tenth_epoch(served):
    rows = asked(
        served("tensorboard_curves"),
        "plugin/histograms/histograms",
        run="curves/train",
        tag="xor/hidden/kernel/histogram",
    )
    assert [step for _, step, _ in rows] == [0, 10, 20, 30]
    assert all(sum(count for _, _, count in buckets) == 16 for _, _, buckets in rows)


def test_the_charts_show_both_runs_and_ask_no_other_host(page, served):
    url = served("tensorboard_curves")
    foreign: list[str] = []
    page.on("request", lambda r: r.url.startswith((url, "data:", "blob:")) or foreign.append(r.url))
    page.goto(f"{url}?tagFilter=epoch_(accuracy|loss)#timeseries")
    for tag in ("epoch_accuracy", "epoch_loss"):
        card = page.locator("scalar-card", has_text=tag)
        card.scroll_into_view_if_needed()
        card.locator("line-chart canvas, line-chart svg path").first.wait_for(state="attached")
        for run in ("train", "validation"):
            expect(card.locator("scalar-card-data-table", has_text=run)).to_be_visible()
    assert foreign == []


def test_the_strong_line_is_smoothed_as_the_page_says(page, served):
    url = served("tensorboard_curves")
    logged = [row[2] for row in asked(url, "plugin/scalars/scalars", run="curves/train", tag="epoch_loss")]
    mean, weight = 0.0, 0.6
    for value in logged:
        mean = weight * mean + (1 - weight) * value
    smoothed = mean / (1 - weight ** len(logged))
    page.goto(f"{url}?tagFilter=epoch_loss#timeseries")
    table = page.locator("scalar-card-data-table", has_text="train")
    expect(table).to_have_text(re.compile(r"\d\.\d.*\d\.\d", re.DOTALL))
    shown = [float(number) for number in re.findall(r"\d+\.\d+", table.inner_text())[:2]]
    assert shown == pytest.approx([smoothed, logged[-1]], abs=DECIMALS)
    assert abs(smoothed - logged[-1]) > DECIMALS


def test_the_callback_logs_the_layers_and_the_summary_the_operations(served):
    url, promised = served("tensorboard_graph"), values("tensorboard_graph")
    info = asked(url, "plugin/graphs/info")
    assert info["graph/train"]["tags"]["keras"]["conceptual_graph"]
    assert not info["graph/train"]["run_graph"]
    assert info["graph/operations"]["run_graph"]
    layers = ask(url, "plugin/graphs/graph", run="graph/train", tag="keras", conceptual="true").decode()
    names = [f"iris/{name}" for name in entries(promised, "layers")]
    assert re.findall(r'^  name: "(.+)"', layers, re.MULTILINE) == names
    operations = ask(url, "plugin/graphs/graph", run="graph/operations", conceptual="false").decode()
    assert operations.count("\nnode {") + operations.startswith("node {") == promised["count"] == 17


def nodes(page) -> list[str]:
    """The names of the boxes that are drawn."""
    return page.eval_on_selector_all("g.node", "nodes => nodes.map(node => node.dataset.name)")


def unfold(page, node: str) -> None:
    page.dblclick(f'g.node[data-name="{node}"] > g.nodeshape')
    page.wait_for_selector(f'g.node[data-name^="{node}/"]')


def test_the_graph_opens_down_to_the_operations(page, served):
    page.goto(f"{served('tensorboard_graph')}#graphs")
    unfold(page, "iris_1")
    page.wait_for_selector("text=14 nodes")
    assert {"args_0", "Identity", "NoOp", "iris_1/output_1"} <= set(nodes(page))
    unfold(page, "iris_1/hidden_1")
    assert {f"iris_1/hidden_1/{name}" for name in ("MatMul", "Relu")} <= set(nodes(page))


def test_the_callback_alone_leaves_no_op_graph_and_the_layers_can_be_chosen(page, logs, tmp_path):
    shutil.copytree(logs("tensorboard_graph") / "logs/graph/train", tmp_path / "logs/train")
    with tensorboard(tmp_path) as url:
        page.goto(f"{url}#graphs")
        page.wait_for_selector("text=Graph visualization failed")
        page.wait_for_selector("text=Malformed GraphDef")
        page.click("text=Conceptual graph")
        unfold(page, "iris")
        assert {"iris/input_layer", "iris/hidden", "iris/output"} <= set(nodes(page))


def test_every_planted_fault_has_its_histogram(page, served):
    url = served("tensorboard_diagnose")
    trainings = ["dead units", "healthy", "overfitting", "rate too high", "rate too low"]
    assert sorted(asked(url, "plugin/histograms/tags")) == [f"diagnose/{name}/hidden" for name in trainings]
    assert sorted(asked(url, "runs")) == [
        f"diagnose/{name}/{part}" for name in trainings for part in ("hidden", "train", "validation")
    ]
    page.goto(f"{url}#histograms")
    page.locator("vz-histogram-timeseries path").first.wait_for(state="attached")
    expect(page.locator("vz-histogram-timeseries")).to_have_count(len(trainings))


def test_a_second_training_into_the_same_folder_hides_or_tangles_the_first(logs, tmp_path):
    twice = tmp_path / "logs/train"
    twice.mkdir(parents=True)
    [file] = (logs("tensorboard_curves") / "logs/curves/train").iterdir()
    for moment in ("1000000000", "1000000001"):
        shutil.copy(file, twice / f"events.out.tfevents.{moment}.host.1.0.v2")
    with tensorboard(tmp_path) as url:
        rows = asked(url, "plugin/scalars/scalars", run="train", tag="epoch_loss")
    once = list(range(40))
    assert [step for _, step, _ in rows] in (once, once * 2)


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("name", ["tensorboard_curves", "tensorboard_graph", "tensorboard_diagnose"])
def test_a_page_shows_the_picture_for_its_palette(host, open_context, palette, name):
    page = open_context(color_scheme=palette).new_page()
    page.goto(f"{host}ko/training/{name}/")
    pictures = page.locator("article img")
    assert pictures.count() == 2
    [shown] = [one for one in pictures.all() if one.is_visible()]
    shown.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=shown.element_handle())
    assert f".{palette}." in shown.get_attribute("src")
    drawn, width, height = shown.evaluate("i => [i.naturalWidth / i.naturalHeight, i.width, i.height]")
    assert width / height == pytest.approx(drawn, rel=0.01), "the page says another size than the file has"
    assert len(shown.get_attribute("alt")) > 60
