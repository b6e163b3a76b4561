import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from execbook.problems import Problem, ProblemError
from execbook.serve.preview import Preview


@pytest.fixture
def server(tmp_path: Path):
    for name, text in {
        "index.html": "<body>root</body>",
        "404.html": "<body>lost</body>",
        "ko/index.html": "<body>한국어</body>",
        "ko/404.html": "<body>없음</body>",
        "snippets/a.py": "print(1)\n",
    }.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    with Preview(tmp_path / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def get(server: Preview, path: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(server.url + path, timeout=20) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def version(page: str) -> str:
    return page.split('data-version="')[1].split('"')[0]


def test_pages_come_as_built_with_only_the_reloading_script_added(server):
    status, kind, page = get(server, "ko/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert page.startswith("<body>한국어<link ") and page.endswith("</script></body>")
    assert 'role="alert"' not in page


def test_other_files_come_byte_for_byte(server):
    assert get(server, "snippets/a.py")[2] == "print(1)\n"


def test_a_folder_without_slash_leads_to_its_page(server):
    assert "한국어" in get(server, "ko")[2]


@pytest.mark.parametrize("path", ["snippets/", "nothing", "../secret", "__preview__/nothing"])
def test_what_is_not_there_is_not_found_in_the_roots_words(server, path):
    (server.site.parent / "secret").write_text("secret")
    status, _, page = get(server, path)
    assert status == 404
    assert "lost" in page


def test_what_is_not_there_is_not_found_in_the_languages_words(server):
    status, _, page = get(server, "ko/nothing/")
    assert (status, "없음" in page) == (404, True)


def test_problems_are_shown_on_the_last_good_page_and_go_away(server):
    server.show([Problem("docs/ko/a.md", 3, "bad <tag> & more", "correct it")])
    page = get(server, "ko/")[2]
    assert "한국어" in page
    assert "docs/ko/a.md:3: bad &lt;tag&gt; &amp; more\n    -&gt; correct it" in page
    assert "this is the last good page" in page
    server.show([])
    assert 'role="alert"' not in get(server, "ko/")[2]


def test_a_page_that_was_saved_is_not_called_the_last_good_one(server):
    """A page can be shown while a rule over the whole site still keeps back all that follows from it."""
    server.show([Problem("build/site.new-a/en/index.html", 9, "bad")], saved_is_shown=True)
    page = get(server, "ko/")[2]
    assert "what was saved is shown, all else is as it was" in page
    assert "last good page" not in page
    server.show([Problem("docs/ko/a.md", 3, "bad")])
    assert "this is the last good page" in get(server, "ko/")[2]


def test_an_open_page_hears_of_a_change(server):
    known = version(get(server, "ko/")[2])
    answers = []
    waiting = threading.Thread(
        target=lambda: answers.append(get(server, f"__preview__/version?known={known}")[2])
    )
    waiting.start()
    server.show([])
    waiting.join(60)
    assert answers == [version(get(server, "ko/")[2])]
    assert answers != [known]


def test_without_a_site_the_problem_is_shown_all_the_same(tmp_path):
    with Preview(tmp_path / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.show([Problem("mkdocs.yml", 1, "broken")])
        status, _, page = get(server, "ko/")
        server.shutdown()
    assert status == 503
    assert "mkdocs.yml:1: broken" in page and "There is no site yet" in page
    assert "no site has been built yet" in page and "last good page" not in page


def test_a_port_in_use_is_a_clear_problem(server, tmp_path):
    with pytest.raises(ProblemError) as caught:
        Preview(tmp_path, server.server_port)
    assert f"port {server.server_port} cannot be used" in str(caught.value)
    assert "PORT=8001" in str(caught.value)


def test_a_port_that_no_machine_has_is_a_clear_problem(tmp_path):
    with pytest.raises(ProblemError, match="port 80000 cannot be used: the last one is 65535"):
        Preview(tmp_path, 80000)
