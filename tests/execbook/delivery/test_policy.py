"""What a page may do, word for word: each directive that is missing or weaker is a hole."""

import base64
import hashlib

import pytest

from execbook.delivery.policy import digest_of, policy, runs, with_policy

PLANNED = {
    "default-src": "'none'",  # frames, objects, media and whatever browsers will add
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",  # the search index
    "worker-src": "'self'",  # the search
    "form-action": "'self'",
    "base-uri": "'none'",
}


def directives(text: str) -> dict[str, str]:
    return dict(directive.split(" ", 1) for directive in text.split("; "))


def test_a_page_may_do_this_and_nothing_else():
    assert directives(policy([])) == PLANNED


def test_scripts_of_a_page_are_allowed_by_their_digests_alone():
    digest = base64.b64encode(hashlib.sha256(b"f()").digest()).decode()
    assert digest_of("f()") == f"'sha256-{digest}'"
    allowed = " ".join(["'self'", *sorted([digest_of("f()"), digest_of("g()")])])
    assert directives(policy(["f()", "g()", "f()"])) == PLANNED | {"script-src": allowed}
    assert policy(["g()", "f()"]) == policy(["f()", "g()", "f()"])


@pytest.mark.parametrize(
    ("element", "script"),
    [
        ("<script>f()</script>", "f()"),
        ('<script type="module">\nf()\n</script>', "\nf()\n"),
        ('<script defer type="TEXT/JavaScript">f()</script>', "f()"),
        ("<script>f('<meta charset=\"utf-8\">')</script>", "f('<meta charset=\"utf-8\">')"),
        ('<script src="a.js"></script>', None),
        ('<script type="application/json">{}</script>', None),
        ('<script type="speculationrules">{}</script>', None),
    ],
)
def test_the_policy_of_a_page_lists_what_a_browser_runs(element, script):
    html = f'<head><meta charset="utf-8"><title>t</title></head><body>{element}</body>'
    done = with_policy(html)
    meta = f'<meta http-equiv="content-security-policy" content="{policy([script] if script else [])}">'
    assert done == html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}', 1)
    assert with_policy(done) == done


def test_types_that_a_browser_runs():
    assert all(map(runs, ("", "module", "Module", "application/javascript")))
    assert not runs("text/html")
