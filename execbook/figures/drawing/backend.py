"""The matplotlib backend that captures figures: `MPLBACKEND=module://execbook.figures.drawing.backend`.

`plt.show()` and `fig.show()` draw each open figure in all languages and close it, as in notebooks.
"""

from __future__ import annotations

import codecs
import functools
import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO
from weakref import WeakKeyDictionary

import matplotlib as mpl
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from execbook.figures.drawing import describe, svg, translation
from execbook.figures.drawing.marks import fixed_greys, group_ids, sharp_images, texts_on_colour
from execbook.figures.drawing.text import FAMILIES, Renderer, TextTranslator, install_font
from execbook.problems import FigureError

PAD_INCHES = 0.05
SHARPNESS = 2
"""Resolution of embedded images relative to the figure's, for high-density screens."""


@dataclass(frozen=True)
class CapturedFigure:
    """One shown figure. `svg`, `title` (may be empty) and `description` are by language.

    structure: what was drawn, see `describe.structure`. data: the same with every point.
    """

    svg: dict[str, str]
    title: dict[str, str]
    description: dict[str, str]
    structure: list[dict[str, Any]]
    data: list[dict[str, Any]]


@dataclass
class _Session:
    """The state of the running snippet."""

    labels: Mapping[str, Mapping[str, str] | None] = field(default_factory=dict)
    prefix: str = "figure"
    captured: list[CapturedFigure] = field(default_factory=list)
    error: FigureError | None = None
    tight: WeakKeyDictionary[Figure, dict[str, Any]] = field(default_factory=WeakKeyDictionary)
    """Arguments of `tight_layout()`, by figure, as it has to be repeated for each language."""


_session = _Session()


def begin(labels: Mapping[str, Mapping[str, str] | None], snippet_id: str = "figure") -> None:
    """Reset the state before a snippet runs.

    labels: for each language in which figures are drawn the translations by label, or None if it has the
    labels as they are. snippet_id: makes the ids in the SVGs unique on a page.
    """
    global _session
    _session = _Session(labels, snippet_id.replace("/", "-").replace("_", "-"))
    install_font()
    mpl.rcParams["font.family"] = FAMILIES
    _record_tight_layout()


def finish() -> list[CapturedFigure]:
    """The figures that were shown, in order, after a snippet has run.

    Raises FigureError for a figure that was not shown, an untranslated label, a character without a glyph.
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
    """Replaces a window: showing it captures the figure and closes it."""

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
    """Draws a figure as SVG with translated text elements."""

    def __init__(self, figure: Figure, translator: TextTranslator):
        self.translator = translator
        super().__init__(figure)

    def print_svg(
        self, filename: BinaryIO, *, bbox_inches_restore: Any = None, metadata: Any = None, **_: Any
    ) -> None:
        dpi = self.figure.dpi * SHARPNESS
        self.figure.dpi = 72
        width, height = self.figure.get_size_inches()
        renderer = Renderer(
            width * 72,
            height * 72,
            codecs.getwriter("utf-8")(filename),
            image_dpi=dpi,
            metadata=metadata,
            translator=self.translator,
        )
        mixed = MixedModeRenderer(
            self.figure, width, height, dpi, renderer, bbox_inches_restore=bbox_inches_restore
        )
        self.figure.draw(mixed)  # ty: ignore[invalid-argument-type]  # delegates to a RendererBase
        mixed.finalize()


def _capture(figure: Figure, number: int) -> CapturedFigure:
    """Draw in every language. Those without translations are last, so that the figure ends up as it was."""
    prefix = f"{_session.prefix}-{number}"
    drawn, titles, descriptions = {}, {}, {}
    for language in sorted(_session.labels, key=lambda one: _session.labels[one] is None):
        translate, missing = _translation(_session.labels[language])
        titles[language] = describe.title(figure, translate)
        descriptions[language] = describe.description(figure, language, translate)
        raw = _draw(figure, TextTranslator(translate), prefix)
        if missing:
            listed = ", ".join(map(repr, missing))
            first = next(iter(missing))
            fix = f'translate it in labels.{language}.toml: "{first}" = "…"'
            message = f"figure {number} has labels without translation into {language}: {listed}"
            raise FigureError(message, fix, first)
        name = titles[language] or descriptions[language].split(". ")[0]
        drawn[language] = svg.clean(raw, prefix, name, descriptions[language])
    return CapturedFigure(drawn, titles, descriptions, describe.structure(figure), describe.data(figure))


def _translation(
    entries: Mapping[str, str] | None,
) -> tuple[Callable[[str], str], dict[str, None]]:
    """A function that translates labels, and a collection of those that it cannot translate."""
    missing: dict[str, None] = {}
    if entries is None:
        return str, missing

    @functools.cache
    def translate(text: str) -> str:
        try:
            return translation.translate(text, entries)
        except translation.MissingLabel:
            missing[text] = None
            return text

    return translate, missing


def _draw(figure: Figure, translator: TextTranslator, prefix: str) -> bytes:
    """The figure as matplotlib's SVG. Raises FigureError for a character without a glyph."""
    former = figure.canvas
    canvas = _PageCanvas(figure, translator)
    buffer = io.BytesIO()
    try:
        with (
            mpl.rc_context(
                {
                    "svg.hashsalt": prefix,
                    "svg.image_inline": True,
                    "image.composite_image": False,
                    "font.family": FAMILIES,
                    "mathtext.fontset": "dejavusans",
                    "mathtext.fallback": "stix",  # unlike the default it names its characters by Unicode
                    "text.usetex": False,
                }
            ),
            warnings.catch_warnings(),
            translator.installed(),
            group_ids({svg.KEEP: fixed_greys(figure), svg.ON_COLOUR: texts_on_colour(figure)}),
            sharp_images(figure),
        ):
            warnings.filterwarnings("ignore", "Glyph .* missing")  # the translator collects them
            if (tight := _session.tight.get(figure)) is not None:
                _tight_layout(figure, **tight)
            canvas.print_figure(
                buffer, format="svg", bbox_inches="tight", pad_inches=PAD_INCHES, metadata={"Date": None}
            )
    finally:
        figure.set_canvas(former)
    for text, character in translator.missing_glyphs.items():
        message = f"no font has a character of the label {text!r}: {character!r}"
        raise FigureError(message, "change the label, or its translation in labels.*.toml", text)
    return buffer.getvalue()


_tight_layout = Figure.tight_layout


def _record_tight_layout() -> None:
    """Record calls of `tight_layout()`, which matplotlib performs once without storing them."""

    @functools.wraps(_tight_layout)
    def tight_layout(figure: Figure, **settings: Any) -> None:
        _session.tight[figure] = settings
        _tight_layout(figure, **settings)

    Figure.tight_layout = tight_layout  # ty: ignore[invalid-assignment]  # a wrapper
