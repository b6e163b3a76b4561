"""Drawings that stand alone in a file have the colours of the site's palettes."""

import re

from execbook.figures.shown.standalone import COLOURS, standalone
from execbook.project import Project
from execbook.site.palettes import palettes
from tests import ROOT

SVG = '<svg viewBox="0 0 9 9" fill="currentColor"><path stroke="var(--fig-c0)" fill="var(--fig-bg)"/></svg>'


def test_the_colours_of_both_palettes_are_those_of_the_style_sheet():
    found = palettes(Project(ROOT))
    assert found["light"].keys() == found["dark"].keys() == {*COLOURS, "fg"}
    styles = (ROOT / "theme/overrides/assets/stylesheets/figures.css").read_text("utf-8")
    for name in ("c0", "faint"):
        light, dark = re.findall(rf"--fig-{name}: (#\w+)", styles)
        assert (found["light"][name], found["dark"][name]) == (light, dark)
    ground = {match[1] for match in re.finditer(r"--xb-(?:bg|fg): (#\w+)", _own_look())}
    assert {found["dark"]["bg"], found["dark"]["fg"], found["light"]["bg"]} <= ground


def _own_look() -> str:
    return (ROOT / "theme/overrides/assets/stylesheets/execbook.css").read_text("utf-8")


def test_a_theme_without_colours_has_those_of_matplotlib(tmp_path):
    found = palettes(Project(tmp_path))
    assert found["light"]["c0"] == found["dark"]["c0"] == COLOURS["c0"]
    assert found["light"]["bg"] != found["dark"]["bg"]


def test_a_drawing_takes_the_colours_that_it_is_given():
    dark = palettes(Project(ROOT))["dark"]
    drawn = standalone(SVG, dark)
    assert f'stroke="{dark["c0"]}"' in drawn and f'fill="{dark["fg"]}"' in drawn and "var(" not in drawn
    assert drawn.count(dark["bg"]) == 2
