"""The kinds of `///` blocks. A new kind is a line here and the class that renders it."""

from typing import NamedTuple


class BlockKind(NamedTuple):
    """titled: whether its argument is a title, so prose. renderer: the class; empty for one of pymdownx."""

    name: str
    titled: bool = True
    renderer: str = ""


KINDS = {
    kind.name: kind
    for kind in (
        BlockKind("example", False, "execbook.markdown.example_block:ExampleBlock"),
        BlockKind("knob", False, "execbook.markdown.knob_block:KnobBlock"),
        BlockKind("claim", False, "execbook.markdown.claim_block:ClaimBlock"),
        BlockKind("predict", True, "execbook.markdown.predict_block:PredictBlock"),
        BlockKind("textbook", False, "execbook.markdown.textbook_block:TextbookBlock"),
        BlockKind("downloads", False, "execbook.markdown.downloads_block:DownloadsBlock"),
        BlockKind("glossary", False, "execbook.markdown.glossary_block:GlossaryBlock"),
        BlockKind("versions", False, "execbook.markdown.versions_block:VersionsBlock"),
        BlockKind("chapters", False, "execbook.markdown.chapters_block:ChaptersBlock"),
        *map(BlockKind, ("admonition", "details", "tab", "definition")),
        *map(BlockKind, ("note", "attention", "caution", "danger", "error", "tip", "hint")),
        *map(BlockKind, ("important", "warning")),
    )
}
