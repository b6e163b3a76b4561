"""The parts of a shown example, as HTML."""

from collections.abc import Collection, Mapping
from html import escape

from markdown import Markdown
from pymdownx.highlight import HighlightExtension

from execbook.baseline.tolerance import DEFAULT, Tolerance
from execbook.languages.wording import Wording
from execbook.sources.snippets import Snippet


def bar(snippet: Snippet, region: str | None, section_id: str, to_site_root: str, words: Wording) -> str:
    """The line above the code: the file's name, the lines shown, the download, the example's address.

    `data-parts` lists the file's regions, one a line (`9-12 relu`), the shown one first. A script turns them
    into buttons that copy a part alone. The button that opens them is invisible until then, but takes up its
    space, so that nothing moves when the script runs.
    """
    lines = ""
    parts = sorted(snippet.regions.items(), key=lambda entry: (entry[0] != region, entry[1].first))
    names = "&#10;".join(f"{part.first}-{part.last} {escape(part.name)}" for _, part in parts)
    listed = f' data-parts="{names}"' if names else ""
    opener = f'<button type="button">{words.part}</button>' if names else ""
    if region is not None:
        part = snippet.regions[region]
        lines = f'<span class="xb-lines">{words.lines.format(part.first, part.last)}</span>'
    link = words.permalink
    file = f"{to_site_root}{snippet.address}"
    return (
        f'<div class="xb-bar"{listed} data-search-exclude>'
        f'<span class="xb-name">{snippet.filename}</span>{lines}{opener}'
        f'<a class="xb-download" download href="{file}">{words.download}</a>'
        f'<a class="xb-permalink" href="#{section_id}" title="{link}" aria-label="{link}">#</a></div>'
    )


def code(md: Markdown, snippet: Snippet, region: str | None) -> str:
    """The highlighted code, as a fenced block would render it. The copy button copies the whole file.

    Material's button copies the attribute `data-copy` of the nearest element that has one. Where the whole
    file is shown, `copying.js` sets it from the text, before anything in the reader's browser, for example a
    translation, changes that: a page would have every file twice.
    """
    extension = next(one for one in md.registeredExtensions if isinstance(one, HighlightExtension))
    settings = {**extension.get_pymdownx_highlight_settings(), "stripnl": False}
    css_class = f"{settings.pop('css_class')} xb-code"
    settings.pop("_enabled", None)
    extension.pygments_code_block += 1
    return extension.get_pymdownx_highlighter()(md, **settings).highlight(
        snippet.text(region),
        "python",
        css_class,
        attrs={"data-copy": escape(snippet.source).replace("\n", "&#10;")} if region is not None else {},
        title="",
        code_block_count=extension.pygments_code_block,
    )


def run_button(size: int, words: Wording, text: str = "") -> str:
    """The button that runs the example in the reader's browser; it is there only with `run_here.js`.

    size: what is loaded for it at first, in bytes. text: on the button, if other than for an example.
    """
    once = words.once.format(f"{size / 1e6:.1f}")
    return (
        f'<div class="xb-go" data-search-exclude><button type="button">{text or words.here}</button>'
        f"<small>{once}</small></div>"
    )


def output(text: str, words: Wording, tolerance: Tolerance = DEFAULT, times: Collection[int] = ()) -> str:
    """What the run printed, exactly. Its box scrolls, so it has to be focusable.

    `data-tolerance` is read by the script that compares a reader's own output; it is omitted for the default.
    `data-times` lists the lines that it does not compare.
    """
    label = words.output
    allowed = "" if tolerance == DEFAULT else f' data-tolerance="{tolerance.relative:g} {tolerance.counts}"'
    if times:
        allowed += f' data-times="{" ".join(map(str, sorted(times)))}"'
    return (
        f'<div class="xb-output"{allowed}><span class="xb-label" data-search-exclude>{label}</span>'
        f'<pre tabindex="0" role="group" aria-label="{label}">'
        f"<samp>{escape(text, quote=False)}</samp></pre></div>"
    )


def versions(found: Mapping[str, str], names: Mapping[str, str]) -> str:
    """`Python 3.11.7, NumPy 2.4.6`. names: how packages are written, in order."""
    names = {"python": "Python", **names}
    order = [*(name for name in names if name in found), *sorted(found.keys() - names.keys())]
    return ", ".join(f"{names.get(name, name)} {found[name]}" for name in order)


def meta(text: str, remark: str = "") -> str:
    """The small line below: when the run was, how long it took, with which versions.

    remark: HTML that follows, such as where the example gives another result.
    """
    more = f" · {remark}" if remark else ""
    return f'<p class="xb-meta" data-search-exclude>{escape(text, quote=False)}{more}</p>'
