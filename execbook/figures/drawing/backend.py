"""The matplotlib backend that captures figures: `MPLBACKEND=module://execbook.figures.drawing.backend`.

`plt.show()` and `fig.show()` draw each open figure in all languages and close it, as in notebooks.
"""

from __future__ import annotations

import codecs
import contextlib
import functools
import io
import logging
import sys
import time
import warnings
from collections.abc import Callable, Collection, Generator, Mapping
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
from matplotlib.text import Text

from execbook.figures.drawing import data, describe, letters, refusals, svg, translation
from execbook.figures.drawing.marks import fixed_greys, group_ids, sharp_images, texts_on_colour, too_many
from execbook.figures.drawing.text import FAMILIES, Renderer, TextTranslator, install_font, own_font
from execbook.problems import FigureError

LOGGER = logging.getLogger("matplotlib")
PAD_INCHES = 0.05
SHARPNESS = 2
"""Resolution of embedded images relative to the figure's, for high-density screens."""


@dataclass(frozen=True)
class CapturedFigure:
    """One shown figure. `svg`, `title` (may be empty) and `description` are by language.

    structure: what was drawn, see `data.structure`. data: the same with every point.
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
    id: str = "figure"
    elsewhere: Mapping[str, Collection[str]] = field(default_factory=dict)
    watch: Callable[[bool], None] | None = None
    captured: list[CapturedFigure] = field(default_factory=list)
    blank: list[FigureError] = field(default_factory=list)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    error: FigureError | None = None
    korean: list[str] = field(default_factory=list)
    seconds: float = 0.0
    logged: list[tuple[int, str]] = field(default_factory=list)
    tight: WeakKeyDictionary[Figure, dict[str, Any]] = field(default_factory=WeakKeyDictionary)
    """Arguments of `tight_layout()`, by figure, as it has to be repeated for each language."""


_session = _Session()


def begin(
    labels: Mapping[str, Mapping[str, str] | None],
    snippet_id: str = "figure",
    elsewhere: Mapping[str, Collection[str]] | None = None,
    watch: Callable[[bool], None] | None = None,
) -> None:
    """Reset the state before a snippet runs.

    labels: for each language in which figures are drawn the translations by label, or None if it has the
    labels as they are. snippet_id: makes the ids in the SVGs unique on a page. elsewhere: by language the
    labels with a translation that this snippet cannot use, for messages. watch: called when drawing begins,
    with True, and when it ends.
    """
    global _session
    _session = _Session(labels, snippet_id, elsewhere or {}, watch)
    install_font()
    mpl.rcParams["font.family"] = FAMILIES
    _record_tight_layout()
    if not any(isinstance(handler, _Log) for handler in LOGGER.handlers):
        LOGGER.addHandler(_Log(logging.WARNING))


class _Log(logging.Handler):
    """Keeps what matplotlib logs, so that it can be reported with its line instead of on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.endswith("substituting with a dummy symbol."):  # of a layout, not of what is drawn
            _session.logged.append((_snippet_line(), message))


def finish() -> list[CapturedFigure]:
    """The figures that were shown, in order, after a snippet has run.

    Raises FigureError for a figure that was not shown, an untranslated label, a character without a glyph.
    """
    if _session.error:
        raise _session.error
    if open_figures := list(Gcf.figs.values()):
        line = getattr(open_figures[-1], "line", 0)
        Gcf.destroy_all()
        raise FigureError(
            "a figure is drawn but never shown: call plt.show()"
            if len(open_figures) == 1
            else f"{len(open_figures)} figures are drawn but never shown: call plt.show()",
            "show every figure once it is complete",
            line=line,
        )
    return _session.captured


def blank() -> list[FigureError]:
    """One error for each shown figure in which nothing is drawn."""
    return _session.blank


def taken() -> dict[str, dict[str, str]]:
    """The entries of the catalogues that the figures of this run have used, by language."""
    return _session.taken


def logged() -> list[tuple[int, str]]:
    """What matplotlib has logged, with the snippet's lines."""
    return _session.logged


def drawing_seconds() -> float:
    """How long this module has drawn since `begin`, which is no part of the snippet's own time."""
    return _session.seconds


class FigureManager(FigureManagerBase):
    """Replaces a window: showing it captures the figure and closes it."""

    def __init__(self, canvas: Any, num: int | str):
        super().__init__(canvas, num)
        self.line = _snippet_line()

    def show(self) -> None:
        number = len(_session.captured) + 1
        try:
            with _timed():
                _session.captured.append(_capture(self.canvas.figure, number))
            if refusals.is_blank(self.canvas.figure):
                _session.blank.append(refusals.blank(number, _snippet_line()))
        except FigureError as error:
            error.line = error.line or _snippet_line()
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


def _snippet_line() -> int:
    """The line of the snippet that is being executed; 0 if there is none."""
    frame = sys._getframe(1)
    while frame:
        if frame.f_globals.get("__name__") == "__main__":
            return frame.f_lineno
        frame = frame.f_back
    return 0


@contextlib.contextmanager
def _timed() -> Generator[None]:
    started = time.perf_counter()
    watch = _session.watch or (lambda _: None)
    watch(True)
    try:
        yield
    finally:
        watch(False)
        _session.seconds += time.perf_counter() - started


class _MixedRenderer(MixedModeRenderer):
    """Marks the images that replace thousands of marks. An image within an image is a part of it."""

    depth = 0

    def start_rasterizing(self) -> None:
        self.depth += 1
        if self.depth == 1:
            super().start_rasterizing()

    def stop_rasterizing(self) -> None:
        self.depth -= 1
        if self.depth:
            return
        renderer = self._vector_renderer
        renderer.marks = self.count = getattr(self, "count", 0) + 1
        try:
            super().stop_rasterizing()
        finally:
            renderer.marks = None


class _PageCanvas(FigureCanvasSVG):
    """Draws a figure as SVG with translated text elements."""

    def __init__(self, figure: Figure, translator: TextTranslator, fills: Mapping[Text, str]):
        self.translator, self.fills = translator, fills
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
            fills=self.fills,
        )
        mixed = _MixedRenderer(
            self.figure, width, height, dpi, renderer, bbox_inches_restore=bbox_inches_restore
        )
        self.figure.draw(mixed)  # ty: ignore[invalid-argument-type]  # delegates to a RendererBase
        mixed.finalize()


def _capture(figure: Figure, number: int) -> CapturedFigure:
    """Draw in every language. Those without translations are last, so that the figure ends up as it was."""
    refusals.check(figure, number)
    prefix = f"{_session.id.replace('/', '-').replace('_', '-')}-{number}"
    drawn, titles, descriptions = {}, {}, {}
    with _settings(figure, prefix), group_ids(_groups(figure)):
        if (tight := _session.tight.get(figure)) is not None:
            _tight_layout(figure, **tight)
        fills = letters.fills(figure)
    panels = data.read(figure)
    for language in sorted(_session.labels, key=lambda one: _session.labels[one] is None):
        translate, missing = _translation(language)
        titles[language] = describe.title(figure, translate)
        descriptions[language] = describe.of_panels(panels, language, translate)
        name = titles[language] or descriptions[language].split(". ")[0]
        for all_marks in (True,) if too_many(figure) else (False, True):
            raw = _draw(figure, TextTranslator(translate), prefix, fills, all_marks)
            if _session.korean:
                raise refusals.in_korean(_session.korean[0])
            if missing:
                elsewhere = _session.elsewhere.get(language, ())
                raise refusals.untranslated(number, list(missing), language, elsewhere, _session.id)
            drawn[language] = svg.clean(raw, prefix, name, descriptions[language])
            if len(drawn[language].encode()) <= svg.MAX_BYTES:
                break
        else:
            raise refusals.too_large(number, len(drawn[language].encode()))
    return CapturedFigure(drawn, titles, descriptions, data.structure(panels), data.full(panels))


def _groups(figure: Figure) -> dict[str, Any]:
    return {svg.KEEP: fixed_greys(figure), svg.ON_COLOUR: texts_on_colour(figure)}


def _translation(language: str) -> tuple[Callable[[str], str], dict[str, None]]:
    """A function that translates labels, and a collection of those that it cannot translate."""
    missing: dict[str, None] = {}
    entries = _session.labels[language]
    if entries is None:
        return str, missing

    @functools.cache
    def translate(text: str) -> str:
        if language == "ko" and refusals.HANGUL.search(text):
            _session.korean.append(text)
        try:
            translated = translation.translate(text, entries)
        except translation.MissingLabel:
            missing[text] = None
            return text
        if translated != text:
            _session.taken.setdefault(language, {})[text] = translated
        return translated

    return translate, missing


@contextlib.contextmanager
def _settings(figure: Figure, prefix: str) -> Generator[None]:
    """Matplotlib's settings while a figure is drawn for a page, whatever the snippet has set."""
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
        own_font(figure),
    ):
        warnings.filterwarnings("ignore", "Glyph .* missing")  # the translator collects them
        yield


def _draw(
    figure: Figure, translator: TextTranslator, prefix: str, fills: Mapping[Text, str], all_marks: bool
) -> bytes:
    """The figure as matplotlib's SVG. Raises FigureError for a character without a glyph.

    fills: of texts that would not be readable in their own colour. all_marks: see `sharp_images`.
    """
    former = figure.canvas
    buffer = io.BytesIO()
    # What a snippet does after each drawing needs a window's canvas; it was called for the first drawing.
    with former.callbacks.blocked(signal="draw_event"):
        canvas = _PageCanvas(figure, translator, fills)
        try:
            with (
                _settings(figure, prefix),
                translator.installed(),
                group_ids(_groups(figure)),
                sharp_images(figure, all_marks),
            ):
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
