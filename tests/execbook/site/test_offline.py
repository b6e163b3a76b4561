import errno
import shutil
import zipfile

import pytest

from execbook.problems import ProblemError
from execbook.project import Project
from execbook.site import offline
from execbook.site.offline.page import address_on_disk, offline_page

FILES = {"ko/index.html", "ko/a/index.html", "ko/a/b/index.html", "en/a/b/index.html", "snippets/a/b.py"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("../.", "../index.html"),
        (".", "./index.html"),
        ("../b/#run", "../b/index.html#run"),
        ("../b/?h=a#run", "../b/index.html?h=a#run"),
        ("../../../en/a/b/", "../../../en/a/b/index.html"),
        ("../../../snippets/a/b.py", "../../../snippets/a/b.py"),
        ("../b/index.html", "../b/index.html"),
        ("#run", "#run"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_folder_is_addressed_by_its_page(address, expected):
    assert address_on_disk(address, "ko/a/b/index.html", FILES).replace("/./", "/") == expected


def test_text_that_looks_like_a_link_stays_and_what_needs_a_server_goes():
    html = (
        '<meta http-equiv="content-security-policy" content="default-src \'none\'">\n'
        '<link rel="canonical" href="https://example.org/ko/a/">\n'
        '<div data-copy="x = 1"><code>&lt;a href="../"&gt;</code></div><a class="u" href="../">Up</a>'
        '<ul><li>One</li><li class="xb-online">curl <pre>curl</pre></li></ul>'
        '<script id="__config" type="application/json">{}</script>'
    )
    assert offline_page(html, "ko/a/index.html", FILES) == (
        '<div data-copy="x = 1"><code>&lt;a href="../"&gt;</code></div>'
        '<a class="u" href="../index.html">Up</a>'
        "<ul><li>One</li></ul>"
        '<script src="../../iframe_worker/shim.js"></script>\n'
        '<script id="__config" type="application/json">{}</script>'
    )


def test_nothing_offers_to_run_where_browsers_start_no_worker():
    html = (
        '<h1>Lab</h1><p class="xb-online">Solve it here.</p>'
        '<div class="xb-lab" data-run="../../run/1/"><div class="xb-go"><button>Go</button></div></div>'
        '<p>One</p><div class="xb-code"></div><div class="xb-go" data-search><button>Run</button></div>'
        '<div class="xb-output"></div>'
    )
    assert offline_page(html, "ko/a/index.html", FILES) == (
        '<h1>Lab</h1><p>One</p><div class="xb-code"></div><div class="xb-output"></div>'
    )


def test_the_same_site_gives_the_same_zip_and_the_site_stays(mini_book):
    before = {path: path.read_bytes() for path in mini_book.site.rglob("*") if path.is_file()}
    folder = offline.make(mini_book)
    zipped = (mini_book.build / "offline.zip").read_bytes()
    (folder / "old.txt").touch()
    assert offline.make(mini_book) == folder
    assert (mini_book.build / "offline.zip").read_bytes() == zipped
    assert not (folder / "old.txt").exists() and not list(mini_book.build.glob("offline.new-*"))
    with zipfile.ZipFile(mini_book.build / "offline.zip") as archive:
        held = {name.partition("/")[2] for name in archive.namelist()}
    assert held - {"SHA256SUMS"} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    }
    assert before == {path: path.read_bytes() for path in mini_book.site.rglob("*") if path.is_file()}


def test_a_zip_that_could_not_be_finished_leaves_the_former_one(mini_book, monkeypatch):
    offline.make(mini_book)
    former = (mini_book.build / "offline.zip").read_bytes()

    def full(target, *_):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(offline, "write_zip", full)
    (mini_book.build / "offline.new-killed.zip").touch()
    with pytest.raises(OSError, match="No space"):
        offline.make(mini_book)
    assert (mini_book.build / "offline.zip").read_bytes() == former
    assert not list(mini_book.build.glob("offline.new-*"))


def test_a_site_that_is_missing_or_torn_is_not_made_offline_and_the_former_folder_stays(mini_book):
    folder = offline.make(mini_book)
    (mini_book.site / "snippets/numbers/halving.py").unlink()
    with pytest.raises(ProblemError) as caught:
        offline.make(mini_book)
    problem = caught.value.problems[0]
    assert (problem.rule, problem.path) == ("offline", "build/offline/en/numbers/halving/index.html")
    assert problem.line > 1 and "halving.py" in problem.message
    assert (folder / "snippets/numbers/halving.py").is_file()
    shutil.rmtree(mini_book.site)
    with pytest.raises(ProblemError, match="no-site"):
        offline.make(Project(mini_book.root))
