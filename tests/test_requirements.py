"""The lock says the same as requirements.in, for every supported Python and platform; no network needed."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import ROOT
from tools import lock

IN = (ROOT / "requirements.in").read_text("utf-8")
LOCK = (ROOT / "requirements.txt").read_text("utf-8")

PLATFORMS = {
    "Linux on x86-64": {"sys_platform": "linux", "platform_machine": "x86_64", "platform_system": "Linux"},
    "Linux on ARM": {"sys_platform": "linux", "platform_machine": "aarch64", "platform_system": "Linux"},
    "macOS": {"sys_platform": "darwin", "platform_machine": "arm64", "platform_system": "Darwin"},
}
ENVIRONMENTS = {
    f"{name}, Python {version}": {
        **platform,
        "python_version": version,
        "python_full_version": f"{version}.1",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "os_name": "posix",
    }
    for name, platform in PLATFORMS.items()
    for version in ("3.11", "3.12", "3.13")
}


def pins(lock_text: str) -> list[tuple[Requirement, bool]]:
    """The packages that a requirements.txt with this text locks, and whether they have a hash."""
    found = re.findall(r"(?m)^([^\s#][^\\\n]*)(?: \\)?\n((?: +--hash=sha256:.*\n?)*)", lock_text)
    return [(Requirement(requirement.strip()), bool(hashes)) for requirement, hashes in found]


def applies(requirement: Requirement, environment: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(dict(environment))


def disagreements(asked: str, locked: str) -> list[str]:
    """What of the requirements.in with the text `asked` the lock with the text `locked` does not keep."""
    found = []
    if not locked.startswith(lock.first_line(asked)):
        found.append("requirements.in has changed since the lock was made")
    entries = pins(locked)
    found += [f"{requirement} has no hash" for requirement, hashed in entries if not hashed]
    for place, environment in ENVIRONMENTS.items():
        locked_here: dict[str, list[str]] = {}
        for requirement, _ in entries:
            if applies(requirement, environment):
                version = str(requirement.specifier).removeprefix("==")
                locked_here.setdefault(canonicalize_name(requirement.name), []).append(version)
        found += [
            f"{place}: {name} is locked twice" for name, versions in locked_here.items() if len(versions) > 1
        ]
        for wanted in map(Requirement, lock.wanted(asked)):
            if applies(wanted, environment):
                versions = locked_here.get(canonicalize_name(wanted.name), [])
                if not any(wanted.specifier.contains(version, prereleases=True) for version in versions):
                    found.append(f"{place}: {wanted} is asked for, locked is {versions}")
    return found


def test_lock_keeps_what_is_asked_for():
    assert disagreements(IN, LOCK) == [], "run `make lock` and commit requirements.txt"


@pytest.mark.parametrize(
    ("asked", "locked", "complaint"),
    [
        (IN + "colour-science\n", LOCK, "colour-science is asked for"),
        (re.sub(r"\nmkdocs==\S+", "\nmkdocs==0.1", IN), LOCK, "mkdocs==0.1 is asked for"),
        (IN.replace("\nscikit-learn\n", "\n"), LOCK, "requirements.in has changed"),
        (IN, re.sub(r"\nmkdocs==\S+", "\nmkdocs==0.1", LOCK), "locked is ['0.1']"),
        (IN, re.sub(r"\n(rich==\S+) \\(\n +--hash.*)+", r"\n\1", LOCK), "has no hash"),
        (IN, LOCK + "rich==0.1 \\\n    --hash=sha256:0\n", "rich is locked twice"),
    ],
    ids=["added", "other version", "removed", "lock edited", "hashes lost", "locked twice"],
)
def test_a_disagreement_is_found(asked: str, locked: str, complaint: str):
    assert (asked, locked) != (IN, LOCK)
    assert complaint in "\n".join(disagreements(asked, locked))


def test_each_platform_gets_its_tensorflow():
    for place, environment in ENVIRONMENTS.items():
        names = {one.name for one, _ in pins(LOCK) if applies(one, environment)}
        expected = "tensorflow-cpu" if "x86-64" in place else "tensorflow"
        assert names & {"tensorflow", "tensorflow-cpu"} == {expected}, place
        assert "tensorboard" in names, place


LINE = re.compile(r"\s*#.*|[\w.-]+==[\w.!+-]+( ; [\w.'<>=!() -]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
"""A comment, a pin with its marker, or a hash: no index, no address, no file, no option."""


def test_lock_holds_nothing_but_pins_and_hashes():
    assert [line for line in LOCK.splitlines() if not LINE.fullmatch(line)] == []
    assert "://" not in LOCK


@pytest.mark.parametrize(
    "line",
    [
        "-i https://example.org/simple",
        "--extra-index-url=https://example.org/simple",
        "--find-links wheels",
        "--trusted-host example.org",
        "-r more.txt",
        "-e .",
        "rich @ https://example.org/rich-1.0-py3-none-any.whl \\",
        "git+https://example.org/rich \\",
        "./rich-1.0-py3-none-any.whl \\",
        "rich>=15 \\",
        "rich==15.*",
        "    --hash=md5:0123456789abcdef0123456789abcdef",
    ],
)
def test_no_other_line_would_be_taken(line: str):
    assert not LINE.fullmatch(line)


def test_comments_and_blanks_do_not_matter():
    assert lock.first_line("b  # why\n\n# more\na ==1\n") == lock.first_line("a ==1\nb\n")
    assert lock.first_line("a\n") != lock.first_line("a>1\n")
