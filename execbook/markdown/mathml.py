"""Convert LaTeX to MathML: well-formed, and without style attributes, which the site's policy forbids."""

import re
from functools import cache
from html import unescape
from xml.etree import ElementTree

from math_core import LatexError, LatexToMathML

from execbook.problems import UnplacedProblem

STYLES = {
    "text-align: left": "xb-left",
    "justify-items: start": "",
    "text-align: right": "xb-right",
    "justify-items: end": "",
    "padding-left: 0": "xb-tight-left",
    "padding-right: 0": "xb-tight-right",
    "padding-left:1em": "xb-condition",
    **{
        f"border-{side}: 0.05em {kind} currentcolor": f"xb-{kind}-{side}"
        for side in ("top", "right", "bottom", "left")
        for kind in ("solid", "dashed")
    },
}
"""Classes that replace the styles written by math-core; the site's style sheet defines them.

`justify-items` only repeats `text-align` for old browsers. A style that is missing here, such as a colour or
the full width of a numbered equation, is reported as unsupported.
"""

_ENTITY = re.compile(r"&(?!lt;|gt;|amp;|quot;|apos;)\w+;")


def convert(latex: str, *, display: bool) -> ElementTree.Element:
    """The formula as a new `<math>` element. Raises UnplacedProblem."""
    element = ElementTree.fromstring(_mathml(latex, display))
    for part in element.iter():
        if style := part.attrib.pop("style", None):
            part.set("class", _classes(style))
    return element


@cache
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


def _mathml(latex: str, display: bool) -> str:
    if not latex.strip():
        raise _problem("it is empty", "write \\$ for a dollar sign")
    try:
        mathml = _converter().convert_with_local_state(latex, displaystyle=display)
    except LatexError as error:
        # The message starts with an offset in characters: '3: Duplicate subscript or superscript.'
        offset, _, message = str(error).partition(": ")
        cure = "correct it, or use a command that math-core supports"
        raise _problem(message.rstrip("."), cure, latex[: int(offset)].count("\n")) from None
    return _ENTITY.sub(lambda match: unescape(match[0]), mathml)


def _classes(style: str) -> str:
    declarations = [one.strip() for one in style.split(";") if one.strip()]
    unknown = [one for one in declarations if one not in STYLES]
    if unknown:
        message = f"it needs the style {unknown[0]!r}, and pages have no inline styles"
        raise _problem(message, "use 'aligned' for several lines, and no colours or equation numbers")
    return " ".join(name for one in declarations if (name := STYLES[one]))


def _problem(message: str, cure: str, line: int = 0) -> UnplacedProblem:
    """line: number of line breaks in the formula before the error."""
    return UnplacedProblem(f"cannot show the formula: {message}", cure, "formula", line)
