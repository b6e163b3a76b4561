"""`make gallery`: what fails of a gallery, of what kind, and whether it is expected. Covers tools/gallery/.

The gallery is a small one in an archive made here: nothing is downloaded.
"""

import io
import tarfile
from pathlib import Path

import pytest

from execbook.problems import Problem
from execbook.project import Project
from tests import ROOT
from tests.test_requirements import pins
from tools.gallery import __main__ as tool
from tools.gallery import archive, kinds, runs, versus
from tools.gallery.kinds import FAULT, Failure

PLOT = "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.plot([1, 3])\n"
OURS_ALONE = 'import matplotlib\n\nif "execbook" in matplotlib.get_backend():\n    raise ValueError("odd")\n'
GALLERY = {
    "lines/plain-line": f"{PLOT}plt.show()\n",
    "lines/unshown": PLOT,
    "lines/no_module": "import a_module_that_nobody_has\n",
    "lines/of_a_sibling": "import unshown\n",
    "lines/raises": "raise ValueError('as the example means')\n",
    "odd/only_here": OURS_ALONE,
}
EXPECTED = {
    "lines/no_module": "package",
    "lines/of_a_sibling": kinds.SIBLING,
    "lines/raises": "exception",
    "lines/unshown": "unshown",
    "odd/only_here": FAULT,
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project, with the archive of the small gallery where the real one would be."""
    (tmp_path / "mkdocs.yml").touch()
    folder = tmp_path / "build/gallery"
    folder.mkdir(parents=True)
    with tarfile.open(folder / f"matplotlib-{archive.version()}.tar.gz", "w:gz") as made:
        for name, text in {**GALLERY, "alone": "", "lines/GALLERY_HEADER": ""}.items():
            ending = ".rst" if name.endswith("HEADER") else ".py"
            entry = tarfile.TarInfo(f"matplotlib-1/galleries/examples/{name}{ending}")
            entry.size = len(text.encode())
            made.addfile(entry, io.BytesIO(text.encode()))
    return Project(tmp_path)


def test_what_fails_is_grouped_and_a_fault_of_the_engine_is_never_expected(
    project: Project, capsys: pytest.CaptureFixture[str]
):
    listed = project.root / "expected.tsv"
    assert tool.main([], project.root, listed) == 1
    said = capsys.readouterr()
    assert said.out.startswith("6 examples: 1 run, 4 refused, 1 faults")
    assert "ValueError: odd" in said.out.split(FAULT)[1].split("\n\n")[0]
    for name, kind in EXPECTED.items():
        assert f"    {name}: " in said.out.split(f"\n{kind} (1)")[1].split("\n\n")[0]
    assert said.err.count("\n    lines/") == 4

    assert tool.main(["--accept"], project.root, listed) == 1, "the fault stays"
    assert kinds.read(listed).keys() == EXPECTED.keys() - {"odd/only_here"}
    said = capsys.readouterr()
    assert "odd/only_here" in said.err and "lines/" not in said.err.split("other than expected")[1]
    assert tool.main(["lines"], project.root, listed) == 0
    assert tool.main(["lines/plain_line"], project.root, listed) == 0


def test_what_is_accepted_of_some_keeps_the_others(project: Project):
    listed = project.root / "expected.tsv"
    kinds.write(listed, {"lines/gone": Failure("font", "x"), "odd/only_here": Failure("font", "y")})
    assert tool.main(["lines/unshown", "--accept"], project.root, listed) == 0
    assert kinds.read(listed).keys() == {"lines/unshown", "odd/only_here"}


def test_a_name_that_nothing_has_is_refused(project: Project):
    with pytest.raises(SystemExit):
        tool.main(["nowhere"], project.root)


def test_a_figure_that_cannot_be_shown_is_a_fault(project: Project, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise IndexError("no such column")

    monkeypatch.setattr(runs, "as_csv", broken)
    book = runs.book_of(project.build / "book", {"lines/plain": GALLERY["lines/plain-line"]}, ["en"])
    found = runs.failures(book, ["lines/plain"])
    assert found["lines/plain"].kind == FAULT and "no such column" in found["lines/plain"].says


@pytest.mark.parametrize(
    ("rule", "message", "kind"),
    [
        ("figure", "figure 1 is an animation, of which a page shows only the first frame", "animation"),
        ("figure", "figure 2 asks for LaTeX (usetex), which is not available", "usetex"),
        ("figure", "2 figures are drawn but never shown: call plt.show()", "unshown"),
        ("figure", "figure 1 sets the font 'Comic Sans'", "font"),
        ("exception", "ModuleNotFoundError: No module named 'wx'", "window"),
        ("exception", "ModuleNotFoundError: No module named 'cartopy'", "package"),
        ("exception", "ModuleNotFoundError: No module named 'basic_units'", "sibling"),
        ("network", "tried to reach the network: ('127.0.0.1', 8000)", "network"),
        ("warning", "UserWarning: the limits are the same", "warning"),
    ],
)
def test_kinds_of_messages(rule: str, message: str, kind: str):
    assert kinds.kind_of(Problem("", 1, message, "", rule), {"basic_units"}) == kind


def test_each_difference_is_noticed():
    refused, other, fault = Failure("font", "a"), Failure("unshown", "b"), Failure(FAULT, "c")
    expected = {"a/same": refused, "a/runs": refused, "a/other": refused, "a/not_asked": refused}
    found = {"a/same": refused, "a/other": other, "a/new": refused, "a/fault": fault}
    assert kinds.differences(expected, found, ["a/same"]) == []
    assert kinds.differences(expected, found, ["a/runs", *found]) == [
        "a/fault: engine fault: c",
        "a/new: font: a",
        "a/other: unshown: b; expected was font",
        "a/runs: runs; expected was font",
    ]
    assert kinds.differences({"a/fault": fault}, {"a/fault": fault}, ["a/fault"]), "no fault is expected"


def test_a_file_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runs, "SECONDS", 0.2)
    (tmp_path / "endless.py").write_text("while True:\n    pass\n")
    assert runs.alone(tmp_path / "endless.py")[0] < 0


@pytest.mark.parametrize(
    ("rule", "message", "ours"),
    [
        ("exception", "ValueError: only here", True),
        ("warning", "UserWarning: of the file: more", False),
        ("warning", "UserWarning: of the engine", True),
        ("stderr", "matplotlib logs, as on standard error: of the file", False),
        ("stderr", "wrote to standard error, which no page shows", False),
        ("figure", "no font has a character of the label '\u2190': '\u2190'", True),
        ("figure", "figure 1 sets the font 'Calibri'", False),
    ],
)
def test_what_a_plain_interpreter_does_not_meet_is_of_the_engine(
    tmp_path: Path, rule: str, message: str, ours: bool
):
    path = tmp_path / "warns.py"
    path.write_text('import warnings\n\nwarnings.warn("of the file: more")\n')
    assert runs.is_of_the_engine(Problem("", 1, message, "", rule), path) == ours


def test_the_figures_are_drawn_without_the_engine_too(tmp_path: Path):
    path = tmp_path / "draws.py"
    path.write_text(f"{PLOT}fig.canvas.mpl_connect('draw_event', lambda event: 1 / 0)\nplt.show()\n")
    code, said = runs.alone(path)
    assert code == 1 and "ZeroDivisionError" in said


def test_the_lists_are_of_the_locked_gallery():
    expected = kinds.read(tool.EXPECTED)
    assert expected and list(expected) == sorted(expected)
    assert all(one.kind != FAULT and one.says for one in expected.values())
    compared = versus.names()
    assert len(compared) == len(set(compared)) == 129
    assert len(expected.keys() & set(compared)) < 10, "nearly all are compared"


def test_sphinx_gallery_draws_with_the_locked_matplotlib():
    def locked(path: Path) -> set[tuple[str, str]]:
        return {(one.name, str(one.specifier)) for one, _ in pins(path.read_text("utf-8"))}

    theirs, ours = pins(versus.LOCK.read_text("utf-8")), locked(ROOT / "requirements.txt")
    assert all(hashed for _, hashed in theirs)
    drawing = {(one.name, str(one.specifier)) for one, _ in theirs if one.name in {"matplotlib", "numpy"}}
    assert len(drawing) == 2 and drawing <= ours
    asked = [
        line.split("[")[0] for line in versus.LOCK.with_suffix(".in").read_text("utf-8").splitlines()[1:]
    ]
    assert set(asked) <= {one.name for one, _ in theirs}


def test_sphinx_gallery_gets_the_same_files(tmp_path: Path):
    folder = versus.sources(tmp_path / "sphinx", {"lines/one": PLOT})
    assert (folder / "examples/lines/one.py").read_text("utf-8") == PLOT
    assert (folder / "examples/lines/GALLERY_HEADER.rst").is_file() and (folder / "conf.py").is_file()
