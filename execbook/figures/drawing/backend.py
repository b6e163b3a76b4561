"""The matplotlib backend that catches what a snippet shows: `MPLBACKEND=module://execbook.figures.drawing.backend`.

`plt.show()` and `fig.show()` draw each open figure at once, in both languages, and close it, as notebooks do.
"""

from __future__ import annotations

import codecs
import functools
import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from weakref import WeakKeyDictionary

import matplotlib as mpl
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from execbook.figures.drawing import describe, svg, translation
from execbook.figures.drawing.marks import crisp, marked, on_colour, shades
from execbook.figures.drawing.text import FAMILIES, Renderer, Speech, install_font
from execbook.project import LANGUAGES

PAD_INCHES = 0.05
SHARPNESS = 2
"""Pixels of an image for one of the figure's, for screens of high density."""


class FigureError(Exception):
    """A figure that cannot be published, and what to do. `text` is the label at fault, empty if none is."""

    def __init__(self, message: str, cure: str, text: str = ""):
        self.message = message
        self.cure = cure
        self.text = text
        super().__init__(message)


@dataclass(frozen=True)
class CapturedFigure:
    """One shown figure. `svg`, `title` (may be empty) and `description` are by language.

    `structure` says what was drawn in numbers and words, see `describe.structure`; `data` has every point.
    """

    svg: dict[str, str]
    title: dict[str, str]
    description: dict[str, str]
    structure: list
    data: list


@dataclass
class _Session:
    """What is known of the snippet that is running."""

    entries: Mapping[str, str] = field(default_factory=dict)
    prefix: str = "figure"
    captured: list[CapturedFigure] = field(default_factory=list)
    error: FigureError | None = None
    tight: WeakKeyDictionary[Figure, dict] = field(default_factory=WeakKeyDictionary)
    """Arguments of `tight_layout()`, by figure: it has to be done again for each language."""


_session = _Session()


def begin(entries: Mapping[str, str], id: str = "figure") -> None:
    """Start anew, before a snippet runs.

    entries: Korean by English label. id: the snippet's; it keeps ids unique on a page with several figures.
    """
    global _session
    _session = _Session(entries, id.replace("/", "-").replace("_", "-"))
    install_font()
    mpl.rcParams["font.family"] = FAMILIES
    _watch_tight_layout()


def finish() -> list[CapturedFigure]:
    """The figures that were shown, in order, after a snippet has run.

    Raises FigureError for a figure never shown, a label without Korean, a character that no font has.
    """
    if _session.error:
        raise _session.error
    if open_figures := Gcf.figs:
        count = len(open_figures)
        Gcf.destroy_all()
        raise FigureError(
            "a figure is drawn but never shown: call plt.show()"
            if count == 1
            else f"{count} figures are drawn but never shown: call plt.show()",
            "show every figure once it is complete",
        )
    return _session.captured


class FigureManager(FigureManagerBase):
    """Stands for a window; showing it captures the figure and closes it."""

    def show(self) -> None:
        try:
            _session.captured.append(_capture(self.canvas.figure, len(_session.captured) + 1))
        except FigureError as error:
            _session.error = _session.error or error
            raise
        finally:
            Gcf.destroy(self)

    @classmethod
    def pyplot_show(cls, *, block: bool | None = None) -> None:
        for manager in sorted(Gcf.get_all_fig_managers(), key=lambda manager: manager.num):
            manager.show()


class FigureCanvas(FigureCanvasAgg):
    manager_class = FigureManager


class _PageCanvas(FigureCanvasSVG):
    """Draws a figure as SVG with labels as a page needs them."""

    def __init__(self, figure: Figure, speech: Speech):
        self.speech = speech
        super().__init__(figure)

    def print_svg(self, file: BinaryIO, *, bbox_inches_restore=None, metadata=None, **_) -> None:
        dpi = self.figure.dpi * SHARPNESS
        self.figure.dpi = 72
        width, height = self.figure.get_size_inches()
        renderer = Renderer(
            width * 72,
            height * 72,
            codecs.getwriter("utf-8")(file),
            image_dpi=dpi,
            metadata=metadata,
            speech=self.speech,
        )
        mixed = MixedModeRenderer(
            self.figure, width, height, dpi, renderer, bbox_inches_restore=bbox_inches_restore
        )
        self.figure.draw(mixed)
        mixed.finalize()


def _capture(figure: Figure, number: int) -> CapturedFigure:
    """Draw in every language. English comes last, so the figure is left as the snippet made it."""
    prefix = f"{_session.prefix}-{number}"
    drawn, titles, descriptions = {}, {}, {}
    for language in LANGUAGES:
        say, missing = _speaker(language)
        titles[language] = describe.title(figure, say)
        descriptions[language] = describe.description(figure, language, say)
        raw = _draw(figure, Speech(say), prefix)
        if missing:
            listed = ", ".join(repr(text) for text in missing)
            first = next(iter(missing))
            cure = f'give it its Korean in labels.ko.toml: "{first}" = "…"'
            raise FigureError(f"figure {number} has labels without Korean: {listed}", cure, first)
        name = titles[language] or descriptions[language].split(". ")[0]
        drawn[language] = svg.clean(raw, prefix, name, descriptions[language])
    return CapturedFigure(drawn, titles, descriptions, describe.structure(figure), describe.data(figure))


def _speaker(language: str) -> tuple[Callable[[str], str], dict[str, None]]:
    """How a label reads in a language, and the labels that lack it, which fill up while drawing."""
    missing: dict[str, None] = {}
    if language == "en":
        return str, missing

    @functools.cache
    def say(text: str) -> str:
        try:
            return translation.translate(text, _session.entries)
        except translation.MissingLabel:
            missing[text] = None
            return text

    return say, missing


def _draw(figure: Figure, speech: Speech, prefix: str) -> bytes:
    """The figure as matplotlib's SVG. Raises FigureError for a character that no font has."""
    former = figure.canvas
    canvas = _PageCanvas(figure, speech)
    buffer = io.BytesIO()
    settings = {
        "svg.hashsalt": prefix,
        "svg.image_inline": True,
        "image.composite_image": False,
        "font.family": FAMILIES,
        "mathtext.fontset": "dejavusans",
        "mathtext.fallback": "stix",  # unlike the default it names its characters by Unicode
        "text.usetex": False,
    }
    try:
        with (
            mpl.rc_context(settings),
            warnings.catch_warnings(),
            speech.speaking(),
            marked({svg.KEEP: shades(figure), svg.ON_COLOUR: on_colour(figure)}),
            crisp(figure),
        ):
            warnings.filterwarnings("ignore", "Glyph .* missing")  # the speech collects them
            if (tight := _session.tight.get(figure)) is not None:
                _tight_layout(figure, **tight)
            canvas.print_figure(
                buffer, format="svg", bbox_inches="tight", pad_inches=PAD_INCHES, metadata={"Date": None}
            )
    finally:
        figure.set_canvas(former)
    for text, character in speech.unknown_glyphs.items():
        message = f"no font has a character of the label {text!r}: {character!r}"
        raise FigureError(message, "mend the label, or its Korean in labels.ko.toml", text)
    return buffer.getvalue()


_tight_layout = Figure.tight_layout


def _watch_tight_layout() -> None:
    """Remember calls of `tight_layout()`, which matplotlib does at once and then forgets."""

    @functools.wraps(_tight_layout)
    def tight_layout(figure: Figure, **settings) -> None:
        _session.tight[figure] = settings
        _tight_layout(figure, **settings)

    Figure.tight_layout = tight_layout
