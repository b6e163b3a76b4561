"""The colours of figures in the site's palettes, for drawings that stand alone in a file."""

import re

from execbook.figures.shown.standalone import COLOURS
from execbook.project import Project

STYLES = "overrides/assets/stylesheets/figures.css"
COLOUR = re.compile(r"--fig-(?P<name>\w+): (?P<value>#[0-9a-f]{6})")
DARK = '[data-md-color-scheme="slate"]'
GROUND = {"light": {"bg": "#ffffff", "fg": "#000000"}, "dark": {"bg": "#14171c", "fg": "#dfe4ea"}}
"""Of the page, and of its text."""


def palettes(project: Project) -> dict[str, dict[str, str]]:
    """The figures' colours by name, of the palettes "light" and "dark", as the theme's style sheet has them.

    A book whose theme has no style sheet for figures has matplotlib's own colours in both.
    """
    path = project.theme / STYLES
    if not path.is_file():
        return {scheme: COLOURS | ground for scheme, ground in GROUND.items()}
    light, _, dark = path.read_text("utf-8").partition(DARK)
    found = {"light": _colours(light), "dark": _colours(light) | _colours(dark)}
    return {scheme: found[scheme] | ground for scheme, ground in GROUND.items()}


def _colours(styles: str) -> dict[str, str]:
    """The first definition of each colour."""
    return {match["name"]: match["value"] for match in reversed([*COLOUR.finditer(styles)])}
