"""Rolling back is publishing an older commit: the very bytes come back."""

import subprocess

import pytest

from execbook.project import Project
from execbook.runs import runner
from execbook.site.build import build
from tests.site.book import files_of

SNIPPET = "snippets/numbers/halving.py"


@pytest.fixture
def git(mini_book: Project, monkeypatch):
    """`git(...)` in a repository that holds the miniature, whatever the settings of the machine."""
    monkeypatch.delenv("SOURCE_COMMIT", raising=False)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")

    def run(*arguments: str) -> None:
        command = ["git", "-C", mini_book.root, "-c", "user.name=a", "-c", "user.email=a@b"]
        subprocess.run([*command, *arguments], check=True, capture_output=True)

    (mini_book.root / ".gitignore").write_text("build/\nsite/\n")
    run("init", "--quiet", "--initial-branch=main")
    return run


def test_an_older_commit_gives_the_site_that_it_gave(mini_book: Project, git):
    def published() -> dict[str, bytes]:
        assert not runner.run(mini_book).failed
        build(mini_book)
        return files_of(mini_book.site)

    git("add", ".")
    git("commit", "-qm", "First")
    git("tag", "first")
    first = published()

    snippet = mini_book.root / SNIPPET
    snippet.write_text(snippet.read_text("utf-8") + 'print("and so on")\n', "utf-8")
    git("commit", "-qam", "Second")
    second = published()
    assert first["examples.json"] != second["examples.json"]
    assert first["ko/numbers/halving/index.html"] != second["ko/numbers/halving/index.html"]

    git("checkout", "-q", "first")
    assert published() == first, "with the records of both commits in the store"
