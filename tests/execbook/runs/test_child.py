"""A run looks to the snippet like `python a.py` in an empty folder, forked or not."""

import subprocess
import sys

import pytest

FRESH = pytest.mark.parametrize("fresh", [False, True], ids=["forked", "fresh interpreter"])


@FRESH
def test_the_output_is_what_python_prints_for_the_file(run_task, tmp_path, fresh):
    source = '''\
"""What it shows."""
import __main__
import inspect
import os
import sys
import threading

def where():
    """Here."""

print(__name__, __doc__, os.path.basename(__file__), sys.argv, __main__.where is where)
print(inspect.getsource(where))
print(sys.path[0] == os.getcwd() == os.path.dirname(__file__), os.listdir())
print(threading.current_thread() is threading.main_thread(), threading.active_count())
print(sorted(name for name in globals() if name.startswith("__")))
print({"b", "a", "c"}, "한글 ⁻")
print(sys.stdin.read() == "")
print(where.__module__, __builtins__.__class__)
'''
    (tmp_path / "a.py").write_text(source, "utf-8")
    plain = subprocess.run(
        [sys.executable, "a.py"],
        cwd=tmp_path,
        env={"PYTHONHASHSEED": "0", "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    outcome = run_task(source, fresh=fresh)
    assert outcome.problems == []
    assert outcome.output == plain.stdout


@FRESH
def test_values_are_taken_from_the_top_level(run_task, fresh):
    source = "def f(x):\n    inner = 1\n    return x\n\nshare = {0.5: f(0.25)}\n_hidden = 1\nname = 'a'\n"
    assert run_task(source, fresh=fresh).values == {"share[0.5]": 0.25, "name": "a"}


@FRESH
def test_what_c_code_prints_keeps_its_place(run_task, fresh):
    source = """\
import ctypes, os
libc = ctypes.CDLL(None)
print("one")
libc.printf(b"two\\n")
print("three")
os.write(1, b"four\\n")
libc.printf(b"five")
"""
    assert run_task(source, fresh=fresh).output == "one\ntwo\nthree\nfour\nfive"


@FRESH
def test_a_run_ends_when_its_threads_have(run_task, fresh):
    source = """\
import threading
numbers = []
def work():
    threading.main_thread().join()  # until there is nothing left to do but to wait for this thread
    numbers.append(1)
    print("late")
threading.Thread(target=work).start()
print("early")
"""
    outcome = run_task(source, fresh=fresh)
    assert outcome.output == "early\nlate\n"
    assert outcome.values == {"numbers[0]": 1}


@FRESH
def test_what_is_left_for_the_exit_still_happens(run_task, fresh):
    source = "import atexit\natexit.register(print, 'goodbye')\nprint('hello')\n"
    assert run_task(source, fresh=fresh).output == "hello\ngoodbye\n"


@FRESH
def test_the_environment_is_the_same_everywhere(run_task, monkeypatch, fresh):
    monkeypatch.setenv("SECRET", "token")
    source = """\
import os, time, random
from pathlib import Path
import tempfile
print("SECRET" in os.environ, os.environ["PYTHONHASHSEED"], time.tzname[0], hash("a") == hash("a"))
print(list(Path.home().iterdir()), list(Path(tempfile.gettempdir()).iterdir()))
print(Path.home().parent == Path.cwd().parent == Path(tempfile.gettempdir()).parent)
"""
    assert run_task(source, fresh=fresh).output == "False 0 UTC True\n[] []\nTrue\n"


def test_random_numbers_without_a_seed_differ_from_run_to_run(run_task):
    """Else a snippet that forgot its seed would look reproducible."""
    source = "import random\nnumber = random.random()\n"
    assert run_task(source).values != run_task(source).values


def test_a_snippet_that_forks_is_counted_once(run_task):
    source = """\
import os
pid = os.fork()
if pid:
    os.waitpid(pid, 0)
    print("parent")
else:
    print("child")
who = "parent" if pid else "child"
"""
    outcome = run_task(source)
    assert outcome.problems == []
    assert outcome.output == "child\nparent\n"
    assert outcome.values["who"] == "parent"


def test_an_exception_in_a_forked_process_is_not_lost(run_task):
    source = "import os\npid = os.fork()\nif not pid:\n    1 / 0\nos.wait()\n"
    (failure,) = run_task(source).problems
    assert failure.rule == "stderr"


def test_an_exit_in_a_forked_process_is_its_own_affair(run_task):
    source = """\
import os, sys
for leave, *code in ((os._exit, 3), (sys.exit, 3), (sys.exit,), (sys.exit, True)):
    if not os.fork():
        leave(*code)
    print(os.waitstatus_to_exitcode(os.wait()[1]))
if not os.fork():
    print("last words", end=" ")
    sys.exit()
os.wait()
"""
    outcome = run_task(source)
    assert outcome.problems == []
    assert outcome.output == "3\n3\n0\n1\nlast words "


def test_each_of_several_warnings_is_reported_once(run_task):
    source = """\
import warnings
warnings.simplefilter("always")
for _ in range(3):
    warnings.warn("one")
warnings.warn("two", DeprecationWarning)
"""
    failures = run_task(source).problems
    assert [(f.line, f.message) for f in failures] == [
        (4, "UserWarning: one"),
        (5, "DeprecationWarning: two"),
    ]


def test_nothing_is_made_of_what_the_file_does_not_draw(run_task):
    outcome = run_task("import sys\nprint('matplotlib' in sys.modules, 'numpy' in sys.modules)\n")
    assert outcome.output == "False False\n"
    assert outcome.figures == []


@FRESH
def test_figures_come_in_every_language(run_task, fresh):
    source = """\
import matplotlib.pyplot as plt
for n in (1, 2):
    plt.plot([n])
    plt.title("Loss")
    plt.show()
"""
    outcome = run_task(source, fresh=fresh, draws=True, labels={"ko": {"Loss": "손실"}, "en": None})
    assert outcome.problems == []
    assert [figure["title"] for figure in outcome.figures] == [{"ko": "손실", "en": "Loss"}] * 2
    assert "손실" in outcome.figures[0]["svg"]["ko"]


SLOW_DRAWING = """\
import matplotlib.pyplot as plt
class Slow(plt.Line2D):
    def draw(self, renderer):
        import time
        time.sleep(0.7)
        super().draw(renderer)
plt.gca().add_line(Slow([0, 1], [0, 1]))
plt.show()
print("end")
"""


def test_drawing_counts_neither_as_the_files_time_nor_against_its_limit(run_task):
    outcome = run_task(SLOW_DRAWING, seconds=1, draws=True)
    assert (outcome.problems, outcome.output, len(outcome.figures)) == ([], "end\n", 1)
    assert outcome.seconds < 0.7


def test_a_blank_figure_is_a_problem_of_the_line_that_shows_it(run_task):
    source = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nplt.xlabel('1')\nplt.show()\n"
    (problem,) = run_task(source, draws=True).problems
    assert (problem.line, problem.message) == (5, "figure 2 is blank: nothing is drawn in it")
