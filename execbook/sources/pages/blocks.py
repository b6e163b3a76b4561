"""Parse constructs of whole lines: front matter, comments, code blocks, `///` blocks and headings."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from execbook.problems import did_you_mean
from execbook.sources.configuration import yaml_reason
from execbook.sources.pages.block_kinds import KINDS
from execbook.sources.pages.canvas import Canvas
from execbook.sources.pages.parts import Block, Claim, Example, Fence, Heading

OPTIONS = ("region", "show", "times", "conditions")
CLAIM_OPTIONS = ("example", "vary")
VARIATIONS = ("seed", "split", "order", "processor")
"""What a trial of a claim may vary."""
SHOWN = ("code", "output", "figures")

FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"[ \t]*<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}(?!.*`)|~{3,})(?P<info>.*)")
LIST_ITEM = re.compile(r"[ \t]*(?:[-*+:]|\d+\.)[ \t]|\[\^")
BLOCK_START = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>/{3,})[ ]*(?P<name>[\w-]+)[ ]*(?:\|[ ]*(?P<argument>.*?)[ ]*)?"
)
BLOCK_END = re.compile(r"[ \t]*(?P<mark>/{3,})[ ]*")
HEADING = re.compile(r"(?P<marks>#{1,6})(?P<text>.*?)#*[ \t]*")
UNDERLINE = re.compile(r"(?P<mark>=+|-+)[ ]*")
COUNTS = re.compile(r"(?<!`)\{\{ *(?P<name>held|tried) *\}\}(?!`)")
"""How often a claim holds, in its own sentence."""
ATTRIBUTES = re.compile(r"(?<!\{)\{:?[ ]*(?P<attributes>[^{}\n]*)\}[ \t]*$")


def read_front_matter(canvas: Canvas) -> tuple[dict[str, Any], int]:
    """The page's front matter, and the line after it."""
    match = FRONT_MATTER.match(canvas.text)
    if not match:
        return {}, 1
    canvas.blank(0, match.end())
    meta: Any = {}
    try:
        meta = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError) as error:  # ValueError for a date such as 2026-02-31
        reason, line = yaml_reason(error)
        cure = "put quotes around a text that contains ': ' or starts with a sign"
        canvas.problem(line + 1, f"the front matter is not YAML: {reason}", cure, "front-matter")
    if not isinstance(meta, dict):
        canvas.problem(1, "the front matter has no settings", "write for example 'title: …'", "front-matter")
        meta = {}
    return meta, canvas.line_of(match.end())


def read_code_blocks(canvas: Canvas) -> list[Fence]:
    """Code blocks, fenced or indented. Comments are blanked out too, as either may contain the other."""
    fences: list[Fence] = []
    in_list = False
    number = 0
    while (number := number + 1) <= canvas.count:
        line = canvas.line(number)
        if match := COMMENT.match(canvas.text, canvas.start_of(number)):
            canvas.blank(*match.span())
        elif match := FENCE.fullmatch(line):
            fences.append(_fence(canvas, number, match["mark"], match["info"].strip()))
            number = fences[-1].last or number
        elif line.startswith("    ") and line.strip() and not in_list and _after_blank(canvas, number):
            last = number
            while last < canvas.count and canvas.line(last + 1).startswith("    "):
                last += 1
            fences.append(Fence(number, last, "", "", canvas.source_lines(number, last)))
            canvas.blank_lines(number, last)
            number = last
        elif line.strip() and not line.startswith(" "):
            in_list = bool(LIST_ITEM.match(line))
    return fences


def _after_blank(canvas: Canvas, number: int) -> bool:
    return number == 1 or not canvas.line(number - 1).strip()


def _fence(canvas: Canvas, line: int, mark: str, info: str) -> Fence:
    closing = (n for n in range(line + 1, canvas.count + 1) if canvas.line(n).strip(" \t>") == mark)
    last = next(closing, 0)
    if not last:
        canvas.problem(line, "nothing closes this code block", f"end it with a line {mark}", "unclosed-fence")
    text = canvas.source_lines(line + 1, last - 1) if last > line + 1 else ""
    canvas.blank_lines(line, last or line)
    return Fence(line, last, mark, info, text)


@dataclass
class _Open:
    """A block whose end has not been reached. first: the first line of its content."""

    line: int
    first: int
    slashes: int
    name: str
    argument: str
    options: dict[str, Any]


def read_blocks(canvas: Canvas) -> list[Block]:
    """All `///` blocks, by line. Their lines are blanked out except for titles; see `Prose`."""
    blocks: list[Block] = []
    stack: list[_Open] = []

    def close(last: int) -> None:
        one = stack.pop()
        text = canvas.source_lines(one.first, last - 1) if last > one.first else ""
        blocks.append(Block(one.line, last, one.name, one.argument, one.options, len(stack), text))
        if not last:
            mark = "/" * one.slashes
            message = f"nothing closes this block {one.name!r}"
            canvas.problem(one.line, message, f"end it with a line {mark}", "unclosed-block")

    number = 0
    while (number := number + 1) <= canvas.count:
        line = canvas.line(number)
        if match := BLOCK_END.fullmatch(line):
            canvas.blank_lines(number, number)
            slashes = len(match["mark"])
            if slashes not in [one.slashes for one in stack]:
                message = f"{match['mark']} ends no block"
                canvas.problem(number, message, "delete it, or count the slashes", "stray-block-end")
                continue
            while stack[-1].slashes != slashes:
                close(0)
            close(number)
        elif match := BLOCK_START.fullmatch(line):
            stack.append(_start(canvas, number, match, stack))
            number = stack[-1].first - 1
    while stack:
        close(0)
    return sorted(blocks, key=lambda block: block.line)


def _start(canvas: Canvas, line: int, match: re.Match[str], around: list[_Open]) -> _Open:
    name, argument, slashes = match["name"].lower(), match["argument"] or "", len(match["mark"])
    if slashes in [one.slashes for one in around]:
        message = f"this block has as many slashes as one around it: {match['mark']}"
        cure = "give the inner block one slash more, at its start and at its end"
        canvas.problem(line, message, cure, "nested-block")
    if name not in KINDS:
        canvas.problem(
            line, f"there is no block {name!r}", did_you_mean(name, KINDS, "blocks"), "unknown-block"
        )
    first = line + 1
    option = re.compile(match["indent"] + r"[ ]{4,}\S")
    while first <= canvas.count and option.match(canvas.line(first)):
        first += 1
    options: Any = {}
    try:
        options = yaml.safe_load(canvas.source_lines(line + 1, first - 1)) if first > line + 1 else {}
    except (yaml.YAMLError, ValueError):
        options = None
    if not isinstance(options, dict):
        canvas.problem(
            line + 1, "these options are not YAML", "write for example '    type: warning'", "block-options"
        )
        options = {}
    start = canvas.start_of(line)
    is_title = argument and (name not in KINDS or KINDS[name].titled)
    keep = match.start("argument") if is_title else len(canvas.line(line))
    canvas.blank(start, start + keep)
    if first > line + 1:
        canvas.blank_lines(line + 1, first - 1)
    return _Open(line, first, slashes, name, argument, options)


def read_examples(canvas: Canvas, blocks: list[Block]) -> list[Example]:
    """The `example` blocks among `blocks`; invalid options become problems."""
    examples = []
    for block in blocks:
        if block.name != "example":
            continue
        if not block.argument:
            message = "this block names no example"
            canvas.problem(block.line, message, "write '/// example | activations/relu'", "block-options")
        for option in block.options:
            if option not in OPTIONS:
                cure = did_you_mean(str(option), OPTIONS, "options")
                canvas.problem(block.line, f"an example has no option {option!r}", cure, "block-options")
        region, show = block.options.get("region"), block.options.get("show")
        shown = [show] if isinstance(show, str) else show
        if shown is not None and (
            not isinstance(shown, list) or not shown or set(map(str, shown)) - set(SHOWN)
        ):
            cure = f"list some of {', '.join(SHOWN)}, for example 'show: [code, output]'"
            canvas.problem(block.line, f"show cannot be {show!r}", cure, "block-options")
            shown = None
        times = block.options.get("times", [])
        times = times if isinstance(times, list) else [times]
        if not all(type(line) is int and line > 0 for line in times):
            cure = "list the lines of the output that contain times, for example 'times: [1, 3]'"
            canvas.problem(block.line, f"times cannot be {block.options['times']!r}", cure, "block-options")
            block.options["times"] = []
        if conditions_of(block) is None:
            message = f"conditions cannot be {block.options['conditions']!r}"
            cure = "write 'conditions: {healthy: {rate: 0.02}, too high: {rate: 5.0}}'"
            canvas.problem(block.line, message, cure, "block-options")
        examples.append(
            Example(
                block.line,
                block.last,
                block.argument,
                None if region is None else str(region),
                None if shown is None else tuple(map(str, shown)),
                block.text.strip("\n"),
            )
        )
    return examples


def conditions_of(block: Block) -> dict[str, dict[str, Any]] | None:
    """The arguments of each condition that an example declares, by name; None if they cannot be read."""
    found = block.options.get("conditions", {})
    if not isinstance(found, dict) or not all(isinstance(one, dict) and one for one in found.values()):
        return None
    return {str(name): {str(key): value for key, value in one.items()} for name, one in found.items()}


def read_claims(canvas: Canvas, blocks: list[Block]) -> list[Claim]:
    """The `claim` blocks among `blocks`; invalid options become problems.

    `{{ held }}` and `{{ tried }}` are blanked out: they are no values of an example.
    """
    claims = []
    for block in blocks:
        if block.name != "claim":
            continue

        def problem(message: str, fix: str, line: int = block.line) -> None:
            canvas.problem(line, message, fix, "block-options")

        if not block.argument:
            problem("this claim has no relation", "write '/// claim | share[20] > share[0.5]'")
        if not block.text.strip():
            problem("this claim says nothing", "write the sentence that rests on the relation")
        for option in block.options:
            if option not in CLAIM_OPTIONS:
                problem(
                    f"a claim has no option {option!r}", did_you_mean(str(option), CLAIM_OPTIONS, "options")
                )
        vary = str(block.options.get("vary", VARIATIONS[0]))
        if vary not in VARIATIONS:
            problem(f"a claim cannot vary {vary!r}", did_you_mean(vary, VARIATIONS, "variations"))
            vary = VARIATIONS[0]
        start, end = canvas.start_of(block.line), canvas.start_of((block.last or block.line) + 1)
        counts = {match["name"] for match in COUNTS.finditer(canvas.text, start, end)}
        for match in COUNTS.finditer(canvas.text, start, end):
            canvas.blank(*match.span())
        example = block.options.get("example")
        claims.append(
            Claim(
                block.line,
                block.last,
                block.argument,
                None if example is None else str(example),
                vary,
                block.text.strip("\n"),
                len(counts) == 2,
            )
        )
    return claims


def read_headings(canvas: Canvas) -> list[Heading]:
    """Headings of both forms. Their marks and attributes are blanked out, but not their texts."""
    headings = []
    for number in range(1, canvas.count + 1):
        line = canvas.line(number)
        start = canvas.start_of(number)
        if match := HEADING.fullmatch(line):
            level, text, span = len(match["marks"]), match["text"], match.span("text")
        elif _is_underlined(canvas, number):
            level, text, span = (1 if canvas.line(number + 1)[0] == "=" else 2), line, (0, len(line))
            canvas.blank_lines(number + 1, number + 1)
        else:
            continue
        heading_id = None
        if attributes := ATTRIBUTES.search(text):
            ids = [word[1:] for word in attributes["attributes"].split() if word.startswith("#")]
            heading_id = ids[0] if ids else None
            span = (span[0], span[0] + attributes.start())
            text = text[: attributes.start()]
        canvas.blank(start, start + span[0])
        canvas.blank(start + span[1], start + len(line))
        headings.append(Heading(number, level, heading_id, text.strip()))
    return headings


def _is_underlined(canvas: Canvas, number: int) -> bool:
    return (
        number < canvas.count
        and bool(canvas.line(number).strip())
        and "|" not in canvas.line(number)
        and bool(UNDERLINE.fullmatch(canvas.line(number + 1)))
        and _after_blank(canvas, number)
    )
