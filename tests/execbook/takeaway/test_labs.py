"""Each lab's checks take right answers and reject wrong ones, and its notebooks are what readers need."""

import io
import subprocess
import sys
import tokenize

import nbformat
import pytest

from execbook.browser import lab_exercises
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.site.lab_pages import printed_by_cell
from execbook.takeaway import labs
from tests import LANGUAGES, ROOT

LABS = labs.labs(Project(ROOT))
RIGHT, WRONG, BLANK = "✓", "✗", "…"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.part)
def test_checks_take_solutions_and_reject_wrong_answers(lab, language, tmp_path):
    """One process plays all answers: for each exercise the blank, every wrong answer, then the solution."""
    script, expected = [], []

    def play(answer, check, sign, name):
        script.extend([answer, f'print("@", {name!r})', check])
        expected.append(f"{name}: {sign}")

    for cell in labs.notebook(lab, language).cells:
        if cell.cell_type != "code" or cell.id.startswith("check-"):
            continue
        exercise = cell.id.removeprefix("exercise-")
        if exercise == cell.id:
            script.append(cell.source)
            continue
        (check,) = lab.answers("check", exercise)
        play(cell.source, check, BLANK, f"{exercise} blank")
        for number, wrong in enumerate(lab.answers("wrong", exercise), 1):
            play(wrong, check, WRONG, f"{exercise} wrong {number}")
        play(*lab.answers("solution", exercise), check, RIGHT, f"{exercise} solution")
    output = run("\n".join(script), tmp_path)
    reported = [part.strip().split("\n") for part in output.split("@ ")[1:]]
    assert [f"{name}: {rest[-1][:1]}" for name, *rest in reported] == expected


def run(script, folder):
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-"],
        input=script,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_chapter_has_a_lab():
    assert {lab.part for lab in LABS} == {
        path.name for path in (ROOT / "docs" / "ko").iterdir() if path.is_dir()
    } - {"start"}


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.part)
def test_both_languages_have_the_same_cells(lab):
    korean, english = (labs.notebook(lab, language).cells for language in LANGUAGES)
    assert [cell.cell_type for cell in korean] == [cell.cell_type for cell in english]
    differing = [a.id for a, b in zip(korean, english, strict=True) if a.source != b.source]
    code = [cell.id for cell in korean if cell.id in differing and cell.cell_type == "code"]
    assert len(code) <= 1, "code is shared, but for the words that the checks say"


SMALL = """\
# %% [markdown] lang="ko" section="one"
# # 하나

# %% [markdown] lang="en" section="one"
# # One

# %% exercise="one"
answer = None

# %% check="one"
print(answer == 1)

# %% solution="one"
answer = 1

# %% wrong="one"
answer = 2
"""


def small_lab(tmp_path, text=SMALL):
    (tmp_path / "labs").mkdir()
    (path := tmp_path / "labs" / "part.py").write_text(text, "utf-8")
    return labs.read_lab(Project(tmp_path), path)


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.part)
def test_code_of_both_languages_has_no_comment_in_one_of_them(lab):
    shared = [cell.source for cell in lab.cells if cell.cell_type == "code" and "lang" not in cell.metadata]
    code = [lab_exercises.HINT.sub("", source) for source in shared]
    assert [text for source in code for text in comments(source)] == []


def comments(source):
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def test_the_reader_gets_one_language_a_folded_solution_and_no_wrong_answer(tmp_path):
    made = labs.notebook(small_lab(tmp_path), "en")
    assert [cell.id for cell in made.cells] == [
        "section-one",
        "exercise-one",
        "check-one",
        "solution-one",
    ]
    assert made.cells[0].source == "# One"
    assert made.cells[3].source.startswith("<details>\n<summary>Solution</summary>")
    assert "answer = 2" not in nbformat.writes(made)


@pytest.mark.parametrize("role", ["check", "solution", "wrong"])
def test_an_exercise_that_lacks_a_cell_is_named(tmp_path, role):
    with pytest.raises(ProblemError, match=f"labs/part.py:7: the exercise 'one' has 0 cells for {role}"):
        small_lab(tmp_path, SMALL.replace(f"# %% {role}=", "# %% other="))


SECTION_TWICE = SMALL.replace("# %% exercise", '# %% [markdown] section="one"\n\n# %% exercise')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SMALL.replace('"one"', '"하나"').encode(), "1: the section '하나' has a name that is not"),
        (SECTION_TWICE.encode(), "1: the section 'one' occurs 2 times"),
        (SMALL.encode() + b"\xff", "18: is not UTF-8"),
    ],
    ids=["Korean id", "the same section twice", "another encoding"],
)
def test_a_lab_that_makes_no_notebook_is_named(tmp_path, text, message):
    small_lab(tmp_path)
    (tmp_path / "labs/part.py").write_bytes(text)
    with pytest.raises(ProblemError) as caught:
        labs.write(Project(tmp_path), "ko")
    assert f"labs/part.py:{message}" in str(caught.value)


def test_a_notebook_is_written_where_its_source_has_changed(tmp_path):
    small_lab(tmp_path)
    project = Project(tmp_path)
    (path,) = labs.write(project, "en")
    assert path == tmp_path / "build/notebooks/en/part/lab.ipynb"
    former = path.stat().st_mtime_ns
    labs.write(project, "en")
    assert path.stat().st_mtime_ns == former, "another process may be reading it"
    (tmp_path / "labs/part.py").write_text(SMALL.replace("answer = 1", "answer = 1.0"), "utf-8")
    labs.write(project, "en")
    assert "answer = 1.0" in path.read_text("utf-8")


def test_only_what_a_cell_printed_is_taken_from_the_executed_page():
    html = (
        '<div class="jp-CodeCell"><div class="jp-CodeCell" id="cell-id=check-one"><pre>code</pre>'
        '<div data-mime-type="application/vnd.jupyter.stderr"><pre>log</pre></div>'
        '<div data-mime-type="text/plain"><pre>1 &lt; 2\n'
        "</pre></div></div></div>"
    )
    assert printed_by_cell(html) == {"check-one": "1 < 2\n"}
