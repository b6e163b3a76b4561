"""Signatures are read from a package's files, wherever its imports lead, and nothing of it is run."""

import ast
import importlib
import sys
from pathlib import Path

import pytest

from execbook.check.code import signatures

FILES = {
    "__init__.py": """\
raise SystemExit("nobody imports me")
""",
    "part/__init__.py": """\
from ._plain import plain
from ._plain import (  # which are more
    Child,
    Stated as Renamed,  # under another name
)
from ..other import *
if True:
    from ._plain import late
from . import _plain
""",
    "part/_plain.py": '''\
from .. import other
from ..other import Base as Parent
from . import looping


@decorated(
    twice=True,
)
def plain(
    x,
    /,
    y: dict[str, int],  # by name, such as:
    *rest,
    shuffle=True,
    needed,
    seed: int | None = None,
) -> int:
    """A text that begins in the first column:
def plain(wrong):
    """
    return 1


def late(seed=7):
    return 1


class Child(Parent):
    """Has no constructor of its own."""

    def draw(self, n, *, seed=None):
        pass


class Stated:
# a comment in the first column
    @staticmethod
    def draw(n, seed=None):
        pass

    @classmethod
    def made(cls, n):
        def inner():
            pass

    def __init__(
        self,
        first=1,
        *,
        seed=None,
    ):
        self.first = first

    def later(self):
        def __init__(self, wrong):
            pass


instance = Stated()
''',
    "other.py": """\
from .part._plain import *

class Base:
    def __init__(self, size=3, seed=None):
        pass
""",
    "part/looping.py": "from .looping_back import *\n",
    "part/looping_back.py": "from .looping import *\n",
}


@pytest.fixture(scope="module", autouse=True)
def package(tmp_path_factory):
    """A package `seedy` that nobody has imported."""
    root: Path = tmp_path_factory.mktemp("packages")
    for name, text in FILES.items():
        path = root / "seedy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    yield
    sys.path.remove(str(root))
    assert "seedy" not in sys.modules


@pytest.mark.parametrize(
    ("dotted", "positional", "defaults"),
    [
        ("seedy.part.plain", ("x", "y"), {"shuffle": True, "seed": None}),
        ("seedy.part._plain.plain", ("x", "y"), {"shuffle": True, "seed": None}),
        ("seedy.part.late", ("seed",), {"seed": 7}),
        ("seedy.part.Child", ("size", "seed"), {"size": 3, "seed": None}),
        ("seedy.part.Child.draw", ("n",), {"seed": None}),
        ("seedy.part.Renamed", ("first",), {"first": 1, "seed": None}),
        ("seedy.part.Renamed.draw", ("n", "seed"), {"seed": None}),
        ("seedy.part.Renamed.made", ("n",), {}),
        ("seedy.part.Base", ("size", "seed"), {"size": 3, "seed": None}),
        ("seedy.other.Stated", ("first",), {"first": 1, "seed": None}),
    ],
)
def test_a_signature_is_found_through_imports_and_bases(dotted, positional, defaults):
    found = signatures.read(dotted)
    assert found.positional == positional
    assert {name: ast.literal_eval(default) for name, default in found.defaults.items()} == defaults


@pytest.mark.parametrize(
    "dotted",
    [
        "seedy.part.instance",
        "seedy.part.looping.anything",
        "seedy.part.plain.more",
        "seedy.nowhere.plain",
        "seedy.plain",
        "seedy",
        "notinstalled.plain",
        "math.sin",
    ],
)
def test_without_a_source_nothing_is_known(dotted):
    assert signatures.read(dotted) is None
