"""What fails or differs in a notebook is refused in a snippet; what works there is accepted."""

import pytest

from tests.execbook.check.conftest import SNIPPET as SOURCE

SNIPPET = "snippets/part/halving.py"
LINE = 6

REFUSED = {
    "notebook-file": [
        "print(__file__)",
        "import __main__; print(__main__.__file__)",
        "print(globals()['__file__'])",
    ],
    "notebook-arguments": [
        "import sys; print(sys.argv[1:])",
        "from sys import argv",
        "import argparse; options = argparse.ArgumentParser().parse_args()",
        "import argparse; options, _ = argparse.ArgumentParser().parse_known_args()",
        "import argparse; options = argparse.ArgumentParser().parse_args(None)",
    ],
    "notebook-loop": [
        "import asyncio; asyncio.run(main())",
        "import asyncio as a; from asyncio import run; run(main())",
        "import asyncio; asyncio.get_event_loop().run_until_complete(main())",
        "import asyncio; asyncio.Runner()",
    ],
    "notebook-process": [
        "from multiprocessing import Pool; cube = lambda n: n\ndef f(n): return n\nPool(2).map(f, [1])",
        "from multiprocessing import Process\ndef f(): return 1\nProcess(target=f).start()",
        "from concurrent.futures import ProcessPoolExecutor\ndef f(n): return n\n"
        "with ProcessPoolExecutor(2) as pool: pool.submit(f, 1)",
        "import multiprocessing as mp\ndef f(n): return n\nmp.get_context('spawn').Pool(2).imap(func=f)",
        "from multiprocessing import Pool; Pool(2).map(lambda n: n, [1])",
    ],
}

ACCEPTED = [
    "print(np.__file__ is None)",
    "import argparse; options = argparse.ArgumentParser().parse_args([])",
    "import argparse; options = argparse.ArgumentParser().parse_args(args=['--x', '1'])",
    "import subprocess; subprocess.run(['true'])",
    "from multiprocessing import Pool; Pool(2).map(abs, [1])",
    "from concurrent.futures import ThreadPoolExecutor as T\ndef f(n): return n\nT(2).map(f, [1])",
    "from joblib import Parallel, delayed\ndef f(n): return n\nParallel(2)(delayed(f)(n) for n in [1])",
    "'a note'\nprint(1)",
    "np.ones(3).sum()\nprint(1)",
]


def rules(book):
    ours = ("notebook", "bare-expression", "module-name")
    return {one.split(":")[0] for one in book.reported() if one.startswith(ours)}


@pytest.mark.parametrize(
    ("rule", "code"), [(rule, code) for rule, codes in REFUSED.items() for code in codes]
)
def test_what_fails_in_a_notebook_is_refused(book, rule, code):
    book.write(SNIPPET, SOURCE.replace("rng = ", f"{code}\nrng = "))
    assert rules(book) == {f"{rule} {SNIPPET}"}


@pytest.mark.parametrize("code", ACCEPTED)
def test_what_works_in_a_notebook_is_accepted(book, code):
    book.write(SNIPPET, SOURCE.replace("rng = ", f"{code}\nrng = "))
    assert rules(book) == set()


@pytest.mark.parametrize(
    "last", ["number", "halves[0]", "number + 1", "plt.gca", "np.array(halves).mean()", "'text'"]
)
def test_a_last_expression_that_only_a_notebook_shows_is_refused(book, last):
    book.write(SNIPPET, f"{SOURCE}{last}\n")
    assert rules(book) == {f"bare-expression {SNIPPET}"}


@pytest.mark.parametrize("name", ["random", "numpy", "statistics", "sklearn", "yaml"])
def test_a_snippet_with_the_name_of_a_module_is_refused(book, name):
    book.write(f"snippets/part/{name}.py", SOURCE)
    assert rules(book) == {f"module-name snippets/part/{name}.py"}
