"""Typography of a page's article: no line breaks before particles, and curly quotation marks."""

import re
from collections.abc import Callable

CODE = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
"""Blocks whose text stays exactly as it is."""
LITERAL = re.compile(
    r"(<(pre|textarea|script|style|template|svg|math|code|kbd|samp|data)\b.*?</\2>)", re.DOTALL
)
"""Elements whose quotation marks stay as they are: code, formulas, drawings, bound values."""
IN_A_LINE = frozenset(("math", "code", "kbd", "samp", "data"))
"""Of these elements those that are within a line of text."""
PIECE = re.compile(r"<[^>]*>|[^<]+")
WITHIN_A_LINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|data|em|i|kbd|mark|math|samp|small|span|strong|sub|sup)\b[^>]*>"
)
WORD_JOINER = "\u2060"
"""Invisible, and prevents a line break here (Unicode Standard Annex 14, class WJ)."""
NO_BREAK_BEFORE = re.compile(r"[가-힣.,;:!?)’”]")
NO_BREAK_AFTER = ("</math>", "</code>", "</kbd>", "</samp>")
"""What is broken from a particle after it: `word-break` differs inside. Chromium needs more for formulas, see
`execbook.markdown.formulas`."""
PARTICLE = re.compile(r"(?<=[)\]%])(?=[가-힣])")
QUOTE = re.compile(r"""(["']|&quot;|&#39;|&#x27;)""")
DOUBLE, SINGLE = ("“", "”"), ("‘", "’")
MARKS = {'"': DOUBLE, "&quot;": DOUBLE, "'": SINGLE, "&#39;": SINGLE, "&#x27;": SINGLE}
OPENS_AFTER = re.compile(r"[\s(\[{<\u2060“‘《「『—–/=]|^$")
"""What a quotation mark follows that opens: white space, a bracket, a dash, or nothing."""


def typeset(html: str) -> str:
    """Prevent line breaks before particles and punctuation, and curl the quotation marks of the article.

    Between letters `word-break: keep-all` keeps particles at their words; here they are joined to formulas,
    code, brackets and percent signs. Applying it twice changes nothing. Only in the article, as titles
    elsewhere have to equal the accessible names.
    """
    start, end = html.find("<article"), html.rfind("</article>")
    if not 0 <= start < end:
        return html
    article = _curl(html[start:end])
    return html[:start] + outside_code(article, _join_particles) + html[end:]


def outside_code(html: str, change: Callable[[str], str]) -> str:
    """Apply `change` to the page except code blocks, scripts and the like."""
    parts = CODE.split(html)
    for position in range(0, len(parts), 3):
        parts[position] = change(parts[position])
    for position in range(2, len(parts), 3):
        parts[position] = ""  # the tag's name, which is a group of the pattern
    return "".join(parts)


def _join_particles(part: str) -> str:
    pieces, joins = [], False
    for piece in PIECE.findall(part):
        if piece.startswith("<"):
            joins = piece in NO_BREAK_AFTER or (joins and piece.startswith("</") and _in_a_line(piece))
        else:
            joint = WORD_JOINER if joins and NO_BREAK_BEFORE.match(piece) else ""
            piece = joint + PARTICLE.sub(WORD_JOINER, piece)
            joins = piece[-1] in ")]%"
        pieces.append(piece)
    return "".join(pieces)


def _in_a_line(tag: str) -> bool:
    return bool(WITHIN_A_LINE.fullmatch(tag))


def _curl(article: str) -> str:
    """Replace straight quotation marks. What is before a mark says whether it opens or closes."""
    parts = LITERAL.split(article)
    before = ""
    for position in range(0, len(parts), 3):
        pieces = PIECE.findall(parts[position])
        for index, piece in enumerate(pieces):
            if not piece.startswith("<"):
                pieces[index] = _curled(piece, before)
                before = pieces[index][-1]
            elif not _in_a_line(piece):
                before = ""
        parts[position] = "".join(pieces)
        if position + 2 < len(parts):
            before = "x" if parts[position + 2] in IN_A_LINE else ""
            parts[position + 2] = ""
    return "".join(parts)


def _curled(text: str, before: str) -> str:
    """A piece of text with curled marks. before: the character in front of it, or nothing."""
    pieces = QUOTE.split(text)
    for index, piece in enumerate(pieces):
        if marks := MARKS.get(piece):
            pieces[index] = marks[not OPENS_AFTER.match(before)]
        before = pieces[index][-1:] or before
    return "".join(pieces)
