"""A rendered site is optimised, and pages that are rendered again are integrated.

Covers execbook/delivery/joined.py: the joined files are in the delivered site.
"""

import re

import pytest

from execbook.delivery import deliver
from execbook.delivery.policy import digest_of
from execbook.problems import ProblemError
from execbook.project import Project
from tests import LANGUAGES, ROOT, SETTINGS

PAGE = """<!doctype html>
<html lang="{language}">
<head>
  <meta charset="utf-8">

  <link rel="stylesheet" href="../assets/stylesheets/theme.css">
    <link rel="stylesheet" href="../assets/stylesheets/own.css">
  <script>early()</script>
</head>
<body class="seen">
  <pre>
 code

   stays</pre>
  <math><mi>x</mi></math>
  <script id="__config" type="application/json">{{}}</script>
  <script src="../assets/javascripts/first.js"></script>
    <script src="../assets/javascripts/second.js"></script>
  <script data-alone src="../assets/javascripts/alone.js"></script>
</body>
</html>
"""
ROOT_PAGE = '<!doctype html><head><meta charset="utf-8"><link rel="stylesheet" href="root.css"></head>'
ASSETS = {
    "stylesheets/theme.css": ".seen { top: 0 } .made { top: 1px } .never { top: 2px }\n"
    "/*# sourceMappingURL=theme.css.map */",
    "stylesheets/theme.css.map": "{}",
    "stylesheets/own.css": '@font-face { src: url("../fonts/math.woff2") }',
    "javascripts/first.js": '(() => { broken(); })(); // "first"',
    "javascripts/second.js": 'document.body.className = "made";\n//# sourceMappingURL=second.js.map\n',
    "javascripts/later.js": "/* why */\nlater()\n",
    "javascripts/alone.js": "/* why */\nexport const alone = ( first ) => first;\n",
}


@pytest.fixture
def project(tmp_path):
    """A site of one page in each language, as MkDocs renders it, and the way in."""
    write(tmp_path / "pyproject.toml", SETTINGS.encode())
    project = Project(tmp_path)
    font = (Project(ROOT).theme / "overrides/assets/fonts/math.woff2").read_bytes()
    for language in LANGUAGES:
        for name, text in ASSETS.items():
            for folder in (project.site / language / "assets", project.theme / "overrides/assets"):
                write(folder / name, text.encode())
                write(folder / "fonts/math.woff2", font)
        write(project.site / language / "page/index.html", PAGE.format(language=language).encode())
    write(project.site / "index.html", ROOT_PAGE.encode())
    deliver(project, project.site)
    return project


def test_a_page_asks_for_one_style_sheet_and_one_script_beside_those_that_stand_alone(project):
    page = text(project, "ko/page/index.html")
    assert len(re.findall(r"<link[^>]*stylesheet", page)) == 1
    assert re.findall(r'src="\.\./assets/javascripts/([^."]+)', page) == ["site", "alone"]
    assert page.index("site.") < page.index("early()")
    assert "\n code\n\n   stays</pre>" in page
    assert "\n\n<" not in page.replace("</pre>", "")


def test_the_files_hold_what_pages_and_scripts_need_in_order_and_nothing_else_is_left(project):
    for language in LANGUAGES:
        assets = project.site / language / "assets"
        [css], [js] = assets.glob("stylesheets/*"), [*assets.glob("javascripts/site.*")]
        assert css.read_text().startswith(".seen{top:0}.made{top:1px}@font-face")
        assert re.search(r'url\("\.\./fonts/math\.\w{8}\.woff2"\)', css.read_text())
        first, second = js.read_text().index("broken()"), js.read_text().index("className")
        assert first < js.read_text().index("reportError") < second  # so that the second runs all the same
        assert "sourceMapping" not in css.read_text() + js.read_text()
        assert sorted(path.name.split(".")[0] for path in assets.rglob("*.*")) == [
            "alone",
            "later",
            "math",
            "site",
            "site",
        ]


def test_what_a_page_loads_alone_has_no_comments_and_what_it_loads_later_is_as_it_was(project):
    assert text(project, "ko/assets/javascripts/alone.js") == "export const alone=e=>e"
    assert text(project, "ko/assets/javascripts/later.js") == ASSETS["javascripts/later.js"]


def test_the_font_of_formulas_is_asked_for_early_where_one_shows(project):
    page = text(project, "ko/page/index.html")
    [font] = re.findall(r'<link rel="preload" href="\.\./assets/(fonts/math\.\w+\.woff2)" as="font"', page)
    assert (project.site / "ko/assets" / font).is_file()
    folded = PAGE.format(language="ko").replace("<math>", "<details><p>a</p><details><math>")
    folded = folded.replace("</math>", "</math></details></details>")
    write(project.site / "ko/page/index.html", folded.encode())
    deliver(project, project.site)
    assert "preload" not in text(project, "ko/page/index.html")


def test_every_page_has_a_policy_with_the_hashes_of_its_own_scripts(project):
    page = text(project, "en/page/index.html")
    assert digest_of("early()") in page
    assert digest_of("{}") not in page
    assert "content-security-policy" in text(project, "index.html")
    assert "unsafe" not in page


def test_a_page_that_is_rendered_again_joins_the_others_which_stay(project):
    before = files(project)
    write(project.site / "ko/page/index.html", PAGE.format(language="ko").encode())
    deliver(project, project.site)
    assert files(project) == before


def test_a_page_that_needs_more_changes_the_files_of_all(project):
    before = files(project)
    write(project.site / "ko/page/index.html", PAGE.format(language="ko").replace("seen", "never").encode())
    deliver(project, project.site)
    after = files(project)
    assert before["en/page/index.html"] != after["en/page/index.html"]
    [css] = (project.site / "en/assets/stylesheets").iterdir()
    assert "top:2px" in css.read_text()
    assert css.name in after["en/page/index.html"].decode()


def test_pages_that_load_different_files_are_reported(project):
    for language in LANGUAGES:
        page = PAGE.format(language=language)
        page = page.replace("second.js", "third.js") if language == "ko" else page
        write(project.site / language / "page/index.html", page.encode())
    with pytest.raises(ProblemError, match=r"ko/page/index.html: loads other .* than site/en/page"):
        deliver(project, project.site)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def text(project, name):
    return (project.site / name).read_text("utf-8")


def files(project):
    return {
        path.relative_to(project.site).as_posix(): path.read_bytes()
        for path in project.site.rglob("*")
        if path.is_file()
    }
