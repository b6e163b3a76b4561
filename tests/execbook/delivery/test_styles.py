"""Rules that no page can meet go, all others stay as they mean."""

import pytest

from execbook.delivery.styles import Known, reduce

KNOWN = Known({"p", "a", "note", "top", "dir=ltr", "nav-item"}, frozenset(("dir",)))


@pytest.mark.parametrize(
    "css",
    [
        ".note{top:0}",
        "p>a.note:hover{top:0}",
        "#top::before{content:' , ;  > '}",
        "[dir=ltr] .note{left:0}",
        "[data-state=open] p{top:0}",  # a script may set what pages do not have
        ":not(.unknown) p{top:0}",
        ":is(.unknown,.note) a{top:0}",
        "@media screen and (min-width:60em){.note{margin:0 auto!important}}",
        "@supports (display:grid){p{width:calc(1px + 2em)}}",
        "@font-face{src:url(a.woff2);unicode-range:U+26}",
        "@page{margin:1cm}",
        ":root{--ours:1}",
        ":root{--md-read:1;--md-through:var(--md-read)}p{top:var(--md-through)}",
        "p{animation:turn 1s}@keyframes turn{0%{top:0}to{top:1px}}",
        "p{background:url('data:image/svg+xml;charset=utf-8,<svg viewBox=0; , 0/>')}",
    ],
)
def test_what_a_page_may_meet_stays(css):
    assert reduce(css, KNOWN).replace('"', "'") == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".unknown{top:0}", ""),
        ("#unknown p{top:0}", ""),
        ("video{top:0}", ""),
        ("[dir=rtl] .note{left:0}", ""),
        (":is(.unknown,#gone) a{top:0}", ""),
        (".unknown,.note{top:0}", ".note{top:0}"),
        ("@media print{.unknown{top:0}}", ""),
        (":root{--md-unread:1;--md-chain:var(--md-unread)}", ""),
        ("@keyframes turn{to{top:0}}", ""),
        ('@charset "utf-8";p{top:0}', "p{top:0}"),
        (
            "/* why */ p , a > p {\n  top: 0 ; /* what */\n  left: 1px  2px;\n}\n",
            "p,a>p{top:0;left:1px 2px}",
        ),
        ("a :hover { top: 0 }", "a :hover{top:0}"),
    ],
)
def test_what_no_page_can_meet_goes(css, left):
    assert reduce(css, KNOWN) == left
