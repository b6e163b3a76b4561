"""The former site stays, byte for byte, whatever goes wrong while the next one is built."""

import datetime
import os
import signal
import subprocess
import sys

import pytest

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.site import build as build_module
from execbook.site.build import build, configured_url
from tests import ROOT, edit
from tests.site.book import files_of


def add_to_config(project: Project, text: str) -> None:
    config = project.config("ko")
    config.write_text(config.read_text("utf-8") + text, "utf-8")


def failing(project: Project) -> list[Problem]:
    """Build, which must fail and must leave the site as it is; the problems."""
    former = files_of(project.site)
    with pytest.raises(ProblemError) as caught:
        build(project)
    assert files_of(project.site) == former
    assert not list(project.build.glob("site.new-*"))
    return caught.value.problems


def test_a_build_shows_what_the_sources_say_now(mini_book):
    edit(mini_book, "docs/ko/index.md", "# 작은 책", "# 더 작은 책")
    stages = []
    build(mini_book, draft=True, progress=stages.append)
    assert "더 작은 책" in (mini_book.site / "ko/index.html").read_text("utf-8")
    without_python, stages[1:2] = stages[1], []
    assert without_python.endswith("in build/runtime, so no example runs there")
    first, *rest = ["checking sources", "rendering pages", "indexing for search", "adding downloads"]
    assert stages == [first, *rest, "checking the built site"]


def test_the_address_of_the_site_is_configured_by_the_environment(mini_book, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/book")
    build(mini_book)
    assert "https://example.org/book/en/numbers/halving/" in (mini_book.site / "en/sitemap.xml").read_text()
    assert 'href="/book/ko/' in (mini_book.site / "ko/404.html").read_text("utf-8")
    assert 'href="/book/en/"' in (mini_book.site / "404.html").read_text("utf-8")
    assert (
        '<link rel="canonical" href="https://example.org/book/">'
        in (mini_book.site / "index.html").read_text()
    )
    monkeypatch.delenv("SITE_URL")
    assert configured_url() == "http://127.0.0.1:8000/"


def test_pages_link_to_their_source_when_a_repository_is_configured(mini_book, monkeypatch):
    monkeypatch.setenv("REPOSITORY_URL", "https://github.com/me/book/")
    build(mini_book)
    page = (mini_book.site / "ko/numbers/halving/index.html").read_text("utf-8")
    assert 'href="https://github.com/me/book/edit/main/docs/ko/numbers/halving.md"' in page
    held = "https://colab.research.google.com/github/me/book/blob/notebooks/ko/numbers/halving.ipynb"
    assert page.count(f'href="{held}"') == 2
    assert (mini_book.notebooks / "ko/numbers/halving.ipynb").is_file()


def test_a_problem_in_the_sources_is_named_and_harms_nothing(mini_book):
    edit(mini_book, "docs/en/index.md", "{{ doubled | d }}", "{{ trebled | d }}")
    problems = failing(mini_book)
    assert any(p.path == "docs/en/index.md" and p.line and "trebled" in p.message for p in problems)


def test_what_only_mkdocs_notices_is_named_with_its_line(mini_book, monkeypatch):
    for rules in ("check_sources", "check_before_publishing"):
        monkeypatch.setattr(build_module, rules, lambda project: [])
    page = mini_book.docs / "en/index.md"
    text = page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n"
    page.write_text(text, "utf-8")
    (problem,) = failing(mini_book)
    assert (problem.path, problem.line) == ("docs/en/index.md", len(text.splitlines()))
    assert "nowhere.md" in problem.message


def test_a_problem_in_the_built_site_harms_nothing(mini_book, monkeypatch):
    problem = Problem("site/ko/index.html", 0, "is empty")
    monkeypatch.setattr(build_module, "check_site", lambda project, site: [problem])
    assert failing(mini_book) == [problem]


def test_both_languages_are_reported_at_once(mini_book, monkeypatch):
    for rules in ("check_sources", "check_before_publishing"):
        monkeypatch.setattr(build_module, rules, lambda project: [])
    for language in ("ko", "en"):
        page = mini_book.docs / language / "index.md"
        page.write_text(page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    assert {p.path for p in failing(mini_book)} == {"docs/ko/index.md", "docs/en/index.md"}


@pytest.mark.parametrize(
    ("hook", "says"),
    [
        ("raise SystemExit(0)", "SystemExit"),
        ("import os; os._exit(0)", "ended with exit code 0"),
        ("1 / 0", "ZeroDivisionError in stop.py:2: division by zero"),
    ],
)
def test_a_plugin_that_ends_or_breaks_the_build_is_no_success(mini_book, hook, says):
    (mini_book.root / "stop.py").write_text(f"def on_post_build(config):\n    {hook}\n")
    add_to_config(mini_book, "\nhooks: [theme/hooks.py, stop.py]\n")
    problems = failing(mini_book)
    assert len(problems) == 2  # English inherits the hook
    assert all(says in problem.message for problem in problems)
    assert "Traceback" not in "".join(map(str, problems))


def test_a_bad_configuration_is_named(mini_book, monkeypatch):
    for rules in ("check_sources", "check_before_publishing"):
        monkeypatch.setattr(build_module, rules, lambda project: [])
    add_to_config(mini_book, "\nno_such_setting: 1\n")
    problems = failing(mini_book)
    assert {p.path for p in problems} == {"mkdocs.yml", "mkdocs.en.yml"}
    assert all("no_such_setting" in p.message for p in problems)


@pytest.mark.parametrize("stage", ["publish", "check_site", "put_in_place"])
def test_a_killed_build_harms_nothing_and_the_next_one_works(mini_book, stage):
    former = files_of(mini_book.site)
    code = f"""
import sys, time
from pathlib import Path
from execbook.site import build
from execbook.project import Project

def stop(*arguments):
    print("there", flush=True)
    time.sleep(1000)

if __name__ == "__main__":
    build.{stage} = stop
    build.build(Project(Path(sys.argv[1])))
"""
    script = mini_book.root / "kill_me.py"
    script.write_text(code)
    builder = subprocess.Popen(
        [sys.executable, str(script), str(mini_book.root)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert builder.stdout.readline() == b"there\n"
    builder.send_signal(signal.SIGKILL)
    builder.wait()
    builder.stdout.close()
    assert files_of(mini_book.site) == former
    assert list(mini_book.build.glob("site.new-*"))
    build(mini_book)
    assert files_of(mini_book.site) == former
    assert not list(mini_book.build.glob("site.new-*"))


def test_another_folder_day_zone_locale_and_hash_seed_give_the_same_bytes(
    built_mini_book, mini_book, tmp_path
):
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text("""
import datetime, time
later = 400 * 24 * 3600
now, wall = time.time, datetime.datetime
time.time = lambda: now() + later

class Later(wall):
    @classmethod
    def now(cls, tz=None):
        return wall.now(tz) + datetime.timedelta(seconds=later)

    @classmethod
    def utcnow(cls):
        return wall.utcnow() + datetime.timedelta(seconds=later)

datetime.datetime = Later
""")
    code = (
        "import datetime, locale, sys, time\n"
        "from pathlib import Path\n"
        "from execbook.site.build import build\n"
        "from execbook.project import Project\n"
        "if __name__ == '__main__':\n"
        "    print(datetime.datetime.now().isoformat(), time.tzname[0], locale.getencoding(), hash('a'))\n"
        "    build(Project(Path(sys.argv[1])))\n"
    )
    script = tmp_path / "build_later.py"
    script.write_text(code)
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    paths = os.pathsep.join([str(clock), str(ROOT)])
    output = subprocess.check_output(
        [sys.executable, str(script), str(mini_book.root)],
        env=environment
        | {"PYTHONPATH": paths, "TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
        | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},  # else Python makes UTF-8 of the locale C
        text=True,
    )
    day, zone, encoding, seeded = output.split()
    assert zone == "KST" and encoding not in ("utf-8", "UTF-8") and int(seeded) != hash("a")
    assert day > (datetime.date.today() + datetime.timedelta(days=300)).isoformat()
    assert files_of(mini_book.site) == files_of(built_mini_book.site)


def test_what_may_not_be_published_is_built_as_a_draft_only(mini_book, monkeypatch):
    behind = Problem("docs/en/index.md", 7, "is behind the Korean page", "follow it")
    monkeypatch.setattr(build_module, "check_before_publishing", lambda book: [behind])
    assert failing(mini_book) == [behind]
    assert build(mini_book, draft=True) == [behind]
